"""What is being done, how much is left, and a stop button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from crossquote.gui.plain import PlainLabel
from crossquote.gui.words import say, say_step
from crossquote.progress import Step


class Busy(QWidget):
    """Progress in the status bar."""

    def __init__(self, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.busy.work-in-progress"))
        self._label = PlainLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(say("window.busy.progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._stop = QToolButton(self)
        self._stop.setObjectName("link")
        self._stop.setDefaultAction(stop)
        self._stop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._label, self._bar, self._stop):
            layout.addWidget(part)
        self.hide()

    def keep_room(self, row: QHBoxLayout) -> None:
        """Let the row that it stands in be as high without it: what is above would move as work begins and ends."""
        for part in (self._label, self._stop):
            part.ensurePolished()
        row.addStrut(self.sizeHint().height())

    def show_step(self, step: Step) -> None:
        """Show how far the work is."""
        self._label.show_text(say_step(step))
        self._bar.setRange(0, step.total)
        self._bar.setValue(min(step.done, step.total))
        self.show()
