"""Sounds of names: whether two are alike, and which of many are alike one, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

ALIKE = 80.0
"""Two parts of names sound alike from here on."""
_SHORT = 3
"""What has so few letters is alike nothing but itself."""
_MOST = 300
"""What is alike more than this is known by itself alone: no set of articles has so many names that sound alike."""


def sounds_like(first: str, second: str) -> bool:
    """Tell whether two parts of names sound alike."""
    return first == second or (len(first) > _SHORT and len(second) > _SHORT and ratio(first, second) >= ALIKE)


class Sounds:
    """Many sounds, by the letters that stand side by side in them: two that are alike have such pairs in common.

    By the least of their likeness so few letters are left out or put in that some of any so many pairs are left, those
    that the fewest have too.
    """

    def __init__(self, sounds: Iterable[str] = ()) -> None:
        self._by_pair: dict[int, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
        self._like: dict[str, tuple[str, ...]] = {}
        for sound in sounds:
            self.add(sound)

    def add(self, sound: str) -> None:
        """Know one more sound, before any is asked for."""
        if len(sound) > _SHORT:
            for pair in pairwise(sound):
                self._by_pair[len(sound)][pair].add(sound)

    def like(self, sound: str) -> tuple[str, ...]:
        """Return the sounds that are alike `sound`, itself first."""
        if len(sound) <= _SHORT:
            return (sound,)
        if sound not in self._like:
            self._like[sound] = (sound, *self._others(sound))
        return self._like[sound]

    def _others(self, sound: str) -> AbstractSet[str]:
        """Return the sounds that are alike `sound`, none where they are too many: no more are looked at then."""
        alike: set[str] = set()
        for near in self._near(sound):
            for other, _, _ in process.extract_iter(sound, near, scorer=ratio, score_cutoff=ALIKE):
                alike.add(other)
                if len(alike) > _MOST + 1:
                    return frozenset()
        return alike - {sound}

    def _near(self, sound: str) -> Iterator[AbstractSet[str]]:
        """Yield sounds among which all are that are alike `sound`: those that have one of its rarest pairs."""
        pairs = set(pairwise(sound))
        for length, by_pair in self._by_pair.items():
            lost = _most_lost(len(sound), length)
            if lost is not None:
                held = sorted((by_pair[pair] for pair in pairs if pair in by_pair), key=len)
                yield from held[: max(0, lost + 1 - (len(pairs) - len(held)))]


def _most_lost(length: int, other: int) -> int | None:
    """Return how many of the pairs in a sound of `length` letters one of `other` letters that is alike can lack.

    A letter that is left out takes two pairs with it, one that is put in takes one. None where none is alike.
    """
    altered = int((length + other) * (100 - ALIKE) / 100)
    if altered < abs(length - other):
        return None
    out = (altered + length - other) // 2
    return 2 * out + (out + other - length)
