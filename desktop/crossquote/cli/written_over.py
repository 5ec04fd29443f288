"""Files that are there already: none is written over without a word."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from crossquote.cli.voice import VOICE
from crossquote.export.write import hold_no_file
from crossquote.files import leads_to_file, let_be
from crossquote.streams import write_aside


def hold_free(path: Path, *, force: bool) -> Callable[[], None]:
    """Raise a UserError where there is a file at `path` that is not to be written over.

    It is with `force`; without, somebody at a terminal is asked, and nobody else can be. What is no ordinary file (a
    pipe, a device) is written to as ever. What is returned is to be called right before the file is put there: it
    raises the same where one came while it was made, of which nobody could say anything.
    """
    if force:
        return let_be
    if not leads_to_file(path):
        return partial(hold_no_file, path)
    if not (sys.stdin.isatty() and sys.stderr.isatty() and _agrees(path)):
        hold_no_file(path)
    return let_be


def _agrees(path: Path) -> bool:
    yes = VOICE("terminal.yes")
    write_aside(f"{VOICE('terminal.write-over', file=path.name, yes=yes)} ")
    return sys.stdin.readline().strip().casefold() in (yes.casefold(), "y")
