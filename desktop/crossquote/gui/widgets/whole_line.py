"""A line of text that is broken only where there is no room for it.

The first paint comes by here: nothing may name the namespace `Qt`.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from crossquote.gui.plain import PlainLabel


class WholeLine(PlainLabel):
    """A label that wants to be as wide as its line; Qt's own is as wide as looks well, and breaks it all the same."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
        return QSize(width, self.heightForWidth(width))
