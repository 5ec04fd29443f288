"""Candidates: which pairs of units are worth comparing, found by an index of their rarer words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest, nsmallest
from itertools import islice
from math import log

from crossquote.grouping.units import Unit
from crossquote.text.similarity import Chances, Kind

_COMMONEST = 60
"""A word that more units have than this, or than the share below, finds nobody: others will."""
_COMMONEST_SHARE = 0.02
_WORDS = 24
"""So many of a unit's rarest words are looked up."""
_PAIRS, _PAIR_GAIN = 60, 3.0
"""So many pairs of words that follow one another are looked up too: they find quotes of everyday words alone."""
_KEPT = 8
"""So many candidates are kept for each unit, the likeliest first."""

_LEAST_SHARE = 0.25
"""A candidate that shares less than this part of what the likeliest one shares is not compared."""


def find_candidates(units: Sequence[Unit], chances: Mapping[str, Chances]) -> set[tuple[int, int]]:
    """Return the pairs (by number, the smaller first) that share rare words."""
    found: set[tuple[int, int]] = set()
    for space in sorted({space for unit in units for space in unit.spaces}):
        words = [_rarest(unit, space, chances[space]) for unit in units]
        postings: dict[str, list[int]] = defaultdict(list)
        for number, listed in enumerate(words):
            for _, word in listed:
                postings[word].append(number)
        limit = max(_COMMONEST, int(_COMMONEST_SHARE * len(units)))
        for number, listed in enumerate(words):
            found.update(_pair(number, other) for other in _likeliest(number, listed, postings, limit))
    return found


def _pair(first: int, second: int) -> tuple[int, int]:
    return (first, second) if first < second else (second, first)


def _rarest(unit: Unit, space: str, chances: Chances) -> list[tuple[float, str]]:
    """Return what finds a unit, as (what sharing it is worth, key): its rarest telling words, its neighbours."""
    one = unit.spaces.get(space)
    if one is None:
        return []
    weighed = [
        (-log(chances.frequency.get(word, 1.0)), word) for word, kind in one.kinds.items() if kind is not Kind.STOP
    ]
    pairs = sorted(map(" ".join, one.neighbours)) if len(one.neighbours) > _PAIRS else map(" ".join, one.neighbours)
    return [*nlargest(_WORDS, weighed), *((_PAIR_GAIN, pair) for pair in islice(pairs, _PAIRS))]


def _likeliest(
    number: int, listed: Sequence[tuple[float, str]], postings: Mapping[str, Sequence[int]], limit: int
) -> list[int]:
    """Return the units that share the most with unit `number`."""
    weights: dict[int, float] = defaultdict(float)
    for gain, key in listed:
        holders = postings[key]
        if 1 < len(holders) <= limit:
            for other in holders:
                weights[other] += gain
    weights.pop(number, None)
    least = _LEAST_SHARE * max(weights.values(), default=0.0)
    likely = [other for other, weight in weights.items() if weight >= least]
    return nsmallest(_KEPT, likely, key=lambda other: (-weights[other], other))
