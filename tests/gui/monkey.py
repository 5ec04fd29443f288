"""A monkey at the window: random clicks, keys, menus, drags and files, by a seed; it tells what goes wrong, and how.

The same seed takes the same choices; work runs on a thread of its own, so that two runs may still differ in what is
there to choose from.
"""

import random
import sys
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from crossquote.gui.fill import fill_shell
from crossquote.gui.start import open_shell
from gui.monkey_hands import Hands

LONGEST = 1.0
"""Seconds of the window's own thread that one thing that the user does may take."""
REMEMBERED = 25
"""So many of the last things that were done are told with what went wrong."""


class WentWrongError(AssertionError):
    """Something went wrong under the monkey's hands."""


class Monkey:
    """Lives at one window after the other; `texts` are what it pastes and types, `folder` is where its files are."""

    def __init__(self, seed: int, texts: Sequence[str], folder: Path, warnings: Callable[[], int]) -> None:
        self._seed, self._warnings = seed, warnings
        self._chance, self._texts, self._folder = random.Random(seed), texts, folder
        self._done: deque[str] = deque(maxlen=REMEMBERED)
        self._wrong: list[str] = []
        self._acting = False
        self._at_home: list[Counter[str]] = []
        self.hands = self._open_window()
        self._letting_go = QTimer()
        self._letting_go.timeout.connect(self._let_go)
        self._letting_go.start(20)
        self._hook, sys.excepthook = sys.excepthook, self._note

    def close(self) -> None:
        """Leave the window, and close it."""
        sys.excepthook = self._hook
        self._letting_go.stop()
        self._close_window()
        QGuiApplication.clipboard().clear()  # Qt would free what lies there after Python has ended, and crash

    def _open_window(self) -> Hands:
        shell = open_shell("light")
        desk = fill_shell(shell)
        sys.excepthook = self._note
        desk.bridge.crashed.connect(self._note_crash)
        shell.resize(1440, 900)
        shell.show()
        QApplication.processEvents()
        self._desk = desk
        return Hands(desk, self._chance, self._texts, self._folder)

    def _close_window(self) -> None:
        desk = self._desk
        for window in self.hands.windows():
            window.close()
        desk.bridge.jobs.wait(60_000)
        QApplication.processEvents()
        desk.projects.let_go()
        desk.shell.may_close = True
        desk.shell.close()
        desk.shell.deleteLater()
        _free()

    def _note(self, _: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._wrong.append("".join(traceback.format_exception(type(error), error, trace)))

    def _note_crash(self, error: BaseException) -> None:
        self._note(type(error), error, error.__traceback__)

    def _let_go(self) -> None:
        """Close a menu that waits, in a loop of its own, for what the monkey does next."""
        popup = QApplication.activePopupWidget()
        if self._acting and popup is not None:
            popup.close()

    def live(self, steps: int) -> None:
        """Do so many things; raise `WentWrongError` at the first that goes wrong."""
        for _ in range(steps):
            self._act()
            if not isValid(self._desk.shell) or not self._desk.shell.isVisible():
                self._done.append("opened the window again")
                self._close_window()
                self.hands = self._open_window()

    def _act(self) -> None:
        before, began = self._warnings(), time.thread_time()
        self._acting = True
        told = self.hands.act()
        self._acting = False
        QApplication.processEvents()
        took = time.thread_time() - began
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._done.append(f"{told} ({took:.2f} s)")
        if took > LONGEST:
            self._wrong.append(f"it took {took:.1f} s")
        if self._warnings() > before:
            self._wrong.append("Qt warned")
        if self._wrong:
            done = "\n  ".join(self._done)
            raise WentWrongError(f"seed {self._seed}, after\n  {done}\n" + "\n".join(self._wrong))

    def go_home(self) -> None:
        """Close everything, take everything out, and count what is left: it must not become more."""
        for _ in range(40):
            open_now = self.hands.windows()
            for window in open_now:
                window.done(0) if isinstance(window, QDialog) else window.close()
            QApplication.processEvents()
            if self._desk.bridge.jobs.current is None and not open_now:
                break
            self._desk.bridge.jobs.stop_all()
            QTest.qWait(20)
        self._close_window()
        _free()
        self._at_home.append(Counter(type(one).__name__ for one in QApplication.allWidgets()))
        if len(self._at_home) > 2 and (more := self._at_home[-1] - self._at_home[1]):
            raise WentWrongError(f"seed {self._seed}: widgets were left behind: {dict(more)}")
        self.hands = self._open_window()


def _free() -> None:
    """Let what is to be deleted be deleted."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
