"""Bringing quotes together into utterances.

Equal words become one unit; an index finds pairs of units worth comparing; each pair is bound by what its words,
speakers and kinds say; the strongest bonds join clusters, unless the clusters as wholes disagree. Units that no chain
of bonds leads to have no say in that: where an edit changes some, only what they are bound to is looked at again.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.grouping.abreast import Quoted, realign
from crossquote.grouping.bonds import read_setting
from crossquote.grouping.candidates import Candidates, commonest, holders_of, index_all, list_keys
from crossquote.grouping.components import regroup_components
from crossquote.grouping.index import (
    ITEMS_A_STEP,
    Differing,
    Index,
    Renewed,
    count_homes,
    note_speakers,
    renew_struck,
    renew_units,
)
from crossquote.grouping.item import LABEL, Constraints, Decided, Item, Membership
from crossquote.grouping.landmarks import Landmarks
from crossquote.grouping.pairs import Paired, pair_up
from crossquote.grouping.rebinding import rebind
from crossquote.grouping.turnover import reindex
from crossquote.grouping.units import MEANINGS, Unit, meet_by_meanings, reading_language, say_the_same
from crossquote.language.language import Language
from crossquote.model.changes import differing, exchanged
from crossquote.progress import Step, Work, finish
from crossquote.shards import Shards
from crossquote.text.chances import Counts, Sketched, recount
from crossquote.text.sketch import WordKind

__all__ = ["Constraints", "Item", "Membership", "blank", "group_quotes", "grouping", "regroup"]

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
    struck: Mapping[str, Item | None] = MappingProxyType({}),
) -> Work[Index]:
    """Return the index after the items `changed` are others, or gone (None), and the user `decided` otherwise.

    The `landmarks` of articles tell which go abreast; without them, quotes meet by what they say alone. What the user
    `struck` is no quote, or is one again (None): it counts among the words that are there. The index is equal to one
    made of all items from scratch, and shares with `index` what did not change.
    """
    yield Step(0, 1, LABEL)
    after, turned = yield from _with_units(index, changed, decided, struck)
    after, paired = yield from _with_pairs(index, after, turned)
    bound = yield from rebind(index, after, turned, paired)
    after = replace(after, bonds=bound.kept)
    quoted = Quoted(after.items, landmarks, after.setting.language)
    told = differing(index.abreast.landmarks, landmarks)
    abreast, met = yield from realign(index.abreast, quoted, changed, _articles(index, changed) | told)
    after = replace(after, abreast=abreast)
    moved = {after.unit_of[id_] for id_ in met if id_ in after.unit_of} | bound.moved
    renewed = turned.renewed
    return (yield from regroup_components(index, after, moved | renewed.gone.keys() | renewed.come.keys(), bound.bonds))


def _with_units(
    index: Index, changed: Mapping[str, Item | None], decided: Constraints, struck: Mapping[str, Item | None]
) -> Work[tuple[Index, Differing]]:
    """Return the index with the units, and with what holds for the whole set, as they are now; and what turned."""
    by_id = index.decided if decided is index.constraints else Decided.by(decided)
    renewed = yield from renew_units(index, changed, by_id.alone)
    homes = count_homes(index.homes, renewed)
    known = renew_struck(index, struck)
    counts, words = _count_words(index, renewed, homes, known)
    yield Step(0, 1, LABEL)
    speakers, spoken = note_speakers(index, renewed)
    after = replace(
        index,
        setting=read_setting(index.setting.language, counts, speakers, len(renewed.units) + len(known)),
        constraints=decided,
        decided=by_id,
        items=renewed.items,
        units=renewed.units,
        unit_of=renewed.unit_of,
        words=renewed.words,
        next=renewed.next,
        speakers=speakers,
        homes=homes,
        counts=counts,
        struck=known,
    )
    yield Step(0, 1, LABEL)
    return after, Differing(renewed, _holders(index, renewed, words), spoken)


def _with_pairs(index: Index, after: Index, turned: Differing) -> Work[tuple[Index, Paired]]:
    """Return the index `after` with the pairs that are compared, and which of them are new."""
    found = {}
    for space in after.counts:
        found[space] = yield from _find(index, space, after, turned)
    candidates = {space: one for space, (one, _) in found.items()}
    dropped = (one.listed for space, one in index.candidates.items() if space not in candidates)
    sought = turned.renewed.gone.keys() | set().union(*(moved for _, moved in found.values()), *dropped)
    yield Step(0, 1, LABEL)
    paired = pair_up(index, candidates, sought)
    yield Step(0, 1, LABEL)
    return replace(after, candidates=candidates, pairs=paired.pairs), paired


def index_units(items: Sequence[Item], alone: AbstractSet[str]) -> Index:
    """Return the units of `items`, and what holds for the whole set; nothing is compared."""
    index = blank(reading_language(items))
    renewed = finish(renew_units(index, {item.id: item for item in items}, alone))
    counts, _ = _count_words(index, renewed, count_homes({}, renewed), index.struck)
    speakers, _ = note_speakers(index, renewed)
    setting = read_setting(index.setting.language, counts, speakers, len(renewed.units))
    return replace(index, setting=setting, units=renewed.units, unit_of=renewed.unit_of)


def _count_words(
    index: Index, renewed: Renewed, homes: Mapping[str, int], struck: Shards[str, Unit]
) -> tuple[Mapping[str, Counts], Mapping[str, AbstractSet[str]]]:
    """Return the words by language, and those of them whose chance is another than before.

    What words of all languages mean is asked only where some units have no language in common. How common a word is
    says what the articles say: what the user `struck` counts as it did, else each word of it would weigh otherwise.
    """
    counts, changed = dict(index.counts), {}
    numbers = [number for number in renewed.gone.keys() | renewed.come.keys() if not _says_as_before(renewed, number)]
    both = [[units[number] for number in numbers if number in units] for units in (renewed.gone, renewed.come)]
    for units, known, other in ((both[0], index.struck, struck), (both[1], struck, index.struck)):
        units += [known[id_] for id_ in exchanged(other, known)]
    spaces = {space for units in both for unit in units for space in unit.spaces} - {MEANINGS}
    if meet_by_meanings(homes):
        spaces.add(MEANINGS)
    else:
        counts.pop(MEANINGS, None)
    for space in sorted(spaces):
        gone, come = both if space in index.counts else ([], [*renewed.units.values(), *struck.values()])
        counts[space], changed[space] = recount(
            index.counts.get(space) or Counts(), *(_sketched(units, space) for units in (gone, come))
        )
    return {space: one for space, one in counts.items() if one.rows}, changed


def _sketched(units: Iterable[Unit], space: str) -> list[Sketched]:
    """Return what units say in one language, once for each of their articles."""
    return [(article, unit.spaces[space]) for unit in units for article in unit.articles if space in unit.spaces]


def _says_as_before(renewed: Renewed, number: int) -> bool:
    """Tell whether a unit that was there has the same words in the same articles: only its speaker is another."""
    was, now = renewed.gone.get(number), renewed.come.get(number)
    return was is not None and now is not None and say_the_same(was, now)


def _holders(index: Index, renewed: Renewed, words: Mapping[str, AbstractSet[str]]) -> Mapping[str, AbstractSet[int]]:
    """Return by language the units that were there, and are, and have or had one of `words`."""
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
        found[space] = numbers - (renewed.gone.keys() - renewed.come.keys())
    return found


def _find(index: Index, space: str, after: Index, turned: Differing) -> Work[tuple[Candidates, AbstractSet[int]]]:
    """Return the candidates in one language, and the units that may have others than before.

    Those with a word whose chance is another may be found by other keys.
    """
    before, renewed, units = index.candidates.get(space) or Candidates(), turned.renewed, after.units
    chances, limit = after.setting.chances[space], commonest(after.setting.units)
    come_in = renewed.come if space in index.counts else units
    there = [number for number, unit in come_in.items() if space in unit.spaces]
    gone = {number for number in renewed.gone if number in before.listed}.difference(there)
    holders = (number for number in turned.holders.get(space, ()) if space in units[number].spaces)
    numbers = (*there, *holders)
    come: dict[int, Mapping[str, int]] = {}
    for done, number in enumerate(numbers):
        if done % ITEMS_A_STEP == 0:
            yield Step(done, len(numbers), LABEL)
        keys = list_keys(units[number], space, chances)
        if before.listed.get(number) != keys:
            come[number] = keys
    if limit == before.limit and _MANY * len(come) <= len(before.listed):
        return reindex(before, units, space, gone, come) if gone or come else (before, frozenset())
    listed = {number: keys for number, keys in before.listed.items() if number not in gone} | come
    return (yield from index_all(units, space, listed, limit)), {*listed, *before.listed}


def _articles(index: Index, changed: Mapping[str, Item | None]) -> frozenset[str]:
    """Return the articles that the items `changed` were or are in."""
    both = (items.get(id_) for items in (index.items, changed) for id_ in changed)
    return frozenset(item.article for item in both if item is not None)
