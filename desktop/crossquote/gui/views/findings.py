"""The findings panel: all findings of the utterances that are shown, to walk through."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from crossquote.gui.delegates.findings import FindingDelegate
from crossquote.gui.models.findings import ALL, FindingModel, FindingPlace
from crossquote.gui.plain import PlainLabel
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.words import say
from crossquote.model.state import State
from crossquote.work.filters import Sieve


class FindingsPane(QWidget):
    """Lists findings; says which one the user has chosen."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("window.findings.findings"))
        self.model = FindingModel(self)
        self._last = -1
        self._waiting: tuple[State, list[str], Sieve] | None = None
        self._title = PlainLabel(parent=self)
        self._title.setObjectName("paneTitle")
        self._title.setContentsMargins(14, 10, 14, 5)
        self.list = QListView(self)
        self.list.setAccessibleName(say("window.findings.findings"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingDelegate(appearance, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._announce)
        self.list.activated.connect(self._announce)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        appearance.changed.connect(self._redraw)

    def show_state(self, state: State, utterances: list[str], sieve: Sieve = ALL) -> None:
        """Show those findings of `utterances` that `sieve` lets through: now if the panel is open, else when asked."""
        self._waiting = (state, utterances, sieve)
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        if self._waiting is None:
            return
        current = self.list.currentIndex()
        place = self.model.entry(current.row()).place if current.isValid() else None
        self._last = current.row() if current.isValid() else -1
        self.model.show_state(*self._waiting)
        self._waiting = None
        if place is not None:
            self.mark(place)
        self._title.show_text(say("window.findings.title", all=self.model.rowCount()))

    def step(self, by: int, utterance: str) -> None:
        """Choose the finding `by` rows on; where none is chosen, the first of `utterance`."""
        self._fill()
        current = self.list.currentIndex()
        inside = current.isValid() and self.model.entry(current.row()).place.utterance == utterance
        if inside:
            row = current.row() + by
        elif self._last >= 0 and not current.isValid():
            row = self._last if by > 0 else self._last - 1
        else:
            row = self.model.first_of(utterance) if by > 0 else self.model.first_of(utterance) - 1
            row = max(row, 0)
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))
            self._announce(self.list.currentIndex())

    def mark(self, place: FindingPlace) -> None:
        """Show as chosen what was chosen elsewhere."""
        self._fill()
        row = self.model.row_of(place)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def current_check(self) -> str:
        """Return the check of the finding that is chosen, empty where none is."""
        current = self.list.currentIndex()
        return self.model.entry(current.row()).finding.check if current.isValid() else ""

    @Slot()
    def _redraw(self) -> None:
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    @Slot(QModelIndex)
    def _announce(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.entry(index.row()).place)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802 - Qt's
        super().showEvent(event)
        self._fill()
