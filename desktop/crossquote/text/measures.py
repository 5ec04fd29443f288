"""Measures: a number with its unit, and what it comes to in another one (100 km ≈ 62 miles)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.cldr import load_cldr
from crossquote.text.money import load_units, unit_of
from crossquote.text.numbers import Number, NumberKind
from crossquote.text.numerals import Numerals, load_numerals, read_word
from crossquote.text.quantity import Quantity, Sort
from crossquote.text.speeds import hourly, with_speeds
from crossquote.text.words import Word, fold

DEGREE = "degree"
"""The unit of "30 degrees", which does not say its scale."""
_DEGREES = 1.0
"""Converted temperatures are rounded to whole degrees."""
_YEARS = 1000
_DECADES, _CENTURY = range(20, 100, 10), 1900
"""Which decades are told without their century, and which one that is."""
_CALENDAR = range(1500, 2200)
"""What these count as years are not years of an age: "in the year 2019"."""
_CHANCES = 3
"""So many parts has a word that says two numbers, with what stands between them."""
_BEFORE = 16
"""So many letters before a number may say that it is a speed (時速, saatte)."""
_LONGEST = 4
"""So many words at most has a unit."""
_PARTED = regex.compile(r"[,;:!?…]|\.\s+\p{Lu}|\n")
_SYMBOL = regex.compile(r"[ \u00a0\u202f\u2009]?([°º]?\p{L}+[²³]?(?:/\p{L}+)?)(?![\p{L}\p{M}\p{N}])")
"""A unit right behind its number, as it is written: its case tells mega from milli."""


class MeasureUnit(Struct, frozen=True):
    """A unit: what it measures, and how to get to the base unit of that (`value * factor + zero`)."""

    dimension: str
    factor: float
    zero: float = 0.0


@lru_cache(maxsize=1)
def load_measures() -> Mapping[str, MeasureUnit]:
    """Return all units that the program can convert, from `resources/measures.toml`."""
    tables = read_toml(resource("measures.toml"))
    return {
        name: MeasureUnit(dimension, float(factor))
        if isinstance(factor, (int, float))
        else MeasureUnit(dimension, *map(float, factor))
        for dimension, units in tables.items()
        for name, factor in units.items()
    }


@lru_cache(maxsize=64)
def _load_units(language: Language) -> Mapping[str, str]:
    """Return word or symbol → unit, of CLDR and the lexicon; CLDR's symbols in their own case too."""
    units = {**load_cldr(language).units, **load_units(language, "measures", "units")}
    return {**with_speeds(units, language), **units}


@lru_cache(maxsize=64)
def _load_decade_ends(language: Language) -> tuple[str, ...]:
    return tuple(language.lexicon.texts("marks", "decade_ends"))


@lru_cache(maxsize=64)
def _load_articles(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("dates", "articles")))


def measure_at(text: str, words: Sequence[Word], number: Number, language: Language) -> Quantity | None:
    """Return the measurement that `number` is part of, None where it counts something else."""
    if number.kind not in (NumberKind.CARDINAL, NumberKind.ROUGH, NumberKind.SHARE):
        return None
    if (decade := _decade(text, words, number, language)) is not None:
        return decade
    units, last = _load_units(language), number.words[1]
    if number.kind is NumberKind.SHARE and last < len(words) and words[last].key in load_numerals(language).joiners:
        last += 1  # "half a year"
    symbol = _SYMBOL.match(text, number.span.end)
    phrase = _phrase(_unparted(text, words[last : last + _LONGEST]), units)
    if phrase:
        unit, end = units[" ".join(word.key for word in words[last : last + phrase])], words[last + phrase - 1].span.end
    elif symbol is not None and symbol[1] in units and not _is_decade(number, symbol[0]):
        unit, end = units[symbol[1]], symbol.end()
    elif last < len(words) and len(words[last].key) > 1 and (found := unit_of(words[last].key, units)) is not None:
        unit, end = found, words[last].span.end
    else:
        return None
    span = Span(number.span.start, end)
    unit = hourly(unit, text[max(0, span.start - _BEFORE) : span.start], language)
    return Quantity(Sort.MEASUREMENT, span, number.values, number.kind, unit, weak=number.weak, parts=(number.value,))


def _decade(text: str, words: Sequence[Word], number: Number, language: Language) -> Quantity | None:
    """Return what "the 80s" are: years of the century before, and no seconds."""
    first, last = number.words
    end, articles = number.span.end, _load_articles(language)
    ended = next((mark for mark in _load_decade_ends(language) if text.startswith(mark, end)), "")
    behind = end + len(ended)
    if not ended or text[behind : behind + 1].isalnum() or number.value not in _DECADES or not first:
        return None
    if words[first - 1].key not in articles or last - first != 1:
        return None
    return Quantity(Sort.NUMBER, Span(number.span.start, behind), (number.value, _CENTURY + number.value))


def _is_decade(number: Number, symbol: str) -> bool:
    """Tell whether a year has an ending that looks like the sign for a unit: "the 1960s", "2019 г."."""
    glued = len(symbol) == 1 and number.value >= _YEARS and not number.value % 10
    return glued or (len(symbol.strip()) == 1 and number.value in _CALENDAR)


def _unparted(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """Return the words before the first that a sign parts from the one before: "85 km. An hour later"."""
    gaps = (text[one.span.end : other.span.start + 1] for one, other in pairwise(words))
    return words[: next((at for at, gap in enumerate(gaps, 1) if _PARTED.search(gap)), len(words))]


def _phrase(words: Sequence[Word], units: Mapping[str, str]) -> int:
    """Return how many of `words` are a unit of several ("miles per hour"); 0 where they are none."""
    lengths = range(len(words), 1, -1)
    return next((length for length in lengths if " ".join(word.key for word in words[:length]) in units), 0)


def find_hyphened(words: Sequence[Word], language: Language) -> Iterator[Quantity]:
    """Yield the measures that are one word with hyphens ("six-month", "fifty-six-year-old"), and two numbers in one."""
    hyphened = [word for word in words if "-" in word.key]
    numerals, units = load_numerals(language), _load_units(language) if hyphened else {}
    for word in hyphened:
        found = _read_hyphened(word.key, numerals, units)
        if found is not None:
            value, unit = found
            yield Quantity(Sort.MEASUREMENT, word.span, (value,), unit=unit, parts=(value,))
        else:
            yield from _read_chances(word, numerals)


def _read_chances(word: Word, numerals: Numerals) -> Iterator[Quantity]:
    """Yield the two numbers that a word says of a chance or a result: "two-in-three", "three-to-one"."""
    parts = word.key.split("-")
    if len(parts) != _CHANCES:
        return
    places = (word.span.start, word.span.end - len(parts[-1]))
    found = [read_word(numerals, part) for part in parts]
    read = [number[1] for number in (found[0], found[-1]) if number is not None and number[0] == "value"]
    if found[1] is None and len(set(read)) == len(places):
        for value, part, start in zip(read, (parts[0], parts[-1]), places, strict=True):
            yield Quantity(Sort.NUMBER, Span(start, start + len(part)), (value,), parts=(value,))


def _read_hyphened(key: str, numerals: Numerals, units: Mapping[str, str]) -> tuple[float, str] | None:
    """Return the number and the unit that make up a word, None where it is made of something else."""
    parts = key.split("-")
    for at in range(1, min(len(parts), _LONGEST)):
        number, unit = read_word(numerals, "-".join(parts[:at])), unit_of("-".join(parts[at:]), units)
        if number is not None and unit is not None and number[0] == "value":
            return number[1], unit
    return None


@lru_cache(maxsize=64)
def _load_wholes(language: Language) -> Mapping[tuple[str, ...], tuple[float, str]]:
    """Return phrase → number and unit, for what is said for both ("fortnight": two weeks)."""
    wholes = language.lexicon.lists("measures", "wholes")
    measured = ((measure.partition(" "), phrases) for measure, phrases in wholes.items())
    return {tuple(fold(p).split()): (float(count), unit) for (count, _, unit), phrases in measured for p in phrases}


def find_wholes(words: Sequence[Word], language: Language) -> Iterator[Quantity]:
    """Yield what says a number and its unit as one word."""
    wholes = _load_wholes(language)
    longest = max(map(len, wholes), default=0)
    opening = {phrase[0] for phrase in wholes}
    for at in (number for number, word in enumerate(words) if word.key in opening):
        for length in range(longest, 0, -1):
            found = wholes.get(tuple(word.key for word in words[at : at + length]))
            if found is not None and at + length <= len(words):
                span = Span(words[at].span.start, words[at + length - 1].span.end)
                yield Quantity(Sort.MEASUREMENT, span, (found[0],), unit=found[1], parts=(found[0],))
                break


def in_base_unit(quantity: Quantity) -> tuple[str, tuple[float, ...]] | None:
    """Return what is measured, and the values in its base unit; None where the unit can't be converted."""
    unit = load_measures().get(quantity.unit)
    return None if unit is None else (unit.dimension, tuple(v * unit.factor + unit.zero for v in quantity.values))


def is_same_heat(one: Quantity, other: Quantity) -> bool:
    """Tell whether two temperatures of which neither says its scale come to the same by the one and the other."""
    readings = (
        (replace(one, unit="celsius"), replace(other, unit="fahrenheit")),
        (replace(one, unit="fahrenheit"), replace(other, unit="celsius")),
    )
    found = ((in_base_unit(first), in_base_unit(second)) for first, second in readings)
    return any(
        abs(x - y) <= _DEGREES
        for first, second in found
        if first is not None and second is not None
        for x in first[1]
        for y in second[1]
    )
