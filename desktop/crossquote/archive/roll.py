"""The roll of an archive: its quotes, those of the same words by the same speaker together as one unit with a number.

The numbers follow from what the quotes say, not from how they came into the archive. What is sorted is sorted by SQLite
in a file of its own, which goes with it; in memory are some hundred bytes of each quote.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from itertools import groupby

from msgspec import Struct

from crossquote.archive.records import ArchivedQuote, ArticleHead, read_record
from crossquote.archive.timeline import words_of
from crossquote.grouping.item import LABEL
from crossquote.progress import Step, Work
from crossquote.text.words import fold

_LEAST_WORDS = 4
"""Fewer words are nobody's in particular, unless it is told whose they are."""
_UNITS_A_STEP = 1000
_BETWEEN = "\0"
_TABLE = """
    CREATE TABLE said (
        language TEXT, unit INTEGER, quote INTEGER, words INTEGER, article INTEGER, shard INTEGER, number INTEGER
    )
"""
_SORTED = "SELECT language, unit, words, article, shard, number FROM said ORDER BY language, unit, quote"
_SaidRow = tuple[str, int, int, int, int, int, int]
_SortedRow = tuple[str, int, int, int, int, int]


class Roll(Struct, frozen=True):
    """Units of quotes, a row for each quote, those of a unit together; `starts` has the first row of each, and the end.

    A row says in which shard a quote is, by which number there, in which `articles` it stands and which `words` it has:
    by numbers that are equal for the same article and the same words. `unit_of` has for each shard the units of quotes,
    `languages` which units are in each language: they have a row to themselves, too.
    """

    starts: "array[int]"
    shards: "array[int]"
    numbers: "array[int]"
    articles: "array[int]"
    words: "array[int]"
    unit_of: Sequence[dict[int, int]]
    languages: dict[str, range]

    def __len__(self) -> int:
        return max(0, len(self.starts) - 1)

    def rows(self, unit: int) -> range:
        """Return the rows of a unit, in an order of their own."""
        return range(self.starts[unit], self.starts[unit + 1])


def call_roll(connections: Sequence[sqlite3.Connection]) -> Work[Roll]:
    """Return the roll of an archive."""
    roll = Roll(array("Q"), array("B"), array("q"), array("q"), array("q"), [{} for _ in connections], {})
    with closing(sqlite3.connect("")) as said:
        said.execute(_TABLE)
        for shard, connection in enumerate(connections):
            yield Step(shard, len(connections), LABEL)
            said.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?)", _said_in(connection, shard))
        for (language, _), own in groupby(said.execute(_SORTED), key=lambda row: row[:2]):
            if len(roll) % _UNITS_A_STEP == 0:
                yield Step(len(roll), 0, LABEL)
            _enter(roll, language, own)
    roll.starts.append(len(roll.numbers))
    return roll


def _enter(roll: Roll, language: str, rows: Iterable[_SortedRow]) -> None:
    """Note the rows of one more unit."""
    unit = len(roll.starts)
    roll.starts.append(len(roll.numbers))
    roll.languages[language] = range(roll.languages.get(language, range(unit, unit)).start, unit + 1)
    for _, _, words, article, shard, number in rows:
        roll.shards.append(shard)
        roll.numbers.append(number)
        roll.articles.append(article)
        roll.words.append(words)
        roll.unit_of[shard][number] = unit


def _said_in(connection: sqlite3.Connection, shard: int) -> Iterator[_SaidRow]:
    """Yield what sorts each quote of a shard, but for those that nobody in particular says."""
    heads = connection.execute("SELECT CAST(number AS INTEGER), CAST(about AS BLOB) FROM articles")
    articles = {number: article_number(read_record(about, ArticleHead)) for number, about in heads}
    statement = "SELECT number, CAST(article AS INTEGER), CAST(value AS BLOB) FROM quotes"
    for number, article, value in connection.execute(statement):
        quote = read_record(value, ArchivedQuote)
        if article in articles and (quote.words >= _LEAST_WORDS or quote.speaker):
            words = words_of(quote)
            unit = _number(*words, _BETWEEN, fold(quote.speaker or ""))
            own = (quote.text, quote.speaker or "", quote.kind.value, articles[article], quote.start, quote.end)
            yield quote.language, unit, _number(*map(str, own)), _number(*words), articles[article], shard, number


def article_number(head: ArticleHead) -> int:
    """Return a number that is equal for the same article of the same outlet."""
    return _number(head.id, head.outlet)


def _number(*told: str) -> int:
    """Return a number of what is told, as SQLite keeps one."""
    digest = blake2b(_BETWEEN.join(told).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
