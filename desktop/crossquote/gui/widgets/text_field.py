"""A field for a text of several lines, of whatever kind it is."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crossquote.gui.clipboard import take_text
from crossquote.gui.wrapping import wrapping


class TextField(QPlainTextEdit):
    """Takes or shows a plain text; the tab key leaves it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._wrap)
        self.setPlainText(text)

    @Slot()
    def _wrap(self) -> None:
        mode = wrapping(self.toPlainText())
        if mode is not self.wordWrapMode():
            self.setWordWrapMode(mode)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dragEnterEvent)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dragMoveEvent)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dropEvent)
