"""Lines and small labels as rows show them: their look is remembered, since rows are painted so often."""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from crossquote.gui.direction import drawing_flags
from crossquote.gui.plain import at_most, in_line
from crossquote.gui.units import said_by, units_of

_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_ELLIPSIS = Qt.TextElideMode.ElideRight
_REMEMBERED = 4096
"""So many lines of one face are remembered: what some hundred windows full of rows say."""
_FRAMES = 256
"""So many frames of labels are: one a width and a look."""
_CORNER = 4
_FACES = 32
"""So many faces are remembered: those of all lists at some sizes of the text."""
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Outline(NamedTuple):
    """The frame of a small label: how large it is, how far it stands off whole pixels, its colours, those of a device.

    `ratio` is how many pixels of the device are one.
    """

    width: int
    height: int
    off: float
    line: str
    ground: str
    ratio: float


class Fitted(NamedTuple):
    """A line as it is painted: what of the text is shown, how wide that is, and the painter's `flags` for it."""

    shown: str
    width: int
    flags: int


class Lettering:
    """A face, and the lines that were written in it."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self.width = lru_cache(_REMEMBERED)(self._width)
        self.fit = lru_cache(_REMEMBERED)(self._fit)
        self.wrap = lru_cache(_REMEMBERED)(self._wrap)
        self.frame = lru_cache(_FRAMES)(draw_frame)

    def _width(self, text: str) -> int:
        """Return how wide `text` is."""
        return self._metrics.horizontalAdvance(text)

    def _wrap(self, text: str, room: int, most: int) -> tuple[str, ...]:
        """Return `text` in lines that fit into `room`, `most` of them at most: the last has all the rest."""
        flat = at_most(text).replace("\n", " ")
        units, layout = units_of(flat), QTextLayout(flat, self.font)
        layout.setTextOption(_WRAPPED)
        lines: list[str] = []
        start = 0
        layout.beginLayout()
        while len(lines) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, 1))
            start = line.textStart()
            lines.append(said_by(units[start : start + line.textLength()]).strip())
        layout.endLayout()
        return (*lines[:-1], said_by(units[start:]).strip()) if lines else ()

    def _fit(self, text: str, room: int, mirrored: bool) -> Fitted:  # noqa: FBT001 - a key of what is remembered
        """Return one line of `text`, shortened with an ellipsis where it is wider than `room`."""
        shown = self._metrics.elidedText(in_line(text), _ELLIPSIS, max(room, 0))
        return Fitted(shown, self._width(shown), drawing_flags(shown, mirrored=mirrored) | _LINE)


@lru_cache(_FACES)
def lettering_of(font: QFont) -> Lettering:
    """Return the lettering of a face: what one list has written in it, no other has to measure again."""
    return Lettering(font)


def draw_frame(outline: Outline) -> QPixmap:
    """Return the picture of a frame with a pixel around it; its smooth corners take most of what a label does."""
    width, height = outline.width + 2, outline.height + 3
    picture = QPixmap(ceil(width * outline.ratio), ceil(height * outline.ratio))
    picture.setDevicePixelRatio(outline.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(outline.line), 1))
    painter.setBrush(QColor(outline.ground))
    painter.drawRoundedRect(QRectF(1.5, 1 + outline.off, outline.width - 1, outline.height), _CORNER, _CORNER)
    painter.end()
    return picture
