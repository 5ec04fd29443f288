"""Kinds of facts that a template may name: `{share:percent}` writes .37 as "37%", and "37 %" where it is written so."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeGuard

from crossquote.language.names import english_name
from crossquote.message import Single
from crossquote.wording.locales import ListStyle, write_percent

Writer = Callable[[Single, str], str | None]
"""Writes a fact for a locale; None where the fact is not of this kind, and is told as any other."""


def _is_number(fact: Single) -> TypeGuard[float]:
    return isinstance(fact, (int, float)) and not isinstance(fact, bool)


def write_share(fact: Single, locale: str) -> str | None:
    """Write a share of one as a percentage."""
    return write_percent(fact, locale) if _is_number(fact) else None


def write_plain(fact: Single, _locale: str) -> str | None:
    """Write a number that counts nothing (a year, a version, a line) without the locale's marks."""
    return str(fact) if _is_number(fact) else None


def write_language(fact: Single, _locale: str) -> str | None:
    """Write the name of the language whose code is `fact`."""
    return english_name(fact) if isinstance(fact, str) else None


KINDS: Mapping[str, Writer] = MappingProxyType(
    {"percent": write_share, "plain": write_plain, "language": write_language}
)
"""What a template may name behind a fact, for a single fact or for each of several."""

LIST_KINDS: Mapping[str, ListStyle] = MappingProxyType({"or": "or", "row": "unit"})
"""The same for a list as a whole: "a, b or c", and "a, b, c"; without either it is "a, b and c"."""
