"""How a quote's row is drawn beside its article: who and how above, the words below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from crossquote.gui.delegates.painting import draw_ground, draw_text
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif

Index = QModelIndex | QPersistentModelIndex
HEAD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WORDS_ROLE = HEAD_ROLE + 1
_HEIGHT = 52


class QuoteDelegate(QStyledItemDelegate):
    """Draws quotes."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        appearance.changed.connect(self._take_fonts)
        self._take_fonts()

    @Slot()
    def _take_fonts(self) -> None:
        self._small, self._serif = sans(SMALL, bold=True), serif(scaled(14))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102, N802 - Qt's
        return QSize(160, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102 - Qt's
        theme = self._appearance.theme
        painter.save()
        draw_ground(painter, option, theme, edge=True)
        box: QRect = option.rect
        painter.setPen(QColor(theme.surface.line))
        painter.drawLine(box.left(), box.bottom(), box.right() + 1, box.bottom())
        left, width = box.left() + 14, box.width() - 24
        head, words = str(index.data(HEAD_ROLE)), str(index.data(WORDS_ROLE))
        draw_text(painter, QRect(left, box.top() + scaled(7), width, scaled(15)), head, self._small, theme.text.soft)
        draw_text(painter, QRect(left, box.top() + scaled(24), width, scaled(20)), words, self._serif, theme.text.ink)
        painter.restore()
