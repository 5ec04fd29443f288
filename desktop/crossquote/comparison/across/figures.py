"""Figures across two languages: what stands in digits on one side stands in some form on the other.

Each quantity is taken apart into plain values (a date into its day and year, a time into its hour and minutes), since
languages differ in what they write out. A figure is told as changed only where another stands on the other side that
nothing here accounts for; a figure alone may be written in words that no lexicon knows.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import product, zip_longest

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.reading.one_text import Reading
from crossquote.model.span import Span
from crossquote.text.digits import digits_of, read_digits
from crossquote.text.measures import MeasureUnit, load_measures
from crossquote.text.numbers import NumberKind
from crossquote.text.quantity import Quantity, Sort, same_value

_DIGITS = regex.compile(r"\p{Nd}+(?:[.,]\p{Nd}+)*")
_CONVERTED, _GUESSED = 0.06, 0.035
"""A converted measure may differ so much from the exact one; less where its unit is guessed."""
_POWERS = (1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12)
_GAP = 6
"""So many letters at most stand between the two figures of a range."""
_HALF_DAY = 12
_CENTURY = 100
_FIRST = 10
"""Before the tenth nobody counts centuries by their hundreds."""


class Figure(Struct, frozen=True):
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
    for match in _DIGITS.finditer(reading.text):
        span = Span(*match.span())
        if not any(one.overlaps(span) for one in known):
            counts = _stands_alone(reading.text, span)
            found.append(Figure(span, Sort.NUMBER, _readings(match[0]), digits=True, counts=counts))
    return _with_units_of_ranges(reading.text, sorted(found, key=lambda figure: figure.span))


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether digits are no part of a name, as those of "F-35" are."""
    beside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return not any(sign.isalpha() or sign == "-" for sign in beside)


def _with_units_of_ranges(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, the first of a range with the unit of the second ("3 to 6 inches")."""
    found: list[Figure] = []
    for figure, after in zip_longest(figures, figures[1:]):
        near = after is not None and figure.span.end <= after.span.start <= figure.span.end + _GAP
        joined = near and len(text[figure.span.end : after.span.start].split()) < 2
        found.append(replace(figure, unit=after.unit) if joined and not figure.unit and after.unit else figure)
    return found


def _figures(text: str, quantity: Quantity) -> Iterator[Figure]:
    written = quantity.span.of(text)
    pieces = [(match, _readings(match[0])) for match in _DIGITS.finditer(written)]
    counts = not quantity.weak and quantity.kind is not NumberKind.ROUGH
    if quantity.day is not None or quantity.sort is Sort.TIME:
        yield from _parts(quantity, digits=bool(pieces), counts=counts)
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


def _parts(quantity: Quantity, *, digits: bool, counts: bool) -> Iterator[Figure]:
    """Yield what a date or a time is made of; the month is not told, for it may be a word on either side."""
    day, parts = quantity.day, quantity.parts
    hour = [(parts[0] % _HALF_DAY, parts[0] % _HALF_DAY + _HALF_DAY)] if day is None and parts else []
    told = hour + [(part,) for part in parts[1:]] if day is None else [(float(p),) for p in (day.year, day.day) if p]
    for values in told:
        yield Figure(quantity.span, quantity.sort, values, digits=digits, counts=counts)
    if day is not None and day.month is not None:
        yield Figure(quantity.span, quantity.sort, (float(day.month),), digits=False, counts=False)
    if not parts and quantity.values:
        hours = tuple(value / 60 for value in quantity.values)
        yield Figure(quantity.span, quantity.sort, hours, digits=False, counts=False)


def changed_figures(
    base: Sequence[Figure], text: Sequence[Figure], *, read_well: bool
) -> Iterator[tuple[Figure, Figure]]:
    """Yield (base, text) where a figure in digits has no counterpart, and one of the other side neither.

    `read_well` tells whether the words for numbers are known in the language of `text`. Where both sides have as many
    figures each accounts for one alone; else what is said twice may be said once.
    """
    once = sum(map(_tells, base)) == sum(map(_tells, text))
    left, right = _unmatched(base, text, partial(_same, read_well=read_well), once=once)
    lost, spare = _unmatched(left, right, _converts, once=False)
    yield from zip((one for one in lost if _tells(one)), (one for one in spare if one.digits), strict=False)


def _unmatched(
    base: Sequence[Figure], text: Sequence[Figure], same: Callable[[Figure, Figure], bool], *, once: bool
) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of both sides that are the same as none of the other; with `once`, as none that is left."""
    gone: set[int] = set()
    for number, one in enumerate(base):
        for other_number, other in enumerate(text, len(base)):
            if same(one, other) and not (once and other_number in gone):
                gone |= {number, other_number}
                if once:
                    break
    return (
        [one for number, one in enumerate(base) if number not in gone],
        [one for number, one in enumerate(text, len(base)) if number not in gone],
    )


def _tells(figure: Figure) -> bool:
    return figure.digits and figure.counts


def _same(one: Figure, other: Figure, *, read_well: bool) -> bool:
    return any(_alike(a, b, read_well=read_well) for a in one.values for b in other.values)


def _alike(one: float, other: float, *, read_well: bool) -> bool:
    if same_value(one, other):
        return True
    if min(one, other) > 0 and not read_well and any(same_value(max(one, other), min(one, other) * p) for p in _POWERS):
        return True  # "10 000" beside "10" and a word for thousands that nobody knows
    short, long = sorted((one, other))
    if same_value((short - 1) * _CENTURY, long) and short > _FIRST:
        return True  # "the 19th century": "1800-luku"
    return 1000 <= long < 2100 and 0 <= short < _CENTURY and same_value(long % _CENTURY, short)  # "the 1990s": "90-х"


def _converts(one: Figure, other: Figure) -> bool:
    """Tell whether a measure may be another one converted; a unit that nothing knows may be any of its dimension."""
    ours, theirs = _unit(one), _unit(other)
    known = ours or theirs
    if known is None or (ours is not None and theirs is not None and ours.dimension != theirs.dimension):
        return False
    others = tuple(unit for unit in load_measures().values() if unit.dimension == known.dimension and unit != known)
    sides = (
        [value * unit.factor + unit.zero for value in figure.values for unit in ((own,) if own else others)]
        for figure, own in ((one, ours), (other, theirs))
    )
    exact = _CONVERTED if ours is not None and theirs is not None else _GUESSED
    return ours != theirs and any(abs(a - b) <= exact * max(abs(a), abs(b)) for a, b in product(*sides))


def _unit(figure: Figure) -> MeasureUnit | None:
    return load_measures().get(figure.unit)
