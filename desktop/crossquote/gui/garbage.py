"""Garbage is collected on the GUI thread alone: a widget in a cycle that a worker frees ends the program."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE = 300
"""Milliseconds between two looks."""


class GarbageCollector(QObject):
    """Collects what Python's own collector would, by its own thresholds, but from the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from Python's own collector."""
        gc.disable()
        self._timer.start(_PAUSE)

    def stop(self) -> None:
        """Give back to Python's own collector."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def keep(self) -> None:
        """Look no more through what there is now: there is much of it, and it is there as long as what is open is.

        Looking through all that an edit of a large project goes on from would hold the window up for a second or two.
        """
        gc.collect(1)
        gc.freeze()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due, if any is."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
