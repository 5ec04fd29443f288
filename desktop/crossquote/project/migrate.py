"""Bringing a project file up to date: numbered migrations, each tried on a file of its version that the tests keep."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from crossquote.project.journal import note_touched

VERSION = 2
_FOLDER = Path(__file__).with_name("migrations")
_AFTERWARDS: dict[int, Callable[[sqlite3.Connection], None]] = {2: note_touched}
"""What a migration does besides its statements, by the version that it leads to."""

Shape = frozenset[tuple[str, str]]


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Lead a project from `version` to the present one, within the transaction that is open; 0 is an empty file."""
    for number in range(version + 1, VERSION + 1):
        for statement in _statements(number):
            connection.execute(statement)
        if number in _AFTERWARDS and version:
            _AFTERWARDS[number](connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def shape(connection: sqlite3.Connection) -> Shape:
    """Return the tables, indexes, triggers and views of a file: kind and statement, blanks made one."""
    rows = connection.execute("SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return frozenset((kind, " ".join(sql.split())) for kind, sql in rows)


def expected_shape(version: int) -> Shape:
    """Return the shape of a project of `version`."""
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
