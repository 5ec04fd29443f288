"""Idleness: whether somebody is at a window, told by what comes to it from keyboard, mouse and wheel."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

_WHILE = 1500
"""Milliseconds without a sign of the user, after which nobody is taken to be at the window."""
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
        QEvent.Type.Drop,
        QEvent.Type.Resize,
    }
)


class Idleness(QObject):
    """Says when the user lets a window be for a while, and when they take it up again.

    What comes to a window comes by way of its handle, whichever of its parts it is for; there is one once it is shown.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WHILE)
        self._timer.timeout.connect(self._look)
        self._watched: QObject = window
        window.installEventFilter(self)
        if window.isVisible():
            self._watch_handle()
        self._timer.start()

    def _watch_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    @Slot()
    def _look(self) -> None:
        """Take nobody to be there, unless a dialog stands before the window: the user is busy with that."""
        if QApplication.activeModalWidget() is None:
            self.began.emit()
        else:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() == QEvent.Type.Show:
            self._watch_handle()
        elif event.type() in _SIGNS:
            if not self._timer.isActive():
                self.ended.emit()
            self._timer.start()
        return super().eventFilter(watched, event)
