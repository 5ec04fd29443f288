"""Figures across two languages: what stands in digits on one side stands in some form on the other.

Each quantity is taken apart into plain values (a date into its day and year, a time into its hour and minutes), since
languages differ in what they write out. A figure is told as changed only where another stands on the other side that
nothing here accounts for; a figure alone may be written in words that no lexicon knows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import regex

from crossquote.comparison.reading.one_text import Reading
from crossquote.model.span import Span
from crossquote.text.digits import digits_of, read_digits
from crossquote.text.measures import MeasureUnit, load_measures
from crossquote.text.numbers import NumberKind
from crossquote.text.quantity import Quantity, Sort, same_value

_DIGITS = regex.compile(r"\p{Nd}+(?:[.,]\p{Nd}+)*")
_CONVERTED = 0.06
_POWERS = (1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12)
_HALF_DAY = 12
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A plain value in a text: all that it may be, whether it is written in digits, and the unit that it counts.

    `count` is False for what is part of a name ("F-35") or counts nothing ("one"): it can account for another, and is
    never told itself.
    """

    span: Span
    sort: Sort
    values: tuple[float, ...]
    digits: bool
    counts: bool
    unit: str = ""


def read_figures(reading: Reading) -> list[Figure]:
    """Return the figures of a text, in order."""
    found = [figure for quantity in reading.quantities for figure in _figures(reading.text, quantity)]
    known = [quantity.span for quantity in reading.quantities]
    found += [
        Figure(span, Sort.NUMBER, _readings(match[0]), digits=True, counts=False)
        for match in _DIGITS.finditer(reading.text)
        if not any(one.overlaps(span := Span(*match.span())) for one in known)
    ]
    return sorted(found, key=lambda figure: figure.span)


def _figures(text: str, quantity: Quantity) -> Iterator[Figure]:
    written = quantity.span.of(text)
    pieces = [(match, _readings(match[0])) for match in _DIGITS.finditer(written)]
    counts = not quantity.weak and quantity.kind is not NumberKind.ROUGH
    if quantity.day is not None or quantity.sort is Sort.TIME or not quantity.values:
        for match, values in pieces:
            span = Span(quantity.span.start + match.start(), quantity.span.start + match.end())
            yield Figure(span, quantity.sort, _of_clock(values, quantity.sort), digits=True, counts=counts)
        if not pieces:
            yield Figure(quantity.span, quantity.sort, quantity.parts, digits=False, counts=False)
        return
    raw = tuple(value for _, values in pieces for value in values)
    yield Figure(
        quantity.span,
        quantity.sort,
        tuple(dict.fromkeys((*map(abs, quantity.values), *raw))),
        digits=bool(pieces),
        counts=counts,
        unit=quantity.unit,
    )


@lru_cache(maxsize=4096)
def _readings(token: str) -> tuple[float, ...]:
    """Return all that a number in digits may be, whatever stands before decimals in its language."""
    read = read_digits(digits_of(token))
    return () if read is None else tuple(value for value in read if value is not None)


def _of_clock(values: tuple[float, ...], sort: Sort) -> tuple[float, ...]:
    """Return the values of an hour on both halves of the clock, where they may be one."""
    if sort is not Sort.TIME:
        return values
    return tuple({other for value in values for other in (value, value % _HALF_DAY, value % _HALF_DAY + _HALF_DAY)})


def changed_figures(
    base: Sequence[Figure], text: Sequence[Figure], *, read_well: bool
) -> Iterator[tuple[Figure, Figure]]:
    """Yield (base, text) where a figure in digits has no counterpart, and one of the other side neither.

    `read_well` tells whether the words for numbers are known in the language of `text`.
    """
    lost = [one for one in base if _tells(one) and not any(_same(one, other, read_well=read_well) for other in text)]
    spare = [
        other for other in text if _tells(other) and not any(_same(one, other, read_well=read_well) for one in base)
    ]
    yield from zip(lost, spare, strict=False)


def _tells(figure: Figure) -> bool:
    return figure.digits and figure.counts


def _same(one: Figure, other: Figure, *, read_well: bool) -> bool:
    return any(_alike(a, b, read_well=read_well) for a in one.values for b in other.values) or _converts(one, other)


def _alike(one: float, other: float, *, read_well: bool) -> bool:
    if same_value(one, other):
        return True
    if min(one, other) > 0 and not read_well and any(same_value(max(one, other), min(one, other) * p) for p in _POWERS):
        return True  # "10 000" beside "10" and a word for thousands that nobody knows
    short, long = sorted((one, other))
    return 1000 <= long < 2100 and 0 <= short < _CENTURY and same_value(long % _CENTURY, short)  # "the 1990s": "90-х"


def _converts(one: Figure, other: Figure) -> bool:
    """Tell whether a measure may be another one converted; a unit that nothing knows may be any of its dimension."""
    ours, theirs = _unit(one), _unit(other)
    known = ours or theirs
    if known is None or (ours is not None and theirs is not None and ours.dimension != theirs.dimension):
        return False
    alike = tuple(unit for unit in load_measures().values() if unit.dimension == known.dimension)
    sides = (
        [value * unit.factor + unit.zero for value in figure.values for unit in ((own,) if own else alike)]
        for figure, own in ((one, ours), (other, theirs))
    )
    return any(abs(a - b) <= _CONVERTED * max(abs(a), abs(b)) for a, b in product(*sides))


def _unit(figure: Figure) -> MeasureUnit | None:
    return load_measures().get(figure.unit)
