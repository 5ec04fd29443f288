"""Looking into an archive as it lies: any number of programs may, also while another adds to it.

What is read may change under the reader's hands, at the moments when what was added is written into the shards: then it
is read once more.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from crossquote.archive.added import problem_of
from crossquote.archive.folder import open_to_look
from crossquote.archive.records import FileTrouble, read_record
from crossquote.archive.shard import naming_shard
from crossquote.archive.turn import read_turn
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work

T = TypeVar("T")
_TRIES, _BETWEEN = 8, 0.25
_LOOKING = Step(0, 0, message("step.looking-into-archive"))


def look(archive: Path, ask: Callable[[Sequence[sqlite3.Connection]], T]) -> Work[T]:
    """Return what `ask` finds in the shards of an archive, none of which changed meanwhile."""
    return (yield from look_on(archive, partial(_at_once, ask)))


def look_on(archive: Path, ask: Callable[[Sequence[sqlite3.Connection]], Work[T]]) -> Work[T]:
    """Return what work over the shards of an archive comes to, as `look` does: it can be stopped on the way."""
    turns = set()
    for _ in range(_TRIES):
        yield _LOOKING
        with naming_shard(archive):
            turn = read_turn(archive)
        turns.add(turn)
        if turn % 2 == 0:
            found, why = yield from _asked(archive, ask)
            if read_turn(archive) == turn:
                if why is not None:
                    raise why
                return found[0]
        time.sleep(_BETWEEN)
    code = "error.archive-unfinished" if len(turns) == 1 else "error.archive-busy"
    raise UserError(ErrorCode.IN_USE, message(code), path=str(archive))


def _at_once(ask: Callable[[Sequence[sqlite3.Connection]], T], shards: Sequence[sqlite3.Connection]) -> Work[T]:
    yield _LOOKING
    return ask(shards)


def _asked(
    archive: Path, ask: Callable[[Sequence[sqlite3.Connection]], Work[T]]
) -> Work[tuple[list[T], UserError | None]]:
    """Return what is found, or why nothing can be: both may be because of what is being written."""
    try:
        with naming_shard(archive), open_to_look(archive) as shards:
            return [(yield from ask(shards))], None
    except UserError as error:
        return [], error


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
