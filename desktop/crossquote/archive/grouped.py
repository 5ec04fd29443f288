"""Grouping all of an archive: which units are one utterance, by the same bonds and clusters as in a project.

A unit is compared with those that share the most of what is rare with it. Surely bound units make components, each of
which is clustered by itself. Nothing depends on the order in which articles came, nor on how many processes took them.
"""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, groupby, islice, repeat

from msgspec import Struct

from crossquote.archive.finding import read_totals
from crossquote.archive.holders import list_holders
from crossquote.archive.joined import Joined
from crossquote.archive.near import Near
from crossquote.archive.roll import Roll, call_roll
from crossquote.archive.unit_reader import UnitReader
from crossquote.grouping.bonds import Bond
from crossquote.grouping.candidates import KEPT
from crossquote.grouping.clusters import Clusters
from crossquote.grouping.item import LABEL
from crossquote.progress import Step, Work

_UNITS_A_STEP = 200
_PARTS = 3
"""Finding what is near, binding it, and clustering what is bound."""


class Grouped(Struct, frozen=True):
    """The utterances of an archive: the units of each in a row, the longest first; `starts` says where each begins."""

    roll: Roll
    reader: UnitReader
    units: "array[int]"
    starts: "array[int]"

    def members(self, utterance: int) -> Sequence[int]:
        """Return the units of an utterance."""
        end = self.starts[utterance + 1] if utterance + 1 < len(self.starts) else len(self.units)
        return self.units[self.starts[utterance] : end]

    def utterances(self) -> Iterator[Sequence[int]]:
        """Yield the units of each utterance."""
        return map(self.members, range(len(self.starts)))


class _SureBonds(Struct, frozen=True):
    """Sure bonds: the one unit, the other, and how strong it is; `joined` has what is bound, however far around."""

    ones: "array[int]"
    others: "array[int]"
    scores: "array[float]"
    joined: Joined

    def by_component(self) -> Iterator[list[tuple[float, int, int]]]:
        """Yield the bonds of each component, with what sorts the strongest first."""
        root = self.joined.root
        rows = sorted(range(len(self.ones)), key=lambda row: root(self.ones[row]))
        for _, own in groupby(rows, key=lambda row: root(self.ones[row])):
            yield [(-self.scores[row], self.ones[row], self.others[row]) for row in own]


def group_archive(shards: Sequence[sqlite3.Connection]) -> Work[Grouped]:
    """Return the utterances of an archive, each of one unit or more."""
    with ExitStack() as kept:
        roll = yield from call_roll(shards)
        holders = yield from list_holders(shards, roll, kept)
        reader = UnitReader(shards, roll, holders.common, read_totals(shards))
        near = yield from _all_near(Near(holders, reader, roll.languages), len(roll))
    bonds = yield from _bind(reader, near, len(roll))
    return (yield from _cluster(reader, roll, bonds))


def _all_near(near: Near, count: int) -> Work["array[int]"]:
    """Return the units near each, in so many places for each: itself where there are fewer."""
    found = array("I")
    for number in range(count):
        if number % _UNITS_A_STEP == 0:
            yield Step(number, _PARTS * count, LABEL)
        found.extend(islice(chain(near.to(number), repeat(number)), KEPT))
    return found


def _bind(reader: UnitReader, near: "array[int]", count: int) -> Work[_SureBonds]:
    """Return the sure bonds of each unit with those near it; what is near each other is read one after the other."""
    bonds, likeliest = _SureBonds(array("I"), array("I"), array("d"), Joined(count)), Joined(count)
    for number in range(count):
        likeliest.join(number, near[number * KEPT])
    for done, one in enumerate(likeliest.together()):
        if done % _UNITS_A_STEP == 0:
            yield Step(count + done, _PARTS * count, LABEL)
        for other in {*near[one * KEPT : (one + 1) * KEPT]}:
            if one < other or (one > other and one not in near[other * KEPT : (other + 1) * KEPT]):
                bond = reader.bind(one, other)
                if bond.score > 0 and bond.sure:
                    bonds.ones.append(one)
                    bonds.others.append(other)
                    bonds.scores.append(bond.score)
                    bonds.joined.join(one, other)
    return bonds


def _cluster(reader: UnitReader, roll: Roll, bonds: _SureBonds) -> Work[Grouped]:
    """Return the clusters of each component, and all units that are bound to none."""
    grouped = Grouped(roll, reader, array("I"), array("Q"))
    bound = bytearray(len(roll))
    for own in bonds.by_component():
        for cluster in _clusters(reader, own):
            grouped.starts.append(len(grouped.units))
            grouped.units.extend(cluster)
            for unit in cluster:
                bound[unit] = True
        yield Step(2 * len(roll) + len(grouped.units), _PARTS * len(roll), LABEL)
    for unit, is_bound in enumerate(bound):
        if not is_bound:
            grouped.starts.append(len(grouped.units))
            grouped.units.append(unit)
    return grouped


def _clusters(reader: UnitReader, bonds: Sequence[tuple[float, int, int]]) -> Iterator[list[int]]:
    """Yield the clusters of one component: the strongest bonds join first."""
    members = {unit for _, *both in bonds for unit in both}
    units = {unit: reader.read(unit).unit for unit in members}
    numbers = sorted(members, key=lambda unit: (units[unit].key, unit))
    place = {unit: row for row, unit in enumerate(numbers)}
    known: dict[tuple[int, int], Bond] = {}

    def bond(one: int, other: int) -> Bond:
        pair = min(one, other), max(one, other)
        if pair not in known:
            known[pair] = reader.bind(numbers[pair[0]], numbers[pair[1]])
        return known[pair]

    clusters = Clusters([units[unit] for unit in numbers], bond, lambda _here, _there: False)
    for _, one, other in sorted((score, place[one], place[other]) for score, one, other in bonds):
        clusters.join(min(one, other), max(one, other))
    return ([numbers[row] for row in cluster] for cluster in clusters.all())
