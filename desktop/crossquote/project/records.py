"""The records of a project's file that a state is made of: those of its fields. None but the kept index is another."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.state import State
from crossquote.project.codec import ORDER, SETTING, RecordedState, read_state
from crossquote.project.kept_index import KIND, Digest, RecordRow, is_there
from crossquote.project.ledger import Ledger
from crossquote.project.room import LONGEST_ID, Taken, check_records

OURS = (json.dumps((ORDER, SETTING, *State.__struct_fields__)), LONGEST_ID + 1)
"""What a query for records is told: the kinds that are ours, and how much of an id is fetched."""
_RECORDS = (
    "SELECT kind, substr(CAST(id AS BLOB), 1, ?2), CAST(value AS BLOB)"
    " FROM (SELECT * FROM records UNION ALL SELECT * FROM derived) WHERE kind IN (SELECT value FROM json_each(?1))"
)
_STRANGE = "SELECT 1 FROM {} WHERE kind <> ?2 AND kind NOT IN (SELECT value FROM json_each(?1)) LIMIT 1"
_TABLES = ("records", "derived")


def read(connection: sqlite3.Connection, ledger: Ledger) -> RecordedState:
    """Return what a file holds, of which nothing is made before all of it is known to have room, as `ledger` has it.

    Where an index is kept, what it would have to be made of is heard on the way: to read all once more takes longer.
    """
    check_kinds(connection)
    if is_there(connection):
        ledger.taken, ledger.digest = _check_hearing(connection)
    else:
        ledger.taken, ledger.digest = check_room(connection), None
    with closing(connection.execute(_RECORDS, OURS)) as rows:
        return state_of(rows)


def check_kinds(connection: sqlite3.Connection, tables: Iterable[str] = _TABLES) -> None:
    """Raise a `UserError` where a record of `tables` is of a kind that nobody knows: its name is damaged."""
    for table in tables:
        if connection.execute(_STRANGE.format(table), (OURS[0], KIND)).fetchone() is not None:
            raise UserError(ErrorCode.PROJECT, message("error.project-damaged"))


def state_of(rows: Iterable[RecordRow], *, old: bool = False) -> RecordedState:
    """Return what rows, of an `old` file or not, make which are known to have room."""
    return read_state(((kind, id_.decode(), value) for kind, id_, value in rows), old=old)


def digest(connection: sqlite3.Connection) -> bytes:
    """Return what all records of a file come to that grouping may look at."""
    return _check_hearing(connection)[1]


def _check_hearing(connection: sqlite3.Connection) -> tuple[Taken, bytes]:
    heard = Digest()
    with closing(connection.execute(_RECORDS, OURS)) as rows:
        return check_records(heard.hear(rows)), heard.told()


def check_room(connection: sqlite3.Connection) -> Taken:
    """Return what all records of a file take; a `UserError` where that is more than a project can; none is decoded."""
    with closing(connection.execute(_RECORDS, OURS)) as rows:
        return check_records(rows)
