"""A field for a text of one line: it takes what is let go over it as a copy, and no file.

What nobody sees is left out of what is written, pasted or shown there: a name with a mark that turns what follows it
would be read as another, and one with a blank of no width be another that looks the same.
"""

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from crossquote.gui.clipboard import take_text
from crossquote.text.visible import written

_UNITS = "utf-16-le"
"""What Qt counts a place by."""


class _SeenLetters(QValidator):
    """Takes all that is seen of a text."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        before = text.encode(_UNITS, "surrogatepass")[: 2 * place].decode(_UNITS, "replace")
        return QValidator.State.Acceptable, written(text), len(written(before).encode(_UNITS)) // 2


class LineField(QLineEdit):
    """Takes or shows a text of one line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(written(text), parent)
        self.setValidator(_SeenLetters(self))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dragEnterEvent)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dragMoveEvent)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        take_text(event, super().dropEvent)
