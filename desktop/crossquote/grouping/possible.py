"""What is possibly one utterance: pairs that something speaks for, though not enough to join them."""

from collections.abc import Iterator, Mapping, Sequence

from crossquote.grouping.bonds import chance
from crossquote.grouping.index import Index, sets_of

SURE = 0.9
"""Quotes at one place of two articles that go abreast are one utterance where they are so likely counterparts."""
_POSSIBLE = 0.4
"""What is less likely is nothing to speak of."""
_MOST = 0.8
"""What did not join them, though it is strong, has something against it."""
_SHOWN = 3
"""So many utterances are named as possibly the same."""


def counterparts_of(index: Index, number: int) -> Mapping[int, float]:
    """Return the units that have a counterpart of a unit in articles that go abreast, with how likely it is one."""
    found: dict[int, float] = {}
    for item in index.units[number].items:
        for other, likely in index.abreast.of(item).items():
            if index.unit_of[other] != number:
                found[index.unit_of[other]] = max(likely, found.get(index.unit_of[other], 0.0))
    return found


def list_possible(index: Index, clusters: Sequence[Sequence[int]]) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Return by utterance those of one component that are possibly the same, the likeliest first."""
    home = {number: row for row, cluster in enumerate(clusters) for number in cluster}
    found: dict[tuple[int, int], float] = {}
    for number, row in home.items():
        for other, likely in _likely(index, number):
            if other in home and home[other] != row and likely >= _POSSIBLE:
                pair = min(row, home[other]), max(row, home[other])
                found[pair] = max(likely, found.get(pair, 0.0))
    names = [index.units[cluster[0]].items[0].id for cluster in clusters]
    named: dict[str, list[tuple[str, float]]] = {}
    for (one, other), likely in found.items():
        if not _is_two(index, clusters[one], clusters[other]):
            named.setdefault(names[one], []).append((names[other], round(likely, 2)))
            named.setdefault(names[other], []).append((names[one], round(likely, 2)))
    return {name: tuple(sorted(others, key=lambda one: (-one[1], one[0]))[:_SHOWN]) for name, others in named.items()}


def _likely(index: Index, number: int) -> Iterator[tuple[int, float]]:
    for other, bond in index.bonds.get(number, {}).items():
        yield other, min(_MOST, chance(bond))
    for other, likely in counterparts_of(index, number).items():
        yield other, min(_MOST, likely)


def _is_two(index: Index, here: Sequence[int], there: Sequence[int]) -> bool:
    """Tell whether two utterances are two: the user said so, or an article has both."""
    first, second = (
        frozenset().union(*(index.units[number].articles for number in numbers)) for numbers in (here, there)
    )
    parted = any(not ids.isdisjoint(there) for number in here for ids in sets_of(index, index.decided.apart, number))
    return parted or not first.isdisjoint(second)
