"""How the table of variants is drawn: the consensus along the top, renditions at the side, what differs marked."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from crossquote.gui.delegates.lettering import Lettering
from crossquote.gui.delegates.row import Face, Sheet
from crossquote.gui.direction import drawing_flags
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.variant_rows import CELL_ROLE, Agreement, VariantCell, VariantRow
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.theme.shapes import draw_severity
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


class VariantDelegate(QStyledItemDelegate):
    """Draws the cells: quiet where they agree, marked by wash and line where they differ."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.font = words_font(0)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:  # noqa: ARG002, D102, N802 - Qt's
        return QSize(80, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:  # noqa: D102 - Qt's
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, VariantCell):
            return
        theme, box = self._appearance.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(theme.surface.selected if chosen else theme.surface.card))
        if cell.reading in (Agreement.DIFFERS, Agreement.LACKS):
            painter.fillRect(box.adjusted(1, 1, -1, -1), QColor(theme.change.changed_wash))
        painter.setPen(QColor(theme.surface.line))
        painter.drawLine(box.left(), box.bottom(), box.right() + 1, box.bottom())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        end = box.left() if mirrored else box.right()
        painter.drawLine(end, box.top(), end, box.bottom())
        self._draw_words(painter, QRect(box).adjusted(PAD, 0, -PAD, 0), cell, theme, mirrored=mirrored)
        if cell.severity is not None and not cell.severity.quiet:
            mark = QRectF(end + 4 if mirrored else end - 14, box.top() + 4, 10, 10)
            draw_severity(painter, mark, cell.severity.value, theme.severity)
        if chosen:
            painter.setPen(QPen(QColor(theme.accent.main), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -3, -3), 4, 4)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRect, cell: VariantCell, theme: Theme, *, mirrored: bool) -> None:
        font = QFont(self.font)
        colour = {
            Agreement.AGREES: theme.text.soft,
            Agreement.DIFFERS: theme.change.changed,
            Agreement.LACKS: theme.change.missing,
            Agreement.SILENT: theme.change.outside,
        }[cell.reading]
        font.setUnderline(cell.reading is Agreement.DIFFERS)
        font.setBold(cell.reading is Agreement.LACKS)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box, drawing_flags(cell.text, mirrored=mirrored) | _WRAPPED, cell.text)


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
        sheet.write(name, row.card.outlet, Face(Lettering(sans(bold=True)), theme.text.ink))
        soft = Face(Lettering(sans(SMALL)), theme.text.soft)
        taken = sheet.write(sheet.room(14, middle, width, line), row.about, soft)
        if row.outlier or row.card.base:
            mark, colour = (
                (say("window.variants.mark-outlier"), theme.change.changed)
                if row.outlier
                else (say("window.variants.mark-base"), theme.accent.main)
            )
            beside = sheet.room(22 + taken, middle, width - taken - 8, line)
            sheet.write(beside, mark, Face(Lettering(sans(SMALL, bold=True)), colour))
        painter.restore()
