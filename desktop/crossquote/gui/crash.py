"""Bugs: a report file on this machine, and a dialog that says where it is. No text of the user's goes in."""

import logging
import os
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from crossquote.files import write_own
from crossquote.paths import logs_folder
from crossquote.version import this_version

_MOST = 20
"""So many reports are written in one run at most."""
_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Writes a report for every exception that nobody caught, and says so once it is written.

    A bug that comes back without end is told `_MOST` times in a run; then there is enough to find it by.
    """

    written = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = 0

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def report(self, error: BaseException) -> None:
        """Write a report of `error`, unless enough are written."""
        self._told += 1
        if self._told > _MOST:
            return
        path = write_report(error, logs_folder())
        _log.error("a bug, reported in %s", path)
        self.written.emit(path)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)


def write_report(error: BaseException, folder: Path) -> Path | None:
    """Write where `error` came from, without its message, which may hold the user's text; None where it can't be."""
    now = datetime.now(UTC)
    frames = [
        f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    lines = [
        f"Crossquote {this_version()} on Python {platform.python_version()}, {_system()}",
        now.isoformat(timespec="seconds"),
        type(error).__name__,
        *frames,
    ]
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        write_own(path, "\n".join(lines) + "\n")
    except OSError:
        return None
    return path


def _system() -> str:
    """Return what system this is, as Python itself knows it: `platform` starts other programs to find out more."""
    release, machine = (os.uname().release, os.uname().machine) if hasattr(os, "uname") else _windows()
    return f"{sys.platform} {release} {machine}"


def _windows() -> tuple[str, str]:
    """Return version and processor of a Windows."""
    version_of = getattr(sys, "getwindowsversion", None)
    return str(getattr(version_of(), "build", "")) if version_of else "", os.environ.get("PROCESSOR_ARCHITECTURE", "")
