"""The findings panel: those of the utterances that are shown, to be walked through and judged, several at once."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.findings import FindingDelegate
from crossquote.gui.models.findings import ALL, FindingEntry, FindingModel, FindingPlace
from crossquote.gui.plain import PlainLabel, plain_action, plain_caption
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.flow import FlowRow
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.wishes.review import OfferForFindings
from crossquote.gui.words import say
from crossquote.model.state import State
from crossquote.model.utterance import Rendition
from crossquote.work.edits.review import Reviewed
from crossquote.work.filters import Sieve
from crossquote.work.settings import FindingOrder

_ORDERS = {
    FindingOrder.SEVERITY: "window.findings.order.severity",
    FindingOrder.LISTED: "window.findings.order.listed",
    FindingOrder.CHECK: "window.findings.order.check",
    FindingOrder.OUTLET: "window.findings.order.outlet",
}
_ROOMY = 240
"""In a panel lower than this, the findings have the room of what says which keys there are."""


class FindingsPane(QWidget):
    """Lists findings; says which one the user has chosen, and knows which are chosen together.

    While it is closed, nobody sees in what order they would stand: one is led through them as the utterances stand.
    """

    chosen = Signal(object)
    several_changed = Signal()
    wished = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("window.findings.findings"))
        self.model = FindingModel(self)
        self._last = -1
        self._shown: FindingPlace | None = None
        self._waiting: tuple[State, list[str], Sieve] | None = None
        self.title = ElidedLabel(parent=self)
        self.title.setObjectName("paneTitle")
        self.sorting = self._sorting()
        self.list = self._list(appearance)
        self.none = PlainLabel(say("window.findings.none"), self)
        self.none.setObjectName("soft")
        self.none.setWordWrap(True)
        self.none.setContentsMargins(14, 8, 14, 8)
        self.hint = PlainLabel(say("window.findings.hint"), self)
        self.hint.setObjectName("small")
        self.hint.setWordWrap(True)
        head = FlowRow(self)
        head.setAccessibleName(say("window.findings.findings"))
        head.flow.setContentsMargins(14, 6, 8, 3)
        head.flow.add(self.title)
        head.flow.add(self.sorting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 6, 14, 8)
        foot.addWidget(self.hint)
        layout.addLayout(foot)
        appearance.changed.connect(self._redraw)

    def _list(self, appearance: Appearance) -> QListView:
        found = QListView(self)
        found.setAccessibleName(say("window.findings.findings"))
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setModel(self.model)
        found.setItemDelegate(FindingDelegate(appearance, found))
        found.setUniformItemSizes(True)
        found.setMouseTracking(True)
        found.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        found.customContextMenuRequested.connect(self._show_menu)
        found.clicked.connect(self._announce)
        found.activated.connect(self._announce)
        found.selectionModel().selectionChanged.connect(self._tell)
        return found

    def _sorting(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        self._group = QActionGroup(menu)
        for order, code in _ORDERS.items():
            action = plain_action(say(code), menu)
            action.setCheckable(True)
            action.setData(order)
            self._group.addAction(action)
        self._group.actions()[0].setChecked(True)
        self._group.triggered.connect(self._order)
        button.setMenu(menu)
        self._name_order(button, self.order)
        return button

    def _name_order(self, button: QToolButton, order: FindingOrder) -> None:
        button.setText(plain_caption(say("window.filters.opens", name=say(_ORDERS[order]))))
        button.setAccessibleName(say("window.findings.sorted", order=say(_ORDERS[order])))

    @Slot()
    def _order(self) -> None:
        """Keep what is chosen chosen in another order."""
        self._name_order(self.sorting, self.order)
        if not self.isHidden():
            self._list_by(self.order)

    def _list_by(self, order: FindingOrder) -> None:
        place = self._current()
        self.model.order_by(order)
        if place is not None:
            self._go_to(place)

    @property
    def order(self) -> FindingOrder:
        """In what order the findings are listed."""
        return FindingOrder(self._group.checkedAction().data())

    def choose_order(self, order: FindingOrder) -> None:
        """List the findings in another order."""
        next(action for action in self._group.actions() if action.data() == order).trigger()

    def show_state(self, state: State, utterances: list[str], sieve: Sieve = ALL) -> None:
        """Show those findings of `utterances` that `sieve` lets through: now if the panel is open, else when asked."""
        self._waiting = (state, utterances, sieve)
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        if self._waiting is None:
            return
        place, self._last = self._current(), self.list.currentIndex().row()
        self.model.show_state(*self._waiting)
        self._waiting = None
        if place is not None:
            self._go_to(place)
        self._tell()

    @property
    def several(self) -> bool:
        """Whether several findings are chosen together."""
        return self.isVisible() and len(self.list.selectionModel().selectedRows()) > 1

    def selected(self) -> Sequence[tuple[Reviewed, Rendition]]:
        """Return the findings that are chosen, in the order of the list, each with what it is on."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [(self.model.reviewed(row), self.model.rendition(row)) for row in rows]

    def selected_entries(self) -> Sequence[FindingEntry]:
        """Return what the list shows of the findings that are chosen, in its order."""
        return [self.model.entry(index.row()) for index in sorted(self.list.selectionModel().selectedRows())]

    @Slot()
    def _tell(self) -> None:
        """Say how many findings there are, of how many the user has yet to decide, and how many are chosen together."""
        number, found, undecided = (
            len(self.list.selectionModel().selectedRows()),
            self.model.rowCount(),
            self.model.open,
        )
        told = say("window.findings.title", all=found)
        if undecided < found:
            told = say("window.findings.title-open", all=found, open=undecided)
        if number > 1:
            told = say("window.findings.several", title=told, number=number)
        self.title.show_text(told)
        self.none.setVisible(not found)
        self.several_changed.emit()

    def places_from(self, place: FindingPlace) -> Sequence[FindingPlace]:
        """Return the places of the findings behind `place`, as they are listed now."""
        self._fill()
        return self.model.places_from(place)

    def step(self, by: int, utterance: str) -> None:
        """Choose the finding `by` rows on; where none is chosen, the first of `utterance`."""
        self._fill()
        current, place = self.list.currentIndex(), self._current()
        if place is not None and place.utterance == utterance and place == self._shown:
            row = current.row() + by
        elif place is not None and place != self._shown and self.list.hasFocus():
            row = current.row()  # the focus came here, and brought a row with it that nobody has seen yet
        elif self._last >= 0 and not current.isValid():
            row = self._last if by > 0 else self._last - 1
        else:
            row = self.model.first_of(utterance) if by > 0 else self.model.first_of(utterance) - 1
            row = max(row, 0)
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))
            self._announce(self.list.currentIndex())

    def told(self, place: FindingPlace) -> str:
        """Return what a screen reader is to say of a finding that is listed."""
        return str(self.model.index(self.model.row_of(place)).data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def mark(self, place: FindingPlace) -> None:
        """Show as chosen what was chosen elsewhere; what is chosen together with it stays so."""
        self._fill()
        self._shown = place
        self._go_to(place)

    def _current(self) -> FindingPlace | None:
        """Return where the finding of the current row stands, None where no row is."""
        current = self.list.currentIndex()
        return self.model.entry(current.row()).place if current.isValid() else None

    def _go_to(self, place: FindingPlace) -> None:
        """Make the row of a finding the current one, where it is listed."""
        row = self.model.row_of(place)
        if row >= 0:
            index, chosen = self.model.index(row), self.list.selectionModel()
            if chosen.isSelected(index):
                chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            else:
                self.list.setCurrentIndex(index)

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
            self._shown = self.model.entry(index.row()).place
            self.chosen.emit(self._shown)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        """Offer what can be done with the finding there, or with all that are chosen where it is one of them."""
        index = self.list.indexAt(at)
        if index.isValid():
            if not self.several:
                self._announce(index)
            self.wished.emit(OfferForFindings(self.list.viewport().mapToGlobal(at), several=self.several))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802 - Qt's
        super().showEvent(event)
        self._list_by(self.order)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self.hint.setVisible(self.height() >= scaled(_ROOMY))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102, N802 - Qt's
        super().hideEvent(event)
        if self.isHidden():
            self._list_by(FindingOrder.LISTED)
