"""How the overview's cells and lines are drawn."""

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.overview import CELL_ROLE, LINE_ROLE, LineModel, OverviewLine
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.work.overview import Treatment

_CORNER = 3
_MARK, _BAR, _LABEL = 12, 7, 220
_KEPT, _UNCOMPARED = "✓", "?"


class CellDelegate(RowDelegate):
    """Draws what an article made of an utterance: a mark on a wash; nothing where it does not quote it."""

    size = (44, 30)
    lined = False
    edge_at = None

    @Slot()
    def take_fonts(self) -> None:
        """Take the face of the signs."""
        self._sign = lettering_of(sans(13, bold=True))

    def draw_chosen(self, sheet: Sheet) -> None:
        """Draw the frame of a chosen cell: its ground says something else."""
        sheet.outline(QRectF(sheet.box).adjusted(2, 2, -2, -2), sheet.theme.text.ink, _CORNER)

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a cell."""
        told = index.data(CELL_ROLE)
        box = QRectF(sheet.box).adjusted(2, 2, -2, -2)
        sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet.painter.setPen(_pen(sheet, told))
        sheet.painter.setBrush(QColor(_ground(sheet, told)))
        sheet.painter.drawRoundedRect(box, _CORNER, _CORNER)
        if not isinstance(told, Treatment):
            return
        if told.severity is not None and not told.keeps:
            middle = sheet.box.center()
            sheet.mark(QRect(middle.x() - _MARK // 2, middle.y() - _MARK // 2, _MARK, _MARK), told.severity)
            return
        sheet.painter.setFont(self._sign.font)
        sheet.painter.setPen(QColor(sheet.theme.accent.main if told.compared or told.base else sheet.theme.text.soft))
        sign = _KEPT if told.compared or told.base else _UNCOMPARED
        sheet.painter.drawText(sheet.box, int(Qt.AlignmentFlag.AlignCenter), sign)


def _told(index: ModelIndex) -> frozenset[str]:
    """Return all that is told in a list: bars of one list are of one length."""
    model = index.model()
    return model.told if isinstance(model, LineModel) else frozenset()


def _ground(sheet: Sheet, told: object) -> str:
    """Return the colour that a cell lies on."""
    if not isinstance(told, Treatment):
        return sheet.theme.surface.pane
    if not told.compared and not told.base:
        return sheet.theme.surface.card
    return sheet.theme.accent.wash if told.keeps or told.base else sheet.theme.change.changed_wash


def _pen(sheet: Sheet, told: object) -> QPen:
    """Return the frame of a cell: that of the base is drawn, and that of what was not compared is dashed."""
    if isinstance(told, Treatment) and told.base:
        return QPen(QColor(sheet.theme.accent.main), 1)
    if isinstance(told, Treatment) and not told.compared:
        return QPen(QColor(sheet.theme.surface.line_strong), 1, Qt.PenStyle.DashLine)
    return QPen(Qt.PenStyle.NoPen)


class LineDelegate(RowDelegate):
    """Draws a line of a list: a mark, who it is, a bar, what is told of it; and below, what was said."""

    size = (160, 30)
    lined = False
    edge_at = None

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that a line is written in."""
        self._plain, self._small = lettering_of(sans(13)), lettering_of(sans(SMALL))

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a line."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, OverviewLine):
            return
        width, height = sheet.box.width() - 24, scaled(18)
        top = (sheet.box.height() - height) // 2
        if line.severity is not None:
            sheet.mark(sheet.room(10, top + (height - _MARK) // 2, _MARK, _MARK), line.severity)
        soft = Face(self._small, sheet.theme.text.soft)
        told = max(map(self._small.width, (line.told, *_told(index))))
        label, start = min(width * 2 // 5, scaled(_LABEL)), 28 if line.place is not None else 2
        sheet.write(sheet.room(start, top, label - start, height), line.label, Face(self._plain, sheet.theme.text.ink))
        if line.share is None:
            sheet.write(sheet.room(label + 8, top, width - label - told - 16, height), line.said, soft)
        else:
            room, middle = max(width - label - told - 24, 0), sheet.box.height() // 2 - _BAR // 2
            sheet.fill(sheet.room(label + 8, middle, room, _BAR), sheet.theme.surface.line)
            sheet.fill(sheet.room(label + 8, middle, round(room * line.share), _BAR), sheet.theme.accent.main)
        own = self._small.width(line.told)
        sheet.write(sheet.room(12 + width - own, top, own + 2, height), line.told, soft)
