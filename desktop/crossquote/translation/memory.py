"""Memory: what a package has translated once, kept on disk in a file of bounded size."""

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, ValidationError, convert

from crossquote.files import database_name
from crossquote.model.span import Span
from crossquote.notation import parse_json
from crossquote.paths import is_plain, make_own, make_private

MOST_SENTENCES = 100_000
_CHUNK = 500
_SCHEMA = "CREATE TABLE sentence (key BLOB PRIMARY KEY, answer TEXT NOT NULL, made REAL NOT NULL)"
_FORGET = "DELETE FROM sentence WHERE key IN (SELECT key FROM sentence ORDER BY made DESC, key LIMIT -1 OFFSET ?)"
_PATIENCE = 1.0
"""Seconds for which another run that writes to the file just now is waited for."""
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""What SQLite says of a damaged file, and of our statements where it holds another table than ours."""
_TROUBLE = (sqlite3.Error, ValueError)  # the bytes of a damaged table stand in SQLite's message, and may be no letters


class Remembered(Struct, frozen=True):
    """What one package gave for a sentence: the text, the score, and which words belong together."""

    text: str
    score: float
    links: tuple[tuple[Span, Span], ...]


class Memory:
    """Sentences that a package translated, in a file; a damaged one is made anew, one that can't be used done without.

    The file keeps the sentences' digests and their translations; the oldest go when there are too many.
    """

    def __init__(self, path: Path, most: int = MOST_SENTENCES) -> None:
        self._path, self._most = path, most
        self._connection = _open(path)

    def look_up(self, engine: str, sentences: Sequence[str]) -> dict[str, Remembered]:
        """Return what is known of `sentences` by the package whose digest is `engine`."""
        keys = {_key(engine, sentence): sentence for sentence in sentences}
        found: dict[str, Remembered] = {}
        if self._connection is None:
            return found
        try:
            for key, written in _rows(self._connection, list(keys)):
                if key not in keys:
                    raise sqlite3.DatabaseError("a row that its index says is another")
                answer = _read(written)
                if answer is not None:
                    found[keys[key]] = answer
        except _TROUBLE as error:
            if _is_damage(error):
                self._make_anew()
        return found

    def store(self, engine: str, answers: Mapping[str, Remembered]) -> None:
        """Remember `answers`, by sentence."""
        if self._connection is None or not answers:
            return
        now = time.time()
        written = [(_key(engine, sentence), _written(answer)) for sentence, answer in answers.items()]
        rows = [(key, answer, now) for key, answer in written if _is_storable(answer)]
        if not self._write(rows):
            self._write(rows)

    def _write(self, rows: Sequence[tuple[bytes, str, float]]) -> bool:
        """Write `rows`; return False where the file was damaged, and is made anew."""
        if self._connection is None:
            return True
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO sentence VALUES (?, ?, ?)", rows)
        except _TROUBLE as error:
            if _is_damage(error):
                self._make_anew()
                return False
            self._connection.close()
            self._connection = None
        return True

    def close(self) -> None:
        """Forget the oldest sentences where there are too many, and close the file."""
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.execute(_FORGET, (self._most,))
        except _TROUBLE as error:
            if _is_damage(error):
                self._make_anew()
        finally:
            if self._connection is not None:
                self._connection.close()

    def _make_anew(self) -> None:
        """Put an empty file in the place of the damaged one; what it kept is translated again."""
        if self._connection is not None:
            self._connection.close()  # Windows removes no file that is open
        self._connection = _open_anew(self._path)


def _rows(connection: sqlite3.Connection, keys: list[bytes]) -> Iterator[tuple[object, object]]:
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        marks = ",".join("?" * len(chunk))
        yield from connection.execute(f"SELECT key, answer FROM sentence WHERE key IN ({marks})", chunk)  # noqa: S608 - question marks only


def _is_damage(error: Exception) -> bool:
    """Return whether the file is damaged; else it is locked by another, its disk is full, or the like."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)  # SQLite's own errors have one
        return type(error) is sqlite3.DatabaseError if code is None else code & 0xFF in _DAMAGE
    return isinstance(error, UnicodeDecodeError)


def _open(path: Path, *, again: bool = False) -> sqlite3.Connection | None:
    """Return a connection to the file, made anew where it is damaged or not ours; None where there can be none."""
    try:
        make_private(path.parent)
        _clear_foreign(path)
        open(path, "ab", opener=make_own).close()  # it holds sentences of articles: they are their reader's alone
        connection = sqlite3.connect(database_name(path), timeout=_PATIENCE, check_same_thread=False)
    except (OSError, sqlite3.Error):
        return None
    try:
        _make_ready(connection)
    except _TROUBLE as error:
        connection.close()  # Windows removes no file that is open
        return _open_anew(path) if _is_damage(error) and not again else None
    return connection


def _make_ready(connection: sqlite3.Connection) -> None:
    """Make the table; a `DatabaseError` where there is another, or anything else that brings statements along.

    From journal to log is a change of a few bytes at its head, made without a journal: where the disk gets full under
    one, SQLite reads how it ends, a piece of what stands in the file, and deletes the file that is named there.
    """
    connection.text_factory = bytes  # text that is damaged is one answer's trouble
    connection.execute("PRAGMA trusted_schema = OFF")
    shape = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if shape not in ([], [(_SCHEMA.encode(),)]):
        raise sqlite3.DatabaseError("more than our table, or another")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != b"wal":
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    if not shape:
        connection.execute(_SCHEMA.replace("TABLE", "TABLE IF NOT EXISTS"))  # another run may have been faster
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


def _is_storable(written: str) -> bool:
    """Tell whether SQLite can keep what is `written`: half a character, which an engine can give, it can't."""
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read(written: object) -> Remembered | None:
    """Return the answer that was written so; None where it is damaged."""
    if not isinstance(written, bytes):
        return None
    try:
        text, score, numbers = convert(parse_json(written), tuple[str, float, tuple[int, ...]])
        fours: Iterable[tuple[int, int, int, int]] = zip(*[iter(numbers)] * 4, strict=True)
        return Remembered(text, score, tuple((Span(a, b), Span(c, d)) for a, b, c, d in fours))
    except (ValueError, ValidationError):
        return None
