"""The languages that windows are looked at in, every day or now and then."""

import pytest

from crossquote.wording.catalogue import languages

DAILY = ("ar", "de")
"""One that is read from the right, and the one that says the most in a word."""
SPOKEN = [pytest.param(one, marks=() if one in DAILY else pytest.mark.slow) for one in languages()]
