"""Shards: a large mapping that is never altered; a few changes copy a few small parts of it, not all."""

from collections.abc import Callable, Collection, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from functools import partial
from itertools import chain, compress
from operator import is_not
from typing import Any, TypeVar, overload
from zlib import crc32

from crossquote.deferred import Deferred, Made, Unread

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")
Shard = dict[K, V] | Deferred[K, V] | Unread[K, V]
"""A part is there, or is made or read when it is asked for."""
KeyNumber = Callable[[Any], int]
"""What spreads keys over parts."""
_GROWN = 4
"""So many times more parts, or fewer, than a mapping of its size should have, and it is cut anew."""


class _ShardItems(ItemsView[K, V]):
    """Keys with values, part by part."""

    _mapping: "Shards[K, V]"

    def __iter__(self) -> Iterator[tuple[K, V]]:
        return chain.from_iterable(part.items() for part in self._mapping.parts)


class _ShardValues(ValuesView[V]):
    """Values, part by part."""

    _mapping: "Shards[Any, V]"

    def __iter__(self) -> Iterator[V]:
        return chain.from_iterable(part.values() for part in self._mapping.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Shards(Mapping[K, V]):
    """A mapping, cut into parts by the `number` of its keys; it has no order.

    What one has been made of by changes shares the other parts with it: what two differ in lies in the rest.
    """

    parts: tuple[Shard[K, V], ...] = ({},)
    size: int = 0
    number: KeyNumber = hash

    @classmethod
    def of(cls, mapping: Mapping[K, V], number: KeyNumber = hash) -> "Shards[K, V]":
        """Return what `mapping` holds."""
        count = _count(len(mapping))
        parts: list[dict[K, V]] = [{} for _ in range(count)]
        for key, value in mapping.items():
            parts[number(key) % count][key] = value
        return Shards(tuple(parts), len(mapping), number)

    @classmethod
    def deferred(cls, keys: Collection[K], make: Callable[[K], V]) -> "Shards[K, V]":
        """Return a mapping of `keys`, no two of them the same; the value of each is made when it is asked for."""
        count, made = _count(len(keys)), Made(make)
        parts: list[list[K]] = [[] for _ in range(count)]
        for key in keys:
            parts[hash(key) % count].append(key)
        return Shards(tuple(Deferred(part, made) for part in parts), len(keys))

    def valued(self, make: Callable[[K], D]) -> "Shards[K, D]":
        """Return a mapping of the same keys; the value of each is made when it is asked for, before, no key is read."""
        made = Made(make)
        parts = tuple(Unread[K, D](partial(Deferred, part, made)) for part in self.parts)
        return Shards(parts, self.size, self.number)

    def __getitem__(self, key: K) -> V:
        return self.parts[self.number(key) % len(self.parts)][key]

    def __contains__(self, key: object) -> bool:
        return key in self.parts[self.number(key) % len(self.parts)]

    def __iter__(self) -> Iterator[K]:
        return chain.from_iterable(self.parts)

    def __len__(self) -> int:
        return self.size

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...
    def get(self, key: K, /, default: V | D | None = None) -> V | D | None:
        """Return what `key` stands for."""
        return self.parts[self.number(key) % len(self.parts)].get(key, default)

    def items(self) -> ItemsView[K, V]:
        """Return the keys with their values."""
        return _ShardItems(self)

    def values(self) -> ValuesView[V]:
        """Return the values."""
        return _ShardValues(self)

    def changed(self, come: Mapping[K, V], gone: Collection[K] = ()) -> "Shards[K, V]":
        """Return the mapping without the keys `gone`, and with what has `come`."""
        fresh: dict[int, dict[K, V] | Deferred[K, V]] = {}
        count, size = len(self.parts), self.size
        for key in chain(gone, come):
            number = self.number(key) % count
            if number not in fresh:
                fresh[number] = self.parts[number].copy()
        for key in gone:
            part = fresh[self.number(key) % count]
            if key in part:
                del part[key]
                size -= 1
        for key, value in come.items():
            part = fresh[self.number(key) % count]
            size += key not in part
            part[key] = value
        parts = list(self.parts)
        for number, part in fresh.items():
            parts[number] = part
        made = Shards(tuple(parts), size, self.number)
        return made if count <= _GROWN * _count(size) <= _GROWN**2 * count else Shards.of(made, self.number)

    def beside(self, other: "Shards[K, V]") -> Iterator[tuple[Mapping[K, V], Mapping[K, V]]]:
        """Yield the parts of both in which two mappings may differ."""
        if len(self.parts) != len(other.parts) or self.number is not other.number:
            return iter(((self, other),))
        return compress(zip(self.parts, other.parts, strict=True), map(is_not, self.parts, other.parts))


def steady(key: str) -> int:
    """Return a number by which a text is spread alike in every run: Python's own hashes are others each time."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def _count(size: int) -> int:
    """Return into how many parts a mapping is cut: about as many as each has."""
    return 1 << (size.bit_length() + 1) // 2
