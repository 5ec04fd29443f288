"""How a finding's row is drawn in the findings panel."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from crossquote.gui.delegates.painting import draw_ground, draw_text
from crossquote.gui.models.findings import ROW_ROLE, FindingEntry
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.gui.theme.shapes import draw_severity
from crossquote.gui.words import say_message
from crossquote.model.finding import Severity

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 46


class FindingDelegate(QStyledItemDelegate):
    """Draws findings: shape and message above, outlet and speaker below."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        appearance.changed.connect(self._take_fonts)
        self._take_fonts()

    @Slot()
    def _take_fonts(self) -> None:
        self._bold, self._small = sans(13, bold=True), sans(SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102, N802 - Qt's
        return QSize(160, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102 - Qt's
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, FindingEntry):
            return
        theme = self._appearance.theme
        painter.save()
        draw_ground(painter, option, theme, edge=True)
        box: QRect = option.rect
        painter.setPen(QColor(theme.surface.line))
        painter.drawLine(box.left(), box.bottom(), box.right() + 1, box.bottom())
        severity = entry.finding.severity
        draw_severity(painter, QRectF(box.left() + 12, box.top() + scaled(9), 12, 12), severity.value, theme.severity)
        quiet = severity is Severity.NEUTRAL
        colour = theme.text.soft if quiet else getattr(theme.severity, severity.value)
        width = box.width() - 46
        draw_text(
            painter,
            QRect(box.left() + 34, box.top() + scaled(6), width, scaled(18)),
            say_message(entry.finding.message),
            self._bold,
            colour,
        )
        where = " · ".join(part for part in (entry.outlet, entry.speaker) if part)
        draw_text(
            painter,
            QRect(box.left() + 34, box.top() + scaled(25), width, scaled(15)),
            where,
            self._small,
            theme.text.soft,
        )
        painter.restore()
