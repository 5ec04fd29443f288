"""Reading units of an archive, each with how common its words are there, and binding two of them."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import regex
from msgspec import Struct, field
from msgspec.structs import replace

from crossquote.archive.finding import Totals
from crossquote.archive.keys import SPEAKERS, key_number
from crossquote.archive.records import ArchivedQuote, read_record
from crossquote.archive.roll import Roll
from crossquote.grouping.bonds import Bond, Setting, bind, setting_of
from crossquote.grouping.item import Item
from crossquote.grouping.units import MEANINGS, Unit, make_unit
from crossquote.language.language import Language, language_of
from crossquote.model.state import READING_LANGUAGE
from crossquote.text.chances import BACKGROUND, Chances, frequency_of
from crossquote.text.similarity import is_shorter
from crossquote.text.sketch import Sketch

_CODE = regex.compile("[a-z]{2,3}")
_KEPT = 20_000
"""So many units are kept in memory."""
_STATEMENT = "SELECT CAST(value AS BLOB) FROM quotes WHERE number = ?"


class ReadUnit(Struct, frozen=True):
    """A unit with what is known of its words' chances, by language, as far as that was asked."""

    unit: Unit
    chances: dict[str, Chances] = field(default_factory=dict)


class UnitReader:
    """Reads the units of an archive; `common` says how many quotes have a key, where they are many.

    `setting` is what holds for all of them.
    """

    def __init__(
        self, shards: Sequence[sqlite3.Connection], roll: Roll, common: Mapping[int, int], totals: Totals
    ) -> None:
        self._shards = shards
        self._roll = roll
        self._common = common
        self._totals = totals
        self.setting: Setting = setting_of(reading_language(totals), {}, {}, totals.quotes)
        self.read = lru_cache(maxsize=_KEPT)(self._read)
        self._gain = lru_cache(maxsize=_KEPT)(self._gain_of)

    def quotes(self, rows: Iterable[int]) -> list[ArchivedQuote]:
        """Return the quotes of some rows."""
        shards, numbers = self._roll.shards, self._roll.numbers
        found = (self._shards[shards[row]].execute(_STATEMENT, (numbers[row],)).fetchone() for row in rows)
        return [read_record(value, ArchivedQuote) for (value,) in found]

    def _read(self, number: int) -> ReadUnit:
        rows = self._roll.rows(number)
        quotes = zip(rows, self.quotes(rows), strict=True)
        items = [_item(quote, self._roll.articles[row], self.setting.language) for row, quote in quotes]
        return ReadUnit(make_unit(b"", items, self.setting.language))

    def chances(self, one: ReadUnit, space: str) -> Chances:
        """Return how common the words of a unit are in the archive."""
        if space not in one.chances:
            one.chances[space] = self._count(one.unit.spaces[space], space)
        return one.chances[space]

    def _count(self, said: Sketch, space: str) -> Chances:
        frequency = {}
        words = max(1, self._totals.words.get(space, 0))
        for word in said.telling:
            times = self._common.get(key_number(space, word), 1)
            frequency[word] = frequency_of(times, times, said.kinds[word], words)
        for word, kind in said.kinds.items():
            frequency.setdefault(word, BACKGROUND[kind])
        return Chances(frequency)

    def gains(self, units: Iterable[Unit]) -> Mapping[str, float]:
        """Return what it adds that quotes are of one speaker, by the parts of the speakers' names."""
        return {part: self._gain(part) for unit in units for part in unit.parts}

    def _gain_of(self, part: str) -> float:
        spoken = {part: self._common.get(key_number(SPEAKERS, part), 1)}
        return setting_of(self.setting.language, {}, spoken, self._totals.quotes).speakers[part]

    def bind(self, one: int, other: int) -> Bond:
        """Return how two units are bound."""
        first, second = sorted((self.read(one), self.read(other)), key=lambda read: read.unit.key)
        space = space_of(first.unit, second.unit)
        short = first if is_shorter(first.unit.spaces[space], second.unit.spaces[space]) else second
        gains = self.gains((first.unit, second.unit))
        setting = replace(self.setting, chances={space: self.chances(short, space)}, speakers=gains)
        return bind(first.unit, second.unit, setting)


def reading_language(totals: Totals) -> Language:
    """Return the language in which an archive is read: the one of which it has the most words.

    By its code a file of the program's own is read: what a stranger has for one is none.
    """
    told = {code: words for code, words in totals.words.items() if _CODE.fullmatch(code)}
    return language_of(min(told, key=lambda code: (-told[code], code), default=READING_LANGUAGE))


def space_of(first: Unit, second: Unit) -> str:
    """Return the language in which two units are compared: their own where it is one."""
    own = first.language.code if first.language is second.language else ""
    return own if own in first.spaces and own in second.spaces else MEANINGS


def _item(quote: ArchivedQuote, article: int, reading: Language) -> Item:
    language = language_of(quote.language or None)
    return Item(
        id=f"{quote.start}-{quote.end}",
        article=str(article),
        language=language,
        text=quote.text,
        translation=quote.text if language is reading else None,
        speaker=quote.speaker,
        kind=quote.kind,
    )
