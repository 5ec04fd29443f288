"""Components: units that a chain of bonds leads to, clustered apart from all others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import exp

from msgspec.structs import replace

from crossquote.grouping.clusters import Clusters
from crossquote.grouping.evidence import ABREAST, DECIDED, LEADS, explain, same_words
from crossquote.grouping.index import Index, sets_of
from crossquote.grouping.item import LABEL, Membership
from crossquote.grouping.pairs import Bonds
from crossquote.grouping.possible import SURE, counterparts_of, list_possible
from crossquote.message import SILENCE, Message
from crossquote.model.utterance import Possible
from crossquote.progress import Step, Work

_SCALE = 8.0
"""The bond that gives a score of 63 %."""
_COMPONENTS_A_STEP = 500
_LIKELY = 0.5
"""Where articles go abreast, a bond between quotes that are as likely counterparts as not joins them too."""


def regroup_components(before: Index, after: Index, moved: AbstractSet[int], bonds: Bonds) -> Work[Index]:
    """Return `after` with the utterances of the units `moved`, and of all that they are bound to, made anew."""
    moved = moved | _decided_otherwise(before, after)
    moved |= {number for number in bonds.stale if len(before.component.get(number, ())) > 1}
    touched = frozenset(moved).union(*(before.component[number] for number in moved if number in before.component))
    lost = [number for number in touched if number in before.units]
    groups: dict[str, tuple[Membership, ...]] = {}
    component: dict[int, AbstractSet[int]] = {}
    possible: dict[str, tuple[Possible, ...]] = {}
    for done, members in enumerate(_components(after, {number for number in touched if number in after.units})):
        if done % _COMPONENTS_A_STEP == 0:
            yield Step(len(component), len(touched), LABEL)
        component.update(dict.fromkeys(members, members))
        clusters = _clusters(after, members, bonds)
        for cluster in clusters:
            found = _memberships(after, cluster, bonds)
            known = before.groups.get(found[0].utterance)
            groups[found[0].utterance] = found if known is None or found != known else known
        possible.update(list_possible(after, clusters))
    led = {before.units[number].items[0].id for number in lost}
    return replace(
        after,
        groups=before.groups.changed(groups, led),
        component=before.component.changed(component, lost),
        possible=before.possible.changed(possible, led),
    )


def _decided_otherwise(before: Index, after: Index) -> set[int]:
    """Return the units of which the user decided otherwise than before."""
    if before.constraints is after.constraints:
        return set()
    decided = {*before.constraints.together} ^ {*after.constraints.together}
    decided |= {*before.constraints.apart} ^ {*after.constraints.apart}
    ids = frozenset().union(*decided)
    return {index.unit_of[id_] for index in (before, after) for id_ in ids if id_ in index.unit_of}


def _components(index: Index, numbers: AbstractSet[int]) -> Iterator[AbstractSet[int]]:
    """Yield the components that units belong to."""
    left = set(numbers)
    while left:
        members, edge = set(), [left.pop()]
        while edge:
            number = edge.pop()
            if number not in members:
                members.add(number)
                edge += index.bonds.get(number, ())
                edge += counterparts_of(index, number)
                edge += frozenset().union(*sets_of(index, index.decided.together, number))
        left -= members
        yield frozenset(members)


def _clusters(index: Index, members: AbstractSet[int], bonds: Bonds) -> list[list[int]]:
    """Return the clusters of one component: first what the user decided, then the bonds, strongest first."""
    if len(members) == 1:
        return [list(members)]
    numbers = sorted(members, key=lambda number: index.units[number].key)
    place = {number: row for row, number in enumerate(numbers)}
    together, apart = (
        [
            {place[one] for one in ids if one in place}
            for ids in dict.fromkeys(ids for number in numbers for ids in sets_of(index, sets, number))
        ]
        for sets in (index.decided.together, index.decided.apart)
    )

    def kept_apart(here: Iterable[int], there: Iterable[int]) -> bool:
        return any(not ids.isdisjoint(here) and not ids.isdisjoint(there) for ids in apart)

    clusters = Clusters(
        [index.units[number] for number in numbers],
        lambda one, other: bonds.between(numbers[min(one, other)], numbers[max(one, other)]),
        kept_apart,
    )
    for ids in together:
        first, *others = sorted(ids)
        for other in others:
            clusters.force(first, other)
    for _, one, other in sorted(_bound(index, place)):
        clusters.join(one, other)
    for _, one, other in sorted(_abreast(index, place)):
        clusters.meet(one, other)
    return [[numbers[row] for row in cluster] for cluster in clusters.all()]


def _bound(index: Index, place: Mapping[int, int]) -> Iterator[tuple[float, int, int]]:
    """Yield the rows of units whose bond joins them, each pair once, with what sorts the strongest first."""
    for one in place:
        for other, bond in index.bonds.get(one, {}).items():
            if place[one] < place[other] and (bond.sure or counterparts_of(index, one).get(other, 0.0) >= _LIKELY):
                yield -bond.score, place[one], place[other]


def _abreast(index: Index, place: Mapping[int, int]) -> Iterator[tuple[float, int, int]]:
    """Yield the rows of units that are surely counterparts, each pair once, with what sorts the surest first."""
    for one in place:
        for other, chance in counterparts_of(index, one).items():
            if place[one] < place[other] and chance >= SURE:
                yield -chance, place[one], place[other]


def _memberships(index: Index, numbers: Sequence[int], bonds: Bonds) -> tuple[Membership, ...]:
    """Return the memberships of one cluster; its first unit leads."""
    units = [index.units[number] for number in numbers]
    leader = units[0]
    utterance = leader.items[0].id
    found = [Membership(utterance, utterance, 1.0, LEADS if len(units) > 1 or len(leader.items) > 1 else SILENCE)]
    found.extend(Membership(item.id, utterance, 1.0, same_words(leader)) for item in leader.items[1:])
    for unit, number in zip(units[1:], numbers[1:], strict=True):
        score, reason = _reason(index, number, numbers, bonds)
        found.extend(Membership(item.id, utterance, score, reason) for item in unit.items)
    return tuple(found)


def _reason(index: Index, number: int, numbers: Sequence[int], bonds: Bonds) -> tuple[float, Message]:
    """Return how sure and why: by the leader where it is bound to it, else by the member it is bound to most."""
    unit, leading = index.units[number], bonds.of(numbers[0], number)
    if leading.score > 0:
        return _share(leading.score), explain(unit, index.units[numbers[0]], leading)
    others = [(bonds.of(other, number), index.units[other]) for other in numbers if other != number]
    best, member = max(others, key=lambda pair: (pair[0].score, pair[1].key))
    if best.score > 0:
        return _share(best.score), explain(unit, member, best)
    met = counterparts_of(index, number)
    chance = max((met[other] for other in numbers if other in met), default=0.0)
    return (chance, ABREAST) if chance else (1.0, DECIDED)


def _share(score: float) -> float:
    return 1 - exp(-score / _SCALE)
