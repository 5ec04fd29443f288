"""How the table of variants is drawn: the consensus along the top, renditions at the side, what differs marked."""

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.direction import drawing_flags
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.variant_rows import CELL_ROLE, Agreement, VariantCell, VariantRow
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.words import say

PAD = 9
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


def words_font(size_step: int) -> QFont:
    """Return the face that quoted words have in the table."""
    return serif(15 + size_step)


def height_of(text: str, width: int, metrics: QFontMetrics) -> int:
    """Return how high `text` is in a cell as wide as `width`, with its margins."""
    box = metrics.boundingRect(QRect(0, 0, max(width - 2 * PAD, 20), 10_000), int(Qt.TextFlag.TextWordWrap), text)
    return box.height() + 2 * PAD


def _is_mirrored(part: QWidget) -> bool:
    """Tell whether a part of the table begins on the right: it goes by what it shows, not by the window."""
    return part.layoutDirection() == Qt.LayoutDirection.RightToLeft


class VariantDelegate(RowDelegate):
    """Draws the cells: quiet where they agree, marked by wash and line where they differ.

    Quoted words are larger than text by `size_step`.
    """

    size = (80, 40)
    edge_at = None
    size_step = 0

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces of quoted words: of those that differ, and of what says that words are lacking."""
        differing, lacking = words_font(self.size_step), words_font(self.size_step)
        differing.setUnderline(True)
        lacking.setBold(True)
        self._words, self._differing, self._lacking = map(
            lettering_of, (words_font(self.size_step), differing, lacking)
        )

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a cell."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, VariantCell):
            return
        box, theme = sheet.box, sheet.theme
        sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.reading in (Agreement.DIFFERS, Agreement.LACKS):
            sheet.fill(box.adjusted(1, 1, -1, -1), theme.change.changed_wash)
        sheet.fill(sheet.room(box.width() - 1, 0, 1, box.height()), theme.surface.line)
        sheet.write_all(sheet.room(PAD, 0, box.width() - 2 * PAD, box.height()), cell.text, self._face(cell, theme))
        if cell.severity is not None and not cell.severity.quiet:
            sheet.mark(sheet.room(box.width() - 15, 4, 10, 10), cell.severity)

    def draw_chosen(self, sheet: Sheet) -> None:
        """Draw the frame of the chosen cell."""
        sheet.outline(QRectF(sheet.box).adjusted(2, 2, -3, -3), sheet.theme.accent.main, 4)

    def _face(self, cell: VariantCell, theme: Theme) -> Face:
        return {
            Agreement.AGREES: Face(self._words, theme.text.soft),
            Agreement.DIFFERS: Face(self._differing, theme.change.changed),
            Agreement.LACKS: Face(self._lacking, theme.change.missing),
            Agreement.SILENT: Face(self._words, theme.change.outside),
        }[cell.reading]


class ConsensusHeader(QHeaderView):
    """Shows the consensus, stretch by stretch."""

    def __init__(self, appearance: Appearance, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.words = words_font(0)
        self.setAccessibleName(say("window.variants.consensus"))
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: D102, N802, N803 - Qt's
        theme = self._appearance.theme
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.save()
        painter.fillRect(rect, QColor(theme.accent.wash))
        painter.setPen(QColor(theme.surface.line))
        end = rect.left() if _is_mirrored(self) else rect.right()
        painter.drawLine(end, rect.top(), end, rect.bottom())
        painter.setPen(QPen(QColor(theme.accent.main), 2))
        painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        painter.setFont(self.words)
        painter.setPen(QColor(theme.text.ink))
        flags = drawing_flags(text, mirrored=_is_mirrored(self)) | _WRAPPED
        painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), flags, text)
        painter.restore()


class RenditionHeader(QHeaderView):
    """Shows whose words stand in a row, how far they agree, and which is the outlier."""

    def __init__(self, appearance: Appearance, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance = appearance
        self.setAccessibleName(say("window.variants.renditions"))
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: D102, N802, N803 - Qt's
        row = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, CELL_ROLE)
        if not isinstance(row, VariantRow):
            return
        theme = self._appearance.theme
        painter.save()
        painter.fillRect(rect, QColor(theme.surface.card))
        painter.setPen(QColor(theme.surface.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        mirrored = _is_mirrored(self)
        end = rect.left() if mirrored else rect.right()
        painter.drawLine(end, rect.top(), end, rect.bottom())
        sheet = Sheet(painter, rect, theme, mirrored)
        if row.outlier:
            sheet.fill(sheet.room(0, 0, 3, rect.height() - 1), theme.change.changed)
        middle, line, width = rect.height() // 2, scaled(18), rect.width() - 22
        name = sheet.room(14, middle - line, width, line)
        sheet.write(name, row.card.outlet, Face(lettering_of(sans(bold=True)), theme.text.ink))
        soft = Face(lettering_of(sans(SMALL)), theme.text.soft)
        taken = sheet.write(sheet.room(14, middle, width, line), row.about, soft)
        if row.outlier or row.card.base:
            mark, colour = (
                (say("window.variants.mark-outlier"), theme.change.changed)
                if row.outlier
                else (say("window.variants.mark-base"), theme.accent.main)
            )
            beside = sheet.room(22 + taken, middle, width - taken - 8, line)
            sheet.write(beside, mark, Face(lettering_of(sans(SMALL, bold=True)), colour))
        painter.restore()
