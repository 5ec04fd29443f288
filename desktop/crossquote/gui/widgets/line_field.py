"""A field for a text of one line: it takes what is let go over it as a copy, and no file."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit

from crossquote.gui.clipboard import take_text

if TYPE_CHECKING:  # the first window has no choices
    from PySide6.QtWidgets import QComboBox


class LineField(QLineEdit):
    """Takes or shows a text of one line."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dragEnterEvent)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dragMoveEvent)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dropEvent)


def make_editable(box: "QComboBox") -> LineField:
    """Let any text be written in a choice, and return the field that it is written in."""
    field = LineField(box)
    box.setEditable(True)
    box.setLineEdit(field)
    return field
