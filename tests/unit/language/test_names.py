"""Every language that can be told has a name."""

import pytest

from crossquote.language.names import english_name
from crossquote.text.profiles import load_profiles
from crossquote.text.scripts import Script, only_languages

PROFILED = (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.DEVANAGARI, Script.HAN)
TOLD = {name.partition("@")[0] for script in PROFILED for name in load_profiles(script).languages}


@pytest.mark.parametrize("code", sorted(TOLD | set(only_languages().values())))
def test_a_language_that_can_be_told_has_a_name(code: str) -> None:
    assert english_name(code)[:1].isupper()


def test_an_unknown_language_is_called_by_its_code() -> None:
    assert english_name("xx") == "xx"
    assert english_name("uk") == "Ukrainian"
