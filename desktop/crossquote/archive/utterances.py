"""The utterances of an archive: those that are quoted most, or changed most, with all their renditions.

All quotes are brought together; what is read whole and told are those utterances that come first.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from crossquote.archive.finding import ShardPlace
from crossquote.archive.grouped import Grouped, group_archive
from crossquote.archive.timeline import PrintedWording, make_timeline
from crossquote.archive.trace import FoundQuote, TracedQuote, TracedRendition, by_article
from crossquote.grouping.bonds import chance
from crossquote.grouping.evidence import explain, same_words
from crossquote.progress import Work

_LEAST_WORDS = 4
"""Fewer words are no utterance by themselves."""
_TIMES = 2
"""So many times as many as are wanted are read: what is changed most is told exactly only then."""


class Most(StrEnum):
    """What comes first."""

    QUOTED = "quoted"
    CHANGED = "changed"


class ArchivedUtterance(Struct, frozen=True):
    """What was said once: its renditions in an archive, the surest first, and its wordings as they came.

    `text` is the wording that most print.
    """

    text: str
    renditions: tuple[TracedRendition, ...]
    timeline: tuple[PrintedWording, ...]

    @property
    def changed(self) -> int:
        """How many articles print other words than most do."""
        return len(self.renditions) - max(len(wording.printed) for wording in self.timeline)

    def rank(self, most: Most) -> tuple[int, int, str]:
        """Return what sorts first that of which there is the most."""
        return *_rank(len(self.renditions), self.changed, most), self.text


def list_utterances(
    shards: Sequence[sqlite3.Connection], most: Most, count: int
) -> Work[tuple[ArchivedUtterance, ...]]:
    """Return the utterances that are quoted, or changed, most."""
    grouped = yield from group_archive(shards)
    ranked = sorted(_ranked(grouped, most))
    made = (_utterance(shards, grouped, grouped.members(number)) for *_, number in ranked)
    told = islice((one for one in made if one is not None), _TIMES * count)
    return tuple(sorted(told, key=lambda one: one.rank(most))[:count])


def _rank(articles: int, changed: int, most: Most) -> tuple[int, int]:
    return (-articles, -changed) if most is Most.QUOTED else (-changed, -articles)


def _ranked(grouped: Grouped, most: Most) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers of the utterances that several articles have, with what sorts first those with the most."""
    roll = grouped.roll
    for number in range(len(grouped.starts)):
        rows = [row for unit in grouped.members(number) for row in roll.rows(unit)]
        articles = len({roll.articles[row] for row in rows})
        if articles > 1:
            words = Counter(words for _, words in {(roll.articles[row], roll.words[row]) for row in rows})
            yield *_rank(articles, articles - max(words.values()), most), number


def _utterance(
    shards: Sequence[sqlite3.Connection], grouped: Grouped, units: Sequence[int]
) -> ArchivedUtterance | None:
    """Return what is told of an utterance; None where it is of too few words."""
    renditions = tuple(sorted(by_article(shards, _hits(shards, grouped, units)), key=lambda one: one.rank))
    if all(quote.quote.words < _LEAST_WORDS for one in renditions for quote in one.quotes):
        return None
    timeline = make_timeline(renditions)
    commonest = min(timeline, key=lambda wording: (-len(wording.printed), wording.text))
    return ArchivedUtterance(commonest.text, renditions, timeline)


def _hits(shards: Sequence[sqlite3.Connection], grouped: Grouped, units: Sequence[int]) -> Iterable[FoundQuote]:
    """Yield the quotes of an utterance with why they belong to the longest of them."""
    roll, reader = grouped.roll, grouped.reader
    for unit in units:
        why = _why(grouped, unit, units)
        for row, quote in zip(roll.rows(unit), reader.quotes(roll.rows(unit)), strict=True):
            shard, number = roll.shards[row], roll.numbers[row]
            statement = "SELECT CAST(article AS INTEGER) FROM quotes WHERE number = ?"
            article = shards[shard].execute(statement, (number,)).fetchone()[0]
            yield FoundQuote(ShardPlace(shard, number), article, replace(why, quote=quote))


def _why(grouped: Grouped, unit: int, units: Sequence[int]) -> TracedQuote:
    """Return how a unit belongs to an utterance, and why: by the longest, or by what it is bound to most."""
    own, reader = grouped.reader.read(unit).unit, grouped.reader
    quote, bond = reader.quotes(grouped.roll.rows(unit)[:1])[0], reader.bind(unit, units[0])
    if unit == units[0]:
        return TracedQuote(quote, sure=True, likely=1.0, score=round(bond.score, 3), reason=same_words(own))
    bonds = [(bond, units[0])]
    if bond.score <= 0:
        bonds += [(reader.bind(unit, other), other) for other in units[1:] if other != unit]
    bond, other = max(bonds, key=lambda one: (one[0].score, -one[1]))
    reason = explain(own, reader.read(other).unit, bond)
    return TracedQuote(quote, sure=True, likely=round(chance(bond), 3), score=round(bond.score, 3), reason=reason)
