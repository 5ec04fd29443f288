"""A list with buttons: rules, steps, the utterances that a quote may be brought to."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.dialogs.row_tree import RowTree
from crossquote.gui.plain import PlainLabel, give_title, plain_tip
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import make_room
from crossquote.gui.wishes.wish import Wish
from crossquote.gui.words import say

V = TypeVar("V")
_ROLE = Qt.ItemDataRole.UserRole
_MEASURED = 100
"""So many lines say how much room a column needs."""
_MOST = 300
"""No column but the wide one takes more pixels."""


class Line(Struct, Generic[V], frozen=True):
    """One line: what stands in the columns, and what it stands for; a faint one is over and done.

    Whoever points at a cell is told all of it; of the first one `tip` may tell more.
    """

    cells: tuple[str, ...]
    value: V
    faint: bool = False
    tip: str = ""


class Deed(Struct, frozen=True):
    """What can be done besides: what its button says, and what is wished by it."""

    text: str
    wish: Wish


class Listing(Struct, frozen=True):
    """What a list is about. `wide` is the column that takes the room; an empty `act` offers nothing to do.

    `act` is done to a line, `other` to what is listed, `more` also where nothing is. What changes much is `weighty`:
    its button alone does it, neither Enter nor a double click. What the buttons say is the catalogue's, with its keys.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    act: str = ""
    other: Deed | None = None
    empty: str = ""
    wide: int = 0
    more: Deed | None = None
    weighty: bool = False


class ListDialog(QDialog, Generic[V]):
    """Shows a list; says on which line the user acts. Typing into the field keeps the lines that hold all of it."""

    answered = Signal(object)
    wished = Signal(object)

    def __init__(self, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing = listing
        give_title(self, listing.title)
        make_room(self, 860, 480)
        self.about = PlainLabel(listing.about, self)
        self.about.setWordWrap(True)
        self.field = LineField(parent=self)
        self.field.setPlaceholderText(say("window.list.find"))
        self.field.setAccessibleName(say("window.list.find"))
        self.field.textChanged.connect(self._sift)
        self.field.installEventFilter(self)
        self.tree = self._tree()
        self.tree.viewport().installEventFilter(self)
        self.whole = PlainLabel("", self)
        self.whole.setWordWrap(True)
        self.whole.hide()
        self.tree.currentItemChanged.connect(self._show_whole)
        self.tree.header().sectionResized.connect(self._show_whole)
        self.act = QPushButton(listing.act, self)
        self.act.setAccessibleName(listing.act.replace("&", ""))
        self.act.setVisible(bool(listing.act))
        self.act.setAutoDefault(not listing.weighty)
        self.act.setDefault(not listing.weighty)
        self.act.clicked.connect(self._act)
        self.other, self.more = self._button(listing.other), self._button(listing.more)
        self.other.clicked.connect(self._wish_other)
        self.more.clicked.connect(self._wish_more)
        self._place()

    def show_waiting(self, text: str) -> None:
        """Say `text` as long as it is being found out what there is to list."""
        self.about.show_text(text)
        self.act.setEnabled(False)
        self.other.setEnabled(False)

    def show_lines(self, lines: Sequence[Line[V]], current: int = 0) -> None:
        """Show `lines` in place of those that are here."""
        self.tree.clear()
        for line in lines:
            item = QTreeWidgetItem(self.tree, list(line.cells))
            item.setData(0, _ROLE, line.value)
            for column, cell in enumerate(line.cells):
                item.setToolTip(column, plain_tip(cell))
                if line.faint:
                    item.setForeground(column, self.palette().placeholderText())
            if line.tip:
                item.setToolTip(0, plain_tip(line.tip))
        chosen = self.tree.topLevelItem(min(current, len(lines) - 1))
        if chosen is not None:
            self.tree.setCurrentItem(chosen)
        self.about.show_text(self._listing.about if lines else self._listing.empty or self._listing.about)
        self.act.setEnabled(bool(lines))
        self.other.setEnabled(bool(lines))
        if self.field.text():
            self._sift(self.field.text())
        self._share_room()

    def when_answered(self, use: Callable[[V], object]) -> None:
        """Hand what the line stands for that the user acts on to `use`."""
        self.answered.connect(use)

    def _button(self, deed: Deed | None) -> QPushButton:
        button = QPushButton(deed.text if deed else "", self)
        button.setVisible(deed is not None)
        button.setAutoDefault(False)
        return button

    def _tree(self) -> RowTree:
        tree = RowTree(self)
        tree.setAccessibleName(self._listing.title)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.ensurePolished()
        tree.setHeaderLabels(list(self._listing.columns))
        header = tree.header()
        header.setAccessibleName(say("window.list.columns"))
        header.setStretchLastSection(False)
        for column in range(len(self._listing.columns)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(_MEASURED)
        header.setSectionResizeMode(self._listing.wide, QHeaderView.ResizeMode.Stretch)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        if not self._listing.weighty:
            tree.itemActivated.connect(self._act)
        return tree

    def _place(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.setAccessibleName(say("window.list.choices"))
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(not self._listing.weighty)
        deeds = WholeFlow(across=6, down=6)
        for button in (self.act, self.other, self.more):
            deeds.addWidget(button)
        row = QHBoxLayout()
        row.addLayout(deeds, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addWidget(self.field)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.whole)
        layout.addLayout(row)

    def _share_room(self) -> None:
        """Leave half the room to the wide column if it needs so much: what the others have no room for is shortened."""
        header = self.tree.header()
        cells = [self.tree.sizeHintForColumn(column) for column in range(header.count())]
        header.setMaximumSectionSize(-1)  # a head asks for no more than a column may have
        wanted = [max(cell, header.sectionSizeHint(column)) for column, cell in enumerate(cells)]
        needed, whole = wanted.pop(self._listing.wide), self.tree.viewport().width()
        wanted.sort()
        room, most = whole - min(needed, whole // 2), _MOST
        for place, width in enumerate(wanted):
            share = room // (len(wanted) - place)
            if width > share:
                most = min(share, _MOST)
                break
            room -= width
        header.setMaximumSectionSize(max(most, header.minimumSectionSize()))
        header.resizeSections()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() == QEvent.Type.Resize and watched is self.tree.viewport():
            self._share_room()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: self.tree.itemBelow, Qt.Key.Key_Up: self.tree.itemAbove}.get(Qt.Key(event.key()))
            item = self.tree.currentItem()
            if step is not None and item is not None:
                self.tree.setCurrentItem(step(item) or item)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _show_whole(self) -> None:
        """Show below the list what stands in the wide column of the current line, where that is cut off."""
        item, wide = self.tree.currentItem(), self._listing.wide
        text = item.text(wide) if item is not None else ""
        room = self.tree.columnWidth(wide) - 2 * self.tree.fontMetrics().averageCharWidth()
        self.whole.setVisible(self.tree.fontMetrics().horizontalAdvance(text) > room)
        self.whole.show_text(text)

    @Slot(str)
    def _sift(self, text: str) -> None:
        words = text.casefold().split()
        first = None
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is None:
                continue
            cells = " ".join(item.text(column) for column in range(self.tree.columnCount())).casefold()
            hidden = not all(word in cells for word in words)
            item.setHidden(hidden)
            if first is None and not hidden:
                first = item
        if first is not None:
            self.tree.setCurrentItem(first)
        else:
            self.tree.clearSelection()
        self.act.setEnabled(first is not None)

    @Slot()
    def _act(self) -> None:
        item = self.tree.currentItem()
        if item is not None and self._listing.act:
            self.answered.emit(item.data(0, _ROLE))

    @Slot()
    def _wish_other(self) -> None:
        if self._listing.other is not None:
            self.wished.emit(self._listing.other.wish)

    @Slot()
    def _wish_more(self) -> None:
        if self._listing.more is not None:
            self.wished.emit(self._listing.more.wish)
