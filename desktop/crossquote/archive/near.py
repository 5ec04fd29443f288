"""Near: which units of an archive share the most of what is rare with one, however many quotes the archive has."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossquote.archive.holders import HeldKeys
from crossquote.archive.keys import key_number
from crossquote.archive.unit_reader import ReadUnit, UnitReader
from crossquote.grouping.candidates import KEPT, LEAST_SHARE, list_keys
from crossquote.grouping.units import MEANINGS

_LOOKED_AT = 300
"""So many units are looked at that share something with one, those of the rarest keys first. More of them find those
that are nearest, and nobody else: of what is said in many ways, less comes together (B-cubed .97, not .99)."""


class Near(Struct, frozen=True):
    """What finds the units of an archive, what reads them, and which are in each language."""

    holders: HeldKeys
    reader: UnitReader
    languages: Mapping[str, range]

    def to(self, number: int) -> Iterator[int]:
        """Yield the units that share the most with one, the likeliest first, few at most."""
        read = self.reader.read(number)
        own = self.languages[read.unit.language.code] if read.unit.language.told else range(0)
        shared = {**self._sums(read, MEANINGS, own)}
        if own:
            shared |= self._sums(read, read.unit.language.code, None)
        shared.pop(number, None)
        spoken = max(self.reader.gains([read.unit]).values(), default=0)
        least = max(self.reader.setting.needed - spoken, LEAST_SHARE * max(shared.values(), default=0))
        likely = sorted([(-gain, other) for other, gain in shared.items() if gain >= least])
        yield from (other for _, other in likely[:KEPT])

    def _sums(self, read: ReadUnit, space: str, but: range | None) -> Mapping[int, int]:
        """Return what units share with one in one space, `but` for those that are compared in another."""
        if space not in read.unit.spaces:
            return {}
        keys = list_keys(read.unit, space, self.reader.chances(read, space))
        held = [(_without(self.holders.of(key_number(space, key)), but), gain) for key, gain in keys.items()]
        sums: dict[int, int] = defaultdict(int)
        looked = 0
        for units, gain in sorted(held, key=lambda one: len(one[0])):
            looked += len(units)
            if looked > _LOOKED_AT:
                break
            for unit in units:
                sums[unit] += gain
        return sums


def _without(units: Sequence[int], some: range | None) -> Sequence[int]:
    """Return units, which are in order, but for some that follow one another."""
    if not some:
        return units
    return [*units[: bisect_left(units, some.start)], *units[bisect_left(units, some.stop) :]]
