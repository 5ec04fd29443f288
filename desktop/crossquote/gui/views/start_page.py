"""The first page: what to do, in three lines, and a story to try."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crossquote.gui.plain import PlainLabel
from crossquote.gui.theme.fonts import serif
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.whole_line import WholeLine
from crossquote.gui.words import say

_LINES = (
    ("1", "window.start.first"),
    ("2", "window.start.second"),
    ("3", "window.start.third"),
)

_TOP = 0x20
"""Qt.AlignmentFlag.AlignTop."""
_NO_STOP, _STOP = 0, 0xB
"""Qt.FocusPolicy.NoFocus, StrongFocus."""


class StartPage(QFrame):
    """Shown while no article is open."""

    def __init__(self, offered: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(say("window.start.start"))
        self._column = column = QVBoxLayout()
        column.setSpacing(0)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(10)
        column.addLayout(self._above)
        title = WholeLine(say("window.start.title"), self)
        title.setObjectName("startTitle")
        title.setFont(serif(30))
        column.addWidget(title)
        column.addSpacing(22)
        for number, text in _LINES:
            column.addLayout(self._line(number, say(text)))
            column.addSpacing(9)
        column.addSpacing(20)
        column.addLayout(self._buttons(offered))
        column.addSpacing(22)
        hint = WholeLine(say("window.start.hint"), self)
        hint.setObjectName("soft")
        column.addWidget(hint)
        self._tour = WholeLine(parent=self)
        self._tour.setObjectName("soft")
        self._tour.setContentsMargins(0, 6, 0, 0)
        self._tour.hide()
        column.addWidget(self._tour)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scrolled(column))

    def tell_of_tour(self, *, told: bool) -> None:
        """Say that the sample comes with a tour, or say it no more."""
        self._tour.show_text(say("window.start.tour") if told else "")
        self._tour.setVisible(told)

    def add_above(self, part: QWidget) -> None:
        """Place `part` above all else."""
        self._above.insertWidget(0, part)

    def begin_at(self, first: QWidget | None) -> None:
        """Let the keyboard begin at `first`, or at the button that stands out where there is none."""
        before, now = self.focusProxy(), first or self._primary
        self.setFocusProxy(now)
        if self.window().focusWidget() in {before, None}:
            now.setFocus()

    def _scrolled(self, column: QVBoxLayout) -> QScrollArea:
        """Return what shows `column` in the middle, and scrolls where the window is too low for it."""
        ground = QFrame(self)
        ground.setObjectName("startPage")
        ground.setAccessibleName(self.accessibleName())
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        page = QVBoxLayout(ground)
        page.setContentsMargins(24, 24, 24, 24)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)
        area = QScrollArea(self)
        area.setAccessibleName(self.accessibleName())
        area.setWidgetResizable(True)
        area.setWidget(ground)
        area.setProperty("focusPolicy", _NO_STOP)
        area.verticalScrollBar().rangeChanged.connect(self._take_keys)
        self._area = area
        return area

    @Slot(int, int)
    def _take_keys(self, _least: int, most: int) -> None:
        """Be a stop of Tab only where there is something to scroll."""
        self._area.setProperty("focusPolicy", _STOP if most else _NO_STOP)

    def _line(self, number: str, text: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        figure = PlainLabel(number, self)
        figure.setObjectName("number")
        figure.setMinimumWidth(16)
        figure.setProperty("alignment", _TOP)
        words = WholeLine(text, self)
        words.setObjectName("startLine")
        line.addWidget(figure)
        line.addWidget(words, 1)
        return line

    def _buttons(self, offered: Sequence[QAction]) -> WholeFlow:
        """Return a button for each of what is offered, the first standing out."""
        row = WholeFlow(across=10, down=8)
        for action in offered:
            button = QPushButton(self)
            button.setText(action.text().replace("&", ""))
            button.setObjectName("" if row.count() else "primary")
            if not row.count():
                self._primary = button
                self.setFocusProxy(button)
            button.setAccessibleName(button.text())
            button.setMinimumHeight(34)
            button.setAutoDefault(True)
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            row.addWidget(button)
        return row
