"""Speeds: what a language puts beside a length that makes it a speed ("на годину", "per hour", "saatte").

CLDR has the speeds of a language in one form each, "кілометрів за годину"; what is left of these without the length,
and what it has for a rate by the hour, goes with all other names of lengths, too.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.cldr import load_cldr
from crossquote.text.words import fold

_BY_THE_HOUR = {"km": "km_h", "mile": "mph", "nautical_mile": "knot"}


class HourWords(Struct, frozen=True):
    """What stands before and behind a length that is covered in an hour, folded."""

    before: tuple[str, ...]
    behind: frozenset[str]


@lru_cache(maxsize=64)
def load_hour_words(language: Language) -> HourWords:
    """Return what makes a speed of a length in `language`, by CLDR and the lexicon (`[measures] per_hour`)."""
    units = {name: unit for name, unit in load_cldr(language).units.items() if name == fold(name)}
    named = {length: sorted(_names(units, length), key=len, reverse=True) for length in _BY_THE_HOUR}
    cut = [_without(name, named[length]) for length, speed in _BY_THE_HOUR.items() for name in _names(units, speed)]
    rates = {name for name in _names(units, "hour") if " " in name}
    own = language.lexicon.texts("measures", "per_hour")
    behind = {rest for before, rest in cut if not before and rest[:1].isalpha()} | rates | set(map(fold, own))
    before = {rest for rest, behind in cut if rest and not behind}
    return HourWords(
        tuple(before | {fold(one) for one in language.lexicon.texts("measures", "hourly")}), frozenset(behind)
    )


def _names(units: Mapping[str, str], unit: str) -> Iterator[str]:
    return (name for name, own in units.items() if own == unit)


def _without(name: str, lengths: list[str]) -> tuple[str, str]:
    """Return what a speed has before and behind the length that is part of its name; nothing where it has none."""
    for length in lengths:
        if name.startswith(length):
            return "", name[len(length) :].strip()
        if name.endswith(length):
            return name[: -len(length)].strip(), ""
    return "", ""


def with_speeds(units: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """Return the names of lengths, each with what makes it a speed behind it."""
    behind = load_hour_words(language).behind
    lengths = ((name, _BY_THE_HOUR[unit]) for name, unit in units.items() if unit in _BY_THE_HOUR and "*" not in name)
    return {f"{name} {rest}": speed for name, speed in lengths for rest in behind}


def hourly(unit: str, before: str, language: Language) -> str:
    """Return the unit of a number that has `before` right before it: a speed where that says so, else `unit`."""
    said = fold(before).rstrip()
    fast = unit in _BY_THE_HOUR and said.endswith(load_hour_words(language).before)
    return _BY_THE_HOUR[unit] if fast else unit
