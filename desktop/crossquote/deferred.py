"""Deferred: mappings whose values are made, or read, when somebody asks for them; most of a large one nobody does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_LATER: Any = object()
"""Stands for a value that is made when it is asked for."""


class Made(dict[K, V]):
    """What is made of keys, each once, when it is asked for."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        """Make the value of `key`."""
        made = self[key] = self._make(key)
        return made


class Deferred(MutableMapping[K, V]):
    """A mapping that knows its keys, and has their values `made`; copies share what was made, and can be changed."""

    __slots__ = ("_made", "_values")

    def __init__(self, keys: Iterable[K], made: Made[K, V]) -> None:
        self._values: dict[K, V] = dict.fromkeys(keys, _LATER)
        self._made = made

    def copy(self) -> "Deferred[K, V]":
        """Return a mapping of the same values, to be changed."""
        copied = Deferred[K, V]((), self._made)
        copied._values = self._values.copy()
        return copied

    def __getitem__(self, key: K) -> V:
        value = self._values[key]
        return self._made[key] if value is _LATER else value

    def __setitem__(self, key: K, value: V) -> None:
        self._values[key] = value

    def __delitem__(self, key: K) -> None:
        del self._values[key]

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[K]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Unread(Mapping[K, V]):
    """A mapping that is read, all of it, once it is asked for anything."""

    __slots__ = ("_known", "_read")

    def __init__(self, read: Callable[[], dict[K, V] | Deferred[K, V]]) -> None:
        self._read: Callable[[], dict[K, V] | Deferred[K, V]] | None = read
        self._known: dict[K, V] | Deferred[K, V] = {}

    @property
    def known(self) -> dict[K, V] | Deferred[K, V]:
        """All that it holds."""
        read = self._read
        if read is not None:
            self._known, self._read = read(), None
        return self._known

    def copy(self) -> dict[K, V] | Deferred[K, V]:
        """Return a copy, to be changed."""
        return self.known.copy()

    def __getitem__(self, key: K) -> V:
        return self.known[key]

    def __contains__(self, key: object) -> bool:
        return key in self.known

    def __iter__(self) -> Iterator[K]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
