"""Ctrl+C and a polite kill: the window closes as if by its button, but nothing is asked."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupts(QObject):
    """Turns the system's signals into a Qt signal; Python would otherwise hear them only when it next runs."""

    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)  # noqa: FBT003 - the standard library's
        self._write.setblocking(False)  # noqa: FBT003 - the standard library's
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def install(self) -> None:
        """Listen from now on."""
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _ignore)

    @Slot()
    def _drain(self) -> None:
        self._read.recv(64)
        self.arrived.emit()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the notifier hears of it."""
