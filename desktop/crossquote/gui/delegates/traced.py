"""How a row of what an archive has is drawn: where it was printed above, the words, and what is told of them below."""

from PySide6.QtCore import QPointF, QRect, QRectF, Slot
from PySide6.QtGui import QColor, QPen

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.traced import ROW_ROLE, TracedRow
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif

_GUTTER, _START, _END, _APART = 14, 42, 14, 10
_TOP, _HEAD, _LINE, _SMALL_LINE = 9, 19, 19, 16
_LINES = 2
"""So many lines the words have at most; whoever points at them is told all."""
_BOX = 14


class TracedDelegate(RowDelegate):
    """Draws renditions with a box that says whether they are chosen, wordings with their numbers."""

    size = (160, 2 * _TOP + _HEAD + _LINES * _LINE + _SMALL_LINE)

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that a row is written in."""
        self._bold, self._small = lettering_of(sans(13, bold=True)), lettering_of(sans(SMALL))
        self._serif = lettering_of(serif(scaled(14)))

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TracedRow):
            return
        theme = sheet.theme
        soft, ink = theme.text.soft, theme.text.soft if row.there else theme.text.ink
        if row.number:
            room = sheet.room(_GUTTER, scaled(_TOP), _START - _GUTTER, scaled(_HEAD))
            sheet.write(room, row.number, Face(self._bold, theme.accent.main))
        elif row.rendition is not None:
            sheet.outline(QRectF(_box(sheet)).adjusted(1, 1, -1, -1), theme.text.faint, 3)
        end = sheet.box.width() - _END
        mark = sheet.frame(end, scaled(_TOP) + scaled(_HEAD) // 2, row.mark, self._small)
        top, width = scaled(_TOP), end - _START
        sheet.write(sheet.room(_START, top, mark - _START - _APART, scaled(_HEAD)), row.where, Face(self._bold, ink))
        top += scaled(_HEAD)
        for line in self._serif.wrap(row.words, width, _LINES):
            sheet.write(sheet.room(_START, top, width, scaled(_LINE)), line, Face(self._serif, ink))
            top += scaled(_LINE)
        sheet.write(sheet.room(_START, top, width, scaled(_SMALL_LINE)), row.told, Face(self._small, soft))

    def draw_chosen(self, sheet: Sheet) -> None:
        """Check the box of what is chosen."""
        box, painter, theme = QRectF(_box(sheet)), sheet.painter, sheet.theme
        sheet.outline(box.adjusted(1, 1, -1, -1), theme.accent.main, 3)
        sheet.fill(box.adjusted(2, 2, -2, -2).toRect(), theme.accent.main)
        painter.setPen(QPen(QColor(theme.text.on_accent), 2))
        places = ((0.25, 0.5), (0.44, 0.7), (0.76, 0.3))
        painter.drawPolyline([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in places])


def _box(sheet: Sheet) -> QRect:
    """Return where the box stands that says whether a row is chosen."""
    return sheet.room(_GUTTER, scaled(_TOP) + (scaled(_HEAD) - _BOX) // 2, _BOX, _BOX)
