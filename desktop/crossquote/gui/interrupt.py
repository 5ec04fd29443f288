"""Ctrl+C and a polite kill: the window closes as if by its button, but nothing is asked."""

import signal
import socket
from functools import partial
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Interrupts(QObject):
    """Turns the system's signals into a Qt signal; Python would otherwise hear them only when it next runs."""

    arrived = Signal()

    def install(self) -> tuple[socket.socket, socket.socket]:
        """Listen from now on, and return the sockets that do: a pair on loopback on Windows, which has no other."""
        read, write = socket.socketpair()
        for end in (read, write):
            end.setblocking(False)  # noqa: FBT003 - the standard library's
        notifier = QSocketNotifier(read.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(partial(self._drain, read))
        self.destroyed.connect(partial(_close, read, write))
        signal.set_wakeup_fd(write.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _ignore)
        return read, write

    def _drain(self, read: socket.socket, *_told: object) -> None:
        read.recv(64)
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
