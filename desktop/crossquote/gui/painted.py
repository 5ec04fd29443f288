"""What comes after a window's first paint: until that is on the screen, nothing else is loaded or made."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_PATIENCE = 1000
"""Milliseconds after which it comes all the same: what nobody sees, such as a minimised window, is not painted."""


class AfterPaint(QObject):
    """Does something once, when `window` has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._window = window
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        self._soon.start(_PATIENCE)
        window.installEventFilter(self)

    @Slot()
    def _go_on(self) -> None:
        self._window.removeEventFilter(self)
        self._then()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            self._soon.start(0)
        return False
