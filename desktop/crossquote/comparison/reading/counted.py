"""Counted: the quantities of one side by their values; those that may say the same are found without all pairs."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from crossquote.comparison.reading.places import lying_at
from crossquote.model.span import Span
from crossquote.text.measures import DEGREE, in_base_unit
from crossquote.text.numbers import NumberKind
from crossquote.text.quantity import Quantity, Sort

_APART = 1e-5
"""Values further apart than this share of them are not the same, whatever rounding did."""
_CONVERTED = 0.07
"""Nor are measures in two units, whatever was rounded when they were converted."""
_ENOUGH = 2
_FACING = 100
"""Of more quantities in one place nothing tells which of them faces another."""
_NOWHERE = Span(0, 0)
_Values = list[tuple[float, int]]


class Counted:
    """The quantities of one side, in their order, to be asked which may say the same as another, or lie at a place."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._all = quantities
        self._reach = max((len(one.span) for one in quantities), default=0)
        self._told = tuple(_first_two(quantities))
        self._wide = [number for number, one in enumerate(self._told) if is_wide(one)]
        self._values = sorted((value, number) for number, one in enumerate(self._told) for value in one.values)
        self._measured: dict[str, dict[str, _Values]] = {}
        for number, one in enumerate(self._told):
            dimension, values = in_base_unit(one) or ("", ())
            by_unit = self._measured.setdefault(dimension, {}).setdefault(one.unit, [])
            by_unit += [(value, number) for value in values]
        for by in self._measured.values():
            for listed in by.values():
                listed.sort()

    def like(self, quantity: Quantity) -> Sequence[Quantity]:
        """Return those that may say the same as `quantity`, and some others: a plain number only near its values.

        Of those that are alike in all but their place, two are enough to tell.
        """
        if is_wide(quantity):
            return self._told
        numbers = {*self._wide, *_near(self._values, quantity.values, _APART)}
        dimension, values = in_base_unit(quantity) or ("", ())
        for unit, measured in self._measured.get(dimension, {}).items():
            if unit != quantity.unit:
                numbers.update(_near(measured, values, _CONVERTED))
        return [self._told[number] for number in sorted(numbers)]

    def at(self, span: Span) -> list[Quantity]:
        """Return those that overlap `span`, none where there are very many."""
        return lying_at(self._all, span, self._reach, _FACING)


def meaning(quantity: Quantity) -> Quantity:
    """Return a quantity without its place: equal for those that say the same."""
    return replace(quantity, span=_NOWHERE)


def _first_two(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the first two of those that are alike in all but their place."""
    if len(quantities) <= _ENOUGH:
        yield from quantities
        return
    seen: Counter[Quantity] = Counter()
    for one in quantities:
        said = meaning(one)
        seen[said] += 1
        if seen[said] <= _ENOUGH:
            yield one


def _near(listed: _Values, values: Iterable[float], apart: float) -> Iterator[int]:
    """Yield the numbers of those that have a value within a share of one of `values`."""
    for value in values:
        reach = apart * abs(value) + _APART
        first = bisect_left(listed, (value - reach, -1))
        yield from (number for _, number in listed[first : bisect_left(listed, (value + reach, -1), lo=first)])


def is_wide(quantity: Quantity) -> bool:
    """Tell whether a quantity may say the same as one of quite another value: a date, a time, "hundreds", degrees."""
    told = quantity.kind is NumberKind.ROUGH or quantity.day is not None or quantity.sort is Sort.TIME
    return told or quantity.unit == DEGREE
