"""Pages on the screen, one below the other, drawn by the same hand as on paper.

Qt's own preview keeps what is drawn as strings, and lays each out anew: brackets and quotation marks among letters that
are read from right to left, of which another face draws some, then stand where they do not belong.
"""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crossquote.gui.paper.layout import Strip, draw_page

_GAP = 12
"""Pixels between pages, and around them."""
_STEP, _LEAST, _MOST = 1.25, 0.2, 8.0
"""By how much one zooms at once, and the fewest and most pixels a point."""


class _Fit(Enum):
    """What of a page is fitted into the window."""

    PAGE = auto()
    WIDTH = auto()
    NOTHING = auto()


class PagesView(QAbstractScrollArea):
    """Shows the pages of a strip. `turned` tells that another may be the current one, or that there are others."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: Strip | None = None
        self._size = QSizeF(1, 1)
        self._fit = _Fit.PAGE
        self._zoom = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)

    def show_pages(self, strip: Strip, size: QSizeF) -> None:
        """Show the pages of a strip, each of this size in points."""
        self._strip, self._size = strip, size
        self._arrange(1)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return 0 if self._strip is None else len(self._strip.pages)

    @property
    def current(self) -> int:
        """The page whose upper edge is nearest, counted from 1, or the last at the end; 0 where there is none."""
        down = self.verticalScrollBar()
        if down.value() == down.maximum() > 0:
            return self.count
        return min(round(down.value() / self._pitch) + 1, self.count)

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 1, from its upper edge."""
        self.verticalScrollBar().setValue(round((page - 1) * self._pitch))

    def fit_page(self) -> None:
        """Show whole pages."""
        self._fit = _Fit.PAGE
        self._arrange(self.current)

    def fit_width(self) -> None:
        """Show pages as wide as there is room."""
        self._fit = _Fit.WIDTH
        self._arrange(self.current)

    def zoom_in(self) -> None:
        """Show pages larger."""
        self._zoom_to(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Show pages smaller."""
        self._zoom_to(self._zoom / _STEP)

    def _zoom_to(self, zoom: float) -> None:
        page = self.current
        self._fit, self._zoom = _Fit.NOTHING, min(max(zoom, _LEAST), _MOST)
        self._arrange(page)

    @property
    def _pitch(self) -> float:
        """How far below a page the next begins, in pixels."""
        return self._size.height() * self._zoom + _GAP

    def _arrange(self, page: int) -> None:
        """Give the bars their reach at the zoom that fits, and show a page, counted from 1."""
        room = self.viewport().size()
        fits = max(room.width() - 2 * _GAP, 1) / self._size.width()
        if self._fit is _Fit.PAGE:
            fits = min(fits, max(room.height() - 2 * _GAP, 1) / self._size.height())
        if self._fit is not _Fit.NOTHING:
            self._zoom = min(max(fits, _LEAST), _MOST)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(room.height())
        down.setSingleStep(room.height() // 10)
        down.setRange(0, max(0, round(self.count * self._pitch) + _GAP - room.height()))
        across.setPageStep(room.width())
        across.setRange(0, max(0, round(self._size.width() * self._zoom) + 2 * _GAP - room.width()))
        self.turn_to(page)
        self._moved()

    def _moved(self) -> None:
        self.viewport().update()
        self.turned.emit()

    def _place_of(self, number: int) -> QRectF:
        """Return where a page, counted from 0, is on the viewport."""
        size = self._size * self._zoom
        spare = max(0.0, self.viewport().width() - 2 * _GAP - size.width())
        left = _GAP + spare / 2 - self.horizontalScrollBar().value()
        return QRectF(QPointF(left, _GAP + number * self._pitch - self.verticalScrollBar().value()), size)

    def _draw(self, painter: QPainter, strip: Strip, number: int) -> None:
        place = self._place_of(number)
        painter.save()
        painter.setClipRect(place)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.translate(place.topLeft())
        painter.scale(self._zoom, self._zoom)
        draw_page(strip, painter, number, self._size.height())
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802 - Qt's
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        if self._strip is not None:
            top = self.verticalScrollBar().value() - _GAP
            first = max(0, int(top // self._pitch))
            last = min(self.count, int((top + self.viewport().height()) // self._pitch) + 1)
            for number in range(first, last):
                self._draw(painter, self._strip, number)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        page = self.current
        super().resizeEvent(event)
        self._arrange(page)
