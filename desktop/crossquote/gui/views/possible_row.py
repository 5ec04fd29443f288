"""A row of what is possibly the same: what is said there, who brings it, how likely it is the same, and why."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from crossquote.gui.direction import set_margins
from crossquote.gui.models.possible import PossibleEntry
from crossquote.gui.plain import PlainLabel, give_tip, plain_action, plain_caption
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say, say_joined
from crossquote.wording.joining import Joint

_STEPS: Mapping[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
"""The keys that lead to another row, and how far down."""
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)  # fmt: skip
"""With one of these held, a key leads to no other row."""
_NARROWEST = 60
"""The words are never narrower than this."""


class PossibleWords(QPushButton):
    """What another utterance says, in one line, as much as there is room for; a click leads there."""

    focused = Signal()

    def __init__(self, entry: PossibleEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = entry.words
        self.setObjectName("possible")
        self.setFlat(True)
        self.setFont(serif(scaled(14)))
        self.setAccessibleName(entry.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        give_tip(self, f"{entry.words}\n{say('window.possible.tip')}")

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 4)
        self.setText(plain_caption(shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if _step(event):
            event.ignore()  # the row's
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102, N802 - Qt's
        super().focusInEvent(event)
        self.focused.emit()


class PossibleRow(QFrame):
    """One utterance that may be the same; says what is wished of it, and by which keys another row is gone to."""

    chosen = Signal(str)
    joined = Signal(str)
    parted = Signal(str)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, entry: PossibleEntry, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("possibleRow")
        self.setProperty("line", not first)
        self.setAccessibleName(entry.outlet)
        self._entry = entry
        self.current = False
        self.words = PossibleWords(entry, self)
        self.words.clicked.connect(partial(self.chosen.emit, entry.utterance))
        self.words.focused.connect(self.entered)
        self.join, self.part = self._joining(), self._parting()
        self.join.clicked.connect(partial(self.joined.emit, entry.utterance))
        self.part.clicked.connect(partial(self.parted.emit, entry.utterance))
        layout = QVBoxLayout(self)
        set_margins(layout, 8, 4, 8, 5)
        layout.setSpacing(2)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.words, 1)
        upper.addWidget(self.join)
        upper.addWidget(self.part)
        outlet = ElidedLabel(entry.outlet, self)
        outlet.setFont(sans(SMALL, bold=True))
        told = PlainLabel(entry.told, self)
        told.setObjectName("small")
        told.setWordWrap(True)
        lower.setSpacing(8)
        set_margins(lower, 3, 0, 0, 0)
        lower.addWidget(outlet, 0, Qt.AlignmentFlag.AlignTop)
        lower.addWidget(told, 1)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def _joining(self) -> QToolButton:
        return self._button(say("window.possible.join"), say("window.possible.join-tip"), "G")

    def _parting(self) -> QToolButton:
        return self._button(say("window.possible.part"), say("window.possible.part-tip"), "Shift+G")

    def _button(self, text: str, tip: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(plain_caption(text))
        button.setAccessibleName(say_joined((text, self._entry.spoken), Joint.ABOUT))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_tip(button, say_joined((tip, keys), Joint.ASIDE))
        return button

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Show that this is the row that keys act on."""
        if current is not self.current:
            self.current = current
            self.setProperty("current", current)
            self.words.setAccessibleDescription(say("window.possible.current") if current else "")
            self.style().unpolish(self)
            self.style().polish(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102, N802 - Qt's
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, wish in (
            (say("window.possible.tip"), self.chosen),
            (say("window.possible.join"), self.joined),
            (say("window.possible.part"), self.parted),
        ):
            action = plain_action(text, menu)
            action.triggered.connect(partial(wish.emit, self._entry.utterance))
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()  # J and K lead from row to row here, and from finding to finding elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if step := _step(event):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    """Return how many rows further down a key leads, 0 where it leads to none."""
    return 0 if event.modifiers() & _HELD else _STEPS.get(event.key(), 0)
