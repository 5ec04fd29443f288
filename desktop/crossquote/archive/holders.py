"""Holders: which units of an archive have what finds a quote, read from the postings of all shards, slice by slice.

They lie in files that go with the program and are mapped into memory: what is not looked at takes none.
"""

import mmap
import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import IO, Literal

from msgspec import Struct

from crossquote.archive.roll import Roll
from crossquote.grouping.item import LABEL
from crossquote.progress import Step, Work
from crossquote.text.chances import RENDERED

MOST = 3000
"""A key that more units have than this finds nobody: others will. No more are looked at for one unit, either."""
_SLICES = 128
_KEYS = 1 << 32
_WAITING = 100_000
"""So many numbers are written at once."""


class HeldKeys(Struct, frozen=True):
    """The units that each key finds, where there are several; and how many quotes have one that many have."""

    keys: "memoryview[int]"
    starts: "memoryview[int]"
    units: "memoryview[int]"
    common: Mapping[int, int]

    def of(self, key: int) -> Sequence[int]:
        """Return the units that a key finds; none where it finds one alone, or very many."""
        place = bisect_left(self.keys, key)
        if place == len(self.keys) or self.keys[place] != key:
            return ()
        return self.units[self.starts[place] : self.starts[place + 1]]


def list_holders(shards: Sequence[sqlite3.Connection], roll: Roll, kept: ExitStack) -> Work[HeldKeys]:
    """Return what finds the units of an archive, as long as `kept` is open."""
    keys, starts, units = (kept.enter_context(_column(kind)) for kind in "IQI")
    common: dict[int, int] = {}
    for number in range(_SLICES):
        yield Step(number, _SLICES, LABEL)
        found = _slice(shards, roll, number)
        for key in sorted(found):
            held = found[key]
            if len(held) > RENDERED:
                common[key] = len(held)
            if 1 < len(few := {*held}) <= MOST:
                keys.add(key)
                starts.add(units.size)
                units.add(*sorted(few))
    starts.add(units.size)
    return HeldKeys(keys.mapped(kept), starts.mapped(kept), units.mapped(kept), common)


def _slice(shards: Sequence[sqlite3.Connection], roll: Roll, number: int) -> Mapping[int, list[int]]:
    """Return the units of each key of a slice of all keys, once for each quote."""
    statement = "SELECT CAST(key AS INTEGER), CAST(quote AS INTEGER) FROM postings WHERE key >= ? AND key < ?"
    bounds = number * _KEYS // _SLICES, (number + 1) * _KEYS // _SLICES
    found: dict[int, list[int]] = defaultdict(list)
    for shard, units in zip(shards, roll.unit_of, strict=True):
        for key, quote in shard.execute(statement, bounds):
            if quote in units:
                found[key].append(units[quote])
    return found


class _NumberColumn(Struct):
    """Numbers of one kind, on their way into a file."""

    file: IO[bytes]
    waiting: "array[int]"
    size: int = 0

    def add(self, *numbers: int) -> None:
        self.waiting.extend(numbers)
        self.size += len(numbers)
        if len(self.waiting) > _WAITING:
            self._write()

    def mapped(self, kept: ExitStack) -> "memoryview[int]":
        """Return all of them, mapped into memory."""
        self._write()
        kind: Literal["I", "Q"] = "I" if self.waiting.typecode == "I" else "Q"
        if not self.size:
            return memoryview(b"").cast(kind)
        mapped = kept.enter_context(mmap.mmap(self.file.fileno(), 0, access=mmap.ACCESS_READ))
        return kept.enter_context(kept.enter_context(memoryview(mapped)).cast(kind))

    def _write(self) -> None:
        self.file.write(self.waiting.tobytes())
        self.file.flush()
        del self.waiting[:]


@contextmanager
def _column(kind: str) -> Iterator[_NumberColumn]:
    with TemporaryFile() as file:
        yield _NumberColumn(file, array(kind))
