"""Tracing: which quotes of an archive are renditions of one utterance, how sure that is, and why.

Which are is for grouping's `bind` to say, as in a project; an archive only says which are worth asking about.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from crossquote.archive.finding import Finder, ShardPlace, Totals, read_totals
from crossquote.archive.records import ArchivedQuote, ArticleHead, read_record
from crossquote.grouping.bonds import Bond, bind, chance
from crossquote.grouping.evidence import doubt, explain, same_words
from crossquote.grouping.item import Item
from crossquote.grouping.units import Unit, make_unit
from crossquote.language.language import Language, language_of
from crossquote.message import Message, message
from crossquote.progress import Step, Work, finish

_PATIENCE, _MOST = 300, 4_000
"""Where so many in a row are no renditions, the rest are not looked at; nor is more than so many."""
_TRACING = message("step.looking-into-archive")
_HEAD = """
    SELECT CAST(about AS BLOB), (SELECT min(CAST(path AS TEXT)) FROM files WHERE files.document = articles.document)
    FROM articles WHERE number = ?
"""


class TracedQuote(Struct, frozen=True):
    """A quote that renders what was looked for: `sure`, or possibly; how likely where it is not; and why."""

    quote: ArchivedQuote
    sure: bool
    likely: float
    score: float
    reason: Message

    @property
    def rank(self) -> tuple[bool, float, float, int, str]:
        """What sorts the surest first."""
        return not self.sure, -self.likely, -self.score, self.quote.start, self.quote.text


class TracedRendition(Struct, frozen=True):
    """An article's account of what was looked for: its quotes, the surest first; `path` is where its file lay."""

    article: ArticleHead
    path: str
    quotes: tuple[TracedQuote, ...]

    @property
    def rank(self) -> tuple[object, ...]:
        """What sorts the surest first."""
        return *self.quotes[0].rank, self.article.outlet, self.article.id, self.path


class FoundQuote(Struct, frozen=True):
    """A quote that was found, where it is kept, and the number of its article there."""

    place: ShardPlace
    article: int
    traced: TracedQuote


class Sought(Struct, frozen=True):
    """What is looked for: renditions of one utterance that are known, and the language in which they are read."""

    items: tuple[Item, ...]
    language: Language


def trace(shards: Sequence[sqlite3.Connection], sought: Sought) -> tuple[TracedRendition, ...]:
    """Return the renditions of an utterance that an archive has, the surest first."""
    return finish(trace_on(shards, sought))


def trace_each(
    shards: Sequence[sqlite3.Connection], sought: Sequence[Sought]
) -> Work[list[tuple[TracedRendition, ...]]]:
    """Return the renditions of each that is looked for, one after the other."""
    found: list[tuple[TracedRendition, ...]] = []
    for one in sought:
        found += [(yield from trace_on(shards, one))]
    return found


def trace_on(shards: Sequence[sqlite3.Connection], sought: Sought) -> Work[tuple[TracedRendition, ...]]:
    """Return them as `trace` does, as work: which of what is known is looked for, and it can be stopped."""
    totals = read_totals(shards)
    best: dict[ShardPlace, FoundQuote] = {}
    for number, item in enumerate(sought.items):
        step = Step(number, len(sought.items), _TRACING)
        yield step
        for hits in _hits(shards, totals, item, sought.language):
            for hit in hits:
                if hit.place not in best or hit.traced.rank < best[hit.place].traced.rank:
                    best[hit.place] = hit
            yield step
    return tuple(sorted(by_article(shards, best.values()), key=lambda one: one.rank))


def _hits(
    shards: Sequence[sqlite3.Connection], totals: Totals, item: Item, language: Language
) -> Iterator[list[FoundQuote]]:
    """Yield what renders an item, group by group."""
    unit = make_unit(b"", (item,), language)
    finder = Finder(shards, totals, unit, language)
    missed = looked = 0
    for group in finder.groups():
        hits = list(compare_with(finder, unit, group))
        yield hits
        looked += len(group)
        missed = 0 if hits else missed + len(group)
        if missed > _PATIENCE or looked > _MOST:
            return


def compare_with(finder: Finder, unit: Unit, places: Iterable[ShardPlace]) -> Iterator[FoundQuote]:
    """Yield those of some quotes that are renditions of a unit, surely or possibly."""
    for place in places:
        found = finder.read(place)
        if found is None:
            continue
        article, quote = found
        reading = finder.setting.language
        other = make_unit(b"", (_item(quote, f"{place.shard}:{article}", reading),), reading)
        first, second = sorted((unit, other), key=lambda one: one.key)
        bond = bind(first, second, finder.setting)
        if bond.score > 0:
            yield FoundQuote(place, article, TracedQuote(quote, bond.sure, *_weighed(bond), _reason(other, unit, bond)))


def _weighed(bond: Bond) -> tuple[float, float]:
    return round(chance(bond), 3), round(bond.score, 3)


def _reason(other: Unit, unit: Unit, bond: Bond) -> Message:
    if not bond.sure:
        return doubt(other, unit, bond)
    verbatim = bond.space and other.spaces[bond.space].order == unit.spaces[bond.space].order
    return same_words(other) if verbatim and other.language is unit.language else explain(other, unit, bond)


def _item(quote: ArchivedQuote, article: str, reading: Language) -> Item:
    language = language_of(quote.language or None)
    return Item(
        id=f"{article}:{quote.start}-{quote.end}",
        article=article,
        language=language,
        text=quote.text,
        translation=quote.text if language is reading else None,
        speaker=quote.speaker,
        kind=quote.kind,
    )


def by_article(shards: Sequence[sqlite3.Connection], hits: Iterable[FoundQuote]) -> Iterator[TracedRendition]:
    """Yield a rendition for each article; the same article in files of several names is told once."""
    found: dict[ShardPlace, list[TracedQuote]] = {}
    for hit in hits:
        found.setdefault(ShardPlace(hit.place.shard, hit.article), []).append(hit.traced)
    known: dict[tuple[str, str], TracedRendition] = {}
    for place, quotes in found.items():
        row = shards[place.shard].execute(_HEAD, (place.number,)).fetchone()
        if row is None:
            continue
        head = read_record(row[0], ArticleHead)
        one = TracedRendition(head, str(row[1] or ""), tuple(sorted(quotes, key=lambda quote: quote.rank)))
        there = known.get((head.id, head.outlet))
        if there is None or one.path < there.path:
            known[head.id, head.outlet] = one
    yield from known.values()
