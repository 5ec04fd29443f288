"""Hears what is said past the program: lines on standard output or standard error that nobody meant to print."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from typing import IO

_OUTPUT, _ERRORS = 1, 2


@contextmanager
def listening() -> Iterator[list[str]]:
    """Keep everything that Python or a library writes until the end of the block; the lines are there after it.

    Libraries write to the system's own streams, past Python's: both are led into one file.
    """
    heard: list[str] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="backslashreplace") as file:
        with ExitStack() as stack:
            for stream, number in ((sys.stdout, _OUTPUT), (sys.stderr, _ERRORS)):
                if stream is not None:  # a program with a window only has none
                    stream.flush()
                stack.enter_context(_led(number, file))
            stack.enter_context(redirect_stdout(file))
            stack.enter_context(redirect_stderr(file))
            yield heard
            file.flush()
        file.seek(0)
        heard += [line.rstrip() for line in file if line.strip()]


@contextmanager
def _led(number: int, file: IO[str]) -> Iterator[None]:
    """Lead the system's stream `number` into `file` until the end of the block; nothing where there is no such one."""
    try:
        before = os.dup(number)
    except OSError:
        yield
        return
    os.dup2(file.fileno(), number)
    try:
        yield
    finally:
        os.dup2(before, number)
        os.close(before)
