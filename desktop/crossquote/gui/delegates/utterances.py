"""How an utterance's row is drawn: severity by shape, words in serif, findings in the colour of the worst."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from crossquote.gui.delegates.painting import draw_ground, draw_text
from crossquote.gui.models.rows import UtteranceRow
from crossquote.gui.models.utterances import FINDINGS, REACH, ROW_ROLE, SEVERITY, SPEAKER, WORDS
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import sans, scaled, serif
from crossquote.gui.theme.shapes import draw_severity
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.words import say
from crossquote.model.finding import Severity

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
"""How high a row is at the usual text size."""


class UtteranceDelegate(QStyledItemDelegate):
    """Draws the cells of the table of utterances."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        appearance.changed.connect(self._take_fonts)
        self._take_fonts()

    @Slot()
    def _take_fonts(self) -> None:
        self._sans, self._bold, self._serif = sans(), sans(bold=True), serif(scaled(14))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102, N802 - Qt's
        return QSize(60, scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102 - Qt's
        row = index.data(ROW_ROLE)
        if not isinstance(row, UtteranceRow):
            return
        theme = self._appearance.theme
        painter.save()
        draw_ground(painter, option, theme, edge=index.column() == SEVERITY)
        box: QRect = option.rect
        painter.setPen(QColor(theme.surface.line))
        painter.drawLine(box.left(), box.bottom(), box.right() + 1, box.bottom())
        self._draw_cell(painter, box.adjusted(8, 0, -8, -1), row, index.column())
        painter.restore()

    def _draw_cell(self, painter: QPainter, box: QRect, row: UtteranceRow, column: int) -> None:
        theme = self._appearance.theme
        ink = theme.text.soft if row.done else theme.text.ink
        if column == SEVERITY:
            _draw_mark(painter, box, row, theme)
        elif column == SPEAKER:
            colour = ink if row.speaker else theme.text.faint
            draw_text(painter, box, row.speaker or say("window.utterances.unknown"), self._sans, colour)
        elif column == WORDS:
            words = say("window.quoted", words=row.words) if row.quoted else row.words
            draw_text(painter, box, words, self._serif, ink)
        elif column == REACH:
            if row.done:
                box.setLeft(_draw_tick(painter, box, theme))
            draw_text(painter, box, row.reach, self._sans, theme.text.soft)
            if not row.done:
                _draw_progress(painter, box, row, theme)
        elif column == FINDINGS:
            loud = row.severity is not None and row.severity is not Severity.NEUTRAL and not row.done
            colour = getattr(theme.severity, row.severity.value) if row.severity else theme.text.soft
            draw_text(
                painter, box, row.summary, self._bold if loud else self._sans, colour if loud else theme.text.soft
            )


def _draw_progress(painter: QPainter, box: QRect, row: UtteranceRow, theme: Theme) -> None:
    """Draw how many of the renditions have a verdict, once one has: a bar under the words."""
    done = row.to_review - row.unreviewed
    if done:
        whole = QRect(box.left(), box.bottom() - 4, min(box.width(), 84), 3)
        painter.fillRect(whole, QColor(theme.surface.line_strong))
        whole.setWidth(round(whole.width() * done / row.to_review))
        painter.fillRect(whole, QColor(theme.accent.main))


def _draw_tick(painter: QPainter, box: QRect, theme: Theme) -> int:
    """Draw that all renditions have a verdict; return where what follows begins."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent.main), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    x, y = box.left() + 1, box.center().y()
    painter.drawPolyline([QPoint(x, y), QPoint(x + 4, y + 4), QPoint(x + 11, y - 4)])
    painter.restore()
    return box.left() + 17


def _draw_mark(painter: QPainter, box: QRect, row: UtteranceRow, theme: Theme) -> None:
    if row.renditions < 2 and row.severity is None:
        return
    severity = row.severity or Severity.NEUTRAL
    side = 13
    mark = QRectF(box.center().x() - side / 2 + 2, box.center().y() - side / 2, side, side)
    draw_severity(painter, mark, severity.value, theme.severity)
