"""A shard: one SQLite database of an archive, opened so that nothing it brings along is run or believed."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import lru_cache
from pathlib import Path

from crossquote.archive.records import ArchiveDamagedError
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.project.file import (
    claimable,
    connect,
    distrust,
    naming,
    remove,
    size,
    trust,
    unwritten,
    without_journal,
    write_ahead,
)
from crossquote.project.migrate import Shape, shape
from crossquote.project.side_files import make_empty
from crossquote.project.transaction import transaction

APPLICATION = 0x43517141
VERSION = 1
"""Another one wherever what is kept, or what finds a quote, is another."""
_SCHEMA = Path(__file__).with_name("schema.sql")
_OF_PROJECTS = frozenset({
    "error.no-project", "error.project-missing", "error.project-tables", "error.project-too-big",
    "error.project-damaged", "error.project-other-name",
})  # fmt: skip
"""What is said of a project's file, and means of a shard that the archive is damaged, or none."""
_CACHE = 12 * 1024
"""Kilobytes that each shard may keep in memory while it is written: what finds quotes is written all over it."""
_MOST_STEPS = 50_000_000
"""Steps of SQLite's own machine between two looks: a sound shard answers each question in far fewer."""


@contextmanager
def naming_shard(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk refuse, and what can't be, into an error that says what happened to which shard."""
    try:
        with naming(path):
            yield
    except ArchiveDamagedError as error:
        raise damaged(path) from error
    except UserError as error:
        if error.message.code in _OF_PROJECTS:
            raise damaged(path) from error
        raise


def damaged(path: Path) -> UserError:
    """Return what is said of a shard that can't be what was written there."""
    return UserError(ErrorCode.PROJECT, message("error.archive-damaged"), path=str(path))


def create(path: Path) -> None:
    """Make a new, empty shard at `path`; stopped half-way, there is none."""
    new = path.with_name(f".{path.name}.part")
    with naming_shard(path), ExitStack() as made:
        remove(new)
        make_empty(new)
        made.callback(remove, new)
        with closing(connect(new)) as connection:
            trust(connection)
            without_journal(connection)  # it has its name only once it is whole
            connection.execute("PRAGMA synchronous = OFF")
            with transaction(connection):
                for statement in _statements():
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("PRAGMA journal_mode = WAL").close()
        new.replace(path)
        made.pop_all()


def open_to_write(path: Path) -> sqlite3.Connection:
    """Return the only connection to the shard at `path`: what was half written there is taken back or done first.

    It is safe from a program that dies at once, and from a power cut but for the last moments before it.
    """
    with naming_shard(path), ExitStack() as opened:
        connection = opened.enter_context(closing(connect(path)))
        _check(connection, path)
        write_ahead(connection, there=True)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0").close()
        connection.execute(f"PRAGMA cache_size = {-_CACHE}")
        opened.pop_all()
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that reads the shard at `path` as it lies, however many do, and writes nothing anywhere."""
    with naming_shard(path), ExitStack() as opened:
        connection = opened.enter_context(closing(sqlite3.connect(unwritten(path), uri=True)))
        distrust(connection)
        _check(connection, path)
        connection.set_progress_handler(lambda: 1, _MOST_STEPS)
        opened.pop_all()
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Check that this is a shard with its tables and nothing else, no larger than it can be."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise damaged(path)
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        told = message("error.project-newer", version=version, here=VERSION)
        raise UserError(ErrorCode.PROJECT, told, path=str(path))
    if version < 1 or shape(connection) != _expected_shape() or size(connection) > claimable(path):
        raise damaged(path)
    trust(connection)


@lru_cache(maxsize=1)
def _expected_shape() -> Shape:
    """Return the tables and indexes of a shard; `sqlite_sequence` is SQLite's own."""
    with closing(sqlite3.connect(":memory:")) as blank:
        for statement in _statements():
            blank.execute(statement)
        return shape(blank)


@lru_cache(maxsize=1)
def _statements() -> tuple[str, ...]:
    return tuple(f"{one};" for one in _SCHEMA.read_text(encoding="utf-8").split(";") if one.strip())
