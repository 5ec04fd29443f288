"""Articles that go abreast: which pairs of articles are parallel, and which of their quotes are counterparts.

A pair is tried where several of its quotes may be counterparts by their words, and at about the same place. What comes
of it depends on the two articles alone, so an edit costs the pairs of the articles that it touches.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from crossquote.grouping.counterparts import weigh
from crossquote.grouping.item import Item
from crossquote.grouping.parallel import Alignment, align
from crossquote.grouping.units import Unit
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.changes import differing
from crossquote.progress import Step, Work

_NEAR = 0.12
"""Quotes that stand so near to each other in their articles may be counterparts."""
_LEAST, _LEAST_SHARE = 2, 0.3
"""So many quotes, and so large a share of the shorter article's, may have a counterpart before that is tried."""
_PARTNERS = 8
"""So many articles are tried with each, the likeliest first: it meets the others by way of these."""
_PARALLEL = 0.95
"""Articles that are less likely parallel are not taken for it."""
_PAIRS_A_STEP = 20
LABEL = message("step.grouping")
Counterparts = Mapping[str, float]
"""The quotes of other articles that a quote is the counterpart of, by their ids, with how likely that is."""


def _nothing() -> MappingProxyType[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Aligned:
    """How two articles are aligned, in the order of their names, and the quotes that this was worked out from."""

    quotes: tuple[tuple[Item, ...], tuple[Item, ...]]
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Abreast:
    """Which articles go abreast; by the article.

    `quoted` has the ids of its quotes in their order, `near` how many of them may have a counterpart in each other
    article, `aligned` what came of those that were tried, `counterparts` what is known by them of each quote.
    """

    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    near: Mapping[str, Mapping[str, int]] = field(default_factory=_nothing)
    aligned: Mapping[str, Mapping[str, Aligned]] = field(default_factory=_nothing)
    counterparts: Mapping[str, Mapping[str, Counterparts]] = field(default_factory=_nothing)

    def of(self, item: Item) -> Counterparts:
        """Return what is known of a quote."""
        known: Mapping[str, Counterparts] = self.counterparts.get(item.article, _NONE)
        return known.get(item.id, _NONE)


_NONE: MappingProxyType[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotes of a set, the units that they were brought into, and the units that each of these is compared with.

    Translations are in the language `reading`.
    """

    items: Mapping[str, Item]
    units: Mapping[int, Unit]
    unit_of: Mapping[str, int]
    pairs: Mapping[int, AbstractSet[int]]
    reading: Language

    def compared(self, item: Item) -> Iterator[Item]:
        """Yield the quotes of other articles that may be counterparts by their words."""
        number = self.unit_of[item.id]
        for near in (number, *self.pairs.get(number, ())):
            yield from (other for other in self.units[near].items if other.article != item.article)


def realign(
    before: Abreast, now: Quoted, changed: Mapping[str, Item | None], touched: AbstractSet[str]
) -> Work[tuple[Abreast, frozenset[str]]]:
    """Return which articles go abreast after the items `changed`, and the quotes that have other counterparts.

    The quotes of others than the articles `touched` are compared with the same ones as before.
    """
    quoted = _list_quotes(before, now, changed, touched)
    near, turned = _count_near(before, quoted, now, touched)
    wanted = {article: _partners(near, quoted, article) for article in turned}
    pairs = sorted({_ordered(one, other) for one, others in wanted.items() for other in others})
    own: dict[str, dict[str, Aligned]] = {article: {} for article in turned}
    for article in turned:
        for other in before.aligned.get(article, _NONE):
            if other not in turned:
                own.setdefault(other, dict(before.aligned[other])).pop(article, None)
    for done, (one, other) in enumerate(pairs):
        if done % _PAIRS_A_STEP == 0:
            yield Step(done, len(pairs), LABEL)
        found = _aligned(before, quoted, now, (one, other))
        for article, partner in ((one, other), (other, one)):
            own.setdefault(article, dict(before.aligned.get(article, _NONE)))[partner] = found
    aligned = _without_empty({**before.aligned, **own})
    counterparts = {**before.counterparts, **{article: _counterparts(article, found) for article, found in own.items()}}
    moved = set().union(*(differing(before.counterparts.get(one, _NONE), counterparts[one]) for one in own))
    return Abreast(quoted, near, aligned, _without_empty(counterparts)), frozenset(moved)


def _list_quotes(
    before: Abreast, now: Quoted, changed: Mapping[str, Item | None], touched: AbstractSet[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the quotes of each article of which it is known where they stand, in their order."""
    own = {article: {id_ for id_ in before.quoted.get(article, ()) if id_ not in changed} for article in touched}
    for id_, item in changed.items():
        if item is not None and item.place is not None:
            own[item.article].add(id_)
    ordered = {
        article: tuple(sorted(ids, key=lambda id_: (now.items[id_].place or 0.0, id_))) for article, ids in own.items()
    }
    return _without_empty({**before.quoted, **ordered})


def _count_near(
    before: Abreast, quoted: Mapping[str, tuple[str, ...]], now: Quoted, touched: AbstractSet[str]
) -> tuple[Mapping[str, Mapping[str, int]], AbstractSet[str]]:
    """Return how many quotes two articles may have in common, and the articles of which that is another number."""
    own: dict[str, dict[str, int]] = {}
    turned = set(touched)
    for article in touched:
        found = _near_counts(quoted.get(article, ()), now)
        known = before.near.get(article, _NONE)
        own.setdefault(article, dict(known))
        for other in found.keys() | known.keys():
            count = found.get(other, 0)
            if count != known.get(other, 0):
                turned.add(other)
                _put(own.setdefault(other, dict(before.near.get(other, _NONE))), article, count)
                _put(own[article], other, count)
    return _without_empty({**before.near, **own}), turned


def _put(counts: dict[str, int], article: str, count: int) -> None:
    if count:
        counts[article] = count
    else:
        counts.pop(article, None)


def _near_counts(ids: Iterable[str], now: Quoted) -> Mapping[str, int]:
    """Return how many quotes of one article may have a counterpart near their place, by the other article.

    It is the smaller number of quotes of either that do, so that it is the same from both sides.
    """
    here: dict[str, set[str]] = {}
    there: dict[str, set[str]] = {}
    for id_ in ids:
        item = now.items[id_]
        for other in now.compared(item):
            if other.place is not None and abs(other.place - (item.place or 0.0)) <= _NEAR:
                here.setdefault(other.article, set()).add(id_)
                there.setdefault(other.article, set()).add(other.id)
    return {article: min(len(own), len(there[article])) for article, own in here.items()}


def _partners(
    near: Mapping[str, Mapping[str, int]], quoted: Mapping[str, tuple[str, ...]], article: str
) -> AbstractSet[str]:
    """Return the articles that are tried with one: its own likeliest, and those whose likeliest it is."""
    return {other for other in near.get(article, ()) if _is_tried(near, quoted, article, other)}


def _is_tried(
    near: Mapping[str, Mapping[str, int]], quoted: Mapping[str, tuple[str, ...]], one: str, other: str
) -> bool:
    count = near[one][other]
    if count < max(_LEAST, _LEAST_SHARE * min(len(quoted[one]), len(quoted[other]))):
        return False
    return any(_rank(near[here], there) < _PARTNERS for here, there in ((one, other), (other, one)))


def _rank(counts: Mapping[str, int], article: str) -> int:
    own = (-counts[article], article)
    return sum((-count, other) < own for other, count in counts.items())


def _aligned(before: Abreast, quoted: Mapping[str, tuple[str, ...]], now: Quoted, pair: tuple[str, str]) -> Aligned:
    """Return how two articles are aligned; what is known of the same quotes holds."""
    here, there = (tuple(now.items[id_] for id_ in quoted[article]) for article in pair)
    known: Aligned | None = before.aligned.get(pair[0], _NONE).get(pair[1])
    if known is not None and known.quotes == (here, there):
        return known
    first, second = ([item.place or 0.0 for item in quotes] for quotes in (here, there))
    return Aligned((here, there), align(first, second, lambda i, j: weigh(here[i], there[j], now.reading)))


def _counterparts(article: str, found: Mapping[str, Aligned]) -> Mapping[str, Counterparts]:
    """Return what is known of the quotes of an article by those that it goes abreast with."""
    known: dict[str, dict[str, float]] = {}
    for other, one in found.items():
        if one.alignment.parallel < _PARALLEL:
            continue
        here, there = one.quotes if article < other else one.quotes[::-1]
        for pair, chance in one.alignment.pairs.items():
            i, j = pair if article < other else pair[::-1]
            known.setdefault(here[i].id, {})[there[j].id] = chance * one.alignment.parallel
    return known


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _without_empty(found: Mapping[str, Any]) -> Mapping[str, Any]:
    return {article: own for article, own in found.items() if own}
