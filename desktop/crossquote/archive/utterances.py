"""The utterances of an archive: those that are quoted most, or changed most, with all their renditions.

Words that several articles print alike are counted, and the commonest are traced: what nobody prints as another does is
not among them, however often it is told.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from hashlib import blake2b

from msgspec import Struct

from crossquote.archive.records import ArchivedQuote, read_record
from crossquote.archive.timeline import PrintedWording, make_timeline
from crossquote.archive.trace import Sought, TracedRendition, trace
from crossquote.grouping.item import Item
from crossquote.language.language import language_of

_LEAST_WORDS = 4
"""Fewer words are nobody's in particular."""
_TIMES = 3
"""So many times as many as are wanted are traced: some turn out to be one, and which are changed most is to be seen."""
_LOOKED_AT = 30
"""And so many times as many wordings are looked at, as several are of one utterance."""
_ASKED = "?"


class Most(StrEnum):
    """What comes first."""

    QUOTED = "quoted"
    CHANGED = "changed"


class ArchivedUtterance(Struct, frozen=True):
    """What was said once: its renditions in an archive, the surest first, and its wordings as they came."""

    text: str
    renditions: tuple[TracedRendition, ...]
    timeline: tuple[PrintedWording, ...]

    @property
    def changed(self) -> int:
        """How many articles print other words than most do."""
        return len(self.renditions) - max(len(wording.printed) for wording in self.timeline)

    def rank(self, most: Most) -> tuple[int, int, str]:
        """Return what sorts first that of which there is the most."""
        counts = (-len(self.renditions), -self.changed)
        first, second = counts if most is Most.QUOTED else counts[::-1]
        return first, second, self.text


def list_utterances(shards: Sequence[sqlite3.Connection], most: Most, count: int) -> tuple[ArchivedUtterance, ...]:
    """Return the utterances that are quoted, or changed, most."""
    made: list[ArchivedUtterance] = []
    seen: set[bytes] = set()
    for quote in _commonest(shards, _LOOKED_AT * count):
        if _digest(quote.text) in seen:
            continue
        language = language_of(quote.language or None)
        item = Item(_ASKED, _ASKED, language, quote.text, quote.text, quote.speaker, quote.kind)
        found = tuple(one for one in trace(shards, Sought((item,), language)) if one.quotes[0].sure)
        seen.update(_digest(each.quote.text) for one in found for each in one.quotes)
        if found:
            made.append(ArchivedUtterance(quote.text, found, make_timeline(found)))
        if len(made) >= _TIMES * count:
            break
    return tuple(sorted(made, key=lambda one: one.rank(most))[:count])


def _commonest(shards: Sequence[sqlite3.Connection], most: int) -> Iterator[ArchivedQuote]:
    """Yield a quote for each of the words that more than one prints alike, the commonest first, so many at most."""
    counted: Counter[bytes] = Counter()
    for quote in _all_quotes(shards):
        if quote.words >= _LEAST_WORDS:
            counted[_digest(quote.text)] += 1
    ordered = sorted((-times, digest) for digest, times in counted.items() if times > 1)[:most]
    wanted = {digest for _, digest in ordered}
    counted.clear()
    least: dict[bytes, ArchivedQuote] = {}
    for quote in _all_quotes(shards):
        digest = _digest(quote.text)
        if digest in wanted and (digest not in least or _key(quote) < _key(least[digest])):
            least[digest] = quote
    yield from (least[digest] for _, digest in ordered)


def _key(quote: ArchivedQuote) -> tuple[bool, str, str, str, int, int]:
    """Return what chooses among equal words, whatever their order was: those that somebody is named for come first."""
    return quote.speaker is None, quote.speaker or "", quote.text, quote.language, quote.start, quote.end


def _all_quotes(shards: Sequence[sqlite3.Connection]) -> Iterator[ArchivedQuote]:
    for shard in shards:
        for (value,) in shard.execute("SELECT CAST(value AS BLOB) FROM quotes"):
            yield read_record(value, ArchivedQuote)


def _digest(text: str) -> bytes:
    said = " ".join(text.casefold().split())
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest()
