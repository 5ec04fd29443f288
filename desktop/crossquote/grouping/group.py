"""Bringing quotes together into utterances.

Equal words become one unit; an index finds pairs of units worth comparing; each pair is bound by what its words,
speakers and kinds say; the strongest bonds join clusters, unless the clusters as wholes disagree. Units that no chain
of bonds leads to have no say in that: where an edit changes some, only what they are bound to is looked at again.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from crossquote.grouping.abreast import Quoted, realign
from crossquote.grouping.bonds import Bond, Setting, read_setting
from crossquote.grouping.candidates import Candidates, commonest, holders_of, index_all, list_keys
from crossquote.grouping.components import regroup_components
from crossquote.grouping.index import ITEMS_A_STEP, Index, Renewed, note_speakers, parted, renew_units
from crossquote.grouping.item import LABEL, Constraints, Decided, Item, Membership
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.pairs import Bonds, Couple, pair_up
from crossquote.grouping.turnover import reindex
from crossquote.grouping.units import reading_language
from crossquote.language.language import Language
from crossquote.progress import Step, Work, finish
from crossquote.shards import Shards
from crossquote.text.chances import Counts, recount
from crossquote.text.sketch import WordKind

__all__ = ["Constraints", "Item", "Membership", "blank", "group_quotes", "grouping", "regroup"]

_PAIRS_A_STEP = 200
_NO_BONDS: Mapping[int, Bond] = MappingProxyType({})
_MANY = 4
"""Where more than one unit in so many is found by other keys, all are indexed anew: that is faster."""


def group_quotes(items: Sequence[Item], constraints: Constraints | None = None) -> tuple[Membership, ...]:
    """Return one membership an item, in the order of `items`; their order makes no difference.

    An utterance is named by the item that leads it: the longest, then the first by article and text.
    """
    return finish(grouping(items, constraints))


def grouping(items: Sequence[Item], constraints: Constraints | None = None) -> Work[tuple[Membership, ...]]:
    """Do what `group_quotes` does, step by step, so that it can be shown and stopped."""
    index = blank(reading_language(items))
    index = yield from regroup(index, {item.id: item for item in items}, constraints or Constraints())
    found = {membership.id: membership for members in index.groups.values() for membership in members}
    return tuple(found[item.id] for item in items)


def blank(language: Language) -> Index:
    """Return an index of nothing, for quotes that are read in `language`."""
    return Index(read_setting(language, {}, {}, 0))


def regroup(
    index: Index,
    changed: Mapping[str, Item | None],
    decided: Constraints,
    landmarks: Mapping[str, Landmarks] = MappingProxyType({}),
) -> Work[Index]:
    """Return the index after the items `changed` are others, or gone (None), and the user `decided` otherwise.

    The `landmarks` of articles tell which go abreast; without them, quotes meet by what they say alone. The index is
    equal to one made of all items from scratch, and shares with `index` what did not change.
    """
    yield Step(0, 1, LABEL)
    by_id = index.decided if decided is index.constraints else Decided.by(decided)
    renewed = yield from renew_units(index, changed, by_id.alone)
    counts, words = _count_words(index, renewed)
    yield Step(0, 1, LABEL)
    speakers, spoken = note_speakers(index, renewed)
    setting = read_setting(index.setting.language, counts, speakers, len(renewed.units))
    yield Step(0, 1, LABEL)
    holders = _holders(index, renewed, words)
    found = {}
    for space in counts:
        found[space] = yield from _find(index, space, renewed, setting, holders.get(space, ()))
    candidates = {space: one for space, (one, _) in found.items()}
    sought = renewed.gone.keys() | set().union(*(moved for _, moved in found.values()))
    yield Step(0, 1, LABEL)
    pairs, fresh, repaired = pair_up(index, candidates, sought)
    yield Step(0, 1, LABEL)
    stale = _stale(index, setting, renewed, speakers, spoken).union(*holders.values())
    stale |= renewed.gone.keys() & renewed.come.keys()
    bonds = Bonds(renewed.units, setting, index.bonds, stale)
    fresh |= {(one, other) for one in stale for other in pairs.get(one, ())}
    kept, moved = yield from _bind(index, bonds, pairs, fresh, repaired)
    quoted = Quoted(renewed.items, landmarks, setting.language)
    abreast, met = yield from realign(index.abreast, quoted, changed, _articles(index, changed))
    moved |= {renewed.unit_of[id_] for id_ in met if id_ in renewed.unit_of}
    after = replace(
        index,
        setting=setting,
        constraints=decided,
        decided=by_id,
        items=renewed.items,
        units=renewed.units,
        unit_of=renewed.unit_of,
        words=renewed.words,
        next=renewed.next,
        speakers=speakers,
        counts=counts,
        candidates=candidates,
        pairs=pairs,
        bonds=kept,
        abreast=abreast,
    )
    return (yield from regroup_components(index, after, moved | renewed.gone.keys() | renewed.come.keys(), bonds))


def index_units(items: Sequence[Item], alone: AbstractSet[str]) -> Index:
    """Return the units of `items`, and what holds for the whole set; nothing is compared."""
    index = blank(reading_language(items))
    renewed = finish(renew_units(index, {item.id: item for item in items}, alone))
    counts, _ = _count_words(index, renewed)
    speakers, _ = note_speakers(index, renewed)
    setting = read_setting(index.setting.language, counts, speakers, len(renewed.units))
    return replace(index, setting=setting, units=renewed.units, unit_of=renewed.unit_of)


def _count_words(index: Index, renewed: Renewed) -> tuple[Mapping[str, Counts], Mapping[str, AbstractSet[str]]]:
    """Return the words by language, and those of them whose chance is another than before."""
    counts, changed = dict(index.counts), {}
    spaces = {space for unit in (*renewed.gone.values(), *renewed.come.values()) for space in unit.spaces}
    for space in sorted(spaces):
        gone, come = (
            [(article, unit.spaces[space]) for unit in units for article in unit.articles if space in unit.spaces]
            for units in (renewed.gone.values(), renewed.come.values())
        )
        counts[space], changed[space] = recount(index.counts.get(space) or Counts(), gone, come)
    return {space: one for space, one in counts.items() if one.rows}, changed


def _holders(index: Index, renewed: Renewed, words: Mapping[str, AbstractSet[str]]) -> Mapping[str, AbstractSet[int]]:
    """Return by language the units, other than those that come, that have one of `words`."""
    found = {}
    for space, some in words.items():
        known = index.candidates.get(space)
        if known is None or not some:
            continue
        rows = index.counts[space].rows
        if any(word in rows and rows[word][2 + WordKind.STOP] for word in some):
            numbers = {n for n in known.listed if not some.isdisjoint(index.units[n].spaces[space].kinds)}
        else:
            numbers = holders_of(known, index.units, space, some)
        found[space] = numbers - renewed.gone.keys()
    return found


def _find(
    index: Index, space: str, renewed: Renewed, setting: Setting, holders: Iterable[int]
) -> Work[tuple[Candidates, AbstractSet[int]]]:
    """Return the candidates in one language, and the units that may have others than before.

    The units `holders` may be found by other keys than before.
    """
    before = index.candidates.get(space) or Candidates()
    chances, limit = setting.chances[space], commonest(setting.units)
    there = [number for number, unit in renewed.come.items() if space in unit.spaces]
    gone = {number for number in renewed.gone if number in before.listed}.difference(there)
    numbers = (*there, *holders)
    come: dict[int, Mapping[str, int]] = {}
    for done, number in enumerate(numbers):
        if done % ITEMS_A_STEP == 0:
            yield Step(done, len(numbers), LABEL)
        keys = list_keys(renewed.units[number], space, chances)
        if before.listed.get(number) != keys:
            come[number] = keys
    if limit == before.limit and _MANY * len(come) <= len(before.listed):
        return reindex(before, renewed.units, space, gone, come) if gone or come else (before, frozenset())
    listed = {number: keys for number, keys in before.listed.items() if number not in gone} | come
    return (yield from index_all(renewed.units, space, listed, limit)), {*listed, *before.listed}


def _articles(index: Index, changed: Mapping[str, Item | None]) -> frozenset[str]:
    """Return the articles that the items `changed` were or are in."""
    both = (items.get(id_) for items in (index.items, changed) for id_ in changed)
    return frozenset(item.article for item in both if item is not None)


def _stale(
    index: Index, setting: Setting, renewed: Renewed, speakers: Mapping[str, AbstractSet[int]], spoken: AbstractSet[str]
) -> set[int]:
    """Return the units that are bound otherwise than before because the set is another, whatever they say."""
    if setting.needed != index.setting.needed:
        return set(renewed.units)
    shares = setting.speakers if setting.units != index.setting.units else spoken
    other = {part for part in shares if setting.speakers.get(part) != index.setting.speakers.get(part)}
    return set().union(*(speakers.get(part, ()) for part in other))


def _bind(
    index: Index,
    bonds: Bonds,
    pairs: Mapping[int, AbstractSet[int]],
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
        near = pairs.get(number, frozenset())
        if any(bond.score <= 0 or other not in near for other, bond in found.items()):
            own[number] = {other: bond for other, bond in found.items() if bond.score > 0 and other in near}
    kept: Shards[int, Mapping[int, Bond]] = index.bonds.changed(*parted(own))
    return kept, {number for number, found in own.items() if found != index.bonds.get(number, {})}
