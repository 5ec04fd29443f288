"""What the chosen utterance is possibly the same as: a list under its cards, with what speaks for each."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossquote.gui.models.possible import PossibleEntry, possible_entries
from crossquote.gui.plain import give_tip
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.possible_row import PossibleRow
from crossquote.gui.widgets.disclosure import Disclosure
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.work.settings import Folding

_MARGIN, _FRAME = 14, 1
ROOMY, _SHARE = 430, 0.3
"""In a comparison as high as this the list stands open, and takes no more than such a share of the height."""


class PossibleList(QFrame):
    """Lists what may be the same utterance; says where the user wishes to go, and what to join or to part.

    The line over it folds it; it stands open where there is room, until the user says otherwise. It takes no room at
    all where nothing is possible.
    """

    chosen = Signal(str)
    joined = Signal(str)
    parted = Signal(str)
    left = Signal()
    folded = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.possible.lines"))
        self._appearance = appearance
        self._entries: tuple[PossibleEntry, ...] = ()
        self._room = 0
        self.folding = Folding.ROOM
        self._utterance = ""
        self._made: list[PossibleRow] = []
        self.line = Disclosure(opened=True, parent=self)
        give_tip(self.line, say("window.possible.not-compared"))
        self.line.clicked.connect(self._toggle)
        self._hint = ElidedLabel(say("window.possible.hint"), self)
        self._hint.setObjectName("small")
        self._ground = QWidget()
        self._ground.setObjectName("possibleGround")
        self._ground.setAccessibleName(say("window.possible.lines"))
        self._placed = QVBoxLayout(self._ground)
        self._placed.setContentsMargins(0, 0, 0, 0)
        self._placed.setSpacing(0)
        self._board = self._scrolled()
        self._lay_out()
        appearance.changed.connect(self._redraw)
        self.hide()

    def _scrolled(self) -> QScrollArea:
        """Return what shows the rows, and scrolls where there is no room for all."""
        board = QScrollArea(self)
        board.setObjectName("possibleRows")
        board.setAccessibleName(say("window.possible.lines"))
        board.setFrameShape(QFrame.Shape.NoFrame)
        board.setWidgetResizable(True)
        board.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        board.setWidget(self._ground)
        return board

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.line)
        head.addStretch(1)
        head.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 0, _MARGIN, 4)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._board)

    @property
    def rows(self) -> list[PossibleRow]:
        """The rows that say something, in their order."""
        return self._made[: len(self._entries)]

    def show_possible(self, utterance: Utterance | None, state: State) -> None:
        """Show what `utterance` is possibly the same as, or nothing; a focus that was on a row stays on rows."""
        entries, shown = tuple(possible_entries(utterance, state)) if utterance else (), self._utterance
        self._utterance = utterance.id if utterance else ""
        if entries != self._entries or self._utterance != shown:
            at = self._place() if self._utterance == shown else 0
            self._entries = entries
            self._fill(at)

    def _fill(self, at: int) -> None:
        """Say in the rows what there is to say, that `at` the current one; a focus that is on rows goes there."""
        held = _is_in(self._ground, self.window().focusWidget())
        while len(self._made) < len(self._entries):
            self._made.append(self._row())
        for row, entry in zip(self._made, self._entries, strict=False):
            row.show_entry(entry)
            row.show()
        self._mark(min(at, len(self._entries) - 1))
        if held and self._entries:
            self.enter()
        elif held:
            self.left.emit()
        for row in self._made[len(self._entries) :]:
            row.hide()
        self.setVisible(bool(self._entries))
        self._name_line()
        self._fit()

    def _row(self) -> PossibleRow:
        row = PossibleRow(first=not self._made, parent=self._ground)
        row.chosen.connect(self.chosen)
        row.joined.connect(self.joined)
        row.parted.connect(self.parted)
        row.stepped.connect(self._step)
        row.entered.connect(partial(self._enter_row, row))
        self._placed.addWidget(row)
        return row

    def make_room(self, height: int) -> None:
        """Take a share of the `height` that there is; stand open where it is enough, or where the user wished it."""
        if height != self._room:
            self._room = height
            self._unfold()

    @property
    def taken(self) -> int:
        """How much height its rows take."""
        return self._board.height() if self.rows and self.line.isChecked() else 0

    def fold(self, folding: Folding) -> None:
        """Stand open, folded, or as there is room."""
        self.folding = folding
        self._unfold()
        self.folded.emit()

    def _unfold(self) -> None:
        by_room = self.folding is Folding.ROOM
        self.line.setChecked(self._room >= scaled(ROOMY) if by_room else self.folding is Folding.OPEN)
        self._name_line()
        self._fit()

    @Slot()
    def _toggle(self) -> None:
        self.fold(Folding.OPEN if self.line.isChecked() else Folding.FOLDED)

    @Slot()
    def enter(self) -> None:
        """Put the focus on the current row, and open the list for that."""
        if self.rows:
            if not self.line.isChecked():
                self.fold(Folding.OPEN)
            self.rows[self._place()].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def join_current(self) -> None:
        """Wish that the utterance were one with that of the current row; where it can't be seen, show it first."""
        self._decide(self.joined)

    def part_current(self) -> None:
        """Wish that the utterance were another than that of the current row; where it can't be seen, show it first."""
        self._decide(self.parted)

    def _decide(self, wish: SignalInstance) -> None:
        if self.rows and self.line.isChecked():
            wish.emit(self._entries[self._place()].utterance)
        else:
            self.enter()

    def _place(self) -> int:
        """Return which row is current: the one that keys act on."""
        return next((number for number, row in enumerate(self.rows) if row.current), 0)

    def _mark(self, at: int) -> None:
        for number, row in enumerate(self.rows):
            row.set_current(number == at)

    @Slot(int)
    def _step(self, by: int) -> None:
        """Go to the row `by` further down."""
        self._mark(min(max(self._place() + by, 0), len(self.rows) - 1))
        self.enter()

    def _enter_row(self, row: PossibleRow) -> None:
        """Make the row current that has the focus, and bring it into view."""
        if row in self.rows:
            self._mark(self.rows.index(row))
            self._board.ensureWidgetVisible(row, 0, 0)

    def _name_line(self) -> None:
        self.line.say(say("window.possible.title", number=len(self.rows)), self._appearance.theme)
        self._hint.setVisible(self.line.isChecked())

    def _fit(self) -> None:
        """Make the rows as high as they need to be, or as there is room; then they can be scrolled."""
        self._board.setVisible(self.line.isChecked())
        width = self.width() - 2 * (_MARGIN + _FRAME)
        wanted = self._placed.heightForWidth(width) if self._placed.hasHeightForWidth() else 0
        least = max((row.heightForWidth(width) for row in self.rows), default=0)
        self._board.setFixedHeight(min(wanted, max(least, round(self._room * _SHARE))) + 2 * _FRAME)

    @Slot()
    def _redraw(self) -> None:
        """Make the rows anew, as text and colours are now."""
        at = self._place()
        before, self._made = self._made, []
        self._fill(at)
        for row in before:
            self._placed.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._unfold()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._fit()


def _is_in(ground: QWidget, focus: QWidget | None) -> bool:
    """Tell whether what has the focus stands in `ground`, also while another window is in use."""
    return focus is not None and ground.isAncestorOf(focus)
