"""Finding: the quotes of an archive that share what is rare with a quote, the likeliest first.

What finds a quote are the keys by which grouping finds candidates, of common ones two. What they find is handed out
group by group, as long as whoever asks has use for more.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from msgspec import Struct

from crossquote.archive.keys import SPEAKERS, key_number
from crossquote.archive.records import ArchivedQuote, read_record
from crossquote.archive.shared import Holding, add_up
from crossquote.grouping.bonds import Setting, setting_of
from crossquote.grouping.candidates import list_keys
from crossquote.grouping.units import MEANINGS, Unit
from crossquote.language.language import Language
from crossquote.text.chances import BACKGROUND, Chances, frequency_of
from crossquote.text.sketch import Sketch, WordKind

_COMMON = 250
"""A key that more quotes of one shard have than this is common: of these quotes those are found that share another."""
_MOST = 20_000
"""So many quotes are looked at that have common keys, those of the rarest first: reading them is what tracing costs."""
_COUNTED = 64
"""So many telling words of a quote are counted; the rest of a long one are taken to be as common as their kind is."""


class ShardPlace(Struct, frozen=True):
    """Where a quote is kept: the number of its shard, and its own there."""

    shard: int
    number: int


class Totals(Struct, frozen=True):
    """How many quotes an archive has, and how many words in each language."""

    quotes: int
    words: Mapping[str, int]


def read_totals(shards: Sequence[sqlite3.Connection]) -> Totals:
    """Return how much an archive holds; what a stranger counted may be wrong, and is taken for a number at least."""
    quotes: dict[str, int] = defaultdict(int)
    words: dict[str, int] = defaultdict(int)
    for shard in shards:
        statement = "SELECT CAST(code AS TEXT), CAST(quotes AS INTEGER), CAST(words AS INTEGER) FROM languages"
        for code, some, its in shard.execute(statement):
            quotes[code] += max(0, some)
            words[code] += max(0, its)
    return Totals(quotes[MEANINGS], words)


class Finder:
    """Finds quotes that may be renditions of one `unit` among `shards`; `setting` is what holds for comparing them."""

    def __init__(self, shards: Sequence[sqlite3.Connection], totals: Totals, unit: Unit, language: Language) -> None:
        self._shards = shards
        self._held: dict[int, list[tuple[int, int]] | None] = {}
        self._unit = unit
        self._spaces = tuple(unit.spaces)
        chances = {space: self._chances(space, unit.spaces[space], totals) for space in self._spaces}
        spoken = {part: self._count(key_number(SPEAKERS, part)) for part in unit.parts}
        self.setting: Setting = setting_of(language, chances, spoken, totals.quotes)

    def _chances(self, space: str, one: Sketch, totals: Totals) -> Chances:
        """Return how common the telling words of what is looked for are in the archive."""
        frequency = {word: BACKGROUND[one.kinds[word]] for word in one.telling}
        words = max(1, totals.words.get(space, 0))
        for word in nsmallest(_COUNTED, one.telling, key=lambda word: (frequency[word], word)):
            kind = one.kinds[word]
            frequency[word] = self._frequency(key_number(space, word), kind, words)
        return Chances(frequency)

    def _frequency(self, key: int, kind: WordKind, words: int) -> float:
        holders = self._holders(key)
        times = self._count(key) if holders is None else len(holders)
        return frequency_of(times, times, kind, words)

    def _holders(self, key: int) -> list[tuple[int, int]] | None:
        """Return the quotes that have a key, by shard and number; None where it is common."""
        if key not in self._held:
            self._held[key] = self._read_holders(key, _COMMON)
        return self._held[key]

    def _read_holders(self, key: int, most: int) -> list[tuple[int, int]] | None:
        """Return the quotes that have a key; None where more of one shard have it than `most`."""
        found: list[tuple[int, int]] = []
        statement = "SELECT CAST(quote AS INTEGER) FROM postings WHERE key = ? LIMIT ?"
        for shard, connection in enumerate(self._shards):
            rows = connection.execute(statement, (key, most + 1)).fetchall()
            if len(rows) > most:
                return None
            found += [(shard, number) for (number,) in rows]
        return found

    def _count(self, key: int) -> int:
        statement = "SELECT count(*) FROM postings WHERE key = ?"
        return sum(shard.execute(statement, (key,)).fetchone()[0] for shard in self._shards)

    def groups(self) -> Iterator[list[ShardPlace]]:
        """Yield the quotes that share enough to be renditions, those that share the most first, equals together.

        What words are worth that two quotes share is no less than what their bond makes of them, but for what a known
        speaker adds: quotes that share less than a bond needs can't have one.
        """
        shared_most: dict[tuple[int, int], int] = {}
        for space in self._spaces:  # they are compared in one of them
            for holder, shared in self._sums(space).items():
                if shared > shared_most.get(holder, 0):
                    shared_most[holder] = shared
        least = self.setting.needed - max((self.setting.speakers[part] for part in self._unit.parts), default=0)
        by_sum: dict[int, list[ShardPlace]] = defaultdict(list)
        for (shard, number), shared in shared_most.items():
            if shared >= least:
                by_sum[shared].append(ShardPlace(shard, number))
        for shared in sorted(by_sum, reverse=True):
            yield by_sum[shared]

    def _sums(self, space: str) -> Mapping[tuple[int, int], int]:
        """Return what quotes share with what is looked for, in one space."""
        listed = list_keys(self._unit, space, self.setting.chances[space]).items()
        gains = {key_number(space, key): gain for key, gain in listed}
        rare = [(holders, gain) for key, gain in gains.items() if (holders := self._holders(key)) is not None]
        return add_up(rare, [*self._common({key: gain for key, gain in gains.items() if self._holders(key) is None})])

    def _common(self, gains: Mapping[int, int]) -> Iterator[Holding[tuple[int, int]]]:
        """Yield the quotes that have common keys, with what sharing them is worth, those of the rarest first."""
        left = _MOST
        for times, key in sorted((self._count(key), key) for key in gains):
            left -= times
            if left < 0:
                return
            yield self._read_holders(key, times) or (), gains[key]

    def everywhere(self) -> Iterator[ShardPlace]:
        """Yield all quotes of the archive: what finding a few of them is measured by."""
        for shard, connection in enumerate(self._shards):
            for (number,) in connection.execute("SELECT number FROM quotes"):
                yield ShardPlace(shard, number)

    def read(self, place: ShardPlace) -> tuple[int, ArchivedQuote] | None:
        """Return the number of the article that a quote is in, and the quote; None where it is gone."""
        statement = "SELECT CAST(article AS INTEGER), CAST(value AS BLOB) FROM quotes WHERE number = ?"
        row = self._shards[place.shard].execute(statement, (place.number,)).fetchone()
        return (row[0], read_record(row[1], ArchivedQuote)) if row else None
