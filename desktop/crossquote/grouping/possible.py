"""What is possibly one utterance: pairs that something speaks for, though not enough to join them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossquote.grouping.bonds import Bond, chance
from crossquote.grouping.evidence import ABREAST, doubt, together
from crossquote.grouping.index import Index, sets_of
from crossquote.grouping.units import Unit
from crossquote.message import SILENCE, Message
from crossquote.model.utterance import Possible

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


class _Tie(Struct, frozen=True):
    """What speaks for two units being one, and how likely it makes that: their `bond`, or their place without one."""

    likely: float
    units: tuple[Unit, Unit]
    bond: Bond | None

    @property
    def rank(self) -> tuple[float, float, list[tuple[str, ...]]]:
        """What sorts the strongest first, the same way whatever numbers the units have."""
        return -self.likely, -self.bond.score if self.bond is not None else 0.0, [unit.key for unit in self.units]


def list_possible(index: Index, clusters: Sequence[Sequence[int]]) -> Mapping[str, tuple[Possible, ...]]:
    """Return by utterance those of one component that are possibly the same, the likeliest first."""
    home = {number: row for row, cluster in enumerate(clusters) for number in cluster}
    ties: dict[tuple[int, int], list[_Tie]] = {}
    for number, row in home.items():
        for other, tie in _ties(index, number):
            if other in home and home[other] != row and tie.likely >= _POSSIBLE:
                ties.setdefault((row, home[other]), []).append(tie)
    names = [index.units[cluster[0]].items[0].id for cluster in clusters]
    named: dict[str, list[tuple[float, str, list[_Tie]]]] = {}
    for (one, other), found in ties.items():
        if not _is_two(index, clusters[one], clusters[other]):
            named.setdefault(names[one], []).append((-max(tie.likely for tie in found), names[other], found))
    return {
        name: tuple(Possible(key, round(-rank, 2), _reason(found)) for rank, key, found in sorted(others)[:_SHOWN])
        for name, others in named.items()
    }


def _ties(index: Index, number: int) -> Iterator[tuple[int, _Tie]]:
    """Yield the units that something ties to a unit, each with what that is."""
    here = index.units[number]
    for other, bond in index.bonds.get(number, {}).items():
        yield other, _Tie(min(_MOST, chance(bond)), (index.units[other], here), bond)
    for other, likely in counterparts_of(index, number).items():
        yield other, _Tie(min(_MOST, likely), (index.units[other], here), None)


def _reason(ties: Sequence[_Tie]) -> Message:
    """Return what speaks for two utterances being one: the strongest bond, and the place of their quotes."""
    bound = sorted((tie for tie in ties if tie.bond is not None), key=lambda tie: tie.rank)
    reasons = [doubt(*tie.units, tie.bond) for tie in bound[:1] if tie.bond is not None]
    return together([*reasons, ABREAST if len(bound) < len(ties) else SILENCE])


def _is_two(index: Index, here: Sequence[int], there: Sequence[int]) -> bool:
    """Tell whether two utterances are two: the user said so, or an article has both."""
    first, second = (
        frozenset().union(*(index.units[number].articles for number in numbers)) for numbers in (here, there)
    )
    parted = any(not ids.isdisjoint(there) for number in here for ids in sets_of(index, index.decided.apart, number))
    return parted or not first.isdisjoint(second)
