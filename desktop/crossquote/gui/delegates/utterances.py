"""How an utterance's row is drawn: severity by shape, words in serif, findings in the colour of the worst."""

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.rows import UtteranceRow
from crossquote.gui.models.utterances import FINDINGS, REACH, ROW_ROLE, SEVERITY, SPEAKER, WORDS
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.words import say
from crossquote.model.finding import Severity

ROW_HEIGHT = 34
"""How high a row is at the usual text size."""
_PAD, _MARK, _TICK = 8, 13, 17
_DOUBT = 0.25
"""What is possibly the same is told beside the words in as many words as take such a share of their cell."""


class UtteranceDelegate(RowDelegate):
    """Draws the cells of the table of utterances."""

    size = (60, ROW_HEIGHT)

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that a cell of an utterance is written in."""
        self._sans, self._bold = lettering_of(sans()), lettering_of(sans(bold=True))
        self._serif, self._small = lettering_of(serif(scaled(14))), lettering_of(sans(SMALL))

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a cell of an utterance."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, UtteranceRow):
            return
        room = sheet.room(_PAD, 0, sheet.box.width() - 2 * _PAD, sheet.box.height() - 1)
        column = index.column()
        if column == SEVERITY:
            _draw_mark(sheet, row)
        elif column == REACH:
            self._draw_reach(sheet, room, row)
        else:
            if column == WORDS and row.possible:
                room = self._draw_doubt(sheet, row)
            text, face = self._words(sheet, row, column)
            sheet.write(room, text, face)

    def _words(self, sheet: Sheet, row: UtteranceRow, column: int) -> tuple[str, Face]:
        """Return what a cell of words says, and how it is written."""
        theme = sheet.theme
        ink = theme.text.soft if row.done else theme.text.ink
        if column == SPEAKER:
            told = row.speaker or say("window.utterances.unknown")
            return told, Face(self._sans, ink if row.speaker else theme.text.faint)
        if column == WORDS:
            return say("window.quoted", words=row.words) if row.quoted else row.words, Face(self._serif, ink)
        if column == FINDINGS and row.severity is not None and not row.severity.quiet and not row.done:
            return row.summary, Face(self._bold, getattr(theme.severity, row.severity.value))
        return row.summary, Face(self._sans, theme.text.soft)

    def _draw_doubt(self, sheet: Sheet, row: UtteranceRow) -> QRect:
        """Draw how many others may be the same, in as much of the cell as that may take; return what is left of it."""
        width, text = sheet.box.width(), row.doubt
        if self._small.width(text) > width * _DOUBT:
            text = say("window.rows.possible-brief", number=row.possible)
        end = sheet.frame(width - _PAD, (sheet.box.height() - 1) // 2, text, self._small)
        return sheet.room(_PAD, 0, max(end - 2 * _PAD, 0), sheet.box.height() - 1)

    def _draw_reach(self, sheet: Sheet, room: QRect, row: UtteranceRow) -> None:
        """Draw how many renditions there are; a tick before that once all have a verdict, else a bar under it."""
        start = _TICK if row.done else 0
        words = sheet.room(_PAD + start, 0, room.width() - start, room.height())
        sheet.write(words, row.reach, Face(self._sans, sheet.theme.text.soft))
        if row.done:
            _draw_tick(sheet)
        elif judged := row.review.reviewed:
            width, top = min(room.width(), 84), room.height() - 5
            sheet.fill(sheet.room(_PAD, top, width, 3), sheet.theme.surface.line_strong)
            sheet.fill(sheet.room(_PAD, top, round(width * judged / row.review.renditions), 3), sheet.theme.accent.main)


def _draw_tick(sheet: Sheet) -> None:
    """Draw that all renditions have a verdict; a tick is no mirror image, whatever the side."""
    room, painter = sheet.room(_PAD + 1, 0, 12, sheet.box.height() - 1), sheet.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(sheet.theme.accent.main), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    x, y = room.left(), room.center().y()
    painter.drawPolyline([QPoint(x, y), QPoint(x + 4, y + 4), QPoint(x + 11, y - 4)])


def _draw_mark(sheet: Sheet, row: UtteranceRow) -> None:
    if row.severity is None and (row.renditions < 2 or row.uncompared):
        return  # a dot would say that there is nothing to find
    start, top = (sheet.box.width() - _MARK) // 2 + 2, (sheet.box.height() - 1 - _MARK) // 2
    sheet.mark(sheet.room(start, top, _MARK, _MARK), row.severity or Severity.NEUTRAL)
