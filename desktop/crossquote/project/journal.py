"""The journal: what the user did, step by step, so that each can be taken back and done again."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from crossquote.errors import ErrorCode, UserError
from crossquote.project.codec import RecordChange, RecordKey

MAX_CHANGES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StepName:
    """A step as the menu and the log name it: its number, what it did, who did it and when (ISO 8601, UTC)."""

    number: int
    name: str
    who: str
    at: str
    undone: bool = False


def record(connection: sqlite3.Connection, name: str, who: str, changes: Sequence[RecordChange]) -> None:
    """Carry out `changes` and keep them as a new step, in one transaction; what had been undone is forgotten."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with _transaction(connection):
        connection.execute("DELETE FROM steps WHERE undone")
        _carry_out(connection, changes)
        connection.execute(
            "INSERT INTO steps (name, who, at, changes) VALUES (?, ?, ?, ?)", (name, who, at, _pack(changes))
        )


def join(connection: sqlite3.Connection, changes: Sequence[RecordChange]) -> None:
    """Carry out `changes` as a further part of the last step; before the first step, they belong to none.

    What had been undone is forgotten here too: done again, it would not fit what is there now.
    """
    with _transaction(connection):
        connection.execute("DELETE FROM steps WHERE undone")
        _carry_out(connection, changes)
        step = last(connection)
        if step is not None:
            packed = _pack((*_unpack(_changes(connection, step.number)), *changes))
            connection.execute("UPDATE steps SET changes = ? WHERE number = ?", (packed, step.number))


def undo(connection: sqlite3.Connection) -> StepName | None:
    """Take back the last step that has not been; return its name, None where there is none."""
    step = last(connection)
    if step is not None:
        with _transaction(connection):
            changes = _unpack(_changes(connection, step.number))
            _carry_out(connection, [change.reversed for change in reversed(changes)])
            connection.execute("UPDATE steps SET undone = 1 WHERE number = ?", (step.number,))
    return step


def redo(connection: sqlite3.Connection) -> StepName | None:
    """Do again the step that was taken back last; return its name, None where there is none."""
    step = next_undone(connection)
    if step is not None:
        with _transaction(connection):
            _carry_out(connection, _unpack(_changes(connection, step.number)))
            connection.execute("UPDATE steps SET undone = 0 WHERE number = ?", (step.number,))
    return step


def last(connection: sqlite3.Connection) -> StepName | None:
    """Return the step that undo would take back."""
    return _step(connection, "WHERE NOT undone ORDER BY number DESC LIMIT 1")


def next_undone(connection: sqlite3.Connection) -> StepName | None:
    """Return the step that redo would do again."""
    return _step(connection, "WHERE undone ORDER BY number LIMIT 1")


def steps(connection: sqlite3.Connection) -> tuple[StepName, ...]:
    """Return every step, oldest first."""
    rows = connection.execute("SELECT number, name, who, at, undone FROM steps ORDER BY number")
    return tuple(StepName(number, name, who, at, bool(undone)) for number, name, who, at, undone in rows)


def steps_about(connection: sqlite3.Connection, kinds: Sequence[str], ids: Sequence[str]) -> tuple[StepName, ...]:
    """Return the steps that hold, that changed a record of one of `kinds` whose key ends in one of `ids`."""
    endings = [f'{id_}"' for id_ in ids]

    def concerns(step: StepName) -> bool:
        changes = _unpack(_changes(connection, step.number))
        return any(
            change.key.kind in kinds and any(ending in change.key.id for ending in endings) for change in changes
        )

    return tuple(step for step in steps(connection) if not step.undone and concerns(step))


def _step(connection: sqlite3.Connection, where: str) -> StepName | None:
    row = connection.execute(f"SELECT number, name, who, at, undone FROM steps {where}").fetchone()  # noqa: S608 - ours
    return None if row is None else StepName(row[0], row[1], row[2], row[3], undone=bool(row[4]))


def _changes(connection: sqlite3.Connection, number: int) -> bytes:
    packed: bytes = connection.execute("SELECT changes FROM steps WHERE number = ?", (number,)).fetchone()[0]
    return packed


def _carry_out(connection: sqlite3.Connection, changes: Iterable[RecordChange]) -> None:
    for change in changes:
        key = (change.key.kind, change.key.id)
        if change.after is None:
            connection.execute("DELETE FROM records WHERE kind = ? AND id = ?", key)
        else:
            connection.execute("REPLACE INTO records (kind, id, value) VALUES (?, ?, ?)", (*key, change.after))


def _pack(changes: Iterable[RecordChange]) -> bytes:
    rows = [[change.key.kind, change.key.id, change.before, change.after] for change in changes]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), level=3)


def _unpack(packed: bytes) -> tuple[RecordChange, ...]:
    try:
        rows = json.loads(zlib.decompressobj().decompress(packed, MAX_CHANGES))
        return tuple(RecordChange(RecordKey(kind, id_), before, after) for kind, id_, before, after in rows)
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise UserError(
            ErrorCode.PROJECT, "what this step changed can't be read", advice="The state as it is now is whole."
        ) from error


class _transaction:  # noqa: N801 - used as a statement
    """Begin, then commit, or take everything back where anything fails."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:  # SQLite itself takes back what fails on a full disk
                self._connection.execute("ROLLBACK")
