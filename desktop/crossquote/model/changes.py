"""What an edit changed: views refresh on this alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

K = TypeVar("K")
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


def differing(before: Mapping[K, object], after: Mapping[K, object]) -> frozenset[K]:
    """Return the keys that were added, removed, or stand for another value.

    Values are told apart by identity first, and only then by what they say: a mapping of which an edit left most as it
    was is looked through in no time.
    """
    if before is after:
        return frozenset()
    others = [key for key, value in after.items() if before.get(key, _NOTHING) is not value]
    found = frozenset(key for key in others if key not in before or before[key] != after[key])
    if len(before) + sum(key not in before for key in others) == len(after):
        return found
    return found | (before.keys() - after.keys())
