"""The turn of an archive: a number beside its shards, odd while what was added is written into them.

What is added lies in logs at first, which no reader looks at. A reader that finds the same even number before and after
has read what belongs together, whoever adds meanwhile, and wherever that was broken off.
"""

import os
from pathlib import Path

from crossquote.archive.records import ArchiveDamagedError
from crossquote.notation import NotationError, read_ordinary
from crossquote.paths import make_own

NAME = ".turn"
_DIGITS = 20
"""It is written over in its place, so that a full disk has room for it."""


def read_turn(archive: Path) -> int:
    """Return the turn of an archive, 0 where it has none; an `ArchiveDamagedError` where it is no number."""
    try:
        said = read_ordinary(archive / NAME, _DIGITS)
    except FileNotFoundError:
        return 0
    except NotationError as error:
        raise ArchiveDamagedError(NAME) from error
    if not said.isdigit():
        raise ArchiveDamagedError(NAME)
    return int(said)


def next_turn(archive: Path, *, writing: bool) -> None:
    """Note that shards are written from now on, or are whole again."""
    turn = _noted(archive)
    turn += 1 if turn % 2 != writing else 2
    with open(archive / NAME, "r+b", opener=make_own) as file:
        file.write(str(turn).zfill(_DIGITS).encode())
        file.flush()
        os.fsync(file.fileno())


def make_turn(archive: Path) -> None:
    """Make the turn of an archive that has none."""
    if not os.path.lexists(archive / NAME):
        with open(archive / NAME, "xb", opener=make_own) as file:
            file.write(b"0" * _DIGITS)


def _noted(archive: Path) -> int:
    """Return the turn; what is no number is begun anew, as an odd one: shards may be half written."""
    try:
        return read_turn(archive)
    except ArchiveDamagedError:
        return 1
