"""Files that are there already: none is written over without a word."""

import sys
from pathlib import Path

from crossquote.cli.voice import VOICE
from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_to_file
from crossquote.message import message
from crossquote.streams import write_aside


def hold_free(path: Path, *, force: bool) -> None:
    """Raise a UserError where there is a file at `path` that is not to be written over.

    It is with `force`; without, somebody at a terminal is asked, and nobody else can be. What is no ordinary file (a
    pipe, a device) is written to as ever.
    """
    if force or not leads_to_file(path) or (sys.stdin.isatty() and sys.stderr.isatty() and _agrees(path)):
        return
    raise UserError(ErrorCode.WRITE, message("error.not-written-over"), path=str(path))


def _agrees(path: Path) -> bool:
    yes = VOICE("terminal.yes")
    write_aside(f"{VOICE('terminal.write-over', file=path.name, yes=yes)} ")
    return sys.stdin.readline().strip().casefold() in (yes.casefold(), "y")
