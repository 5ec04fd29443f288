"""The application: it hears of files that the system hands to the running program, as macOS does for a double click."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Says which files are to be opened; keeps those that come before somebody listens."""

    files_arrived = Signal(object)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[str] | None = []

    def take_files(self) -> tuple[str, ...]:
        """Return the files that came so far; later ones are told by `files_arrived`."""
        waiting, self._waiting = self._waiting or [], None
        return tuple(waiting)

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        if self._waiting is None:
            self.files_arrived.emit((event.file(),))
        else:
            self._waiting.append(event.file())
        return True
