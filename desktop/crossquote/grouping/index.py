"""The index: what grouping keeps between edits, so that an edit costs what it touches.

A value like any other: `regroup` returns a new one, and what the two do not share is what changed. Whatever the way to
it was, it is equal to one made from scratch.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, field

from crossquote.grouping.abreast import Abreast
from crossquote.grouping.bonds import Bond, Setting
from crossquote.grouping.candidates import Candidates
from crossquote.grouping.item import LABEL, Constraints, Decided, Item, Membership
from crossquote.grouping.units import Unit, item_key, make_unit, same_words
from crossquote.language.language import Language
from crossquote.model.utterance import Possible
from crossquote.progress import Step, Work
from crossquote.shards import Shards
from crossquote.text.chances import Counts

ITEMS_A_STEP = 200
_LONG = 10_000
"""An item of more letters is a step by itself."""
K = TypeVar("K")
V = TypeVar("V")


def _nothing() -> MappingProxyType[Any, Any]:
    return MappingProxyType({})


class Index(Struct, frozen=True):
    """What was grouped, and all that was worked out on the way.

    `items` are by id; `decided` is what the `constraints` say of each that the user decided on. `units` have numbers,
    which say nothing; `unit_of` has that of each item, `words` that of each set of same words; `next` is the first that
    is free. `speakers` has the units that each part of a name speaks, `homes` how many
    are at home in each language. By language there are `counts` and `candidates`.
    Of a unit, `pairs` are the units that it is compared with, `bonds` those of them that it is bound to, `component`
    all that it is bound to by way of others. `abreast` says which articles tell the same in the same order, and whom
    they quote at one place. `groups` are what comes of it: the memberships of each utterance, by the id of the item
    that leads; `possible` are the others that each is possibly the same as, with how likely that is and why.
    `struck` are what the user says to be no quotes: they are counted among the words, and are nothing else.
    """

    setting: Setting
    constraints: Constraints = field(default_factory=Constraints)
    decided: Decided = field(default_factory=Decided)
    items: Shards[str, Item] = field(default_factory=Shards)
    units: Shards[int, Unit] = field(default_factory=Shards)
    unit_of: Shards[str, int] = field(default_factory=Shards)
    words: Shards[bytes, int] = field(default_factory=Shards)
    next: int = 0
    speakers: Shards[str, AbstractSet[int]] = field(default_factory=Shards)
    homes: Mapping[str, int] = field(default_factory=_nothing)
    counts: Mapping[str, Counts] = field(default_factory=_nothing)
    candidates: Mapping[str, Candidates] = field(default_factory=_nothing)
    pairs: Shards[int, tuple[int, ...]] = field(default_factory=Shards)
    bonds: Shards[int, Mapping[int, Bond]] = field(default_factory=Shards)
    abreast: Abreast = field(default_factory=Abreast)
    component: Shards[int, AbstractSet[int]] = field(default_factory=Shards)
    groups: Shards[str, tuple[Membership, ...]] = field(default_factory=Shards)
    possible: Shards[str, tuple[Possible, ...]] = field(default_factory=Shards)
    struck: Shards[str, Unit] = field(default_factory=Shards)


class Renewed(Struct, frozen=True):
    """The units after some items changed: which are gone, which come.

    One that is both has the same quotes as before, of which something else is another: their speaker, a translation.
    """

    items: Shards[str, Item]
    units: Shards[int, Unit]
    unit_of: Shards[str, int]
    words: Shards[bytes, int]
    next: int
    gone: Mapping[int, Unit]
    come: Mapping[int, Unit]


class Differing(Struct, frozen=True):
    """What may make others of the pairs and bonds: units, the chances of words, what speakers add.

    By language, `holders` are the units that were there with a word whose chance is another; `spoken` are the
    parts of names that speak others than before.
    """

    renewed: Renewed
    holders: Mapping[str, AbstractSet[int]]
    spoken: AbstractSet[str]


def renew_units(index: Index, changed: Mapping[str, Item | None], alone: AbstractSet[str]) -> Work[Renewed]:
    """Return the units after the items `changed` are others, or gone (None), and `alone` are those decided on."""
    touched = set(changed) | {id_ for id_ in index.decided.alone ^ alone if id_ in index.items}
    there = {id_: item for id_, item in changed.items() if item is not None}
    items = index.items.changed(there, changed.keys() - there.keys())
    gone = {index.unit_of[id_] for id_ in touched if id_ in index.unit_of}
    members: dict[bytes, list[Item]] = {}
    for done, id_ in enumerate(touched):
        if done % ITEMS_A_STEP == 0 or (id_ in items and len(items[id_].text) > _LONG):
            yield Step(done, len(touched), LABEL)
        if id_ in items:
            words = same_words(items[id_], alone)
            members.setdefault(words, []).append(items[id_])
            if words in index.words:
                gone.add(index.words[words])
    left = {number: index.units[number] for number in gone}
    for unit in left.values():
        members.setdefault(unit.words, []).extend(item for item in unit.items if item.id not in touched)
    made: list[Unit] = []
    for done, (words, listed) in enumerate(members.items()):
        if done % ITEMS_A_STEP == 0:
            yield Step(done, len(members), LABEL)
        if listed:
            made.append(make_unit(words, sorted(listed, key=item_key), index.setting.language))
    come = _numbered(index, left, made)
    return Renewed(
        items,
        index.units.changed(come, gone),
        index.unit_of.changed({item.id: number for number, unit in come.items() for item in unit.items}, touched),
        index.words.changed(
            {unit.words: number for number, unit in come.items()}, [unit.words for unit in left.values()]
        ),
        max((index.next, *(number + 1 for number in come))),
        left,
        come,
    )


def _numbered(index: Index, gone: Mapping[int, Unit], made: Iterable[Unit]) -> Mapping[int, Unit]:
    """Return the units that come by their numbers; the same quotes, by another speaker, keep the one that they had."""
    known = {(unit.key, _ids(unit)): number for number, unit in gone.items()}
    free = count(index.next)
    ordered = sorted(made, key=lambda unit: unit.key)
    return {known[place] if (place := (unit.key, _ids(unit))) in known else next(free): unit for unit in ordered}


def _ids(unit: Unit) -> tuple[str, ...]:
    return tuple(item.id for item in unit.items)


def renew_struck(index: Index, struck: Mapping[str, Item | None]) -> Shards[str, Unit]:
    """Return what is said to be no quotes, after some of it is other words, or is a quote again (None)."""
    there = {id_: struck_unit(item, index.setting.language) for id_, item in struck.items() if item is not None}
    return index.struck.changed(there, struck.keys() - there.keys()) if struck else index.struck


def struck_unit(item: Item, language: Language) -> Unit:
    """Return what is no quote as a unit, of which only the words count."""
    return make_unit(b"", (item,), language)


def count_homes(before: Mapping[str, int], renewed: Renewed) -> Mapping[str, int]:
    """Return how many units are at home in each language, after some are gone and others come."""
    homes = Counter(before)
    homes.update(unit.home for unit in renewed.come.values())
    homes.subtract(unit.home for unit in renewed.gone.values())
    return {home: units for home, units in homes.items() if units}


def note_speakers(index: Index, renewed: Renewed) -> tuple[Shards[str, AbstractSet[int]], AbstractSet[str]]:
    """Return the units that each part of a speaker's name speaks, and the parts that speak others than before."""
    own: dict[str, set[int]] = {}
    for units, add in ((renewed.gone, False), (renewed.come, True)):
        for number, unit in units.items():
            for part in unit.parts:
                if part not in own:
                    own[part] = set(index.speakers.get(part, ()))
                (own[part].add if add else own[part].discard)(number)
    return index.speakers.changed(*parted(own)), own.keys()


def parted(own: Mapping[K, V]) -> tuple[Mapping[K, V], AbstractSet[K]]:
    """Return what there is of each key that has anything, and the keys that have nothing."""
    there = {key: value for key, value in own.items() if value}
    return there, own.keys() - there.keys()


def sets_of(index: Index, decided: Mapping[str, Sequence[AbstractSet[str]]], number: int) -> list[AbstractSet[int]]:
    """Return the sets of units that a unit belongs to, as the user decided."""
    sets = dict.fromkeys(ids for item in index.units[number].items for ids in decided.get(item.id, ()))
    return [frozenset(index.unit_of[id_] for id_ in ids if id_ in index.unit_of) for ids in sets]
