"""What the chosen utterance is possibly the same as: a line for each, which leads there, joins or parts the two."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from crossquote.gui.plain import give_tip, plain_caption
from crossquote.gui.widgets.shortened import ElidedButton
from crossquote.gui.words import say, say_joined, say_message
from crossquote.model.signs import possible_line
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.wording.joining import Joint

_BESIDE = 4
"""What lies between the words of a line and its buttons."""


class PossibleLine(QWidget):
    """One utterance that may be the same; says what is wished of it."""

    chosen = Signal(str)
    joined = Signal(str)
    parted = Signal(str)

    def __init__(self, text: str, utterance: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self.words = ElidedButton(text, self)
        self.words.setObjectName("possible")
        self.words.setFlat(True)
        give_tip(self.words, say("window.possible.tip"))
        self.words.clicked.connect(partial(self.chosen.emit, utterance))
        self.join, self.part = self._button("join", "G"), self._button("part", "Shift+G")
        self.join.clicked.connect(partial(self.joined.emit, utterance))
        self.part.clicked.connect(partial(self.parted.emit, utterance))
        parts = QHBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(_BESIDE)
        parts.addWidget(self.words, 1)
        parts.addWidget(self.join)
        parts.addWidget(self.part)

    def _button(self, name: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setText(plain_caption(say(f"window.possible.{name}")))
        button.setAccessibleName(say_joined((say(f"window.possible.{name}"), self.accessibleName()), Joint.ABOUT))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_tip(button, say_joined((say(f"window.possible.{name}-tip"), keys), Joint.ASIDE))
        return button

    def holds_focus(self) -> bool:
        """Tell whether its words or one of its buttons have the focus."""
        return any(part.hasFocus() for part in (self.words, self.join, self.part))


class PossibleLines(QWidget):
    """Says what may be the same utterance, and what is wished of which; it takes no room where there is none."""

    chosen = Signal(str)
    joined = Signal(str)
    parted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.possible.lines"))
        self._lines: dict[str, PossibleLine] = {}
        self._placed = QVBoxLayout(self)
        self._placed.setContentsMargins(14, 0, 14, 4)
        self._placed.setSpacing(0)
        self.hide()

    def show_possible(self, utterance: Utterance | None, state: State) -> None:
        """Show what `utterance` is possibly the same as, or nothing."""
        for gone in self._lines.values():
            self._placed.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._lines = {}
        for possible in utterance.possibly if utterance else ():
            other = state.utterances.get(possible.utterance)
            if other is not None:
                outlet = state.articles[other.renditions[other.base].article].outlet
                self._add(say_message(possible_line(possible, other, outlet)), other.id)
        self.setVisible(bool(self._lines))

    def _add(self, text: str, utterance: str) -> None:
        line = PossibleLine(text, utterance, self)
        line.chosen.connect(self.chosen)
        line.joined.connect(self.joined)
        line.parted.connect(self.parted)
        self._lines[utterance] = line
        self._placed.addWidget(line)
        line.show()

    def current(self) -> str | None:
        """Return the utterance whose line has the focus, else the likeliest; None where there is none."""
        focused = (key for key, line in self._lines.items() if line.holds_focus())
        return next(focused, next(iter(self._lines), None))
