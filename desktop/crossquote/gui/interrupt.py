"""Ctrl+C and a polite kill: the window closes as if by its button, but nothing is asked."""

import signal
import socket
from functools import partial
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
        self.destroyed.connect(partial(_close, self._read, self._write))

    def install(self) -> None:
        """Listen from now on."""
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _ignore)

    @Slot()
    def _drain(self) -> None:
        self._read.recv(64)
        self.arrived.emit()


def _close(read: socket.socket, write: socket.socket) -> None:
    """Hear of no more signals, once nobody is there whom they would reach."""
    known = signal.set_wakeup_fd(-1)
    if known not in {-1, write.fileno()}:
        signal.set_wakeup_fd(known)
    read.close()
    write.close()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the notifier hears of it."""
