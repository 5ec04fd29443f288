"""Garbage is collected on the GUI thread alone: a widget in a cycle that a worker frees ends the program."""

import gc
import linecache
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE, _LONG_PAUSE = 300, 60_000
"""Milliseconds between two looks at what is new; and between two questions whether all can be looked through."""
_MIDDLE = 3
"""After so many looks at what is new, those that outlived them are looked through once more."""
_SHARE, _LEAST = 4, 100_000
"""All is looked through once a quarter of it has come to be there since, of so many values at least."""
_MUCH = 1_000_000_000
"""More values than there are."""


def _never() -> bool:
    return False


class GarbageCollector(QObject):
    """Collects what Python's own collector would, from the event loop, and never so much that a window is held up.

    What outlives two looks is set aside, and there is much of it: an open project of 20,000 quotes is a million
    values, and looking through them takes half a second. That is done only while nobody is at a window, which
    `unattended` tells. Most of what is set aside is in no cycle, and is freed without anybody looking.
    """

    def __init__(self, parent: QObject | None = None, unattended: Callable[[], bool] = _never) -> None:
        super().__init__(parent)
        self._unattended, self._aside = unattended, 0
        self._timer, self._rest = QTimer(self), QTimer(self)
        self._timer.timeout.connect(self.look)
        self._rest.timeout.connect(self.look_through)

    def start(self) -> None:
        """Take over from Python's own collector, and let go of the sources of what is imported.

        PySide looks into each of them for its own name, and Python keeps the lines: fifteen megabytes.
        """
        gc.disable()
        linecache.clearcache()
        self._timer.start(_PAUSE)
        self._rest.start(_LONG_PAUSE)

    def stop(self) -> None:
        """Give back to Python's own collector."""
        self._timer.stop()
        self._rest.stop()
        gc.enable()

    @Slot()
    def keep(self) -> None:
        """Set aside what there is now: there is much of it, and it is there as long as what is open is."""
        gc.collect(1)
        gc.freeze()

    @Slot()
    def look(self) -> None:
        """Collect what is new, if there is enough of it; set aside what has outlived some such looks.

        What is new is counted by Python. To list it would hold a tuple that a worker is making: that ends its work.
        """
        new, looks, _ = gc.get_count()
        if looks >= _MIDDLE:
            gc.collect(1)
            gc.freeze()
        elif new > gc.get_threshold()[0]:
            gc.collect(0)
        else:
            return
        self._aside += new

    @Slot()
    def expect_much(self) -> None:
        """Have all looked through the next time that nobody is there: a window went, and what was open in it."""
        self._aside = _MUCH

    @Slot()
    def look_through(self) -> None:
        """Collect of all that was set aside, where much of it came since the last time and nobody is there."""
        if self._aside <= _LEAST or not self._unattended():
            return
        if self._aside > gc.get_freeze_count() // _SHARE:  # to count them goes through all of them
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._aside = 0
