"""The plain index: an index as values that a file can keep, most of which are read when an edit asks for them.

The words of quotes are most of an index, and an edit asks for those of a few: what follows from them (the sketches of
units, the keys that find them) is made again when it is asked for, and what is kept is unpacked part by part.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from zlib import crc32

from msgspec import Struct

from crossquote.grouping.abreast import Abreast, KeptAbreast, Quoted, as_kept
from crossquote.grouping.bonds import Bond, read_setting
from crossquote.grouping.candidates import Candidates, Likely, list_keys
from crossquote.grouping.index import Index, struck_unit
from crossquote.grouping.item import LABEL, Constraints, Decided, Item, Membership
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.packed import (
    PackedPart,
    PackedParts,
    pack,
    pack_parts,
    unpack,
    unpack_parts,
    unpack_parts_later,
)
from crossquote.grouping.parallel import Cells, Correspondence
from crossquote.grouping.units import LaterSketches, Unit, unit_of
from crossquote.language.language import Language
from crossquote.message import SILENCE
from crossquote.model.utterance import Possible
from crossquote.progress import Step, Work
from crossquote.shards import Shards, steady
from crossquote.text.chances import Chances, Counts

_STEP = Step(0, 1, LABEL)
_PARTS_A_STEP = 16


class PlainUnit(NamedTuple):
    """A unit: the ids of its quotes, what their words are known by, its languages, how many words."""

    ids: tuple[str, ...]
    words: bytes
    spaces: tuple[str, ...]
    size: int


class PlainCounts(NamedTuple):
    """The words of one language: how many, and what is known of them, packed."""

    words: int
    articles: bytes
    rows: bytes
    chances: bytes


class PlainCandidates(NamedTuple):
    """The candidates in one language: the units that are `listed`, packed, or None where all are."""

    listed: bytes | None
    limit: int
    long: tuple[int, ...]
    holders: PackedParts
    likely: PackedParts


class PlainPair(NamedTuple):
    """Two articles that are aligned, whether any of their quotes are counterparts, and a `PlainAligned`, packed."""

    one: str
    other: str
    met: bool
    packed: bytes


class PlainAligned(NamedTuple):
    """How two articles are aligned: the weights row by row, as their bytes lie in memory."""

    weights: tuple[bytes, ...]
    parallel: float
    pairs: tuple[tuple[int, int, float], ...]


class PlainIndex(Struct, frozen=True):
    """An index in plain values, packed; each field is as that of the index but for what says nothing.

    `components` are those of several units; `groups` have nothing for quotes that stand alone.
    """

    next: int
    units: PackedParts
    unit_of: PackedParts
    words: PackedParts
    homes: dict[str, int]
    speakers: bytes
    counts: dict[str, PlainCounts]
    candidates: dict[str, PlainCandidates]
    pairs: PackedParts
    bonds: PackedParts
    near: bytes
    quoted: bytes
    aligned: tuple[PlainPair, ...]
    components: bytes
    groups: PackedParts
    possible: PackedParts


class MadeOf(Struct, frozen=True):
    """What an index was made of, besides the words of the quotes."""

    items: Shards[str, Item]
    constraints: Constraints
    landmarks: Mapping[str, Landmarks]
    language: Language
    struck: Mapping[str, Item]


def to_plain(index: Index) -> Work[PlainIndex]:
    """Return an index in plain values."""
    units = yield from _plain_units(index.units)
    unit_of = pack_parts(Shards.of(index.unit_of, steady))
    yield _STEP
    words = pack_parts(Shards.of(index.words, crc32))
    yield _STEP
    counts = {space: _plain_counts(one) for space, one in index.counts.items()}
    yield _STEP
    candidates = {}
    for space, one in index.candidates.items():
        likely = pack_parts(one.likely)
        yield _STEP
        listed = None if len(one.listed) == len(index.units) else pack(tuple(one.listed))
        candidates[space] = PlainCandidates(listed, one.limit, tuple(one.long), pack_parts(one.holders), likely)
        yield _STEP
    pairs = pack_parts(index.pairs)
    yield _STEP
    bonds = pack_parts(index.bonds)
    yield _STEP
    aligned = tuple(_plain_pairs(index.abreast))
    yield _STEP
    several = {key: () if members == _alone(key) else members for key, members in index.groups.items()}
    groups = Shards[str, tuple[Membership, ...]].of(several, steady)
    yield _STEP
    return PlainIndex(
        next=index.next,
        units=units,
        unit_of=unit_of,
        words=words,
        homes=dict(index.homes),
        speakers=pack(index.speakers),
        counts=counts,
        candidates=candidates,
        pairs=pairs,
        bonds=bonds,
        near=pack({article: dict(own) for article, own in index.abreast.near.items()}),
        quoted=pack(index.abreast.quoted),
        aligned=aligned,
        components=pack([*{tuple(members) for members in index.component.values() if len(members) > 1}]),
        groups=pack_parts(groups),
        possible=pack_parts(Shards.of(index.possible, steady)),
    )


def unit_numbers(plain: PlainIndex, number: int) -> Shards[str, int]:
    """Return the units of the quotes that a plain index was made of; a KeyError where those are more, or fewer."""
    if plain.unit_of.size != number:
        raise KeyError(plain.next)
    units: Shards[str, int] = unpack_parts(plain.unit_of, dict[str, int], steady)
    return units


def from_plain(plain: PlainIndex, made_of: MadeOf) -> Work[Index]:
    """Return the index that a plain one was made of; a KeyError where it was made of more quotes, or of fewer."""
    unit_of = unit_numbers(plain, len(made_of.items))
    units = _units(plain.units, made_of)
    counts = {space: _counts(one) for space, one in plain.counts.items()}
    candidates = {
        space: _candidates(one, space, counts[space].chances, units) for space, one in plain.candidates.items()
    }
    yield _STEP
    speakers: dict[str, AbstractSet[int]] = unpack(plain.speakers, dict[str, frozenset[int]])
    abreast = as_kept(_abreast(plain), Quoted(made_of.items, made_of.landmarks, made_of.language))
    yield _STEP
    component = _component(units, unpack(plain.components, tuple[tuple[int, ...], ...]))
    yield _STEP
    struck = Shards.deferred(made_of.struck, lambda id_: struck_unit(made_of.struck[id_], made_of.language))
    return Index(
        setting=read_setting(made_of.language, counts, speakers, len(units) + len(struck)),
        constraints=made_of.constraints,
        decided=Decided.by(made_of.constraints),
        items=made_of.items,
        units=units,
        unit_of=unit_of,
        words=unpack_parts(plain.words, dict[bytes, int], crc32),
        next=plain.next,
        speakers=Shards.of(speakers),
        homes=plain.homes,
        counts=counts,
        candidates=candidates,
        pairs=unpack_parts(plain.pairs, dict[int, tuple[int, ...]]),
        bonds=unpack_parts(plain.bonds, dict[int, dict[int, Bond]]),
        abreast=abreast,
        component=component,
        groups=unpack_parts_later(plain.groups, tuple[Membership, ...], steady, _members),
        possible=unpack_parts(plain.possible, dict[str, tuple[Possible, ...]], steady),
        struck=struck,
    )


def _plain_units(units: Shards[int, Unit]) -> Work[PackedParts]:
    found: list[bytes] = []
    for done, part in enumerate(units.parts):
        if done % _PARTS_A_STEP == 0:
            yield Step(done, len(units.parts), LABEL)
        found.append(pack({number: _plain_unit(unit) for number, unit in part.items()}))
    return PackedParts(len(units), tuple(found))


def _plain_unit(unit: Unit) -> PlainUnit:
    return PlainUnit(tuple(item.id for item in unit.items), unit.words, tuple(unit.spaces), unit.size)


def _units(packed: PackedParts, made_of: MadeOf) -> Shards[int, Unit]:
    kept: Shards[int, PlainUnit] = unpack_parts(packed, dict[int, PlainUnit])

    def make(number: int) -> Unit:
        one = kept[number]
        items = tuple(made_of.items[id_] for id_ in one.ids)
        return unit_of(one.words, items, LaterSketches(one.spaces, items, made_of.language), one.size)

    return kept.valued(make)


def _plain_counts(counts: Counts) -> PlainCounts:
    return PlainCounts(counts.words, pack(counts.articles), pack(counts.rows), pack(counts.chances.frequency))


def _counts(plain: PlainCounts) -> Counts:
    return Counts(
        plain.words,
        PackedPart(plain.articles, dict[str, dict[str, int]]),
        PackedPart(plain.rows, dict[str, tuple[int, ...]]),
        Chances(PackedPart(plain.chances, dict[str, float])),
    )


def _candidates(plain: PlainCandidates, space: str, chances: Chances, units: Shards[int, Unit]) -> Candidates:
    def make(number: int) -> Mapping[str, int]:
        return list_keys(units[number], space, chances)

    return Candidates(
        units.valued(make) if plain.listed is None else Shards.deferred(unpack(plain.listed, tuple[int, ...]), make),
        unpack_parts(plain.holders, dict[str, tuple[int, ...]], steady),
        unpack_parts(plain.likely, dict[int, Likely]),
        plain.limit,
        frozenset(plain.long),
    )


def _plain_pairs(abreast: Abreast) -> Iterator[PlainPair]:
    for one, own in abreast.aligned.items():
        for other, found in own.items():
            if one < other:
                weights = tuple(array("d", row).tobytes() for row in found.weights)
                pairs = tuple((*pair, chance) for pair, chance in found.alignment.pairs.items())
                packed = pack(PlainAligned(weights, found.alignment.parallel, pairs))
                yield PlainPair(one, other, bool(pairs), packed)


def _abreast(plain: PlainIndex) -> KeptAbreast:
    packed = {(one.one, one.other): one.packed for one in plain.aligned}
    return KeptAbreast(
        near=unpack(plain.near, dict[str, dict[str, int]]),
        quoted=unpack(plain.quoted, dict[str, tuple[str, ...]]),
        pairs={(one.one, one.other): one.met for one in plain.aligned},
        read=lambda pair: _aligned(packed[pair]),
    )


def _aligned(packed: bytes) -> tuple[Cells, Correspondence]:
    plain: PlainAligned = unpack(packed, PlainAligned)
    pairs = {(i, j): chance for i, j, chance in plain.pairs}
    return [_row(row) for row in plain.weights], Correspondence(plain.parallel, pairs)


def _row(data: bytes) -> "array[float]":
    row = array("d")
    row.frombytes(data)
    return row


def _component(units: Shards[int, Unit], several: Iterable[Iterable[int]]) -> Shards[int, AbstractSet[int]]:
    own: dict[int, AbstractSet[int]] = {}
    for members in map(frozenset, several):
        own.update(dict.fromkeys(members, members))
    return units.valued(lambda number: own.get(number) or frozenset((number,)))


def _alone(key: str) -> tuple[Membership, ...]:
    return (Membership(key, key, 1.0, SILENCE),)


def _members(key: str, members: tuple[Membership, ...]) -> tuple[Membership, ...]:
    return members or _alone(key)
