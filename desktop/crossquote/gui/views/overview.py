"""The overview: numbers, what each article made of each utterance, who stays nearest, who is quoted, who was first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.overview import CellDelegate, LineDelegate
from crossquote.gui.models.overview import LINE_ROLE, LineModel, MatrixModel, OverviewLine
from crossquote.gui.plain import PlainLabel
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.panes import Pane
from crossquote.gui.words import say, say_fact, say_message
from crossquote.model.finding import Severity
from crossquote.model.state import State
from crossquote.work.filters import SHARED, Facet, Filter, Filters
from crossquote.work.overview import Overview, QuotedSpeaker, in_time

_WIDE = 900
"""From this width on, what stands below one another stands side by side."""
_ROW, _COLUMN, _WIDEST, _NAMES = 30, 62, 150, 150
_MOST_ROWS, _MOST_LINES = 12, 8
"""So many rows of the table, and lines of a list, are seen at once; more are scrolled to."""


class OverviewPane(QWidget):
    """Shows an overview; says which rendition of which utterance the user wants to see, or which utterances."""

    chosen = Signal(str, str)
    narrowed = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.overview.overview"))
        self._appearance = appearance
        self._state = State()
        self.matrix = MatrixModel(self)
        self.nearest, self.quoted, self.printed = LineModel(self), LineModel(self), LineModel(self)
        self.table = self._table()
        self.numbers = PlainLabel(parent=self)
        self.numbers.setObjectName("heading")
        self.more = PlainLabel(parent=self)
        self.more.setObjectName("soft")
        self.begin = QPushButton(say("window.overview.begin"), self)
        self.begin.setObjectName("primary")
        self.begin.clicked.connect(self._begin)
        self.witnesses = PlainLabel(parent=self)
        self.witnesses.setObjectName("soft")
        for label in (self.numbers, self.more, self.witnesses):
            label.setWordWrap(True)
        self.nearest_list, self.quoted_list, self.printed_list = map(
            self._list, (self.nearest, self.quoted, self.printed)
        )
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._place()
        appearance.changed.connect(self._fit)

    def show_overview(self, state: State, overview: Overview) -> None:
        """Show the overview of a state."""
        chosen = self.table.currentIndex()
        place = (chosen.row(), chosen.column()) if chosen.isValid() else (0, 0)
        self._state = state
        self.matrix.show_overview(state, overview)
        self.nearest.show_lines([self._nearness(key, one.share, one.compared) for key, one in overview.nearest])
        self.quoted.show_lines(_quoted_lines(overview.quoted))
        self._tell(overview)
        if self.matrix.rowCount() and self.matrix.columnCount():
            row, column = (min(at, count - 1) for at, count in zip(place, self._size(), strict=True))
            self.table.setCurrentIndex(self.matrix.index(row, column))
        self._fit()

    def panes(self) -> tuple[Pane, ...]:
        """Return table and lists, in the order in which they stand."""
        entries = (self.table, self.nearest_list, self.quoted_list, self.printed_list)
        return tuple(Pane(entry, entry) for entry in entries)

    def show_focus(self) -> None:
        """Bring into view what has the focus."""
        self._scroll.ensureWidgetVisible(self.focusWidget())

    def _size(self) -> tuple[int, int]:
        return self.matrix.rowCount(), self.matrix.columnCount()

    def _nearness(self, article: str, share: float, compared: int) -> OverviewLine:
        told = say("window.overview.share", share=say_fact(share, "percent"), compared=compared)
        outlet = self._state.articles[article].outlet
        shared = Filter(Facet.REACH, SHARED)
        return OverviewLine(outlet, told, share=share, filters=Filters((shared, Filter(Facet.OUTLET, outlet))))

    def _tell(self, overview: Overview) -> None:
        critical, major = (overview.severities.get(one, 0) for one in (Severity.CRITICAL, Severity.MAJOR))
        shared = len(overview.utterances)
        self.numbers.show_text(say("window.overview.numbers", utterances=shared, critical=critical, major=major))
        parts = [say("window.overview.belonging", own=overview.belonging, all=overview.quotes)]
        parts += [say("window.overview.possible", pairs=overview.possible)] if overview.possible else []
        parts += [say("window.overview.uncompared", renditions=overview.uncompared)] if overview.uncompared else []
        self.more.show_text("\n".join(parts))
        self.begin.setVisible(overview.worst is not None)
        self.witnesses.show_text("\n".join(map(say_message, overview.witnesses)))
        self.witnesses.setVisible(bool(overview.witnesses))

    @Slot()
    def _begin(self) -> None:
        worst = self.matrix.overview.worst
        if worst is not None:
            self.chosen.emit(worst.utterance, worst.article)

    @Slot(QModelIndex)
    def _open_cell(self, index: QModelIndex) -> None:
        told = self.matrix.told_at(index)
        self.chosen.emit(*((told.utterance, told.article) if told else (self._utterance_at(index), "")))

    @Slot(QModelIndex)
    def _open_line(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, OverviewLine):
            return
        if line.place is not None:
            self.chosen.emit(line.place.utterance, line.place.article)
        elif line.filters:
            self.narrowed.emit(line.filters)

    def _utterance_at(self, index: QModelIndex) -> str:
        return self.matrix.overview.utterances[index.column()]

    @Slot(QModelIndex)
    def _show_times(self, index: QModelIndex) -> None:
        """Show in what order the articles printed the utterance of a cell."""
        if not index.isValid():
            self.printed.show_lines(())
            return
        utterance = self._utterance_at(index)
        self.printed.show_lines([self._printed(utterance, number) for number in in_time(self._state, utterance)])

    def _printed(self, utterance: str, number: int) -> OverviewLine:
        rendition = self._state.utterances[utterance].renditions[number]
        article = self._state.articles[rendition.article]
        told = self.matrix.overview.told[rendition.article, utterance]
        when = say_fact(article.date, "day") if article.date else say("window.overview.undated")
        return OverviewLine(article.outlet, when, rendition.shown, severity=told.severity, place=told)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(say("window.overview.matrix"))
        table.setModel(self.matrix)
        table.setItemDelegate(CellDelegate(self._appearance, table))
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.viewport().installEventFilter(self)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (table.horizontalHeader(), table.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(False)
            head.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        table.selectionModel().currentChanged.connect(self._show_times)
        table.activated.connect(self._open_cell)
        return table

    def _list(self, model: LineModel) -> QListView:
        found = QListView(self)
        found.setModel(model)
        found.setItemDelegate(LineDelegate(self._appearance, found))
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setUniformItemSizes(True)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.activated.connect(self._open_line)
        return found

    def _place(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(14)
        column.addWidget(self._head())
        column.addWidget(self._card(say("window.overview.matrix"), say("window.overview.matrix.about"), self.table))
        self._beside.setSpacing(14)
        nearest, quoted = say("window.overview.nearest"), say("window.overview.quoted")
        about = say("window.overview.nearest.about")
        self._beside.addWidget(self._card(nearest, about, self.nearest_list, self.witnesses), 1)
        self._beside.addWidget(self._card(quoted, say("window.overview.quoted.about"), self.quoted_list), 1)
        column.addLayout(self._beside)
        column.addWidget(
            self._card(say("window.overview.first"), say("window.overview.first.about"), self.printed_list)
        )
        column.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _head(self) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        words = QVBoxLayout()
        words.addWidget(self.numbers)
        words.addWidget(self.more)
        row.addLayout(words, 1)
        row.addWidget(self.begin)
        return card

    def _card(self, name: str, says: str, *parts: QWidget) -> QFrame:
        """Return a card with a title, a line that says what is to be seen, and its parts."""
        card = QFrame(self)
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        title, about = PlainLabel(name, card), PlainLabel(says, card)
        title.setObjectName("heading")
        about.setObjectName("soft")
        about.setWordWrap(True)
        for part in (title, about, *parts):
            column.addWidget(part)
        column.addStretch(1)
        parts[0].setAccessibleName(name)
        return card

    @Slot()
    def _fit(self) -> None:
        """Give table and lists the room that their rows need, at the size that text has now."""
        self.table.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.table.verticalHeader().setFixedWidth(scaled(_NAMES))
        self._fit_columns()
        rows = min(max(self.matrix.rowCount(), 1), _MOST_ROWS)
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * scaled(_ROW) + bar + 2)
        for found, model in self._lists():
            rows = min(max(model.rowCount(), 1), _MOST_LINES)
            found.setFixedHeight(rows * scaled(_ROW) + 2)
        side = QBoxLayout.Direction.LeftToRight if self.width() >= scaled(_WIDE) else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(side)

    def _fit_columns(self) -> None:
        """Let columns share all of the room, as far as it goes round."""
        room = self.table.viewport().width() // max(self.matrix.columnCount(), 1)
        self.table.horizontalHeader().setDefaultSectionSize(min(max(room, scaled(_COLUMN)), scaled(_WIDEST)))

    def _lists(self) -> Iterable[tuple[QListView, LineModel]]:
        lists = (self.nearest_list, self.quoted_list, self.printed_list)
        return zip(lists, (self.nearest, self.quoted, self.printed), strict=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() is QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _quoted_lines(quoted: Sequence[QuotedSpeaker]) -> list[OverviewLine]:
    """Return a line for each speaker; the bar of the one who is quoted most is full."""
    most = max((one.utterances for one in quoted), default=1)
    told = (say("window.overview.quoted-in", articles=one.articles, utterances=one.utterances) for one in quoted)
    return [
        OverviewLine(
            one.speaker,
            said,
            share=one.utterances / most,
            filters=Filters((Filter(Facet.SPEAKER, one.speaker),)),
        )
        for one, said in zip(quoted, told, strict=True)
    ]
