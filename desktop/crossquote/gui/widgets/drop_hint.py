"""What shows, over everything, while something is dragged over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crossquote.gui.plain import PlainLabel
from crossquote.gui.words import say


class DropHint(PlainLabel):
    """A frame that says that what is dropped here becomes an article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("window.drop.drop-to-add-articles"), parent)
        self.setObjectName("dropHint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
