"""Pairs: the units that are compared with each other, and how they are bound, worked out where something changed."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from crossquote.grouping.bonds import Bond, Setting, bind
from crossquote.grouping.candidates import Candidates
from crossquote.grouping.index import Index, parted
from crossquote.grouping.units import Unit
from crossquote.shards import Shards

Couple = tuple[int, int]


class Paired(Struct, frozen=True):
    """The units that each unit is compared with, the pairs that were not before, and the units that have others."""

    pairs: Shards[int, tuple[int, ...]]
    fresh: AbstractSet[Couple]
    moved: AbstractSet[int]


class Bonds(Struct):
    """How units are bound: what is known, and the rest when it is asked for; each pair is worked out once.

    What is `known` of a unit that is `stale` does not hold any more.
    """

    units: Mapping[int, Unit]
    setting: Setting
    known: Mapping[int, Mapping[int, Bond]]
    stale: AbstractSet[int]
    found: dict[Couple, Bond] = field(default_factory=dict)

    def of(self, one: int, other: int) -> Bond:
        """Return how two units are bound."""
        return self.between(*self.ordered(one, other))

    def between(self, first: int, second: int) -> Bond:
        """Return how two units are bound that stand in the order of their keys."""
        bond = self.found.get((first, second))
        if bond is None and first not in self.stale and second not in self.stale:
            bond = self.known.get(first, {}).get(second)
        if bond is None:
            bond = self.found[first, second] = bind(self.units[first], self.units[second], self.setting)
        return bond

    def ordered(self, one: int, other: int) -> Couple:
        """Return two units in the order of their keys."""
        return (one, other) if self.units[one].key <= self.units[other].key else (other, one)


def pair_up(index: Index, candidates: Mapping[str, Candidates], moved: AbstractSet[int]) -> Paired:
    """Return the pairs of units after those `moved` may have other candidates than before."""
    pairs: dict[int, set[int]] = {}
    fresh: set[Couple] = set()
    for number in moved:
        before, after = _near(index.candidates, number), _near(candidates, number)
        for other in before - after:
            if number not in _near(candidates, other):
                _own(index, pairs, number).discard(other)
                _own(index, pairs, other).discard(number)
        for other in after - before:
            if other not in _own(index, pairs, number):
                _own(index, pairs, number).add(other)
                _own(index, pairs, other).add(number)
                fresh.add((number, other))
    kept = {number: tuple(sorted(others)) for number, others in pairs.items()}  # a set of so few takes many times that
    return Paired(index.pairs.changed(*parted(kept)), fresh, pairs.keys())


def _own(index: Index, pairs: dict[int, set[int]], number: int) -> set[int]:
    """Return the pairs of a unit, to be changed."""
    if number not in pairs:
        pairs[number] = set(index.pairs.get(number, ()))
    return pairs[number]


def _near(candidates: Mapping[str, Candidates], number: int) -> set[int]:
    return {other for one in candidates.values() for other in one.likely.get(number, ())[1::2]}
