"""Shapes drawn by hand, so that they look the same whatever fonts a machine has."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from crossquote.gui.theme.tokens import SeverityColours


def draw_severity(painter: QPainter, box: QRectF, severity: str, colours: SeverityColours) -> None:
    """Draw the mark of `severity` in the middle of `box`: ◆ critical, ▲ major, △ minor, a dot for neutral."""
    colour = QColor(getattr(colours, severity))
    side = min(box.width(), box.height())
    centre = box.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush if severity == "minor" else colour)
    if severity == "neutral":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, side * 0.14, side * 0.14)
    elif severity == "critical":
        painter.drawPolygon(_diamond(centre, side * 0.46))
    else:
        painter.drawPolygon(_triangle(centre, side * 0.44))
    painter.restore()


def _diamond(centre: QPointF, r: float) -> QPolygonF:
    x, y = centre.x(), centre.y()
    return QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)])


def _triangle(centre: QPointF, r: float) -> QPolygonF:
    x, y = centre.x(), centre.y()
    return QPolygonF([QPointF(x, y - r * 0.9), QPointF(x + r, y + r * 0.85), QPointF(x - r, y + r * 0.85)])
