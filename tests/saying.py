"""What an error says to a person: tests look at its words, which the catalogue has, not at its code."""

import re
from collections.abc import Callable

from crossquote.errors import UserError
from crossquote.wording.trouble import tell_error


def says(pattern: str) -> Callable[[UserError], bool]:
    """Return whether an error's words hold `pattern`, for `pytest.raises(UserError, check=says(…))`."""
    return lambda error: re.search(pattern, tell_error(error)) is not None
