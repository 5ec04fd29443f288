"""Putting files into an archive: each in one transaction with all that is found by it; what it replaces goes."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import repeat

from crossquote.archive.folder import shard_of
from crossquote.archive.keys import keys_of, read_keys
from crossquote.archive.records import ArchivedQuote, IndexedQuote, TakenFile, read_record, write_record
from crossquote.grouping.units import MEANINGS
from crossquote.language.language import language_of

_COUNTED = """
    INSERT INTO languages (code, quotes, words) VALUES (?1, ?2, ?3)
    ON CONFLICT (code) DO UPDATE SET quotes = quotes + ?2, words = words + ?3
"""
Shards16 = Sequence[sqlite3.Connection]
"""The shards of an archive, each where its number says."""


def is_there(shards: Shards16, path: str, name: str, sha256: str) -> bool:
    """Tell whether an archive has this very file, by its digest and its name, and note that it lies at `path` too."""
    shard = shards[shard_of(sha256, path)]
    document = find_document(shard, sha256, name) if sha256 else None
    if document is None:
        return False
    _place(shards, path, shard, document)
    return True


def put_file(shards: Shards16, path: str, name: str, taken: TakenFile) -> bool:
    """Keep what was found in the file at `path`, in the place of what was there of an earlier one.

    Tell whether it was new: the same may have been found twice at once.
    """
    return put_into(shards[shard_of(taken.sha256, path)], shards, (path, name), taken)


def put_into(
    shard: sqlite3.Connection, shards: Sequence[sqlite3.Connection], place: tuple[str, str], taken: TakenFile
) -> bool:
    """Keep in one of some shards what was found in a file, by its path and its name, as `put_file` does."""
    path, name = place
    named = name if taken.sha256 else path
    document = find_document(shard, taken.sha256, named)
    if document is not None and not taken.sha256:
        _forget(shard, document)
        document = None
    new = document is None
    if document is None:
        document = _insert(shard, named, taken)
    _place(shards, path, shard, document)
    return new


def keep_in_one(shards: Shards16, path: str, shard: sqlite3.Connection) -> None:
    """Have what lies at `path` lie in one shard alone: it was put there by somebody who does not have the others."""
    for other, document in _lying(shards, path):
        if other is shard:
            _place(shards, path, shard, document)


def find_document(shard: sqlite3.Connection, sha256: str, name: str) -> int | None:
    """Return the number of the document that a shard has by its digest and its name; None where it has none."""
    found = shard.execute("SELECT number FROM documents WHERE sha256 = ? AND name = ?", (sha256, name)).fetchone()
    return int(found[0]) if found else None


def _insert(shard: sqlite3.Connection, name: str, taken: TakenFile) -> int:
    troubles = write_record(taken.troubles)
    document = _inserted(
        shard, "INSERT INTO documents (sha256, name, troubles) VALUES (?, ?, ?)", (taken.sha256, name, troubles)
    )
    for one in taken.articles:
        row = (document, write_record(one.head), one.whole)
        article = _inserted(shard, "INSERT INTO articles (document, about, whole) VALUES (?, ?, ?)", row)
        for indexed in one.quotes:
            _insert_quote(shard, article, indexed)
    _count(shard, [one.quote for article in taken.articles for one in article.quotes], 1)
    return document


def _insert_quote(shard: sqlite3.Connection, article: int, indexed: IndexedQuote) -> None:
    row = (article, write_record(indexed.quote))
    number = _inserted(shard, "INSERT INTO quotes (article, value) VALUES (?, ?)", row)
    keys = zip(read_keys(indexed.keys), repeat(number))
    shard.executemany("INSERT OR IGNORE INTO postings (key, quote) VALUES (?, ?)", keys)


def _inserted(shard: sqlite3.Connection, statement: str, row: tuple[object, ...]) -> int:
    number = shard.execute(statement, row).lastrowid
    return number or 0


def _count(shard: sqlite3.Connection, quotes: Sequence[ArchivedQuote], times: int) -> None:
    """Count quotes, and the words of each language, or take them from what was counted."""
    counted: dict[str, list[int]] = {}
    for quote in quotes:
        for code, words in ((quote.language, quote.words), (MEANINGS, quote.meanings)):
            row = counted.setdefault(code, [0, 0])
            row[0] += times
            row[1] += times * words
    shard.executemany(_COUNTED, ((code, *row) for code, row in counted.items()))


def _place(shards: Sequence[sqlite3.Connection], path: str, shard: sqlite3.Connection, document: int) -> None:
    """Note that a document lies at `path`; what lay there before is forgotten, unless it lies elsewhere too."""
    for other, was in _lying(shards, path):
        if other is shard and was == document:
            continue
        other.execute("DELETE FROM files WHERE path = ?", (path,))
        if not other.execute("SELECT 1 FROM files WHERE document = ?", (was,)).fetchone():
            _forget(other, was)
    shard.execute("INSERT OR IGNORE INTO files (path, document) VALUES (?, ?)", (path, document))


def _lying(shards: Sequence[sqlite3.Connection], path: str) -> list[tuple[sqlite3.Connection, int]]:
    found = (
        (shard, shard.execute("SELECT document FROM files WHERE path = ?", (path,)).fetchone()) for shard in shards
    )
    return [(shard, int(row[0])) for shard, row in found if row]


def _forget(shard: sqlite3.Connection, document: int) -> None:
    """Take a document out, with its articles, their quotes, and what finds them."""
    for number, quote in list(_quotes_of(shard, document)):
        keys = read_keys(keys_of(quote.text, language_of(quote.language or None), quote.speaker))
        shard.executemany("DELETE FROM postings WHERE key = ? AND quote = ?", zip(keys, repeat(number)))
        shard.execute("DELETE FROM quotes WHERE number = ?", (number,))
        _count(shard, [quote], -1)
    shard.execute("DELETE FROM articles WHERE document = ?", (document,))
    shard.execute("DELETE FROM files WHERE document = ?", (document,))
    shard.execute("DELETE FROM documents WHERE number = ?", (document,))
    shard.execute("DELETE FROM languages WHERE quotes = 0 AND words = 0")


def _quotes_of(shard: sqlite3.Connection, document: int) -> Iterator[tuple[int, ArchivedQuote]]:
    statement = (
        "SELECT quotes.number, CAST(value AS BLOB) FROM quotes JOIN articles ON quotes.article = articles.number"
        " WHERE articles.document = ?"
    )
    for number, value in shard.execute(statement, (document,)):
        yield number, read_record(value, ArchivedQuote)
