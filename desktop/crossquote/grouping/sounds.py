"""Sounds of names: whether two are alike, and which of many are alike one, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable
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
    """Many sounds, by the letters that stand side by side in them: two that are alike have such a pair in common.

    They do since, by the least of their likeness, a letter is altered, or one put in, for each pair that is left.
    """

    def __init__(self, sounds: Iterable[str]) -> None:
        self._by_pair: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._like: dict[str, tuple[str, ...]] = {}
        for sound in sounds:
            if len(sound) > _SHORT:
                for pair in pairwise(sound):
                    self._by_pair[pair].add(sound)

    def like(self, sound: str) -> tuple[str, ...]:
        """Return the sounds that are alike `sound`, itself first."""
        if len(sound) <= _SHORT:
            return (sound,)
        if sound not in self._like:
            near = set().union(*(self._by_pair.get(pair, ()) for pair in pairwise(sound))) - {sound}
            alike = process.extract(sound, near, scorer=ratio, score_cutoff=ALIKE, limit=_MOST + 1)
            self._like[sound] = (sound, *(other for other, _, _ in alike)) if len(alike) <= _MOST else (sound,)
        return self._like[sound]
