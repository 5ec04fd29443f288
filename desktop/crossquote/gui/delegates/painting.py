"""What the delegates share: text that fits, and the ground a row lies on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from crossquote.gui.theme.fonts import scaled
from crossquote.gui.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


def draw_text(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> int:
    """Draw one line of `text` in `box`, shortened with an ellipsis where it does not fit; return its width."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, _LEFT | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, edge: bool) -> bool:
    """Draw what a row lies on; with `edge`, the bar that marks the chosen one. Tell whether it is chosen."""
    box: QRect = option.rect
    state: QStyle.StateFlag = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.fillRect(box, QColor(theme.surface.selected))
        if edge:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent.main))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(theme.surface.hover))
    return chosen


def draw_pill(painter: QPainter, right: int, middle: int, text: str, font: QFont, theme: Theme) -> int:
    """Draw a small framed label that ends at `right`; return its left edge."""
    width = QFontMetrics(font).horizontalAdvance(text) + 12
    box = QRectF(right - width + 0.5, middle - scaled(17) / 2, width - 1, scaled(17))
    painter.setPen(QPen(QColor(theme.surface.line_strong), 1))
    painter.setBrush(QColor(theme.surface.card))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(theme.text.soft))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return int(box.left())
