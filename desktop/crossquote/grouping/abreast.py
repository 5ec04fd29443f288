"""Articles that go abreast: which pairs of articles are parallel, and which of their quotes are counterparts.

A pair is tried where most of the landmarks that both have stand at one place. What comes of it depends on the two
articles alone, so an edit costs the pairs of the articles that it touches.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from crossquote.deferred import Made, Unread
from crossquote.grouping.candidates import commonest
from crossquote.grouping.counterparts import Says, speakers_say, weigh
from crossquote.grouping.item import LABEL, Item
from crossquote.grouping.landmarks import Landmarks, is_near, keep_pace
from crossquote.grouping.parallel import Cells, Correspondence, align, align_again, weigh_again, weigh_pairs
from crossquote.grouping.units import speakers_agree
from crossquote.language.language import Language
from crossquote.model.changes import differing
from crossquote.progress import Step, Work
from crossquote.shards import Shards

_LEAST, _LEAST_SHARE = 3, 0.6
"""So many landmarks, and so large a share of those that both articles have, stand at one place before it is tried."""
_LEAST_OF_ALL = 0.2
"""And so large a share of all that the one with fewer has: a few meet by chance, the more often the more articles there
are. Set on stories in seven languages: of no two articles that were parallel was it less than twice that."""
_PARTNERS = 8
"""So many articles are tried with each, the likeliest first: it meets the others by way of these."""
_PAIRS_A_STEP, _ARTICLES_A_STEP = 2, 20
_MOST_PAIRS = 40_000
"""Two articles with more pairs of quotes are not aligned: it would take longer than anybody waits for one step."""
Quotes = tuple[tuple[Item, ...], tuple[Item, ...]]
"""The quotes of two articles, in their order."""
WeighPair = Callable[[int, int], float]
"""What weighs two quotes, by their places in the order of either article."""
Counterparts = Mapping[str, float]
"""The quotes of other articles that a quote is the counterpart of, by their ids, with how likely that is."""
T = TypeVar("T")
_NONE: MappingProxyType[str, Any] = MappingProxyType({})


def _nothing() -> MappingProxyType[Any, Any]:
    return _NONE


class Aligned(Struct, frozen=True):
    """How two articles are aligned, in the order of their names, by the `weights` of pairs of their quotes."""

    quotes: Quotes
    weights: Cells
    alignment: Correspondence


class Abreast(Struct, frozen=True):
    """Which articles go abreast.

    `landmarks` are those of each article, `holders` the articles of each landmark. By the article, `near` has how many
    landmarks it has at one place with each of those that it may go abreast with, `quoted` the ids of its quotes in
    their order, `aligned` what came of the pairs that were tried, `counterparts` what is known by them of each quote.
    """

    landmarks: Mapping[str, Landmarks] = field(default_factory=_nothing)
    holders: Mapping[str, frozenset[str]] = field(default_factory=_nothing)
    near: Mapping[str, Mapping[str, int]] = field(default_factory=_nothing)
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    aligned: Shards[str, Mapping[str, Aligned]] = field(default_factory=Shards)
    counterparts: Shards[str, Mapping[str, Counterparts]] = field(default_factory=Shards)

    def of(self, item: Item) -> Counterparts:
        """Return what is known of a quote."""
        known: Mapping[str, Counterparts] = self.counterparts.get(item.article, _NONE)
        return known.get(item.id, _NONE)


class Quoted(Struct, frozen=True):
    """What is told: all quotes by their ids, and the landmarks of the articles; translations are in `reading`."""

    items: Mapping[str, Item]
    landmarks: Mapping[str, Landmarks]
    reading: Language


def realign(
    before: Abreast, now: Quoted, changed: Mapping[str, Item | None], touched: AbstractSet[str]
) -> Work[tuple[Abreast, frozenset[str]]]:
    """Return which articles go abreast after the items `changed`, and the quotes that have other counterparts.

    The articles `touched` are those that these were or are in.
    """
    holders, near, moved = yield from _survey(before, now.landmarks)
    quoted = _list_quotes(before, now, changed, touched)
    turned = (touched | moved) & (near.keys() | before.near.keys())
    tried = (_ordered(one, other) for one in turned for other in near.get(one, ()) if _tried(near, one, other))
    pairs = sorted({pair for pair in tried if _count_pairs(quoted, pair) <= _MOST_PAIRS})
    own: dict[str, dict[str, Aligned]] = {article: {} for article in turned}
    for article in turned:
        for other in before.aligned.get(article, _NONE).keys() - turned:
            own.setdefault(other, dict(before.aligned[other])).pop(article)
    articles = set(chain.from_iterable(pairs))
    told = {article: tuple(now.items[id_] for id_ in quoted.get(article, ())) for article in articles}
    for done, (one, other) in enumerate(pairs):
        if done % _PAIRS_A_STEP == 0:
            yield Step(done, len(pairs), LABEL)
        found = _align(before, now, (one, other), (told[one], told[other]))
        for article, partner in ((one, other), (other, one)):
            own.setdefault(article, dict(before.aligned.get(article, _NONE)))[partner] = found
    counterparts = {article: _counterparts(article, found) for article, found in own.items()}
    met = (differing(before.counterparts.get(article, _NONE), found) for article, found in counterparts.items())
    after = Abreast(
        now.landmarks,
        holders,
        near,
        quoted,
        _with_own(before.aligned, own),
        _with_own(before.counterparts, counterparts),
    )
    return after, frozenset().union(*met)


class KeptAbreast(Struct, frozen=True):
    """What a file has of articles that go abreast: `pairs`, in the order of their names, were aligned.

    Each says whether any quotes of the two are counterparts; `read` gives its weights and what came of them.
    """

    near: "NearCounts"
    quoted: Mapping[str, tuple[str, ...]]
    pairs: Mapping[tuple[str, str], bool]
    read: Callable[[tuple[str, str]], tuple[Cells, Correspondence]]


def as_kept(kept: KeptAbreast, now: Quoted) -> Abreast:
    """Return which articles go abreast, of what is kept; a pair is read when it is asked for."""
    quotes = Made[str, tuple[Item, ...]](lambda article: tuple(now.items[id_] for id_ in kept.quoted.get(article, ())))
    found = Made[tuple[str, str], Aligned](lambda pair: Aligned((quotes[pair[0]], quotes[pair[1]]), *kept.read(pair)))
    own: dict[str, dict[str, tuple[str, str]]] = {}
    for pair in kept.pairs:
        one, other = pair
        own.setdefault(one, {})[other] = own.setdefault(other, {})[one] = pair
    aligned = Shards[str, Mapping[str, Aligned]].deferred(
        own, lambda article: {other: found[pair] for other, pair in own[article].items()}
    )
    met = {article for pair, any_met in kept.pairs.items() if any_met for article in pair}
    counterparts = Shards[str, Mapping[str, Counterparts]].deferred(
        met, lambda article: _counterparts(article, aligned[article])
    )
    holders = Unread(lambda: {**_hold(Abreast(), now.landmarks, now.landmarks)})
    return Abreast(now.landmarks, holders, kept.near, kept.quoted, aligned, counterparts)


Holders = Mapping[str, frozenset[str]]
NearCounts = Mapping[str, Mapping[str, int]]


def _survey(before: Abreast, landmarks: Mapping[str, Landmarks]) -> Work[tuple[Holders, NearCounts, AbstractSet[str]]]:
    """Return the articles of each landmark, which articles may go abreast, and those that may with others than before.

    A landmark that many articles have finds nobody: others will.
    """
    changed = differing(before.landmarks, landmarks)
    if not changed:
        return before.holders, before.near, frozenset()
    limit, known = commonest(len(landmarks)), commonest(len(before.landmarks))
    holders = _hold(before, landmarks, changed)
    touched = set(changed)
    for key in {key for article in changed for key in _keys(before, landmarks, article)}:
        was, now = before.holders.get(key, frozenset()), holders.get(key, frozenset())
        if (len(was) > known) != (len(now) > limit):
            touched |= was | now
    if limit != known:
        touched |= landmarks.keys()
    own: dict[str, dict[str, int]] = {}
    for done, article in enumerate(touched):
        if done % _ARTICLES_A_STEP == 0:
            yield Step(done, len(touched), LABEL)
        found = _beside(landmarks, holders, limit, article)
        own[article] = dict(found)
        for other in (found.keys() | before.near.get(article, _NONE).keys()) - touched:
            counts = own.setdefault(other, dict(before.near.get(other, _NONE)))
            counts.pop(article, None)
            counts |= {article: found[other]} if other in found else {}
    near = {**before.near, **own}
    moved = {article for article in own if near[article] != before.near.get(article, _NONE)}
    return holders, _without_empty(near), moved


def _keys(before: Abreast, landmarks: Mapping[str, Landmarks], article: str) -> AbstractSet[str]:
    return {key for one in (before.landmarks, landmarks) if article in one for key in one[article].places}


def _hold(before: Abreast, landmarks: Mapping[str, Landmarks], changed: Iterable[str]) -> Holders:
    own: dict[str, set[str]] = {}
    for article in changed:
        for one, add in ((before.landmarks, False), (landmarks, True)):
            for key in one[article].places if article in one else ():
                held = own.setdefault(key, set(before.holders.get(key, ())))
                (held.add if add else held.discard)(article)
    return _without_empty({**before.holders, **{key: frozenset(held) for key, held in own.items()}})


def _beside(landmarks: Mapping[str, Landmarks], holders: Holders, limit: int, article: str) -> Mapping[str, int]:
    """Return the articles that one may go abreast with, and how many landmarks they have at one place."""
    shared: Counter[str] = Counter()
    near: Counter[str] = Counter()
    own = _finding(landmarks, holders, limit, article)
    for key in own:
        places = landmarks[article].places[key]
        for other in holders[key]:
            shared[other] += 1
            near[other] += is_near(places, landmarks[other].places[key])
    likely = {
        other: count
        for other, count in near.items()
        if other != article and count >= max(_LEAST, _LEAST_SHARE * shared[other])
    }
    fewer = {other: min(len(own), len(_finding(landmarks, holders, limit, other))) for other in likely}
    return {other: count for other, count in likely.items() if count >= _LEAST_OF_ALL * fewer[other]}


def _finding(landmarks: Mapping[str, Landmarks], holders: Holders, limit: int, article: str) -> Sequence[str]:
    """Return the landmarks of an article that not too many have."""
    return [key for key in landmarks[article].places if len(holders[key]) <= limit] if article in landmarks else []


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


def _count_pairs(quoted: Mapping[str, tuple[str, ...]], pair: tuple[str, str]) -> int:
    return len(quoted.get(pair[0], ())) * len(quoted.get(pair[1], ()))


def _tried(near: NearCounts, one: str, other: str) -> bool:
    """Tell whether either article is among the likeliest that the other may go abreast with."""
    return any(_rank(near[here], there) < _PARTNERS for here, there in ((one, other), (other, one)))


def _rank(counts: Mapping[str, int], article: str) -> int:
    own = (-counts[article], article)
    return sum((-count, other) < own for other, count in counts.items())


def _align(before: Abreast, now: Quoted, pair: tuple[str, str], quotes: Quotes) -> Aligned:
    """Return how two articles with these quotes are aligned; what is known of the same quotes and landmarks holds."""
    here, there = quotes
    known: Aligned | None = before.aligned.get(pair[0], _NONE).get(pair[1])
    if any(now.landmarks[article] != before.landmarks.get(article) for article in pair):
        known = None
    if known is not None and known.quotes == quotes:
        return known
    says = speakers_say(here, there)
    if known is not None and speakers_say(*known.quotes) is not says:
        known = None
    weigh_pair = _weigh_anew(here, there, now.reading, says)
    if known is not None and _places(known.quotes) == _places(quotes):
        rows, columns = _others(known.quotes[0], here), _others(known.quotes[1], there)
        weights = weigh_again(known.weights, rows, columns, _weigh_changed(known, quotes, weigh_pair))
        if weights == known.weights:
            return Aligned(quotes, weights, known.alignment)
        again = align_again(known.alignment, known.weights, *_along(now, pair, quotes), weights)
        return Aligned(quotes, weights, again)
    first, second = _along(now, pair, quotes)
    anew = weigh_pair if known is None else _weigh_again(known, quotes, weigh_pair)
    weights = weigh_pairs(first, second, anew)
    return Aligned(quotes, weights, align(first, second, weights))


def _along(now: Quoted, pair: tuple[str, str], quotes: Quotes) -> tuple[Sequence[float], Sequence[float]]:
    """Return how far into their articles quotes stand: those of the first, as far on as the second has come there."""
    come = keep_pace(*(now.landmarks[article] for article in pair))
    first, second = ([item.place or 0.0 for item in own] for own in quotes)
    return [come(place) for place in first], second


def _weigh_anew(here: Sequence[Item], there: Sequence[Item], reading: Language, says: Says) -> WeighPair:
    return lambda i, j: weigh(here[i], there[j], reading, says)


def _weigh_changed(known: Aligned, quotes: Quotes, anew: WeighPair) -> WeighPair:
    """Return what weighs a pair of `quotes` that stand as those `known`: as before where only a speaker is another.

    That holds as long as the two speakers agree as they did before.
    """
    rows, columns = (_say_the_same(was, own) for was, own in zip(known.quotes, quotes, strict=True))

    def weigh_pair(i: int, j: int) -> float:
        if rows[i] and columns[j]:
            was = speakers_agree(known.quotes[0][i], known.quotes[1][j])
            if was is speakers_agree(quotes[0][i], quotes[1][j]):
                return known.weights[i][j]
        return anew(i, j)

    return weigh_pair


def _say_the_same(before: Sequence[Item], now: Sequence[Item]) -> list[bool]:
    """Return of each quote whether it is what it was, but for its speaker."""
    both = zip(before, now, strict=True)
    return [was is own or replace(was, speaker=own.speaker, alone=own.alone) == own for was, own in both]


def _others(before: Sequence[Item], now: Sequence[Item]) -> AbstractSet[int]:
    """Return the places at which another quote stands than before, or the same one otherwise."""
    return {place for place, (was, own) in enumerate(zip(before, now, strict=True)) if was is not own and was != own}


def _weigh_again(known: Aligned, quotes: Quotes, anew: WeighPair) -> WeighPair:
    """Return what weighs a pair of `quotes`: what is known of the same two holds, others are weighed `anew`."""
    rows, columns = (_known_places(was, own) for was, own in zip(known.quotes, quotes, strict=True))

    def weigh_pair(i: int, j: int) -> float:
        row, column = rows[i], columns[j]
        return anew(i, j) if row is None or column is None else known.weights[row][column]

    return weigh_pair


def _known_places(before: Sequence[Item], now: Sequence[Item]) -> list[int | None]:
    """Return where each quote stood among those of before; None where it was not there, or was another."""
    places = {item.id: place for place, item in enumerate(before)}
    found = [places.get(item.id) for item in now]
    return [at if at is not None and before[at] == item else None for at, item in zip(found, now, strict=True)]


def _places(quotes: Quotes) -> list[list[float | None]]:
    return [[item.place for item in own] for own in quotes]


def _counterparts(article: str, found: Mapping[str, Aligned]) -> Mapping[str, Counterparts]:
    """Return what is known of the quotes of an article by those that it goes abreast with."""
    known: dict[str, dict[str, float]] = {}
    for other, one in found.items():
        here, there = one.quotes if article < other else one.quotes[::-1]
        for pair, chance in one.alignment.pairs.items():
            i, j = pair if article < other else pair[::-1]
            known.setdefault(here[i].id, {})[there[j].id] = chance * one.alignment.parallel
    return known


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _with_own(before: Shards[str, Mapping[str, T]], own: Mapping[str, Mapping[str, T]]) -> Shards[str, Mapping[str, T]]:
    there = _without_empty(own)
    return before.changed(there, own.keys() - there.keys())


def _without_empty(found: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: own for key, own in found.items() if own}
