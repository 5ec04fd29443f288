"""Kinds of facts that a template may name: `{share:percent}` writes .37 as "37%", and "37 %" where it is written so."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeGuard

from crossquote.message import Message, Single
from crossquote.wording.locales import (
    ListStyle,
    name_language,
    name_script,
    write_bytes,
    write_duration,
    write_percent,
    write_score,
)
from crossquote.wording.moments import write_day, write_here, write_moment

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


def write_size(fact: Single, locale: str) -> str | None:
    """Write a number of bytes as the size of a file."""
    return write_bytes(fact, locale) if _is_number(fact) else None


def write_seconds(fact: Single, locale: str) -> str | None:
    """Write how long something takes."""
    return write_duration(fact, locale) if _is_number(fact) else None


def write_measure(fact: Single, locale: str) -> str | None:
    """Write a measure of which two places are of interest."""
    return write_score(fact, locale) if _is_number(fact) else None


def _of_text(write: Callable[[str, str], str | None]) -> Writer:
    """Return a writer of what only a text can tell."""
    return lambda fact, locale: write(fact, locale) if isinstance(fact, str) else None


def write_language(fact: Single, locale: str) -> str | None:
    """Write the name of the language whose code is `fact`: in English our own name for it, elsewhere the locale's."""
    if not isinstance(fact, str):
        return None
    from crossquote.language.names import english_name, tag_of  # noqa: PLC0415 - a window's words come before lexicons

    if locale.startswith("en"):
        return english_name(fact)
    return name_language(fact, locale) or name_language(tag_of(fact), locale) or english_name(fact)


KINDS: Mapping[str, Writer] = MappingProxyType(
    {
        "plain": write_plain,
        "percent": write_share,
        "bytes": write_size,
        "seconds": write_seconds,
        "score": write_measure,
        "day": _of_text(write_day),
        "moment": _of_text(write_moment),
        "here": _of_text(write_here),
        "language": write_language,
        "script": _of_text(name_script),
    }
)
"""What a template may name behind a fact, for a single fact or for each of several."""


def check_name(check: str) -> Message:
    """Return what a check is called."""
    return Message(f"check.{check}")


NAMED: Mapping[str, Callable[[str], Message]] = MappingProxyType({"check": check_name, "checks": check_name})
"""Kinds of facts that are ids, and what they are called by the catalogue; an id that it does not know, as itself."""

LIST_KINDS: Mapping[str, ListStyle] = MappingProxyType({"or": "or", "row": "unit", "checks": "unit"})
"""The same for a list as a whole: "a, b or c", and "a, b, c"; without either it is "a, b and c"."""
