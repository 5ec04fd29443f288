"""How an article's row is drawn: outlet and language above, title and number of quotes below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from crossquote.gui.delegates.painting import draw_ground, draw_pill, draw_text
from crossquote.gui.models.articles import ROW_ROLE, ArticleRow
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.gui.words import say

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 14
_HEIGHT = 48


class ArticleDelegate(QStyledItemDelegate):
    """Draws articles."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        appearance.changed.connect(self._take_fonts)
        self._take_fonts()

    @Slot()
    def _take_fonts(self) -> None:
        self._name, self._small, self._loud = sans(13, bold=True), sans(SMALL), sans(SMALL, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102, N802 - Qt's
        return QSize(120, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102 - Qt's
        row = index.data(ROW_ROLE)
        if not isinstance(row, ArticleRow):
            return
        theme = self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, theme, edge=False)
        box: QRect = option.rect
        left, right = box.left() + _MARGIN, box.right() - _MARGIN
        pill = draw_pill(painter, right, box.top() + scaled(16), row.pill, self._small, theme)
        draw_text(
            painter,
            QRect(left, box.top() + scaled(7), pill - left - 8, scaled(18)),
            row.article.outlet,
            self._name,
            theme.text.ink,
        )
        quotes = (
            say("window.articles.found-times", count=row.found) if row.found else say("count.quotes", count=row.quotes)
        )
        face, colour = (self._loud, theme.accent.main) if row.found else (self._small, theme.text.soft)
        width = QFontMetrics(face).horizontalAdvance(f" · {quotes}")
        room = QRect(left, box.top() + scaled(26), right - left - width, scaled(15))
        end = draw_text(painter, room, row.article.title, self._small, theme.text.soft)
        room = QRect(left + end, box.top() + scaled(26), width + 2, scaled(15))
        draw_text(painter, room, f" · {quotes}", face, colour)
        painter.restore()
