"""Lines of text as rows show them: shortened where they don't fit, and remembered, since rows are painted so often."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from crossquote.gui.direction import drawing_flags

_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_ELLIPSIS = Qt.TextElideMode.ElideRight
_REMEMBERED = 4096
"""So many lines of one face are remembered: what some hundred windows full of rows say."""


class Fitted(NamedTuple):
    """A line as it is painted: what of the text is shown, how wide that is, and the painter's `flags` for it."""

    shown: str
    width: int
    flags: int


class Lettering:
    """A face, and the lines that were written in it. Made anew where text gets another size."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self.width = lru_cache(_REMEMBERED)(self._width)
        self.fit = lru_cache(_REMEMBERED)(self._fit)

    def _width(self, text: str) -> int:
        """Return how wide `text` is."""
        return self._metrics.horizontalAdvance(text)

    def _fit(self, text: str, room: int, mirrored: bool) -> Fitted:  # noqa: FBT001 - a key of what is remembered
        """Return one line of `text`, shortened with an ellipsis where it is wider than `room`."""
        shown = self._metrics.elidedText(text.replace("\n", " "), _ELLIPSIS, max(room, 0))
        return Fitted(shown, self._width(shown), drawing_flags(shown, mirrored=mirrored) | _LINE)
