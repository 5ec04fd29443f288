"""A severity's shape as a widget."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from crossquote.gui.plain import give_tip
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.theme.shapes import draw_severity
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.words import severity_word
from crossquote.model.finding import Severity


class SeverityMark(QWidget):
    """◆ critical, ▲ major, △ minor, a dot for neutral."""

    def __init__(self, severity: Severity, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity, self._theme = severity, theme
        self.setFixedSize(scaled(14), scaled(18))
        self.setAccessibleName(severity_word(severity))
        give_tip(self, severity_word(severity).capitalize())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        draw_severity(
            QPainter(self), QRectF(0, scaled(3), scaled(12), scaled(12)), self._severity.value, self._theme.severity
        )
