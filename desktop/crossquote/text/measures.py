"""Measures: a number with its unit, and what it comes to in another one (100 km ≈ 62 miles)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossquote.model.span import Span
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.money import unit_of
from crossquote.text.numbers import Number, NumberKind
from crossquote.text.quantity import Quantity, Sort
from crossquote.text.words import Word


@dataclass(frozen=True, slots=True)
class MeasureUnit:
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


def measure_at(words: Sequence[Word], number: Number, units: Mapping[str, str]) -> Quantity | None:
    """Return the measurement that `number` is part of, None where it counts something else."""
    last = number.words[1]
    if number.kind not in (NumberKind.CARDINAL, NumberKind.ROUGH, NumberKind.SHARE) or last >= len(words):
        return None
    unit = unit_of(words[last].key, units)
    if unit is None:
        return None
    span = Span(number.span.start, words[last].span.end)
    return Quantity(Sort.MEASUREMENT, span, number.values, number.kind, unit, weak=number.weak, parts=(number.value,))


def in_base_unit(quantity: Quantity) -> tuple[str, tuple[float, ...]] | None:
    """Return what is measured, and the values in its base unit; None where the unit can't be converted."""
    unit = load_measures().get(quantity.unit)
    return None if unit is None else (unit.dimension, tuple(v * unit.factor + unit.zero for v in quantity.values))
