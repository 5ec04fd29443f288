"""The standard streams of a program that was started without some of them (`>&-`, or from a window), or loses one."""

import os
import sys

_PASSED_ON = True


def open_missing_streams() -> None:
    """Open the standard streams that are missing: else the next file that is opened takes the place of one.

    There is nothing to read, and complaints go nowhere. What is written to standard output fails, since nobody would
    know that it is lost.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(_nowhere(os.O_RDONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(_nowhere(os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(_nowhere(os.O_WRONLY), "w", encoding="utf-8", errors="backslashreplace")


def write_aside(text: str) -> None:
    """Write to standard error; where that can't be done, this and all that follows goes nowhere.

    Its reader may have gone, or its disk be full: the work goes on all the same, and the exit status tells of it.
    """
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        os.dup2(_nowhere(os.O_WRONLY), sys.stderr.fileno())


def _nowhere(way: int) -> int:
    """Return a descriptor of nothing, the lowest that is free; programs that are started get it, too."""
    number = os.open(os.devnull, way)
    os.set_inheritable(number, _PASSED_ON)
    return number
