"""Files that are watched: whoever opens one, Python or a library below it, is seen, where the system tells."""

import ctypes
import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

CAN_WATCH = sys.platform.startswith("linux")
"""Elsewhere nothing tells of a file that was opened by a library."""
_OPENED = 0x20 | 0x1
"""IN_OPEN and IN_ACCESS of inotify(7)."""


@contextmanager
def watch_opening(path: Path) -> Iterator[Callable[[], bool]]:
    """Watch a file; what is yielded tells whether it has been opened since it was last asked."""
    library = ctypes.CDLL(None, use_errno=True)
    watch = library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if watch < 0 or library.inotify_add_watch(watch, os.fsencode(path), _OPENED) < 0:
        raise OSError(ctypes.get_errno(), "no file can be watched")

    def was_opened() -> bool:
        ready, _, _ = select.select([watch], [], [], 0)
        return bool(ready) and bool(os.read(watch, 65536))

    try:
        yield was_opened
    finally:
        os.close(watch)
