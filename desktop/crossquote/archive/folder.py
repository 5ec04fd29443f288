"""The folder of an archive: its sixteen shards, and which of them has what."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from crossquote.archive import turn
from crossquote.archive.shard import create, damaged, naming_shard, open_to_read, open_to_write
from crossquote.archive.turn import make_turn, next_turn
from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.paths import is_plain

SHARDS = 16
"""So many: enough for the index of each to be short at a million articles, few enough to ask them all in a moment."""
_NAMES = tuple(f"{number:02x}.shard" for number in range(SHARDS))
_LOCK = ".lock"
_BESIDE = frozenset({_LOCK, turn.NAME, *(f".{name}.part" for name in _NAMES)})
"""What a program that was ended at once may have left where it had only begun an archive."""


def shard_of(sha256: str, path: str) -> int:
    """Return which shard has a file, by its digest; one that could not be read has its path's."""
    digest = sha256 or hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
    return int(digest[:8], 16) % SHARDS


def shard_paths(folder: Path) -> tuple[Path, ...]:
    """Return where the shards of an archive lie; a `UserError` where there is none."""
    paths = tuple(folder / name for name in _NAMES)
    there = [path for path in paths if is_plain(path)]
    if not there:
        raise UserError(ErrorCode.MISSING, message("error.no-archive"), path=str(folder))
    if len(there) < len(paths):
        raise damaged(next(path for path in paths if path not in there))
    return paths


@contextmanager
def open_to_add(folder: Path) -> Iterator[tuple[sqlite3.Connection, ...]]:
    """Make an archive in `folder` where there is none, and give connections to its shards, which nobody else has."""
    with claim(folder), open_claimed(folder) as shards:
        yield shards


@contextmanager
def claim(folder: Path) -> Iterator[None]:
    """Make an archive in `folder` where there is none, and hold it for this process and whom it asks to write."""
    with _held(folder):
        for path in (folder / name for name in _NAMES):
            if not os.path.lexists(path) or _is_blank(path):
                create(path)
        with naming_shard(folder):
            make_turn(folder)
        yield


@contextmanager
def open_claimed(folder: Path) -> Iterator[tuple[sqlite3.Connection, ...]]:
    """Give connections to the shards of an archive that this process holds; at the end the shards are whole."""
    with ExitStack() as opened:
        connections = []
        for name in _NAMES:
            connections.append(open_to_write(folder / name))
            opened.callback(connections[-1].close)
        opened.callback(write_through, folder, connections)
        yield tuple(connections)


def write_through(folder: Path, shards: Sequence[sqlite3.Connection]) -> None:
    """Write what the logs of an archive hold into its shards; where that fails, it stays there, and readers see it."""
    with suppress(sqlite3.Error, OSError):
        next_turn(folder, writing=True)
        written = [shard.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0 for shard in shards]
        if all(written):
            next_turn(folder, writing=False)


def size_of_logs(folder: Path) -> int:
    """Return how many bytes are in the logs of an archive."""
    return sum(log.stat().st_size for log in (folder / f"{name}-wal" for name in _NAMES) if log.exists())


@contextmanager
def open_to_look(folder: Path) -> Iterator[tuple[sqlite3.Connection, ...]]:
    """Give connections that read the shards of the archive in `folder` as they lie."""
    with ExitStack() as opened:
        yield tuple(opened.enter_context(closing(open_to_read(path))) for path in shard_paths(folder))


def _is_blank(path: Path) -> bool:
    """Tell whether a power cut left nothing of a shard but its name: what was in it was not kept yet."""
    return is_plain(path) and path.stat().st_size == 0


def is_ours(folder: Path) -> bool:
    """Tell whether a folder is free for an archive, or has one: no folder of something else becomes one by mistake."""
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    return names <= _BESIDE or bool(names.intersection(_NAMES))


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the archive in `folder`, made where there is none, for this process alone."""
    with naming_shard(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not is_ours(folder):
            raise UserError(ErrorCode.WRITE, message("error.archive-other"), path=str(folder))
    for path in (folder / _LOCK, folder / turn.NAME):
        if os.path.lexists(path) and not is_plain(path):  # they are written to: a link would lead astray
            raise damaged(path)
    lock = FileLock(folder / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise UserError(ErrorCode.IN_USE, message("error.archive-held"), path=str(folder)) from error
    except OSError as error:
        told = message("error.place", reason=cause_of(error))
        raise UserError(ErrorCode.WRITE, told, path=str(folder)) from error
    try:
        yield
    finally:
        lock.release()
