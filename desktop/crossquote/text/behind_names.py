"""What stands behind a person's name: "Tala Jr.", "Tala III", and what reporters are called there."""

import re
from functools import lru_cache

from crossquote.notation import read_toml
from crossquote.resources import resource

_NUMERAL = re.compile("[ivx]{2,4}")


def tells_family(key: str) -> bool:
    """Tell whether a folded word without a full stop tells one of a family from another: "jr", "iii"."""
    return bool(_NUMERAL.fullmatch(key)) or key in _told("family")


def is_calling(word: str) -> bool:
    """Tell whether a word is what a reporter is called behind the name, which is no part of it."""
    return word in _told("callings")


@lru_cache(maxsize=4)
def _told(kind: str) -> tuple[str, ...]:
    return tuple(read_toml(resource("behind_names.toml"))["behind"][kind])
