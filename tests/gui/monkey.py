"""A monkey at the window: random clicks, keys, menus, drags and files, by a seed; it tells what goes wrong, and how.

The same seed takes the same choices; work runs on a thread of its own, so that two runs may still differ in what is
there to choose from.
"""

import random
import sys
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Sequence
from functools import partial
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
_OFTEN, _PATIENT = 20, 100
"""Milliseconds between two looks for what waits in a loop of its own; a question does for so many looks."""
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
        self._hooks = sys.excepthook, threading.excepthook
        self.hands = self._open_window()
        self._held = 0
        self._letting_go = QTimer()
        self._letting_go.timeout.connect(self._let_go)
        self._letting_go.start(_OFTEN)

    def close(self) -> None:
        """Leave the window, and close it."""
        self._letting_go.stop()
        self._close_window()
        sys.excepthook, threading.excepthook = self._hooks
        QGuiApplication.clipboard().clear()  # Qt would free what lies there after Python has ended, and crash

    def _open_window(self) -> Hands:
        shell = open_shell("light")
        desk = fill_shell(shell)
        sys.excepthook = partial(_note, self._wrong)  # threads remember it: what it holds is kept by them
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

    def _note_crash(self, error: BaseException) -> None:
        _note(self._wrong, type(error), error, error.__traceback__)

    def _let_go(self) -> None:
        """Close a menu, or a question of Qt's own, that waits in a loop of its own for what the monkey does next."""
        self._held = self._held + 1 if self._acting else 0
        popup, asking = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if self._acting and popup is not None:
            popup.close()
        elif self._held > _PATIENT and isinstance(asking, QDialog):
            asking.reject()

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


def _note(wrong: list[str], _: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    wrong.append("".join(traceback.format_exception(type(error), error, trace)))


def _free() -> None:
    """Let what is to be deleted be deleted."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
