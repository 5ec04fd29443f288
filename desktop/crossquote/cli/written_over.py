"""Files that are there already: none is written over without a word."""

import sys
from pathlib import Path

from crossquote.cli.voice import VOICE
from crossquote.export.write import hold_no_file
from crossquote.files import NOTHING, WHATEVER, Consent, agreed_at
from crossquote.streams import write_aside


def agree_on(path: Path, *, force: bool) -> Consent:
    """Return what may be written over at `path`; a `UserError` where there is a file that is not to be.

    It is with `force`; without, somebody at a terminal is asked, and nobody else can be. What is no ordinary file (a
    pipe, a device) is written to as ever. Of a file that comes while ours is made nobody could say anything.
    """
    if force:
        return WHATEVER
    agreed = agreed_at(path)
    if agreed != NOTHING and not (sys.stdin.isatty() and sys.stderr.isatty() and _agrees(path)):
        hold_no_file(path)
    return agreed


def _agrees(path: Path) -> bool:
    yes = VOICE("terminal.yes")
    write_aside(f"{VOICE('terminal.write-over', file=path.name, yes=yes)} ")
    return sys.stdin.readline().strip().casefold() in (yes.casefold(), "y")
