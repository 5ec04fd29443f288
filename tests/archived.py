"""What an archive says, whatever the numbers of its rows are, and small articles to fill one with."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from crossquote.archive.add import add_folders
from crossquote.archive.added import AddedToArchive
from crossquote.archive.folder import shard_paths
from crossquote.archive.taking import WayOfReading
from crossquote.progress import finish

_FILES = "SELECT path, sha256, name FROM files JOIN documents ON document = number"
_QUOTES = """
    SELECT sha256, name, about, whole, value, (SELECT group_concat(key) FROM postings WHERE quote = quotes.number)
    FROM documents LEFT JOIN articles ON document = documents.number LEFT JOIN quotes ON article = articles.number
"""
Contents = dict[str, list[tuple[object, ...]]]


def contents(archive: Path) -> Contents:
    """Return all that an archive says, in an order of its own."""
    told: Contents = {"files": [], "documents": [], "quotes": [], "postings": []}
    counted: Counter[str] = Counter()
    for path in shard_paths(archive):
        with closing(sqlite3.connect(path)) as shard:
            assert shard.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            told["files"] += shard.execute(_FILES)
            told["documents"] += shard.execute("SELECT sha256, name, troubles FROM documents")
            told["quotes"] += shard.execute(_QUOTES)
            told["postings"] += shard.execute("SELECT key, count(*) FROM postings GROUP BY key")
            for code, quotes, words in shard.execute("SELECT code, quotes, words FROM languages"):
                counted.update({f"{code} quotes": quotes, f"{code} words": words})
    return {**{name: sorted(rows, key=repr) for name, rows in told.items()}, "counted": sorted(counted.items())}


def add(archive: Path, *folders: Path, workers: int = 1) -> AddedToArchive:
    """Take `folders` into `archive`."""
    return finish(add_folders(folders, archive, WayOfReading(), workers))


def write_articles(folder: Path, texts: Iterable[tuple[str, str]]) -> Path:
    """Write articles, each with the name of its file, into `folder`."""
    for name, text in texts:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def article(number: int, said: str = "We will open bridge number {0} on Monday") -> str:
    """Return a small article in which the mayor says something."""
    return f'Story {number}\n\n"{said.format(number)}," Mayor Ada Lindqvist said.\n\nIt rained for {number} days.\n'


TEXTS = [(f"outlet-{number % 3}/gazette-{number}.en.txt", article(number)) for number in range(6)]
