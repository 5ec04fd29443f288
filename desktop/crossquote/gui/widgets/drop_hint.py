"""What shows, over everything, while something is dragged over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from crossquote.gui.words import say


class DropHint(QLabel):
    """A frame that says that what is dropped here becomes an article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropHint")
        self.setText(say("window.drop.drop-to-add-articles"))
        self.setAccessibleName(self.text())
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
