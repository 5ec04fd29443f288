"""The journal: what the user did, step by step, so that each can be taken back and done again."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from crossquote.message import Message, verbatim
from crossquote.model.state import Decisions, State
from crossquote.model.step import StepName
from crossquote.project.codec import RecordChange, RecordKey, table_of, with_changes
from crossquote.project.ledger import Ledger
from crossquote.project.parts import Room, pack, portions, unpack
from crossquote.project.records import check_room
from crossquote.project.room import Held, check_records, too_big
from crossquote.project.transaction import transaction

MOST_STEPS, MOST_OLD_STEPS = 500_000, 100_000
"""Steps of a file, and of one that is to be brought up to date: each is told anew there."""
_LONGEST_NAME = 10_000
"""Letters of the name of a step, as the file keeps it."""
_PUT = {
    "records": "INSERT OR REPLACE INTO records (kind, id, value) VALUES (?, ?, ?)",
    "derived": "INSERT OR REPLACE INTO derived (kind, id, value) VALUES (?, ?, ?)",
}
_HELD = {
    "records": "SELECT CAST(value AS BLOB) FROM records WHERE kind = ? AND id = ?",
    "derived": "SELECT CAST(value AS BLOB) FROM derived WHERE kind = ? AND id = ?",
}
_REMOVE = {
    "records": "DELETE FROM records WHERE kind = ? AND id = ?",
    "derived": "DELETE FROM derived WHERE kind = ? AND id = ?",
}
_PARTS = "SELECT 1 FROM parts WHERE step = steps.number"
_FORGET = (
    "DELETE FROM touched WHERE step = ?",
    "DELETE FROM parts WHERE step = ?",
    "DELETE FROM steps WHERE number = ?",
)
_BETWEEN = "SELECT coalesce((SELECT max(number) FROM steps) - (SELECT min(number) FROM steps), 0)"
_DECISIONS = frozenset(Decisions.__struct_fields__)


class Turned(Struct, frozen=True):
    """A step that was taken back or done again, and the records that this changed."""

    step: StepName
    changes: tuple[RecordChange, ...]


def record(
    connection: sqlite3.Connection, ledger: Ledger, name: Message, who: str, changes: Sequence[RecordChange]
) -> None:
    """Carry out `changes` and keep them as a new step, in one transaction; what had been undone is forgotten."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with _changing(connection, ledger):
        _forget_undone(connection)
        _carry_out(connection, changes, ledger)
        made = connection.execute("INSERT INTO steps (name, who, at) VALUES (?, ?, ?)", (write_name(name), who, at))
        _add_part(connection, made.lastrowid or 0, changes)
        check_steps(connection, MOST_STEPS)


def check_steps(connection: sqlite3.Connection, most: int) -> None:
    """Raise a `UserError` where a file has more than `most` steps, of which none is read.

    They are counted only where their numbers, which are all different, have room for so many.
    """
    (between,) = connection.execute(_BETWEEN).fetchone()
    if between >= most and connection.execute("SELECT count(*) FROM steps").fetchone()[0] > most:
        raise too_big()


def join(connection: sqlite3.Connection, ledger: Ledger, changes: Sequence[RecordChange]) -> None:
    """Carry out `changes` as a further part of the last step; before the first step, they belong to none.

    What had been undone is forgotten here too: done again, it would not fit what is there now.
    """
    with _changing(connection, ledger):
        _forget_undone(connection)
        _carry_out(connection, changes, ledger)
        step = last(connection)
        if step is not None:
            _add_part(connection, step.number, changes)


def keep(connection: sqlite3.Connection, ledger: Ledger, changes: Sequence[RecordChange]) -> None:
    """Carry out `changes` as part of no step: undo does not take them back, and what had been undone stays."""
    with _changing(connection, ledger):
        _carry_out(connection, changes, ledger)


def undo(connection: sqlite3.Connection, ledger: Ledger) -> Turned | None:
    """Take back the last step that has not been; None where there is none."""
    step = last(connection)
    if step is None:
        return None
    return _turn(connection, ledger, step, undone=True)


def redo(connection: sqlite3.Connection, ledger: Ledger) -> Turned | None:
    """Do again the step that was taken back last; None where there is none."""
    step = next_undone(connection)
    if step is None:
        return None
    return _turn(connection, ledger, step, undone=False)


def _turn(connection: sqlite3.Connection, ledger: Ledger, step: StepName, *, undone: bool) -> Turned:
    """Take back a step, or do it again; all that it writes is known to have room before more than a part is decoded."""
    check_records(_held(_changes(connection, step, undone=undone)))
    turned = Turned(step, tuple(_changes(connection, step, undone=undone)))
    with _changing(connection, ledger):
        for change in turned.changes:
            with_changes(State(), (change,))  # what can't be read must not be what the project holds
        _carry_out(connection, turned.changes, ledger)
        connection.execute("UPDATE steps SET undone = ? WHERE number = ?", (undone, turned.step.number))
    return turned


def _held(changes: Iterable[RecordChange]) -> Iterator[Held]:
    """Yield the records that `changes` make; none is kept while the next part is unpacked."""
    for change in changes:
        held = (change.key.kind, change.key.id, (change.after or "").encode(errors="replace"))
        del change
        yield held


@contextmanager
def _changing(connection: sqlite3.Connection, ledger: Ledger) -> Iterator[None]:
    """Change records in one transaction; all is taken back where the project would hold more than one can."""
    try:
        with transaction(connection):
            if ledger.taken is None:
                ledger.taken = check_room(connection)
            yield
            ledger.check()
    except BaseException:
        ledger.taken = None
        raise


def forget_changes(connection: sqlite3.Connection) -> None:
    """Forget how to take back the steps so far, and those that had been taken back; the log of the others stays."""
    with transaction(connection):
        _forget_undone(connection)
        connection.execute("DELETE FROM parts")


def size(connection: sqlite3.Connection) -> int:
    """Return how many bytes are kept for taking steps back and doing them again."""
    return int(connection.execute("SELECT coalesce(sum(length(changes)), 0) FROM parts").fetchone()[0])


def last(connection: sqlite3.Connection) -> StepName | None:
    """Return the step that undo would take back."""
    return _step(connection, f"WHERE NOT undone AND EXISTS ({_PARTS}) ORDER BY number DESC LIMIT 1")


def next_undone(connection: sqlite3.Connection) -> StepName | None:
    """Return the step that redo would do again."""
    return _step(connection, "WHERE undone ORDER BY number LIMIT 1")


def steps(connection: sqlite3.Connection) -> tuple[StepName, ...]:
    """Return every step, oldest first."""
    return _steps(connection, "ORDER BY number")


def steps_about(connection: sqlite3.Connection, kinds: Sequence[str], ids: Sequence[str]) -> tuple[StepName, ...]:
    """Return the steps that hold, that changed a decision of one of `kinds` whose key names one of `ids`."""
    rows = connection.execute("SELECT step, kind, id FROM touched").fetchall()
    endings = [f'{id_}"' for id_ in ids]
    about = {step for step, kind, key in rows if kind in kinds and any(ending in key for ending in endings)}
    return tuple(step for step in _steps(connection, "WHERE NOT undone ORDER BY number") if step.number in about)


def _step(connection: sqlite3.Connection, where: str) -> StepName | None:
    return next(iter(_steps(connection, where)), None)


def _steps(connection: sqlite3.Connection, where: str) -> tuple[StepName, ...]:
    rows = connection.execute(f"SELECT number, name, who, at, undone, EXISTS ({_PARTS}) FROM steps {where}")  # noqa: S608 - ours
    return tuple(
        StepName(number, read_name(name), who, at, bool(undone), bool(kept))
        for number, name, who, at, undone, kept in rows
    )


def write_name(name: Message) -> str:
    """Return the name of a step as the file keeps it: JSON."""
    return msgspec.json.encode(name).decode()


def read_name(kept: str) -> Message:
    """Return the name of a step that a file keeps; files of before version 3 keep it as words."""
    if len(kept) > _LONGEST_NAME:
        return verbatim(f"{kept[:80]}…")
    try:
        return msgspec.json.decode(kept, type=Message)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return verbatim(kept)


def _forget_undone(connection: sqlite3.Connection) -> None:
    undone = connection.execute("SELECT number FROM steps WHERE undone").fetchall()
    for statement in _FORGET:
        connection.executemany(statement, undone)


def touch(connection: sqlite3.Connection, step: int, keys: Iterable[RecordKey]) -> None:
    """Note which of the user's decisions a step changed."""
    connection.executemany(
        "INSERT OR IGNORE INTO touched VALUES (?, ?, ?)",
        ((step, key.kind, key.id) for key in keys if key.kind in _DECISIONS),
    )


def _add_part(connection: sqlite3.Connection, step: int, changes: Sequence[RecordChange]) -> None:
    """Keep changes as further parts of a step; the parts before stay as they are."""
    for portion in portions(changes):
        connection.execute(
            "INSERT INTO parts (step, number, changes)"
            " SELECT ?1, coalesce(max(number), 0) + 1, ?2 FROM parts WHERE step = ?1",
            (step, pack(portion)),
        )
    touch(connection, step, (change.key for change in changes))


def _changes(connection: sqlite3.Connection, step: StepName, *, undone: bool) -> Iterator[RecordChange]:
    """Yield what doing a step again changes, or taking it back, part by part in the order to do so."""
    parts = connection.execute("SELECT changes FROM parts WHERE step = ? ORDER BY number", (step.number,)).fetchall()
    room = Room(sum(len(packed) for (packed,) in parts))
    if undone:
        for (packed,) in reversed(parts):
            yield from (change.reversed for change in reversed(unpack(packed, room)))
    else:
        for (packed,) in parts:
            yield from unpack(packed, room)


def _carry_out(connection: sqlite3.Connection, changes: Iterable[RecordChange], ledger: Ledger) -> None:
    for change in changes:
        table, key = table_of(change.key.kind), (change.key.kind, change.key.id)
        held = connection.execute(_HELD[table], key).fetchone()
        after = None if change.after is None else change.after.encode(errors="replace")
        ledger.replace(change.key.kind, change.key.id.encode(errors="replace"), held and held[0], after)
        if change.after is None:
            connection.execute(_REMOVE[table], key)
        else:
            connection.execute(_PUT[table], (*key, change.after))
