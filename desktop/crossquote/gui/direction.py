"""From which side something is read: the window, by its language, and each text, by its own letters.

The first paint comes by here: nothing may name the namespace `Qt`.
"""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout

from crossquote.text.direction import begins_leftward

_FORCED = {False: 0x20000, True: 0x40000}
"""Qt.TextFlag.TextForceLeftToRight, and its counterpart."""
_SIDES = {False: 0x1, True: 0x2}
"""Qt.AlignmentFlag.AlignLeft, AlignRight."""
_ABSOLUTE = 0x10
_MARKS = {False: "\u200e", True: "\u200f"}
"""Letters that are not seen, read from left to right, and from right to left."""


def is_mirrored() -> bool:
    """Tell whether the window begins on the right, since its language does."""
    return QGuiApplication.isRightToLeft()


def keep_direction(text: str, *, mirrored: bool) -> str:
    """Return a text between marks that keep its direction to itself, where the line that it stands in has another."""
    return f"\u2068{text}\u2069" if begins_leftward(text, otherwise=mirrored) is not mirrored else text


def as_window(text: str, *, mirrored: bool) -> str:
    """Return what the program says so that it is read as its window is, whatever word of a stranger begins it."""
    other = not text.isascii() and begins_leftward(text, otherwise=mirrored) is not mirrored
    return f"{_MARKS[mirrored]}{text}" if other else text


def drawing_flags(text: str, *, mirrored: bool, on_right: bool | None = None) -> int:
    """Return how a painter draws a text: in its own direction, on the side where the window's lines begin, or told."""
    side = mirrored if on_right is None else on_right
    return _FORCED[begins_leftward(text, otherwise=mirrored)] | _SIDES[side] | _ABSOLUTE


def set_margins(layout: QLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Set the margins of a layout, told from the side where reading begins."""
    left, right = (end, start) if is_mirrored() else (start, end)
    layout.setContentsMargins(left, top, right, bottom)
