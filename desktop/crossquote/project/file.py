"""The project file: one SQLite database, in which every acknowledged step is on the disk."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import database_name, explain_long_name
from crossquote.message import message
from crossquote.model.state import State
from crossquote.notation import open_ordinary
from crossquote.paths import is_plain
from crossquote.project.journal import MOST_OLD_STEPS, MOST_STEPS, check_steps
from crossquote.project.migrate import VERSION, brought_up, expected_shape, migrate, shape
from crossquote.project.records import check_kinds, state_of
from crossquote.project.room import check_records
from crossquote.project.side_files import (
    first_bytes,
    make_empty,
    put_counters_back,
    set_foreign_aside,
    was_left_elsewhere,
)
from crossquote.project.transaction import transaction

APPLICATION = 0x43517131
_HEAD, _KIND = 72, slice(68, 72)
"""How much of a file says what it is, and where it does."""
MAX_VALUE = 42 * 1024 * 1024
"""Bytes of a value: the largest is a file that came in an archive, of 40 MB; of a larger one SQLite fetches nothing."""
_LONGEST_STATEMENT, _LONGEST_UNCHECKED, _MOST_STEPS = 16 * 1024, 64 * 1024, 5_000
"""What a file may cost before its shape is known, since its tables are read as statements before anything can be asked
of it: letters of a statement, bytes of a value, steps of SQLite's own machine."""
_TRIES = 5
_PATIENCE = 5.0
"""Seconds for which another program that writes to the file just now is waited for."""
_SPARE = 1024 * 1024
_LAST_STEP = 2**62
_NUMBERS = "SELECT coalesce(min(number), 0), coalesce(max(number), 0) FROM steps"
_LARGEST_UNCHECKED = 256 * 1024 * 1024
"""Bytes that are copied of a project whose shape can't be told before: of one that its log alone makes whole."""
_REFUSALS = {
    "SQLITE_FULL": (ErrorCode.WRITE, "error.disk-full"),
    "SQLITE_READONLY": (ErrorCode.READ_ONLY, "error.file-read-only"),
    "SQLITE_CANTOPEN": (ErrorCode.READ_ONLY, "error.file-unopenable"),
    "SQLITE_NOTADB": (ErrorCode.PROJECT, "error.no-project"),
    "SQLITE_BUSY": (ErrorCode.IN_USE, "error.file-held"),
    "SQLITE_TOOBIG": (ErrorCode.PROJECT, "error.project-too-big"),
    "SQLITE_INTERRUPT": (ErrorCode.PROJECT, "error.project-tables"),
    "SQLITE_IOERR": (ErrorCode.GONE, "error.disk-failed"),
}
"""What SQLite refuses, by the start of its name for it: what that means for the user."""


class Upgrade(Struct, frozen=True):
    """That a file was brought up to date: the version it had, and where a copy of it as it was is kept."""

    version: int
    copy: Path


def create(path: Path) -> sqlite3.Connection:
    """Return a connection to a new, empty project at `path`, which must not exist."""
    if os.path.lexists(path):
        raise UserError(ErrorCode.WRITE, message("error.name-taken"), path=str(path))
    with naming(path), ExitStack() as made:
        make_empty(path)
        made.callback(remove, path)
        connection = made.enter_context(closing(connect(path)))
        trust(connection)
        with transaction(connection):
            migrate(connection, 0)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        write_ahead(connection, there=False)
        made.pop_all()
    return connection


def open_existing(path: Path) -> tuple[sqlite3.Connection, Upgrade | None]:
    """Return a connection to the project at `path`, checked: its kind, version, shape and soundness.

    A file of an older version is brought up to date; what it was before is kept beside it. One that is refused, or
    can't be brought up to date, is left byte for byte as it was.
    """
    with naming(path), ExitStack() as opened:
        check_head(path)
        opened.callback(put_counters_back, path, first_bytes(path))
        connection = opened.enter_context(closing(connect(path)))
        version = _check(connection, path)
        unfinished = version < VERSION and _brought_up(connection).unfinished
        opened.callback(close, connection)
        write_ahead(connection, there=True)
        upgrade = _bring_up_to_date(connection, path, version, unfinished=unfinished) if version < VERSION else None
        opened.pop_all()
    return connection, upgrade


def check_there(path: Path) -> None:
    """Raise a `UserError` where no ordinary file is at `path`, links followed, or nobody can look there."""
    with naming(path):
        if not path.is_file():
            raise UserError(ErrorCode.MISSING, message("error.project-missing"), path=str(path))


def check_head(path: Path) -> None:
    """Raise a `UserError` where the file at `path` does not begin as a project: what lies beside it is not ours then.

    A journal is all that another program's database has left of what it was, where that was stopped half-way.
    """
    check_there(path)
    try:
        with open_ordinary(path) as opened:  # looked at once more: a pipe may have come, and would be waited for
            head = opened.read(_HEAD) or b""
    except OSError as error:
        raise UserError(ErrorCode.READ_ONLY, message("error.file-unopenable"), path=str(path)) from error
    if not head.startswith(b"SQLite format 3\0") or head[_KIND] != APPLICATION.to_bytes(4, "big"):
        raise UserError(ErrorCode.PROJECT, message("error.no-project"), path=str(path))
    if was_left_elsewhere(path):
        raise UserError(ErrorCode.PROJECT, message("error.project-other-name"), path=str(path))


def close(connection: sqlite3.Connection) -> None:
    """Close a project so that it is one file again; where that fails, its log stays beside it, and nothing is lost."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        without_journal(connection)
    connection.close()


def copy(path: Path, target: Path) -> None:
    """Write what the project at `path` holds as the new file `target`, whoever has it open and may write to it.

    The bytes are taken as they are, with the log beside them; again where they changed meanwhile. What can be told to
    be no project, or to be less than it takes, is not copied: it would fill the disk first.
    """
    pairs = [(path.with_name(path.name + end), target.with_name(target.name + end)) for end in ("", "-wal")]
    with naming(path):
        check_head(path)
        for _ in range(_TRIES):
            remove(target)
            before = [_seen(one) for one, _ in pairs]
            why = _refusal(path)
            if why is not None and before == [_seen(one) for one, _ in pairs] and not _may_be_mended(before):
                raise why
            for (one, other), there in zip(pairs, before, strict=True):
                if there is not None:
                    make_empty(other)
                    shutil.copyfile(one, other)
            if before == [_seen(one) for one, _ in pairs]:
                return
    raise UserError(ErrorCode.IN_USE, message("error.project-busy"), path=str(path))


def _refusal(path: Path) -> UserError | None:
    """Return why the file at `path`, without its log, is no whole project, None where it is one; nothing is written."""
    try:
        with closing(sqlite3.connect(unwritten(path), uri=True)) as connection:
            distrust(connection)
            check_shape(connection, path)
            return None if path.stat().st_size <= 2 * size(connection) + _SPARE else _damaged(path)
    except UserError as error:
        return error
    except sqlite3.DatabaseError as error:
        return _explained(error, path)


def unwritten(path: Path) -> str:
    """Return the address by which SQLite reads the file at `path` as it lies: no log, no lock, nothing written."""
    return f"file:{quote(os.fsencode(database_name(path)), safe='')}?mode=ro&immutable=1"


def _may_be_mended(found: list[tuple[int, int] | None]) -> bool:
    """Tell whether a log may make a whole project of a file, and both are soon copied, by what is seen of them."""
    sizes = [one[0] if one is not None else 0 for one in found]
    return sizes[1] > 0 and sum(sizes) <= _LARGEST_UNCHECKED


def _seen(path: Path) -> tuple[int, int] | None:
    """Return by what a file is known to be unchanged, None where there is none; a log that is a link is none."""
    if path.name.endswith("-wal") and not is_plain(path):
        return None
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def compact(connection: sqlite3.Connection) -> None:
    """Make the file as small as it can be."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def size(connection: sqlite3.Connection) -> int:
    """Return how many bytes the database takes, without its log."""
    pages, page = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * page)


def remove(path: Path) -> None:
    """Remove a project with what SQLite keeps beside it."""
    path.unlink(missing_ok=True)
    for log in _logs(path):
        log.unlink(missing_ok=True)


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that runs nothing that the file brings along; the file itself is not touched yet.

    What a stranger left beside it is set aside first: connected, SQLite would believe in it. It has to be there: SQLite
    would make an empty one, also where a link leads.

    It is the only one: so the log needs no memory shared through a file, which ends the program where that file is cut
    short under it (https://www.sqlite.org/wal.html, "Use of WAL Without Shared-Memory").
    """
    check_there(path)
    set_foreign_aside(path)
    with ExitStack() as made:
        connected = sqlite3.connect(database_name(path), isolation_level=None, timeout=_PATIENCE)
        connection = made.enter_context(closing(connected))
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        distrust(connection)
        made.pop_all()
    return connection


def distrust(connection: sqlite3.Connection) -> None:
    """Let what is asked of a file cost little until its shape is known, and run nothing that it brings along."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_UNCHECKED)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_STATEMENT)
    connection.set_progress_handler(lambda: 1, _MOST_STEPS)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def trust(connection: sqlite3.Connection) -> None:
    """Let what is asked of a file whose shape is known take the time and the room that it needs."""
    connection.set_progress_handler(None, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)


def write_ahead(connection: sqlite3.Connection, *, there: bool) -> None:
    """Have the connection keep what it acknowledged; this writes to the file, which is known to be ours by now.

    From journal to log, and back, is a change of a few bytes at its head. In a file that was there before it is made
    without a journal: where the disk gets full under one, SQLite reads how it ends, which is then a piece of the page,
    a stranger's, and deletes the file that is named there.
    """
    if there and connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        without_journal(connection)
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")


def without_journal(connection: sqlite3.Connection) -> None:
    """Have no journal written beside a file that may be a stranger's: on a full disk SQLite believes in its end."""
    connection.execute("PRAGMA journal_mode = OFF")


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """Check that this is a sound project, and return its version.

    Its shape comes first: what is checked of a table of another shape may be statements of a stranger's.
    """
    version = check_shape(connection, path)
    if size(connection) > claimable(path) or connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _damaged(path)
    first, last = connection.execute(_NUMBERS).fetchone()
    if first < 0 or last > _LAST_STEP:  # behind the very last SQLite gives a number by chance
        raise _damaged(path)
    check_steps(connection, MOST_STEPS if version == VERSION else MOST_OLD_STEPS)
    return version


def check_shape(connection: sqlite3.Connection, path: Path) -> int:
    """Check that this is a project, with the tables of its version and nothing else; return its version."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise UserError(ErrorCode.PROJECT, message("error.no-project"), path=str(path))
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise UserError(
            ErrorCode.PROJECT, message("error.project-newer", version=version, here=VERSION), path=str(path)
        )
    if version < 1 or shape(connection) != expected_shape(version):
        raise UserError(ErrorCode.PROJECT, message("error.project-tables"), path=str(path))
    trust(connection)
    return version


def claimable(path: Path) -> int:
    """Return how many bytes a project may say that it has: some more than lie there, with its log.

    A log of a few kilobytes can say that it makes a database of terabytes, for which SQLite would keep a list of pages.
    """
    log = path.with_name(f"{path.name}-wal")
    return 2 * (path.stat().st_size + (log.stat().st_size if log.exists() else 0)) + _SPARE


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, version: int, *, unfinished: bool) -> Upgrade:
    """Keep a copy of the project as it is, then migrate it; where that fails, there is no copy."""
    copy = _free_name(path, version)
    with ExitStack() as made:
        make_empty(copy)
        made.callback(remove, copy)
        connection.execute("VACUUM INTO ?", (database_name(copy),)).close()
        with transaction(connection):
            migrate(connection, version, unfinished=unfinished)
        made.pop_all()
    return Upgrade(version, copy)


def _brought_up(connection: sqlite3.Connection) -> State:
    """Return what a project of an older version holds once it is migrated, before anything is written for it."""
    check_kinds(connection, ("records",))
    with closing(brought_up(connection)) as records:
        check_records(records)
    with closing(brought_up(connection)) as records:
        return state_of(records, old=True).state


def _free_name(path: Path, version: int) -> Path:
    """Return a name beside `path` that nothing has, nor a log of it; its ending keeps it from being taken for work."""
    base = path.with_name(f"{path.name}.version-{version}")
    names = (base.with_name(f"{base.name}-{number}") if number else base for number in count())
    return next(name for name in names if not any(map(os.path.lexists, (name, *_logs(name)))))


def _logs(path: Path) -> Iterator[Path]:
    """Yield what SQLite may keep beside a database."""
    return (path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))


def _damaged(path: Path) -> UserError:
    return UserError(ErrorCode.PROJECT, message("error.project-damaged"), path=str(path))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk refuse into an error that says what happened to which file."""
    try:
        yield
    except UserError as error:
        if error.path:
            raise
        raise UserError(error.code, error.message, path=str(path)) from error
    except sqlite3.DatabaseError as error:
        raise _explained(error, path) from error
    except UnicodeDecodeError as error:  # SQLite names what is damaged, in letters that are damaged
        raise _damaged(path) from error
    except (OSError, UnicodeEncodeError) as error:
        if isinstance(error, OSError):
            explain_long_name(error, path)
        of_system = isinstance(error, OSError) and error.errno is not None
        why = message("error.place", reason=cause_of(error)) if of_system else message("error.name-unwritable")
        raise UserError(ErrorCode.WRITE, why, path=str(path)) from error


def _explained(error: sqlite3.DatabaseError, path: Path) -> UserError:
    """Return what an SQLite error means for the user."""
    name = getattr(error, "sqlite_errorname", "")
    for start, (kind, code) in _REFUSALS.items():
        if name.startswith(start):
            return UserError(kind, message(code), path=str(path))
    return _damaged(path)
