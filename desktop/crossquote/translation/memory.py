"""Memory: what a package has translated once, kept on disk in a file of bounded size."""

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from crossquote.model.span import Span
from crossquote.notation import parse_json
from crossquote.paths import is_plain, make_own, make_private

MOST_SENTENCES = 100_000
_CHUNK = 500
_SCHEMA = "CREATE TABLE IF NOT EXISTS sentence (key BLOB PRIMARY KEY, answer TEXT NOT NULL, made REAL NOT NULL)"
_FORGET = "DELETE FROM sentence WHERE key IN (SELECT key FROM sentence ORDER BY made DESC, key LIMIT -1 OFFSET ?)"


class Remembered(Struct, frozen=True):
    """What one package gave for a sentence: the text, the score, and which words belong together."""

    text: str
    score: float
    links: tuple[tuple[Span, Span], ...]


class Memory:
    """Sentences that a package translated, in a file; one that can't be used is done without.

    The file keeps the sentences' digests and their translations; the oldest go when there are too many.
    """

    def __init__(self, path: Path, most: int = MOST_SENTENCES) -> None:
        self._most = most
        self._connection = _open(path)

    def look_up(self, engine: str, sentences: Sequence[str]) -> dict[str, Remembered]:
        """Return what is known of `sentences` by the package whose digest is `engine`."""
        keys = {_key(engine, sentence): sentence for sentence in sentences}
        return {keys[key]: found for key, found in self._read(list(keys)).items()}

    def _read(self, keys: list[bytes]) -> dict[bytes, Remembered]:
        found: dict[bytes, Remembered] = {}
        if self._connection is None:
            return found
        try:
            for start in range(0, len(keys), _CHUNK):
                chunk = keys[start : start + _CHUNK]
                marks = ",".join("?" * len(chunk))
                rows = self._connection.execute(f"SELECT key, answer FROM sentence WHERE key IN ({marks})", chunk)  # noqa: S608 - question marks only
                found |= {key: _read(answer) for key, answer in rows}
        except (sqlite3.Error, ValueError, TypeError, KeyError):
            return found
        return found

    def store(self, engine: str, answers: Mapping[str, Remembered]) -> None:
        """Remember `answers`, by sentence."""
        if self._connection is None or not answers:
            return
        now = time.time()
        rows = [(_key(engine, sentence), _written(answer), now) for sentence, answer in answers.items()]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO sentence VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        """Forget the oldest sentences where there are too many, and close the file."""
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.execute(_FORGET, (self._most,))
        except sqlite3.Error:
            pass
        finally:
            self._connection.close()


def _open(path: Path, *, again: bool = False) -> sqlite3.Connection | None:
    """Return a connection to the file, made anew where it is damaged or not ours; None where there can be none."""
    try:
        make_private(path.parent)
        _clear_foreign(path)
        open(path, "ab", opener=make_own).close()  # it holds sentences of articles: they are their reader's alone
        connection = sqlite3.connect(path, timeout=1.0, check_same_thread=False)
    except (OSError, sqlite3.Error):
        return None
    try:
        _make_ready(connection)
    except sqlite3.DatabaseError:
        connection.close()  # Windows removes no file that is open
        return None if again else _open_anew(path)
    return connection


def _make_ready(connection: sqlite3.Connection) -> None:
    """Make the table; a `DatabaseError` where there is another, or anything else that brings statements along."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(_SCHEMA)
    if connection.execute("SELECT count(*) FROM sqlite_master WHERE sql IS NOT NULL").fetchone() != (1,):
        raise sqlite3.DatabaseError("more than our table")
    connection.execute("SELECT key, answer, made FROM sentence LIMIT 1").fetchall()


def _clear_foreign(path: Path) -> None:
    """Remove links in the place of the file and its log, and a journal: it may name any file, which then goes.

    Nothing is lost that could not be translated again.
    """
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    for one in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        if os.path.lexists(one) and not is_plain(one):
            one.unlink()


def _open_anew(path: Path) -> sqlite3.Connection | None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return None
    return _open(path, again=True)


def _key(engine: str, sentence: str) -> bytes:
    return hashlib.sha256(f"{engine}\0{sentence}".encode("utf-8", "surrogatepass")).digest()[:20]


def _written(answer: Remembered) -> str:
    numbers = [number for a, b in answer.links for number in (a.start, a.end, b.start, b.end)]
    return json.dumps([answer.text, answer.score, numbers], ensure_ascii=False, separators=(",", ":"))


def _read(written: str) -> Remembered:
    text, score, numbers = parse_json(written)
    fours: Iterable[tuple[int, int, int, int]] = zip(*[iter(numbers)] * 4, strict=True)
    return Remembered(text, score, tuple((Span(a, b), Span(c, d)) for a, b, c, d in fours))
