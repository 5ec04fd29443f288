"""Rebinding: the bonds after an edit. A pair is bound anew where something that its bond is made of is another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from msgspec import Struct

from crossquote.grouping.bonds import Bond, common_space
from crossquote.grouping.index import Differing, Index, parted
from crossquote.grouping.item import LABEL
from crossquote.grouping.pairs import Bonds, Couple, Paired
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import Unit, say_the_same, speakers_agree
from crossquote.progress import Step, Work
from crossquote.shards import Shards
from crossquote.text.similarity import is_shorter

_PAIRS_A_STEP = 200
_NO_BONDS: Mapping[int, Bond] = MappingProxyType({})


class Bound(Struct, frozen=True):
    """The bonds above 0 that are `kept`, what finds all others (`bonds`), and the units that have others (`moved`)."""

    kept: Shards[int, Mapping[int, Bond]]
    bonds: Bonds
    moved: AbstractSet[int]


def rebind(index: Index, after: Index, turned: Differing, paired: Paired) -> Work[Bound]:
    """Return how the units of the index `after` are bound."""
    renewed = turned.renewed.gone.keys() & turned.renewed.come.keys()
    told, wanted = _told_otherwise(index, after, turned), set(paired.fresh)
    if after.setting.needed == index.setting.needed:
        wanted.update(_renewed(index, after, renewed), _by_speaker(after, told), _by_words(after, turned.holders))
        stale = frozenset(renewed).union(told, *turned.holders.values())
    else:
        wanted.update((one, other) for one, own in after.pairs.items() for other in own)
        stale = frozenset(after.units)
    bonds = Bonds(after.units, after.setting, index.bonds, stale)
    kept, moved = yield from _bind(index, bonds, after.pairs, wanted, paired.moved)
    return Bound(kept, bonds, moved)


def _told_otherwise(index: Index, after: Index, turned: Differing) -> AbstractSet[int]:
    """Return the units of a speaker of whom it adds something else than before that two quotes are theirs, or may."""
    before, now = index.setting, after.setting
    gains = now.speakers if now.units != before.units else turned.spoken
    other = [part for part in gains if now.speakers.get(part) != before.speakers.get(part)]
    return frozenset[int]().union(*(after.speakers.get(part, ()) for part in other))


def _renewed(index: Index, after: Index, renewed: Iterable[int]) -> Iterator[Couple]:
    """Yield the pairs of units that are others than before, but for those that can't be bound otherwise.

    Where two people speak before and after, nothing else is told by who they are.
    """
    for one in renewed:
        for other in after.pairs.get(one, ()):
            there = other in index.units
            now = after.units[one], after.units[other]
            if not there or not _stand_alike((index.units[one], index.units[other]), now):
                yield one, other


def _stand_alike(was: tuple[Unit, Unit], now: tuple[Unit, Unit]) -> bool:
    """Tell whether two units that are not of one speaker are what they were, and stand to each other as they did."""
    same = speakers_agree(*now)
    return same is not Same.YES and same is speakers_agree(*was) and all(map(say_the_same, was, now))


def _by_speaker(after: Index, told: AbstractSet[int]) -> Iterator[Couple]:
    """Yield the pairs to which it makes a difference what a speaker adds: those of one speaker."""
    for one in told:
        for other in after.pairs.get(one, ()):
            if speakers_agree(after.units[one], after.units[other]) is Same.YES:
                yield one, other


def _by_words(after: Index, holders: Mapping[str, AbstractSet[int]]) -> Iterator[Couple]:
    """Yield the pairs to which the chances of a unit's words make a difference: those of the shorter are weighed."""
    for space, numbers in holders.items():
        for one in numbers:
            for other in after.pairs.get(one, ()):
                both = after.units[one], after.units[other]
                if common_space(*both, after.setting) == space and is_shorter(*(unit.spaces[space] for unit in both)):
                    yield one, other


def _bind(
    index: Index,
    bonds: Bonds,
    pairs: Mapping[int, Sequence[int]],
    wanted: Iterable[Couple],
    repaired: Iterable[int],
) -> Work[tuple[Shards[int, Mapping[int, Bond]], set[int]]]:
    """Return the bonds above 0 after the pairs `wanted` are worked out, and the units that have others than before.

    The units `repaired` are compared with others than before.
    """
    own = {number: dict(index.bonds.get(number, _NO_BONDS)) for number in repaired}
    ordered = {bonds.ordered(one, other) for one, other in wanted}
    for done, (one, other) in enumerate(ordered):
        if done % _PAIRS_A_STEP == 0:
            yield Step(done, len(ordered), LABEL)
        bond = bonds.between(one, other)
        if bond.score > 0 or other in index.bonds.get(one, _NO_BONDS):
            for here, there in ((one, other), (other, one)):
                if here not in own:
                    own[here] = dict(index.bonds.get(here, _NO_BONDS))
                own[here][there] = bond
    for number, found in own.items():
        near = pairs.get(number, ())
        if any(bond.score <= 0 or other not in near for other, bond in found.items()):
            own[number] = {other: bond for other, bond in found.items() if bond.score > 0 and other in near}
    kept: Shards[int, Mapping[int, Bond]] = index.bonds.changed(*parted(own))
    return kept, {number for number, found in own.items() if found != index.bonds.get(number, {})}
