"""Bringing a project file up to date: numbered migrations, each tried on a file of its version that the tests keep."""

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path

from crossquote.errors import UserError
from crossquote.project.codec import SPEAKING
from crossquote.project.journal import read_name, touch, write_name
from crossquote.project.kept_index import RecordRow
from crossquote.project.old_sentences import with_messages
from crossquote.project.parts import Room, changed
from crossquote.project.records import OURS

VERSION = 3
"""Whoever gives a value of a project a field, or a field a further name, raises it: for programs of before, a name that
they don't know is damage; of a newer version they say that it is newer."""
_FOLDER = Path(__file__).with_name("migrations")
Shape = frozenset[tuple[str, str]]
_SHAPE = """
    SELECT CASE typeof(type) WHEN 'text' THEN type ELSE '' END, CASE typeof(sql) WHEN 'text' THEN sql ELSE '' END
    FROM sqlite_master WHERE sql IS NOT NULL
"""
"""What is no text there is a stranger's, and as good as another statement."""
_RECORDS = (
    "SELECT kind, substr(CAST(id AS BLOB), 1, ?2), CAST(value AS BLOB) FROM records"
    " WHERE kind IN (SELECT value FROM json_each(?1))"
)


def note_touched(connection: sqlite3.Connection) -> None:
    """Note for every step which of the user's decisions it changed, in a file that has become one of version 2."""
    room = Room(connection.execute("SELECT coalesce(sum(length(changes)), 0) FROM steps").fetchone()[0], times=2)
    for number, packed in connection.execute("SELECT number, changes FROM steps"):
        with suppress(UserError):  # a step that can't be read is refused when it is to be taken back, not before
            touch(connection, number, changed(packed, room))


def make_messages(connection: sqlite3.Connection) -> None:
    """Make messages of the sentences in a file that has become one of version 3; its steps keep theirs."""
    for number, name in connection.execute("SELECT number, name FROM steps").fetchall():
        connection.execute("UPDATE steps SET name = ? WHERE number = ?", (write_name(read_name(name)), number))
    for keys, read, write in _SPEAKING:
        for kind, id_ in connection.execute(keys).fetchall():
            (value,) = connection.execute(read, (kind, id_)).fetchone()
            connection.execute(write, (_told(kind, value).decode(errors="replace"), kind, id_))


def brought_up(connection: sqlite3.Connection) -> Generator[RecordRow]:
    """Yield the records of a file of an older version as they will be once it is migrated; nothing is written."""
    with closing(connection.execute(_RECORDS, OURS)) as records:
        for kind, id_, value in records:
            yield kind, id_, _told(kind, value)


def _told(kind: str, value: bytes) -> bytes:
    """Return what a record of an older version is now; one that can't be read stays as it is."""
    if kind in SPEAKING:
        with suppress(ValueError, RecursionError):
            return with_messages(value).encode()
    return value


_SPEAKING = (
    (
        "SELECT kind, id FROM records WHERE kind = 'corrections'",
        "SELECT CAST(value AS BLOB) FROM records WHERE kind = ? AND id = ?",
        "UPDATE records SET value = ? WHERE kind = ? AND id = ?",
    ),
    (
        "SELECT kind, id FROM derived WHERE kind IN ('quotes', 'utterances')",
        "SELECT CAST(value AS BLOB) FROM derived WHERE kind = ? AND id = ?",
        "UPDATE derived SET value = ? WHERE kind = ? AND id = ?",
    ),
)
"""How the records that held sentences are found, read and written."""
_AFTERWARDS: dict[int, Callable[[sqlite3.Connection], None]] = {2: note_touched, 3: make_messages}
"""What a migration does besides its statements, by the version that it leads to."""


def migrate(connection: sqlite3.Connection, version: int, *, unfinished: bool = False) -> None:
    """Lead a project from `version` to the present one, within the transaction that is open; 0 is an empty file.

    Where not all that it holds leads somewhere, it is `unfinished` work from then on.
    """
    for number in range(version + 1, VERSION + 1):
        for statement in _statements(number):
            connection.execute(statement)
        if number in _AFTERWARDS and version:
            _AFTERWARDS[number](connection)
    if unfinished:
        connection.execute("INSERT OR REPLACE INTO records (kind, id, value) VALUES ('setting', 'unfinished', 'true')")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def shape(connection: sqlite3.Connection) -> Shape:
    """Return the tables, indexes, triggers and views of a file: kind and statement, blanks made one."""
    return frozenset((kind, " ".join(sql.split())) for kind, sql in connection.execute(_SHAPE))


@lru_cache(maxsize=VERSION)
def expected_shape(version: int) -> Shape:
    """Return the shape of a project of `version`; made once, since all unsaved work is looked at where work begins."""
    blank = sqlite3.connect(":memory:")
    try:
        for number in range(1, version + 1):
            for statement in _statements(number):
                blank.execute(statement)
        return shape(blank)
    finally:
        blank.close()


def _statements(number: int) -> Iterator[str]:
    """Yield the statements of one migration."""
    gathered = ""
    for line in (_FOLDER / f"{number:04}.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
