"""Quantities: numbers with what they count, and dates and times, as a text gives them."""

from enum import StrEnum

from msgspec import Struct

from crossquote.model.span import Span
from crossquote.text.numbers import Number, NumberKind


class Sort(StrEnum):
    """What a quantity is; also the id of the check that judges it."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    MEASUREMENT = "measurement"


class Day(Struct, frozen=True):
    """A date as far as it is given; `offset` counts days from the day of the article ("yesterday" is -1)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None

    @property
    def parts(self) -> tuple[int | None, int | None]:
        """The month and the day of the month, which tell dates of one article apart."""
        return self.month, self.day


class Quantity(Struct, frozen=True):
    """A number with what it counts, or a date or time.

    `values` are all values that the number may stand for, `unit` the currency (ISO 4217) or the unit,
    `parts` the plain numbers inside a date or time (day, year, hour, minute).
    """

    sort: Sort
    span: Span
    values: tuple[float, ...] = ()
    kind: NumberKind = NumberKind.CARDINAL
    unit: str = ""
    weak: bool = False
    day: Day | None = None
    parts: tuple[float, ...] = ()


def same_value(one: float, other: float) -> bool:
    """Tell whether two values are the same but for rounding in the machine."""
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other), 1e-9)


def plain(number: Number) -> Quantity:
    """Return a number that counts nothing in particular."""
    return Quantity(Sort.NUMBER, number.span, number.values, number.kind, weak=number.weak, parts=(number.value,))
