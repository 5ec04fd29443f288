"""A window that can't be filled: it is told of and can be left, where an empty frame would say and heed nothing."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from crossquote.gui.crash import CrashReporter
from crossquote.gui.dialogs.crash import unfilled_dialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.windows.shell import Shell


@contextmanager
def filling(shell: Shell) -> Iterator[None]:
    """Let whatever is raised while a window is filled be reported as any bug is, in a box that closes the window."""
    put_back = partial(_put_back, sys.excepthook, threading.excepthook)
    try:
        yield
    except BaseException:
        shell.may_close = True
        crashes = CrashReporter()
        crashes.written.connect(partial(_tell, shell, put_back), Qt.ConnectionType.SingleShotConnection)
        crashes.install()
        raise


def _tell(shell: Shell, put_back: Callable[[], None], report: Path | None) -> None:
    box = unfilled_dialog(report, shell)
    box.finished.connect(put_back)
    box.finished.connect(shell.close)
    open_dialog(box)


def _put_back(hook: Callable[..., Any], thread_hook: Callable[..., Any], *_closed: object) -> None:
    """Let bugs be told again by who told them before: another window may be open."""
    sys.excepthook, threading.excepthook = hook, thread_hook
