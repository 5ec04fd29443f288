"""Near: which units of an archive share the most of what is rare with one, however many quotes the archive has."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec import Struct

from crossquote.archive.holders import MOST, HeldKeys
from crossquote.archive.keys import key_number
from crossquote.archive.unit_reader import ReadUnit, UnitReader
from crossquote.grouping.candidates import KEPT, LEAST_SHARE, list_keys
from crossquote.grouping.units import MEANINGS

_RARE = 300
"""So many units are looked at that share anything with one, those of the rarest keys first; of those that come after
them only the ones that share two things: there are many more, and who shares one of them alone does so by chance."""
_ABROAD = 2
"""So many of those that are kept are in other languages, where there are: what is nearest is always in one's own, and
renditions in two languages would stay two utterances."""


class Near(Struct, frozen=True):
    """What finds the units of an archive, what reads them, and which are in each language."""

    holders: HeldKeys
    reader: UnitReader
    languages: Mapping[str, range]

    def to(self, number: int) -> Iterator[int]:
        """Yield the units that share the most with one, few at most."""
        read = self.reader.read(number)
        own = self.languages[read.unit.language.code] if read.unit.language.told else range(0)
        home = self._likely(read, number, read.unit.language.code, range(0)) if own else []
        abroad = self._likely(read, number, MEANINGS, own)
        several = chain(home[: KEPT - _ABROAD], abroad[:_ABROAD], home[KEPT - _ABROAD :], abroad[_ABROAD:])
        yield from islice(several, KEPT)

    def _likely(self, read: ReadUnit, number: int, space: str, but: range) -> Sequence[int]:
        """Return the units that share the most in one space, the likeliest first."""
        shared = {other: gain for other, gain in self._sums(read, space, but).items() if other != number}
        spoken = max(self.reader.gains([read.unit]).values(), default=0)
        least = max(self.reader.setting.needed - spoken, LEAST_SHARE * max(shared.values(), default=0))
        likely = sorted([(-gain, other) for other, gain in shared.items() if gain >= least])
        return [other for _, other in likely[:KEPT]]

    def _sums(self, read: ReadUnit, space: str, but: range) -> Mapping[int, int]:
        """Return what units share with one in one space, `but` for those that are compared in another."""
        if space not in read.unit.spaces:
            return {}
        keys = list_keys(read.unit, space, self.reader.chances(read, space))
        held = [(_without(self.holders.of(key_number(space, key)), but), gain) for key, gain in keys.items()]
        looked_at = [*_at_most(MOST, sorted(held, key=lambda one: len(one[0])))]
        worth = _worth_it(units for units, _ in looked_at)
        sums: dict[int, int] = defaultdict(int)
        for units, gain in looked_at:
            for unit in worth.intersection(units):
                sums[unit] += gain
        return sums


def _at_most(most: int, held: Iterable[tuple[Sequence[int], int]]) -> Iterator[tuple[Sequence[int], int]]:
    """Yield what the first keys find, so many units in all."""
    looked = 0
    for units, gain in held:
        looked += len(units)
        if looked > most:
            return
        yield units, gain


def _worth_it(held: Iterable[Sequence[int]]) -> set[int]:
    """Return the units of the first keys, and those of the others that two have."""
    worth: set[int] = set()
    seen: set[int] = set()
    for units in held:
        worth.update(units if len(seen) + len(units) <= _RARE else seen.intersection(units))
        seen.update(units)
    return worth


def _without(units: Sequence[int], some: range) -> Sequence[int]:
    """Return units, which are in order, but for some that follow one another."""
    if not some:
        return units
    return [*units[: bisect_left(units, some.start)], *units[bisect_left(units, some.stop) :]]
