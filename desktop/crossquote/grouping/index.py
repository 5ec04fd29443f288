"""The index: what grouping keeps between edits, so that an edit costs what it touches.

A value like any other: `regroup` returns a new one, and what the two do not share is what changed. Whatever the way to
it was, it is equal to one made from scratch.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from crossquote.grouping.abreast import Abreast
from crossquote.grouping.bonds import Bond, Setting
from crossquote.grouping.candidates import Candidates
from crossquote.grouping.item import Constraints, Item, Membership
from crossquote.grouping.units import Unit, item_key, make_unit, same_words
from crossquote.text.chances import Counts


def _nothing() -> MappingProxyType[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Index:
    """What was grouped, and all that was worked out on the way.

    `items` are by id; `alone` those that the user decided on. `units` have numbers, which say nothing; `unit_of` has
    that of each item, `words` that of each set of same words; `next` is the first that is free. `speakers` has the
    units that each part of a name speaks. By language there are `counts` and `candidates`. Of a unit, `pairs` are the
    units that it is compared with, `bonds` those of them that it is bound to, `component` all that it is bound to by
    way of others. `abreast` says which articles tell the same in the same order, and whom they quote at one place.
    `groups` are what comes of it: the memberships of each utterance, by the id of the item that leads;
    `possible` are the others that each is possibly the same as, with how likely that is.
    """

    setting: Setting
    constraints: Constraints = field(default_factory=Constraints)
    items: Mapping[str, Item] = field(default_factory=_nothing)
    alone: AbstractSet[str] = frozenset()
    units: Mapping[int, Unit] = field(default_factory=_nothing)
    unit_of: Mapping[str, int] = field(default_factory=_nothing)
    words: Mapping[tuple[str, ...], int] = field(default_factory=_nothing)
    next: int = 0
    speakers: Mapping[str, AbstractSet[int]] = field(default_factory=_nothing)
    counts: Mapping[str, Counts] = field(default_factory=_nothing)
    candidates: Mapping[str, Candidates] = field(default_factory=_nothing)
    pairs: Mapping[int, AbstractSet[int]] = field(default_factory=_nothing)
    bonds: Mapping[int, Mapping[int, Bond]] = field(default_factory=_nothing)
    abreast: Abreast = field(default_factory=Abreast)
    component: Mapping[int, AbstractSet[int]] = field(default_factory=_nothing)
    groups: Mapping[str, tuple[Membership, ...]] = field(default_factory=_nothing)
    possible: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True)
class Renewed:
    """The units after some items changed: which are gone, which come."""

    items: Mapping[str, Item]
    units: Mapping[int, Unit]
    unit_of: Mapping[str, int]
    words: Mapping[tuple[str, ...], int]
    next: int
    gone: Mapping[int, Unit]
    come: Mapping[int, Unit]


def renew_units(index: Index, changed: Mapping[str, Item | None], alone: AbstractSet[str]) -> Renewed:
    """Return the units after the items `changed` are others, or gone (None), and `alone` are those decided on."""
    touched = set(changed) | ((index.alone ^ alone) & index.items.keys())
    items = dict(index.items)
    for id_, item in changed.items():
        items.pop(id_, None)
        if item is not None:
            items[id_] = item
    gone = {index.unit_of[id_] for id_ in touched if id_ in index.unit_of}
    members: dict[tuple[str, ...], list[Item]] = {}
    for id_ in touched & items.keys():
        words = same_words(items[id_], alone)
        members.setdefault(words, []).append(items[id_])
        if words in index.words:
            gone.add(index.words[words])
    words_of = dict(index.words)
    for number in gone:
        unit = index.units[number]
        del words_of[unit.words]
        members.setdefault(unit.words, []).extend(item for item in unit.items if item.id not in touched)
    come: dict[int, Unit] = {}
    unit_of = dict(index.unit_of)
    for id_ in touched:
        unit_of.pop(id_, None)
    made = (
        make_unit(words, sorted(listed, key=item_key), index.setting.language)
        for words, listed in members.items()
        if listed
    )
    for number, unit in enumerate(sorted(made, key=lambda unit: unit.key), index.next):
        come[number] = unit
        words_of[unit.words] = number
        unit_of.update((item.id, number) for item in unit.items)
    left = {number: index.units[number] for number in gone}
    units = dict(index.units)
    for number in gone:
        del units[number]
    units |= come
    return Renewed(items, units, unit_of, words_of, index.next + len(come), left, come)


def note_speakers(index: Index, renewed: Renewed) -> tuple[Mapping[str, AbstractSet[int]], set[str]]:
    """Return the units that each part of a speaker's name speaks, and the parts that speak others than before."""
    own: dict[str, set[int]] = {}
    for units, add in ((renewed.gone, False), (renewed.come, True)):
        for number, unit in units.items():
            for part in unit.parts:
                numbers = own.setdefault(part, set(index.speakers.get(part, ())))
                (numbers.add if add else numbers.discard)(number)
    speakers: dict[str, AbstractSet[int]] = {**index.speakers, **own}
    return {part: numbers for part, numbers in speakers.items() if numbers}, set(own)
