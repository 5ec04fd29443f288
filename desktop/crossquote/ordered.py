"""Ordered: a large mapping in an order of its own that is never altered; a few changes copy a few small parts of it."""

from bisect import bisect_left
from collections.abc import Callable, Collection, ItemsView, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from typing import Any, TypeVar, overload

from msgspec import Struct

from crossquote.shards import Shards

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")
Rank = Any
"""What sorts the keys: no two have the same."""
_ROWS = 128
_RANK, _KEY, _VALUE, _ITEM = itemgetter(0), itemgetter(1), itemgetter(2), itemgetter(1, 2)


class _OrderedItems(ItemsView[K, V]):
    """Keys with values, in order."""

    _mapping: "Ordered[K, V]"

    def __iter__(self) -> Iterator[tuple[K, V]]:
        return map(_ITEM, self._mapping.rows)


class _OrderedValues(ValuesView[V]):
    """Values, in order."""

    _mapping: "Ordered[Any, V]"

    def __iter__(self) -> Iterator[V]:
        return map(_VALUE, self._mapping.rows)


@dataclass(frozen=True, slots=True, eq=False)
class Ordered(Mapping[K, V]):
    """A mapping in the order of its keys' ranks: what `known` has of a key, and `lines` of rows that lie in order.

    A row is a rank, a key and its value; a line has some hundred.
    """

    known: Shards[K, tuple[Rank, K, V]]
    lines: tuple[Sequence[tuple[Rank, K, V]], ...]

    @classmethod
    def of(cls, rows: Collection[tuple[Rank, K, V]]) -> "Ordered[K, V]":
        """Return a mapping of rows: rank, key and value of each."""
        ordered = iter(sorted(rows, key=_RANK))
        lines = tuple(iter(lambda: tuple(islice(ordered, _ROWS)), ()))
        return Ordered(Shards.of({row[1]: row for row in rows}), lines)

    def valued(self, make: Callable[[V], D]) -> "Ordered[K, D]":
        """Return a mapping of the same keys in the same order; each value is made of theirs when it is asked for."""
        rows = self.known

        def made(key: K) -> tuple[Rank, K, D]:
            rank, _, value = rows[key]
            return rank, key, make(value)

        known = rows.valued(made)
        return Ordered(known, tuple(_ValuedLine(line, known) for line in self.lines))

    @property
    def rows(self) -> Iterator[tuple[Rank, K, V]]:
        """All rows, in order."""
        return chain.from_iterable(self.lines)

    def __getitem__(self, key: K) -> V:
        return self.known[key][2]

    def __contains__(self, key: object) -> bool:
        return key in self.known

    def __iter__(self) -> Iterator[K]:
        return map(_KEY, self.rows)

    def __len__(self) -> int:
        return len(self.known)

    def items(self) -> ItemsView[K, V]:
        """Return the keys with their values, in order."""
        return _OrderedItems(self)

    def values(self) -> ValuesView[V]:
        """Return the values, in order."""
        return _OrderedValues(self)

    def rank(self, key: K) -> Rank:
        """Return what a key is sorted by."""
        return self.known[key][0]

    def with_values(self, come: Mapping[K, V], gone: Collection[K] = ()) -> "Ordered[K, V]":
        """Return the mapping without the keys `gone`, and with other values for some that it has, where they stand."""
        return self.changed({key: (self.rank(key), value) for key, value in come.items()}, gone)

    def changed(self, come: Mapping[K, tuple[Rank, V]], gone: Collection[K] = ()) -> "Ordered[K, V]":
        """Return the mapping without the keys `gone`, and with what has `come`: ranks and values."""
        rows = {key: (rank, key, value) for key, (rank, value) in come.items()}
        lines = _ChangingLines(list(self.lines))
        for key in {*gone, *come}:
            if key in self.known:
                lines.take_out(self.known[key])
        for row in rows.values():
            lines.put_in(row)
        told = tuple(tuple(line) if isinstance(line, list) else line for line in lines.lines)
        return Ordered(self.known.changed(rows, gone), told)


class _ValuedLine(Sequence[tuple[Rank, K, D]]):
    """A line of which the rows are `known` by the keys of another one's, and made when they are asked for."""

    __slots__ = ("_known", "_line")

    def __init__(self, line: Sequence[tuple[Rank, K, Any]], known: Shards[K, tuple[Rank, K, D]]) -> None:
        self._line, self._known = line, known

    @overload
    def __getitem__(self, place: int) -> tuple[Rank, K, D]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[tuple[Rank, K, D]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Rank, K, D] | Sequence[tuple[Rank, K, D]]:
        if isinstance(place, slice):
            return _ValuedLine(self._line[place], self._known)
        return self._known[self._line[place][1]]

    def __len__(self) -> int:
        return len(self._line)


class _ChangingLines(Struct):
    """The lines while they change: those that do are lists."""

    lines: list[Any]

    def take_out(self, row: tuple[Rank, Any, Any]) -> None:
        """Take a row out, and its line where that is empty then."""
        number, place = self._find(row[0])
        line = self._line(number)
        del line[place]
        if not line:
            del self.lines[number]

    def put_in(self, row: tuple[Rank, Any, Any]) -> None:
        """Put a row in where its rank belongs."""
        if not self.lines:
            self.lines.append([])
        number, place = self._find(row[0]) if self.lines[0] else (0, 0)
        line = self._line(number)
        line.insert(place, row)
        if len(line) > 2 * _ROWS:
            self.lines[number : number + 1] = [line[:_ROWS], line[_ROWS:]]

    def _find(self, rank: Rank) -> tuple[int, int]:
        """Return the line where a rank stands or belongs, and its place there."""
        number = min(bisect_left(self.lines, rank, key=_last), len(self.lines) - 1)
        return number, bisect_left(self.lines[number], rank, key=_RANK)

    def _line(self, number: int) -> list[Any]:
        if not isinstance(self.lines[number], list):
            self.lines[number] = list(self.lines[number])
        line: list[Any] = self.lines[number]
        return line


def _last(line: Sequence[tuple[Rank, Any, Any]]) -> Rank:
    return line[-1][0]
