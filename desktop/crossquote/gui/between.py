"""Between events: long work that only the window's own thread can do, a step at a time."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from crossquote.progress import Work


class BetweenEvents(QObject):
    """Does one piece of work; a key or a click that comes meanwhile is answered before the next step.

    It says each step, and when the work came to its end; of work that is left it says nothing more.
    """

    stepped = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is work that has not come to its end."""
        return self._work is not None

    def begin(self, work: Work[None]) -> None:
        """Do `work` from the next event on, instead of what was still to be done."""
        self.leave()
        self._work = work
        self._timer.start(0)

    @Slot()
    def leave(self) -> None:
        """Leave the work where it is."""
        self._timer.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()

    @Slot()
    def _go_on(self) -> None:
        work, self._work = self._work, None  # nothing more is done of what fails
        if work is None:
            return
        step = None
        try:
            step = next(work, None)
        finally:
            if step is None:
                self.ended.emit()  # of work that fails, too: whoever waits for the end goes on
        if step is not None:
            self._work = work
            self._timer.start(0)
            self.stepped.emit(step)
