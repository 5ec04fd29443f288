"""Where something small lies beside what it speaks of: outside of it as long as a side has the room."""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize


class Flank(Enum):
    """On which side of what it speaks of something lies."""

    ABOVE = (0, -1)
    BELOW = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)

    @property
    def lies_across(self) -> bool:
        """Whether it lies to the left or to the right."""
        return self.value[0] != 0

    @property
    def turned(self) -> "Flank":
        """The same side where the window is mirrored."""
        x, y = self.value
        return Flank((-x, y))


class PlacedBeside(Struct, frozen=True):
    """Where something lies, on which side, and the point of its edge that is nearest to what it speaks of."""

    box: QRect
    side: Flank
    tip: QPoint


def place_beside(target: QRect, size: QSize, room: QRect, sides: Sequence[Flank], *, mirrored: bool) -> PlacedBeside:
    """Return where something of `size` lies beside `target`, within `room`: on the first of `sides` that has the room.

    Where none has, it lies on the one with the most, and over as little of the target as can be. It begins where the
    target begins. Where the window is `mirrored`, that is on the right, and so are the `sides` turned round.
    """
    sides = [side.turned if mirrored else side for side in sides]
    fitting = [side for side in sides if _lack(side, target, size, room) <= 0]
    side = fitting[0] if fitting else min(sides, key=lambda one: _lack(one, target, size, room))
    box = QRect(_corner(side, target, size, mirrored=mirrored), size)
    box.moveLeft(max(room.left(), min(box.left(), room.right() + 1 - size.width())))
    box.moveTop(max(room.top(), min(box.top(), room.bottom() + 1 - size.height())))
    return PlacedBeside(box, side, _tip(side, target, box, mirrored=mirrored))


def _lack(side: Flank, target: QRect, size: QSize, room: QRect) -> int:
    """Return how many pixels a side lacks; less than none where it has more than is needed."""
    free = {
        Flank.ABOVE: target.top() - room.top(),
        Flank.BELOW: room.bottom() - target.bottom(),
        Flank.LEFT: target.left() - room.left(),
        Flank.RIGHT: room.right() - target.right(),
    }[side]
    return (size.width() if side.lies_across else size.height()) - free


def _corner(side: Flank, target: QRect, size: QSize, *, mirrored: bool) -> QPoint:
    """Return where the upper left corner would be if there were room on all sides."""
    if side.lies_across:
        left = target.right() + 1 if side is Flank.RIGHT else target.left() - size.width()
        return QPoint(left, target.top() - size.height() // 4)
    top = target.bottom() + 1 if side is Flank.BELOW else target.top() - size.height()
    return QPoint(target.right() + 1 - size.width() if mirrored else target.left(), top)


_IN = 36
"""So far from its corner, where reading begins, the tip points into a wide target."""
_CORNER = 18
"""So far from its own corners the tip stays."""


def _tip(side: Flank, target: QRect, box: QRect, *, mirrored: bool) -> QPoint:
    """Return the point on the edge of `box` that looks at the target."""
    if side.lies_across:
        middle = target.top() + min(target.height() // 2, _IN)
        y = max(box.top() + _CORNER, min(middle, box.bottom() - _CORNER))
        return QPoint(box.left() if side is Flank.RIGHT else box.right(), y)
    inwards = min(target.width() // 2, _IN)
    middle = target.right() - inwards if mirrored else target.left() + inwards
    x = max(box.left() + _CORNER, min(middle, box.right() - _CORNER))
    return QPoint(x, box.top() if side is Flank.BELOW else box.bottom())
