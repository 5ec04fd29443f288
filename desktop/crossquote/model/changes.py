"""What an edit changed: views refresh on this alone."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import compress, repeat
from operator import is_not
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct

from crossquote.identity import ByIdentity
from crossquote.ordered import Ordered
from crossquote.shards import Shards

K = TypeVar("K")
V = TypeVar("V")
_NOTHING = object()


class Changes(Struct, frozen=True):
    """The ids of what was added, altered or removed, by kind. Empty where nothing happened."""

    articles: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    utterances: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.articles | other.articles, self.quotes | other.quotes, self.utterances | other.utterances)

    def __bool__(self) -> bool:
        return bool(self.articles or self.quotes or self.utterances)


def copied(mapping: Mapping[K, V]) -> dict[K, V]:
    """Return a copy to be changed; `dict` asks a proxy for each of its keys, and takes ten times as long."""
    return mapping.copy() if isinstance(mapping, MappingProxyType | dict) else dict(mapping.items())


def with_values(before: Mapping[K, V], come: Mapping[K, V], gone: Collection[K] = ()) -> Mapping[K, V]:
    """Return `before` without the keys `gone`, and with other values for some that it has, where they stand."""
    if not come and not gone:
        return before
    if isinstance(before, Ordered):
        return before.with_values(come, gone)
    kept = copied(before)
    kept.update(come)
    for key in gone:
        kept.pop(key, None)
    return MappingProxyType(kept)


def differing(before: Mapping[K, object], after: Mapping[K, object]) -> frozenset[K]:
    """Return the keys that were added, removed, or stand for another value.

    Values are told apart by identity first, and only then by what they say: a mapping of which an edit left most as it
    was is looked through in no time.
    """
    if before is after:
        return frozenset()
    if not before:
        return frozenset(after)
    return _differing(ByIdentity(before), ByIdentity(after))


def exchanged(before: Mapping[K, object], after: Mapping[K, object]) -> list[K]:
    """Return the keys of `after` that stand for another object than in `before`, or had none there."""
    return [key for one, other in _beside(before, after) for key in _exchanged(one, other)]


def _exchanged(before: Mapping[K, object], after: Mapping[K, object]) -> list[K]:
    if len(before) == len(after) and list(before) == list(after):  # as a rule: then no key is looked up
        return list(compress(after, map(is_not, after.values(), before.values())))
    stood = map(copied(before).get, after, repeat(_NOTHING))
    return list(compress(after, map(is_not, after.values(), stood)))


def _beside(before: Mapping[K, V], after: Mapping[K, V]) -> Iterator[tuple[Mapping[K, V], Mapping[K, V]]]:
    """Yield what may differ of two mappings: of those that were made of one another by changes, a few small parts."""
    if isinstance(before, Shards) and isinstance(after, Shards):
        return before.beside(after)
    if isinstance(before, Ordered) and isinstance(after, Ordered):
        return ((_values(one), _values(other)) for one, other in before.known.beside(after.known))
    return iter(((before, after),))


def _values(rows: Mapping[K, tuple[Any, K, V]]) -> Mapping[K, V]:
    return {key: row[2] for key, row in rows.items()}


@lru_cache(maxsize=16)
def _differing(one: ByIdentity[Mapping[Any, object]], other: ByIdentity[Mapping[Any, object]]) -> frozenset[Any]:
    """Return what differs; kept for a while, since each step asks it several times of the same two states."""
    parts = _beside(one.value, other.value)
    return frozenset(key for before, after in parts for key in _differing_in(before, after))


def _differing_in(before: Mapping[Any, object], after: Mapping[Any, object]) -> Iterator[Any]:
    others = _exchanged(before, after)
    yield from (key for key in others if key not in before or before[key] != after[key])
    if len(before) + sum(key not in before for key in others) != len(after):
        yield from (key for key in before if key not in after)
