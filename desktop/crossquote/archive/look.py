"""Looking into an archive as it lies: any number of programs may, also while another adds to it.

What is read may change under the reader's hands, at the moments when what was added is written into the shards: then it
is read once more.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from crossquote.archive.add import problem_of
from crossquote.archive.folder import open_to_look, shard_paths
from crossquote.archive.records import FileTrouble, read_record
from crossquote.archive.shard import naming_shard
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work

T = TypeVar("T")
_TRIES, _BETWEEN = 8, 0.25
_LOOKING = Step(0, 0, message("step.looking-into-archive"))
SeenShards = tuple[tuple[int, int], ...]


def look(archive: Path, ask: Callable[[Sequence[sqlite3.Connection]], T]) -> Work[T]:
    """Return what `ask` finds in the shards of an archive, none of which changed meanwhile."""
    for _ in range(_TRIES):
        yield _LOOKING
        before = _seen(archive)
        try:
            with naming_shard(archive), open_to_look(archive) as shards:
                found = ask(shards)
        except UserError:
            if _seen(archive) == before:
                raise
        else:
            if _seen(archive) == before:
                return found
        time.sleep(_BETWEEN)
    raise UserError(ErrorCode.IN_USE, message("error.archive-busy"), path=str(archive))


def _seen(archive: Path) -> SeenShards:
    """Return by what it is known that no shard has changed."""
    with naming_shard(archive):
        found = [path.stat() for path in shard_paths(archive)]
    return tuple((one.st_size, one.st_mtime_ns) for one in found)


def list_troubles(archive: Path) -> Work[list[UserError]]:
    """Return what is wrong with files of an archive, one by one, by their paths."""
    return (yield from look(archive, _troubles))


def _troubles(shards: Sequence[sqlite3.Connection]) -> list[UserError]:
    statement = (
        "SELECT CAST(path AS TEXT), CAST(troubles AS BLOB) FROM files JOIN documents ON document = number"
        " WHERE troubles <> CAST('[]' AS BLOB)"
    )
    rows = sorted(row for shard in shards for row in shard.execute(statement))
    found = ((path, read_record(said, tuple[FileTrouble, ...])) for path, said in rows)
    return [problem_of(path, trouble) for path, troubles in found for trouble in troubles]
