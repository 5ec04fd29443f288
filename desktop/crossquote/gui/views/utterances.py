"""The table of utterances, with its filters."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.utterances import ROW_HEIGHT, UtteranceDelegate
from crossquote.gui.handing_out import quotation_data
from crossquote.gui.models.rows import UtteranceRow
from crossquote.gui.models.utterances import (
    ID_ROLE,
    ROW_ROLE,
    SEVERITY,
    WORDS,
    UtteranceModel,
)
from crossquote.gui.plain import PlainLabel
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.views.filter_bar import SWITCHED, FilterBar
from crossquote.gui.views.utterance_columns import FITTED, fit_columns
from crossquote.gui.widgets.dragging import RENDITION, UTTERANCE, Carried, DropTable, start_drag
from crossquote.gui.wishes.articles import ReadBase
from crossquote.gui.wishes.quotes import BringArticle, BringUtterance
from crossquote.gui.wishes.reports import CopyQuotation
from crossquote.gui.words import say
from crossquote.model.state import State
from crossquote.work.filters import Filters
from crossquote.work.saved_views import SavedView

_TYPING_PAUSE = 150
TABLE_HEAD = 72
"""How high filters and column heads are together, where the filters take one line."""


class UtterancesPane(QWidget):
    """Shows the utterances; says which one the user has chosen."""

    chosen = Signal(str)
    listed = Signal()
    searched = Signal(str)
    words_wanted = Signal(str)
    wished = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("utterancesPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("window.utterances.utterances"))
        self.model = UtteranceModel(self)
        self._appearance = appearance
        self._wanted = ""
        self._busy = False
        self._widths: dict[int, int] = {}
        self._fitting = False
        self.elsewhere = 0
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._find)
        self.row_actions: list[QAction] = []
        self.bar = FilterBar(self.model.counts, self)
        self.bar.narrowed.connect(self.narrow)
        self.bar.words_dropped.connect(self._drop_words)
        self.bar.view_taken.connect(self.take_view)
        self.bar.wished.connect(self.wished)
        self.table = self._table(appearance)
        self.empty = PlainLabel(parent=self)
        self.empty.setObjectName("soft")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._stack, 1)
        appearance.changed.connect(self._redraw)
        self._redraw()

    def parts_of(self, state: State, changed: Collection[str], heir: str) -> Iterator[None]:
        """Show the utterances of `state`, of which some are `changed`, keeping the chosen one, or else its `heir`.

        It goes part by part: rows, what filters let through and how many, what is chosen.
        """
        yield from self.model.looking_ahead(state, changed)
        chosen, row = self.current_id(), self.table.currentIndex().row()
        self.model.show_state(state, changed)
        yield
        yield from self.model.counting(SWITCHED)
        self._count()
        yield
        if self.current_id() is None or not self.model.rowCount():
            self._settle(heir or chosen, row)
        else:
            self.listed.emit()

    def _count(self) -> None:
        """Say on each filter how many it lets through."""
        model = self.model
        self.bar.show_filters(model.filters, model.search, model.counts(SWITCHED), model.found())

    def show_busy(self, busy: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Say, where there is nothing yet, that work is under way."""
        if busy is not self._busy:
            self._busy = busy
            self._say_empty()

    def current_id(self) -> str | None:
        """Return the id of the chosen utterance."""
        index = self.table.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else None

    def select(self, utterance_id: str) -> bool:
        """Choose an utterance, taking the filter away where it hides it; tell whether it is there."""
        if self.model.row_of(utterance_id) < 0:
            self.model.narrow(Filters())
            self._count()
        row = self.model.row_of(utterance_id)
        if row >= 0:
            self._choose_row(row)
            self._stack.setCurrentWidget(self.table)
        return row >= 0

    def _choose_row(self, row: int) -> None:
        """Choose a row; the table's own way looks for a column at the window's edge, and right to left finds none."""
        flags = QItemSelectionModel.SelectionFlag
        wanted = flags.ClearAndSelect | flags.Rows
        self.table.updateGeometries()  # the bar knows nothing yet of rows that have just come, and would stop short
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), wanted)

    @property
    def head_height(self) -> int:
        """How high filters and column heads are now, together."""
        return self.bar.height() + self.table.horizontalHeader().height()

    def next(self) -> None:
        """Choose the next utterance."""
        self.step(1)

    def previous(self) -> None:
        """Choose the utterance before."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Choose the utterance `by` rows further down."""
        row = min(max(self.table.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        if row >= 0:
            self._choose_row(row)

    def search(self, text: str) -> None:
        """Show the utterances that hold `text`, once the typing pauses."""
        self._wanted = text
        self._typing.start(_TYPING_PAUSE)

    @property
    def narrowed(self) -> bool:
        """Whether less is shown than there is."""
        return bool(self.model.filters or self.model.search.strip())

    @Slot(object)
    def narrow(self, filters: Filters) -> None:
        """Show only what `filters` let through."""
        chosen = self.current_id()
        self.model.narrow(filters)
        self._count()
        self._settle(chosen)

    @Slot(object)
    def take_view(self, view: SavedView) -> None:
        """Show what a saved view shows."""
        self.narrow(view.filters)
        self.words_wanted.emit(view.words)

    def clear_filters(self) -> None:
        """Show everything again, whatever was looked for."""
        self.take_view(SavedView("", Filters()))

    @Slot()
    def _drop_words(self) -> None:
        self.words_wanted.emit("")

    def _table(self, appearance: Appearance) -> DropTable:
        table = DropTable(self)
        table.dropped.connect(self._drop)
        table.carry_requested.connect(self._carry)
        table.setAccessibleName(say("window.utterances.utterances"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setModel(self.model)
        self._delegate = UtteranceDelegate(appearance, table)
        table.setItemDelegate(self._delegate)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._lay_out(table.horizontalHeader())
        table.selectionModel().selectionChanged.connect(self._announce)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.doubleClicked.connect(self._read)
        return table

    def _lay_out(self, header: QHeaderView) -> None:
        """Give the columns their widths, and say how they are sorted."""
        header.setAccessibleName(say("window.utterances.columns"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(30)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in ((SEVERITY, 34), *FITTED.items()):
            header.resizeSection(column, width)
        header.setSortIndicator(SEVERITY, Qt.SortOrder.DescendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self._keep_width)

    @Slot(int, int, int)
    def _keep_width(self, column: int, _before: int, width: int) -> None:
        """Leave a column as wide as the user made it; one that goes for want of room is told of later."""
        if not self._fitting and column in FITTED and width:
            self._widths[column] = width

    def widths(self) -> tuple[int, ...]:
        """Return how wide the columns are beside the words, none where the user left that to the program."""
        header = self.table.horizontalHeader()
        return tuple(self._widths.get(column, header.sectionSize(column)) for column in FITTED) if self._widths else ()

    def take_columns(self, widths: Sequence[int], sorting: tuple[int, bool] | None) -> None:
        """Make columns as wide as they were, and sort as it was sorted."""
        self._widths = dict(zip(FITTED, widths, strict=False))
        self._fit_columns()
        if sorting is not None:
            column, downwards = sorting
            order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            self.table.horizontalHeader().setSortIndicator(column, order)

    def sorting(self) -> tuple[int, bool]:
        """Return by which column the list is sorted, and whether downwards."""
        header = self.table.horizontalHeader()
        return header.sortIndicatorSection(), header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    @Slot()
    def _redraw(self) -> None:
        self.table.theme = self._appearance.theme
        self.table.viewport().update()

    @Slot(QModelIndex)
    def _carry(self, index: QModelIndex) -> None:
        """Let the user carry an utterance to another one."""
        row = index.data(ROW_ROLE)
        if isinstance(row, UtteranceRow):
            data = quotation_data(self.model.state, row.id)
            start_drag(self.table, Carried(UTTERANCE, row.id), row.words, self._appearance.theme, data)

    @Slot(object, QModelIndex)
    def _drop(self, carried: Carried, index: QModelIndex) -> None:
        bring = BringArticle if carried.kind == RENDITION else BringUtterance
        self.wished.emit(bring(carried.id, str(index.data(ID_ROLE))))

    @Slot(QModelIndex)
    def _read(self, index: QModelIndex) -> None:
        self.wished.emit(ReadBase(str(index.data(ID_ROLE))))

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(say("window.utterances.read-base")).triggered.connect(self.read_current)
            menu.addAction(say("window.utterances.copy-the-words")).triggered.connect(self.copy_current)
            if self.row_actions:
                menu.addSeparator()
                menu.addActions(self.row_actions)
            menu.popup(self.table.viewport().mapToGlobal(at))

    @Slot()
    def read_current(self) -> None:
        """Wish to read the article that the chosen utterance's base is from."""
        self._read(self.table.currentIndex())

    @Slot()
    def copy_current(self) -> None:
        """Wish that the words of the chosen utterance's base were copied, with their speaker."""
        if key := self.current_id():
            self.wished.emit(CopyQuotation(key))

    def _fit_columns(self) -> None:
        """Give the words what they need, and the other columns what is left."""
        self._fitting = True
        fit_columns(self.table.horizontalHeader(), self.width(), self._widths)
        self._fitting = False

    def _settle(self, chosen: str | None, beside: int = 0) -> None:
        """Choose again what was chosen, else what stands in the row `beside`; say so where there is nothing."""
        self.listed.emit()
        row = self.model.row_of(chosen) if chosen else -1
        if count := self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
            self._choose_row(row if row >= 0 else min(max(beside, 0), count - 1))
        else:
            self._say_empty()
            self._stack.setCurrentWidget(self.empty)
            self.chosen.emit("")

    def _say_empty(self) -> None:
        """Say why there is nothing."""
        if self.elsewhere:
            told = say("window.utterances.elsewhere", number=self.elsewhere)
        elif self.narrowed:
            told = say("window.utterances.nothing-matches")
        elif self._busy:
            told = say("window.utterances.comparing")
        elif waiting := self.model.waiting():
            told = say("window.utterances.not-compared-yet", number=waiting)
        else:
            told = say("window.utterances.no-quotes-found-yet")
        self.empty.show_text(told)

    @Slot()
    def _sort(self) -> None:
        """Keep the chosen utterance chosen in another order."""
        header = self.table.horizontalHeader()
        chosen = self.current_id()
        self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._settle(chosen)

    @Slot()
    def _find(self) -> None:
        self._typing.stop()
        chosen = self.current_id()
        self.model.find(self._wanted)
        self._delegate.wanted = self._wanted
        self.searched.emit(self._wanted)
        self._count()
        self._settle(chosen)

    def find_now(self) -> None:
        """Look for what is typed without waiting for more."""
        if self._typing.isActive():
            self._find()

    @Slot(QItemSelection, QItemSelection)
    def _announce(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        indexes = selected.indexes()
        if indexes:
            self.chosen.emit(str(indexes[0].data(ID_ROLE)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()
