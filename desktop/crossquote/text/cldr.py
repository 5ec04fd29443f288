"""What CLDR says of a language: days, months, large numbers, units, currencies, and what countries are called.

`packaging/cldr.py` makes the files, one a language; a lexicon adds what they lack: other cases, and what is but said.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from crossquote.language.language import Language
from crossquote.language.script_conversion import read_letters, spell
from crossquote.language.source import is_code
from crossquote.notation import read_json
from crossquote.resources import resource
from crossquote.text.words import fold


class Cldr(Struct, frozen=True, eq=False):
    """What CLDR says of a language, its words folded; all of it empty where CLDR does not know the language.

    `short_months` are abbreviations; `signs` are written after the year, the month and the day where no blank parts
    them ("2026年3月1日"); `two_scripts` tells that it is written in Latin and in Cyrillic letters. `units` keep their
    case, which tells mega from milli; `territories` give codes of countries, and English names of cities, by name.
    `periods` are nouns for when something was ("week", "Friday"), and `which` words beside them ("last", "this").
    """

    decimal: str = "."
    months: Mapping[str, float] = field(default_factory=dict)
    short_months: Mapping[str, float] = field(default_factory=dict)
    weekdays: Mapping[str, float] = field(default_factory=dict)
    month_first: bool = False
    two_scripts: bool = False
    signs: Mapping[str, str] = field(default_factory=dict)
    multipliers: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    territories: Mapping[str, str] = field(default_factory=dict)
    periods: frozenset[str] = frozenset()
    which: frozenset[str] = frozenset()


class DateWords(Struct, frozen=True):
    """What a language writes dates with: names of months with their number, and the signs of year, month and day."""

    months: tuple[tuple[str, int], ...]
    signs: tuple[str, str, str] | None


_NAMED = ("months", "short_months", "weekdays", "multipliers", "units", "currencies")


@lru_cache(maxsize=1)
def load_date_words() -> tuple[DateWords, ...]:
    """Return how each language writes dates, for texts whose language is not known yet; all stand in one file."""
    return tuple(map(_date_words, read_json(resource("date_words.json")).values()))


def _date_words(said: Mapping[str, Any]) -> DateWords:
    signs = said.get("signs")
    return DateWords(tuple(said["months"].items()), (signs["year"], signs["month"], signs["day"]) if signs else None)


@lru_cache(maxsize=64)
def load_cldr(language: Language) -> Cldr:
    """Return what CLDR says of `language`."""
    path = resource("cldr", f"{language.code}.json")
    if not is_code(language.code) or not path.is_file():
        return Cldr()
    said = _in_both_scripts(read_json(path), language)
    numbers = {key: _folded(said[key]) for key in ("months", "short_months", "weekdays", "multipliers")}
    return Cldr(
        decimal=said["decimal"],
        month_first=said["month_first"],
        two_scripts=said["two_scripts"],
        signs=said.get("signs", {}),
        units={**{fold(name): unit for name, unit in said["units"].items()}, **said["units"]},
        currencies={fold(name): code for name, code in said["currencies"].items()},
        periods=frozenset(map(fold, said["times"]["periods"])),
        which=frozenset(map(fold, said["times"]["which"])),
        territories={fold(name): code for code, name in (*said.get("others", {}).items(), *_places(said))},
        months=numbers["months"],
        short_months=numbers["short_months"],
        weekdays=numbers["weekdays"],
        multipliers=numbers["multipliers"],
    )


def _in_both_scripts(said: Mapping[str, Any], language: Language) -> Mapping[str, Any]:
    """Return what CLDR says with its names in the other script as well, where the lexicon says how they are written."""
    letters = read_letters(language.lexicon.texts("language", "scripts"))
    if not letters:
        return said
    named = {key: {**{spell(name, letters): value for name, value in said[key].items()}, **said[key]} for key in _NAMED}
    times = {key: [*words, *(spell(word, letters) for word in words)] for key, words in said["times"].items()}
    return {**said, **named, "times": times, "others": {code: spell(name, letters) for code, name in _places(said)}}


def _places(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what cities and countries are called, each behind its code or English name."""
    for table in ("cities", "territories"):
        yield from said[table].items()


def _folded(table: Mapping[str, float]) -> dict[str, float]:
    return {fold(name): float(value) for name, value in table.items()}
