"""The comparison as a table: all renditions against all, the consensus along the top, the outlier named."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.variant_cells import (
    PAD,
    ConsensusHeader,
    RenditionHeader,
    VariantDelegate,
    height_of,
    words_font,
)
from crossquote.gui.direction import is_mirrored
from crossquote.gui.models.cards import CardData
from crossquote.gui.models.variant_rows import VariantModel
from crossquote.gui.plain import PlainLabel
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import BODY, scaled
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say
from crossquote.model.span import Span
from crossquote.text.direction import begins_leftward

_SIDE = 176
_NARROWEST, _WIDEST = 54, 240
_LOWEST = 46
_ONE_LINE = 130
"""Cells up to this width keep their words on one line."""


class VariantsView(QFrame):
    """Shows the table; says which rendition the user has chosen, wishes to read or to do something with."""

    chosen = Signal(int)
    opened = Signal(int)
    menu_requested = Signal(int, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.variants.table-of-variants"))
        self.model = VariantModel(self)
        self._sizes = (0, BODY)
        self._marking = False
        self.brief = ElidedLabel(parent=self)
        self.brief.setObjectName("soft")
        self.brief.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.summary = PlainLabel(parent=self)
        self.summary.setObjectName("soft")
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(0, 0, 0, 2)
        self.table = self._table(appearance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 4)
        layout.setSpacing(6)
        layout.addWidget(self.summary)
        layout.addWidget(self.brief)
        layout.addWidget(self.table, 1)
        appearance.changed.connect(self._redraw)

    def show_cards(self, cards: tuple[CardData, ...], *, only_differences: bool = False, size_step: int = 0) -> None:
        """Show the renditions in `cards`, with or without the stretches in which all agree."""
        new = self.model.show_cards(cards)
        sizes = (size_step, scaled(BODY))
        if new or sizes != self._sizes:
            self._sizes = sizes
            self._fit()
        for column, stretch in enumerate(self.model.stretches):
            self.table.setColumnHidden(column, only_differences and stretch.unanimous)
        words = " ".join(stretch.consensus for stretch in self.model.stretches)
        leftward = begins_leftward(words, otherwise=is_mirrored())
        self.table.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
        )  # its columns are read as the words are
        told = self.model.summary() if cards else ""
        for summary in (self.summary, self.brief):
            summary.show_text(told, spoken=told or say("window.variants.no-utterance-chosen"))
        self.table.setVisible(bool(self.model.rows))

    def make_room(self, *, low: bool) -> None:
        """In a `low` comparison sum up on one line, as far as that goes; the rest is in its tooltip."""
        self.summary.setVisible(not low)
        self.brief.setVisible(low)

    def mark(self, card: int, span: Span | None = None, base: Span | None = None) -> None:
        """Go to a rendition's row, or to the cell that holds the words at `span`, or should hold those of the base."""
        index = self.model.place_of(card, span, base)
        current = self.table.currentIndex()
        if index.isValid() and not (span is base is None and current.isValid() and current.row() == index.row()):
            self._marking = True
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
            self._marking = False

    def _table(self, appearance: Appearance) -> QTableView:
        table = QTableView(self)
        table.setObjectName("variants")
        table.setAccessibleName(say("window.variants.variants"))
        table.setModel(self.model)
        self._delegate = VariantDelegate(appearance, table)
        table.setItemDelegate(self._delegate)
        self._consensus, self._side = ConsensusHeader(appearance, table), RenditionHeader(appearance, table)
        table.setHorizontalHeader(self._consensus)
        table.setVerticalHeader(self._side)
        for header in (self._consensus, self._side):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.activated.connect(self._open)
        table.selectionModel().currentChanged.connect(self._choose)
        self._side.sectionClicked.connect(self._choose_row)
        self._side.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._side.customContextMenuRequested.connect(self._show_menu_of_row)
        return table

    def _fit(self) -> None:
        """Give each stretch the width that its words need, and each rendition the height."""
        self._consensus.words = font = words_font(self._sizes[0])
        self._delegate.size_step = self._sizes[0]
        self._delegate.take_fonts()
        metrics = QFontMetrics(font)
        model, widths = self.model, []
        for column, stretch in enumerate(model.stretches):
            longest = max(metrics.horizontalAdvance(text) for text in (stretch.consensus, *stretch.cells))
            wanted = longest if longest <= _ONE_LINE else max(_ONE_LINE, min(longest * 6 // 10, _WIDEST))
            widths.append(max(wanted + 2 * PAD + 2, _NARROWEST))
            self.table.setColumnWidth(column, widths[-1])
        for row in range(model.rowCount()):
            cells = (stretch.cells[row] for stretch in model.stretches)
            self.table.setRowHeight(row, _highest(cells, widths, metrics))
        heads = (stretch.consensus for stretch in model.stretches)
        self._side.setFixedWidth(scaled(_SIDE))
        self._consensus.setFixedHeight(_highest(heads, widths, metrics))

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._marking:
            self.chosen.emit(self.model.rows[current.row()].card.index)

    @Slot(int)
    def _choose_row(self, row: int) -> None:
        column = max(self.table.currentIndex().column(), 0)
        self.table.setCurrentIndex(self.model.index(row, column))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()].card.index)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            card = self.model.rows[index.row()].card.index
            self.menu_requested.emit(card, self.table.viewport().mapToGlobal(at))

    @Slot(QPoint)
    def _show_menu_of_row(self, at: QPoint) -> None:
        """Offer on an outlet's name what can be done with its rendition."""
        row = self._side.logicalIndexAt(at)
        if row >= 0:
            self.menu_requested.emit(self.model.rows[row].card.index, self._side.viewport().mapToGlobal(at))

    @Slot()
    def _redraw(self) -> None:
        for part in (self.table.viewport(), self._consensus.viewport(), self._side.viewport()):
            part.update()


def _highest(texts: Iterable[str], widths: Sequence[int], metrics: QFontMetrics) -> int:
    """Return the height that all of `texts` fit into, each in its width."""
    heights = (height_of(text, width, metrics) for text, width in zip(texts, widths, strict=True))
    return max(scaled(_LOWEST), max(heights, default=0))
