"""A list of rows with columns: the row that the keys go to has a frame round all of it.

Qt's own frame of a row is a bevel of the system's style, which no style sheet reaches; its other one is round a cell.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeWidget, QWidget

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.model_index import ModelIndex


class _UnframedDelegate(ListedDelegate):
    """Draws cells without a frame of their own."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: ModelIndex) -> None:  # noqa: N802 - Qt's
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class RowTree(QTreeWidget):
    """Lists rows, none of which lies in another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_UnframedDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def drawRow(  # noqa: D102, N802 - Qt's
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().drawRow(painter, options, index)
        if self.hasFocus() and index.row() == self.currentIndex().row():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(options.rect.adjusted(0, 0, -1, -1))
