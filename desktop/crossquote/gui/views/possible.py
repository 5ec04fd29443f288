"""What the chosen utterance is possibly the same as: a line for each, which leads there."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crossquote.gui.plain import give_tip, plain_caption
from crossquote.gui.words import say, say_message
from crossquote.model.signs import possible_line
from crossquote.model.state import State
from crossquote.model.utterance import Utterance


class PossibleLines(QWidget):
    """Says what may be the same utterance; says which one is wished for. It takes no room where there is none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.possible.lines"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(14, 0, 14, 4)
        self._lines.setSpacing(0)
        self.hide()

    def show_possible(self, utterance: Utterance | None, state: State) -> None:
        """Show what `utterance` is possibly the same as, or nothing."""
        while (item := self._lines.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for possible in utterance.possibly if utterance else ():
            other = state.utterances.get(possible.utterance)
            if other is not None:
                outlet = state.articles[other.renditions[other.base].article].outlet
                line = self._line(say_message(possible_line(possible, other, outlet)), other.id)
                self._lines.addWidget(line)
                line.show()
        self.setVisible(self._lines.count() > 0)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """Show as much of each line as there is room for."""
        room = self._lines.contentsRect().width()
        for line in self.findChildren(QPushButton):
            shown = line.fontMetrics().elidedText(line.accessibleName(), Qt.TextElideMode.ElideRight, room)
            line.setText(plain_caption(shown))

    def _line(self, text: str, utterance: str) -> QPushButton:
        line = QPushButton(plain_caption(text), self)
        line.setObjectName("possible")
        line.setFlat(True)
        line.setAccessibleName(text)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        give_tip(line, say("window.possible.tip"))
        line.clicked.connect(partial(self.chosen.emit, utterance))
        return line
