"""What an edit changed: views refresh on this alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import is_not
from types import MappingProxyType
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Changes:
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
    return mapping.copy() if isinstance(mapping, MappingProxyType | dict) else dict(mapping)


def differing(before: Mapping[K, object], after: Mapping[K, object]) -> frozenset[K]:
    """Return the keys that were added, removed, or stand for another value.

    Values are told apart by identity first, and only then by what they say: a mapping of which an edit left most as it
    was is looked through in no time.
    """
    if before is after:
        return frozenset()
    return _differing(_ByIdentity(before), _ByIdentity(after))


def exchanged(before: Mapping[K, object], after: Mapping[K, object]) -> list[K]:
    """Return the keys of `after` that stand for another object than in `before`, or had none there."""
    if list(before) == list(after):  # as a rule: then no key is looked up
        return list(compress(after, map(is_not, after.values(), before.values())))
    return [key for key, value in after.items() if before.get(key, _NOTHING) is not value]


class _ByIdentity:
    """A mapping that is known again by being the same object: a state's are never altered."""

    def __init__(self, mapping: Mapping[Any, object]) -> None:
        self.mapping = mapping

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.mapping is self.mapping

    def __hash__(self) -> int:
        return id(self.mapping)


@lru_cache(maxsize=16)
def _differing(one: _ByIdentity, other: _ByIdentity) -> frozenset[Any]:
    """Return what differs; kept for a while, since each step asks it several times of the same two states."""
    before, after = one.mapping, other.mapping
    others = exchanged(before, after)
    found = frozenset(key for key in others if key not in before or before[key] != after[key])
    if len(before) + sum(key not in before for key in others) == len(after):
        return found
    return found | (before.keys() - after.keys())
