"""The plain index: an index as values that a file can keep, without what is worked out of them, or of the quotes, fast.

The words of quotes are most of an index, and an edit asks for those of a few: so units come back without their
sketches, which are made when they are asked for.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from msgspec import Struct

from crossquote.grouping.abreast import Abreast, AlignedPair, Quoted, as_aligned
from crossquote.grouping.bonds import Bond, read_setting
from crossquote.grouping.candidates import Candidates, Likely
from crossquote.grouping.index import Index
from crossquote.grouping.item import LABEL, Constraints, Decided, Item, Membership
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.parallel import Correspondence
from crossquote.grouping.units import LaterSketches, Unit, unit_of
from crossquote.language.language import Language
from crossquote.message import SILENCE
from crossquote.progress import Step, Work
from crossquote.shards import Shards
from crossquote.text.chances import Counts

_UNITS_A_STEP = 1000


class PlainUnit(NamedTuple):
    """A unit: its number, the ids of its quotes, what their words are known by, its languages, how many words."""

    number: int
    ids: tuple[str, ...]
    words: bytes
    spaces: tuple[str, ...]
    size: int


class PlainBond(NamedTuple):
    """How two units are bound."""

    one: int
    other: int
    bond: Bond


class PlainCandidates(NamedTuple):
    """The candidates in one language. A key is worth the same wherever it is: `lone` are those of one unit, by that."""

    limit: int
    long: tuple[int, ...]
    lone: dict[int, dict[str, int]]
    shared: dict[str, tuple[int, tuple[int, ...]]]
    likely: dict[int, Likely]


class PlainAligned(NamedTuple):
    """How two articles are aligned: the weights row by row, as their bytes lie in memory."""

    one: str
    other: str
    weights: tuple[bytes, ...]
    parallel: float
    pairs: tuple[tuple[int, int, float], ...]


class PlainIndex(Struct, frozen=True):
    """An index in plain values; each field is as that of the index but for what says nothing.

    `components` and `groups` are those of several units and quotes.
    """

    next: int
    units: tuple[PlainUnit, ...]
    counts: dict[str, Counts]
    candidates: dict[str, PlainCandidates]
    bonds: tuple[PlainBond, ...]
    near: dict[str, dict[str, int]]
    aligned: tuple[PlainAligned, ...]
    components: tuple[tuple[int, ...], ...]
    groups: dict[str, tuple[Membership, ...]]
    possible: dict[str, tuple[tuple[str, float], ...]]


class MadeOf(Struct, frozen=True):
    """What an index was made of, besides the words of the quotes."""

    items: Mapping[str, Item]
    constraints: Constraints
    landmarks: Mapping[str, Landmarks]
    language: Language


def to_plain(index: Index) -> PlainIndex:
    """Return an index in plain values."""
    return PlainIndex(
        next=index.next,
        units=tuple(_plain_unit(number, unit) for number, unit in index.units.items()),
        counts=dict(index.counts),
        candidates={space: _plain_candidates(one) for space, one in index.candidates.items()},
        bonds=tuple(
            PlainBond(one, other, bond)
            for one, own in index.bonds.items()
            for other, bond in own.items()
            if one < other
        ),
        near={article: dict(own) for article, own in index.abreast.near.items()},
        aligned=tuple(_plain_aligned(index.abreast)),
        components=tuple({tuple(members) for members in index.component.values() if len(members) > 1}),
        groups={key: members for key, members in index.groups.items() if members != _alone(key)},
        possible=dict(index.possible.items()),
    )


def from_plain(plain: PlainIndex, made_of: MadeOf) -> Work[Index]:
    """Return the index that a plain one was made of; a KeyError where it was made of other quotes.

    It may be any sum of values of these types: what it says of quotes and units that are not there is not looked for.
    """
    units = yield from _units(plain, made_of)
    unit_of_item = {item.id: number for number, unit in units.items() for item in unit.items}
    if len(unit_of_item) != len(made_of.items) or any(number >= plain.next for number in units):
        raise KeyError(plain.next)
    yield Step(0, 1, LABEL)
    candidates = {}
    for space, one in plain.candidates.items():
        candidates[space] = yield from _candidates(one)
    speakers = _speakers(units)
    quoted = Quoted(made_of.items, made_of.landmarks, made_of.language)
    abreast = as_aligned(plain.near, map(_pair, plain.aligned), quoted)
    yield Step(0, 1, LABEL)
    component: dict[int, AbstractSet[int]] = {number: frozenset((number,)) for number in units}
    for members in plain.components:
        component.update(dict.fromkeys(members, frozenset(members)))
    return Index(
        setting=read_setting(made_of.language, plain.counts, speakers, len(units)),
        constraints=made_of.constraints,
        decided=Decided.by(made_of.constraints),
        items=Shards.of(made_of.items),
        units=Shards.of(units),
        unit_of=Shards.of(unit_of_item),
        words=Shards.of({unit.words: number for number, unit in units.items()}),
        next=plain.next,
        speakers=Shards.of(speakers),
        homes=Counter(unit.home for unit in units.values()),
        counts=plain.counts,
        candidates=candidates,
        pairs=Shards.of(_pairs(plain.candidates.values())),
        bonds=Shards.of(_bonds(plain.bonds)),
        abreast=abreast,
        component=Shards.of(component),
        groups=Shards.of(_groups(plain, units)),
        possible=Shards.of(plain.possible),
    )


def _plain_unit(number: int, unit: Unit) -> PlainUnit:
    return PlainUnit(number, tuple(item.id for item in unit.items), unit.words, tuple(unit.spaces), unit.size)


def _units(plain: PlainIndex, made_of: MadeOf) -> Work[dict[int, Unit]]:
    units: dict[int, Unit] = {}
    for done, one in enumerate(plain.units):
        if done % _UNITS_A_STEP == 0:
            yield Step(done, len(plain.units), LABEL)
        items = tuple(made_of.items[id_] for id_ in one.ids)
        spaces = LaterSketches(one.spaces, items, made_of.language)
        units[one.number] = unit_of(one.words, items, spaces, one.size)
    return units


def _speakers(units: Mapping[int, Unit]) -> Mapping[str, AbstractSet[int]]:
    speakers: dict[str, set[int]] = {}
    for number, unit in units.items():
        for part in unit.parts:
            speakers.setdefault(part, set()).add(number)
    return speakers


def _plain_candidates(one: Candidates) -> PlainCandidates:
    lone: dict[int, dict[str, int]] = {number: {} for number in one.listed}
    shared: dict[str, tuple[int, tuple[int, ...]]] = {}
    for key, numbers in one.holders.items():
        gain = one.listed[numbers[0]][key]
        if len(numbers) == 1:
            lone[numbers[0]][key] = gain
        else:
            shared[key] = (gain, tuple(numbers))
    return PlainCandidates(one.limit, tuple(one.long), lone, shared, dict(one.likely.items()))


def _candidates(plain: PlainCandidates) -> Work[Candidates]:
    holders: dict[str, Sequence[int]] = {}
    listed: dict[int, dict[str, int]] = {}
    for done, (number, keys) in enumerate(plain.lone.items()):
        if done % _UNITS_A_STEP == 0:
            yield Step(done, len(plain.lone), LABEL)
        listed[number] = dict(keys)
        holders.update(dict.fromkeys(keys, (number,)))
    for key, (gain, numbers) in plain.shared.items():
        holders[key] = numbers
        for number in numbers:
            listed[number][key] = gain
    yield Step(0, 1, LABEL)
    return Candidates(
        Shards[int, Mapping[str, int]].of(listed),
        Shards.of(holders),
        Shards.of(plain.likely),
        plain.limit,
        frozenset(plain.long),
    )


def _pairs(candidates: Iterable[PlainCandidates]) -> Mapping[int, AbstractSet[int]]:
    """Return the units that each unit is compared with: its candidates, and those whose candidate it is."""
    pairs: dict[int, set[int]] = {}
    for one in candidates:
        for number, likely in one.likely.items():
            for _, other in likely:
                pairs.setdefault(number, set()).add(other)
                pairs.setdefault(other, set()).add(number)
    return pairs


def _bonds(plain: Iterable[PlainBond]) -> dict[int, Mapping[int, Bond]]:
    own: dict[int, dict[int, Bond]] = {}
    for one, other, bond in plain:
        own.setdefault(one, {})[other] = bond
        own.setdefault(other, {})[one] = bond
    return {**own}


def _plain_aligned(abreast: Abreast) -> Iterator[PlainAligned]:
    for one, own in abreast.aligned.items():
        for other, found in own.items():
            if one < other:
                weights = tuple(array("d", row).tobytes() for row in found.weights)
                pairs = tuple((*pair, chance) for pair, chance in found.alignment.pairs.items())
                yield PlainAligned(one, other, weights, found.alignment.parallel, pairs)


def _pair(plain: PlainAligned) -> AlignedPair:
    alignment = Correspondence(plain.parallel, {(i, j): chance for i, j, chance in plain.pairs})
    return AlignedPair(plain.one, plain.other, [_row(row) for row in plain.weights], alignment)


def _row(data: bytes) -> Sequence[float]:
    row = array("d")
    row.frombytes(data)
    return row


def _alone(key: str) -> tuple[Membership, ...]:
    return (Membership(key, key, 1.0, SILENCE),)


def _groups(plain: PlainIndex, units: Mapping[int, Unit]) -> dict[str, tuple[Membership, ...]]:
    grouped = {member.id for members in plain.groups.values() for member in members}
    alone = {unit.items[0].id for unit in units.values() if len(unit.items) == 1} - grouped
    return {**{key: _alone(key) for key in alone}, **plain.groups}
