"""What is printed: for programs as UTF-8, for people without an article's control characters, progress on one line."""

import errno
import io
import os
import signal
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from crossquote.causes import cause_of
from crossquote.cli.spoken import interface_language
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work
from crossquote.streams import write_aside
from crossquote.text.visible import visible
from crossquote.wording import tell

T = TypeVar("T")
_BETWEEN = 0.1
"""Seconds between two lines of progress: what ends sooner shows none."""
_WIDTH = 80
"""Columns of a terminal that does not say."""


def visible_line(text: str) -> str:
    """Return `text` as `visible` does, with a picture for each end of a line, too."""
    return visible(text).replace("\n", "␊")


def print_line(text: str) -> None:
    """Write a line of UTF-8 to standard output, whatever the terminal's own encoding; nowhere once nobody reads it."""
    try:
        stream_line(text)
    except BrokenPipeError:
        print_nowhere()


def stream_line(text: str) -> None:
    """Write a line of UTF-8 to standard output; a `BrokenPipeError` where nobody reads it any more."""
    with held_output():
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()


@contextmanager
def held_output() -> Iterator[None]:
    """Raise a `BrokenPipeError` where nobody reads what is written, a UserError where it can't be written otherwise.

    Windows calls a reader that has gone an invalid argument. What is still to be flushed then goes nowhere.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno == errno.EINVAL:
            raise BrokenPipeError(*error.args) from error
        print_nowhere()
        raise UserError(ErrorCode.WRITE, message("error.output-not-written", reason=cause_of(error))) from error


def write_utf8() -> None:
    """Write UTF-8 to files and pipes: they have no encoding of their own, and what Windows gives them lacks letters."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors=errors)


def print_nowhere() -> None:
    """Let what is still printed go nowhere: its reader has gone (`| head`), and the exit status is still to be told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_progress(work: Work[T]) -> T:
    """Run `work` and return its result; its steps show on one line of standard error, where that is a terminal."""
    return _shown(work, lambda: False)


def show_stoppable(work: Work[T]) -> T:
    """Run `work` as `show_progress` does; where the user stops it, it ends at its next step and keeps what it has.

    Stopped once more, it ends at once.
    """
    stopped: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        return _shown(work, lambda: False)
    before = signal.getsignal(signal.SIGINT)

    def stop(number: int, _frame: object) -> None:
        stopped.append(number)
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, stop)
    try:
        return _shown(work, lambda: bool(stopped))
    finally:
        signal.signal(signal.SIGINT, before)


def _shown(work: Work[T], is_stopped: Callable[[], bool]) -> T:
    watched, shown, last = _columns() > 0, "", time.monotonic()
    try:
        while True:
            step = next(work)
            if is_stopped():
                work.close()
                raise KeyboardInterrupt
            if watched and time.monotonic() - last >= _BETWEEN:
                shown, last = _write_over(shown, _line(step)), time.monotonic()
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        _write_over(shown, "")


def _columns() -> int:
    """Return how wide the terminal is that standard error goes to; 0 where it goes to none."""
    if not sys.stderr.isatty():
        return 0
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _WIDTH
    except (OSError, ValueError):  # what Windows calls a terminal may be `NUL`; of another number it tells nothing
        return 0


def _line(step: Step) -> str:
    """Return what is shown of `step`: no longer than the terminal is wide, or it could not be taken back."""
    share = 100 * step.done // step.total / 100 if step.total else None
    told = step.label if share is None else message("terminal.step", share=share, label=step.label)
    line, room = "", _columns() - 1
    for sign in " ".join(visible(tell(told, interface_language())).split()):
        room -= _width(sign)
        if room < 0:
            break
        line += sign
    return line


def _write_over(shown: str, line: str) -> str:
    """Write `line` in the place of `shown`, with blanks alone: not every terminal knows how to erase."""
    if shown or line:
        left = sum(map(_width, shown)) - sum(map(_width, line))
        write_aside(f"\r{line}{' ' * left}" + ("" if line else "\r"))
    return line


def _width(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
