"""A row of what is possibly the same: what is said there, who brings it, how likely it is the same, and why."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from crossquote.gui.direction import set_margins
from crossquote.gui.models.possible import PossibleEntry
from crossquote.gui.plain import PlainLabel, give_tip, plain_action, plain_caption
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.widgets.shortened import ElidedButton, ElidedLabel
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


class PossibleWords(ElidedButton):
    """What another utterance says, in one line, as much as there is room for; a click leads there."""

    _around = 6

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName("possible")
        self.setFlat(True)
        self.setFont(serif(scaled(14)))

    def show_entry(self, entry: PossibleEntry) -> None:
        """Show the words of an utterance."""
        self.show_text(entry.words, spoken=entry.spoken)
        give_tip(self, f"{entry.words}\n{say('window.possible.tip')}")

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if _step(event):
            event.ignore()  # the row's
        else:
            super().keyPressEvent(event)


class PossibleRow(QFrame):
    """One utterance that may be the same; says what is wished of it, and by which keys another row is gone to."""

    chosen = Signal(str)
    joined = Signal(str)
    parted = Signal(str)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("possibleRow")
        self.setProperty("line", not first)
        self.utterance = ""
        self.current = False
        self.words = PossibleWords(self)
        self.join = self._button(say("window.possible.join"), say("window.possible.join-tip"), "G")
        self.part = self._button(say("window.possible.part"), say("window.possible.part-tip"), "Shift+G")
        for part, wish in ((self.words, self.chosen), (self.join, self.joined), (self.part, self.parted)):
            part.clicked.connect(partial(self._wish, wish))
            part.installEventFilter(self)
        self._outlet, self._told = ElidedLabel(parent=self), PlainLabel(parent=self)
        self._outlet.setFont(sans(SMALL, bold=True))
        self._told.setObjectName("small")
        self._told.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        layout, upper, lower = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        set_margins(layout, 8, 4, 8, 5)
        layout.setSpacing(2)
        upper.setSpacing(6)
        upper.addWidget(self.words, 1)
        upper.addWidget(self.join)
        upper.addWidget(self.part)
        set_margins(lower, 3, 0, 0, 0)
        lower.setSpacing(8)
        lower.addWidget(self._outlet, 0, Qt.AlignmentFlag.AlignTop)
        lower.addWidget(self._told, 1)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def _button(self, text: str, tip: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(plain_caption(text))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_tip(button, say_joined((tip, keys), Joint.ASIDE))
        return button

    def show_entry(self, entry: PossibleEntry) -> None:
        """Show an utterance."""
        self.utterance = entry.utterance
        self.setAccessibleName(entry.outlet)
        self.words.show_entry(entry)
        self._outlet.show_text(entry.outlet)
        self._told.show_text(entry.told)
        for button, text in ((self.join, say("window.possible.join")), (self.part, say("window.possible.part"))):
            button.setAccessibleName(say_joined((text, entry.spoken), Joint.ABOUT))

    def _wish(self, wish: SignalInstance, *_: object) -> None:
        wish.emit(self.utterance)

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
            action.triggered.connect(partial(self._wish, wish))
        menu.popup(event.globalPos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

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
