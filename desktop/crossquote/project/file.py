"""The project file: one SQLite database, in which every acknowledged step is on the disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crossquote.errors import ErrorCode, UserError

APPLICATION = 0x43517131
VERSION = 1
MAX_VALUE = 256 * 1024 * 1024
_SCHEMA = Path(__file__).with_name("schema.sql")


def create(path: Path) -> sqlite3.Connection:
    """Return a connection to a new, empty project at `path`, which must not exist."""
    if path.exists():
        raise UserError(ErrorCode.WRITE, "there is a file of that name", advice="Choose another.", path=str(path))
    with naming(path):
        connection = _connect(path)
        try:
            connection.executescript(
                f"BEGIN; {_SCHEMA.read_text(encoding='utf-8')}"
                f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
            )
            _write_ahead(connection)
        except BaseException:
            connection.close()
            remove(path)
            raise
    return connection


def open_existing(path: Path) -> sqlite3.Connection:
    """Return a connection to the project at `path`, checked: its kind, version, shape and soundness."""
    if not path.is_file():
        raise UserError(ErrorCode.MISSING, "no such project", advice="Check the name.", path=str(path))
    with naming(path):
        connection = _connect(path)
        try:
            _check(connection, path)
            _write_ahead(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def close(connection: sqlite3.Connection) -> None:
    """Close a project so that it is one file again; on a full disk its log stays beside it, and nothing is lost."""
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def remove(path: Path) -> None:
    """Remove a project with what SQLite keeps beside it."""
    path.unlink(missing_ok=True)
    remove_log(path)


def remove_log(path: Path) -> None:
    """Remove what SQLite kept beside a project: it must never meet another file of the same name."""
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    """Return a connection that runs nothing that the file brings along; the file itself is not touched yet."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=5)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have the connection keep what it acknowledged; this writes to the file, which is known to be ours by now."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise UserError(ErrorCode.PROJECT, "not a Crossquote project", advice="Choose another file.", path=str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise UserError(
            ErrorCode.PROJECT,
            f"made by a newer Crossquote (its version {version}, here {VERSION})",
            advice="Open it there, or install the newer one.",
            path=str(path),
        )
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _damaged(path)
    if _shape(connection) != _expected_shape():
        raise UserError(
            ErrorCode.PROJECT, "its tables are not those of a project", advice="Choose another file.", path=str(path)
        )


def _shape(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = connection.execute("SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(kind, " ".join(sql.split())) for kind, sql in rows}


def _expected_shape() -> set[tuple[str, str]]:
    with sqlite3.connect(":memory:") as blank:
        blank.executescript(_SCHEMA.read_text(encoding="utf-8"))
        shape = _shape(blank)
    blank.close()
    return shape


def _damaged(path: Path) -> UserError:
    return UserError(
        ErrorCode.PROJECT, "the file is damaged", advice="Open a copy from before, and keep this one.", path=str(path)
    )


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk refuse into an error that says what happened to which file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _explained(error, path) from error
    except (OSError, UnicodeEncodeError) as error:
        reason = getattr(error, "strerror", None) or "its name can't be written"
        raise UserError(ErrorCode.WRITE, reason, advice="Choose another place.", path=str(path)) from error


def _explained(error: sqlite3.DatabaseError, path: Path) -> UserError:
    """Return what an SQLite error means for the user."""
    name = getattr(error, "sqlite_errorname", "")
    words = {
        "SQLITE_FULL": ("the disk is full", "Make room there; all finished steps are kept."),
        "SQLITE_READONLY": ("the file may not be written to", "Save a copy where you may write."),
        "SQLITE_CANTOPEN": ("the file can't be opened", "Check the folder and your rights in it."),
        "SQLITE_NOTADB": ("not a Crossquote project", "Choose another file."),
        "SQLITE_BUSY": ("another program holds the file", "Close it there and try again."),
        "SQLITE_TOOBIG": ("more than one project can hold", "Split it into several projects."),
        "SQLITE_IOERR": ("the disk or the connection to it failed", "Check it; all finished steps are kept."),
    }
    for start, (message, advice) in words.items():
        if name.startswith(start):
            return UserError(ErrorCode.PROJECT, message, advice=advice, path=str(path))
    return _damaged(path)
