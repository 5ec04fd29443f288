"""Near: which units of an archive share the most of what is rare with one, however many quotes the archive has."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice

from msgspec import Struct

from crossquote.archive.holders import MOST, HeldKeys
from crossquote.archive.keys import key_number
from crossquote.archive.shared import add_up
from crossquote.archive.unit_reader import ReadUnit, UnitReader
from crossquote.grouping.candidates import KEPT, LEAST_SHARE, list_keys
from crossquote.grouping.units import MEANINGS

_RARE = 300
"""So many units, those of the rarest keys, are looked at that share anything with one; of the rest, who shares two."""
_ABROAD = 2
"""So many of those that are kept are in other languages, where there are: what is nearest is always in one's own, and
renditions in two languages would stay two utterances."""


class Near(Struct, frozen=True):
    """What finds the units of an archive, what reads them, and which are in each language."""

    holders: HeldKeys
    reader: UnitReader
    languages: Mapping[str, range]

    def to(self, number: int) -> Iterator[int]:
        """Yield the units that share the most with one, `KEPT` at most, some of them in other languages."""
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
        held.sort(key=lambda one: len(one[0]))
        sizes = [*accumulate(len(units) for units, _ in held)]
        rare = bisect_right(sizes, _RARE)
        return add_up(held[:rare], held[rare : bisect_right(sizes, MOST)])


def _without(units: Sequence[int], some: range) -> Sequence[int]:
    """Return units, which are in order, but for some that follow one another."""
    if not some:
        return units
    return [*units[: bisect_left(units, some.start)], *units[bisect_left(units, some.stop) :]]
