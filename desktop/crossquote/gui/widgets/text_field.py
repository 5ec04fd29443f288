"""A field for a text of several lines, of whatever kind it is."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crossquote.gui.clipboard import files_in
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
        if files_in(event.mimeData()):
            event.ignore()  # Qt would write the path here, and might tell the other program that the file was moved
        else:
            super().dragEnterEvent(event)
