"""What lies beside something lies outside of it where there is room, and always within its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from crossquote.gui.widgets.beside import Flank, place_beside

ROOM = QRect(0, 0, 800, 600)
SIZE = QSize(200, 100)
WIDE = QRect(100, 200, 500, 100)


@pytest.mark.parametrize(
    ("side", "mirrored", "corner", "tip"),
    [
        (Flank.BELOW, False, (100, 300), (136, 300)),
        (Flank.BELOW, True, (400, 300), (563, 300)),
        (Flank.ABOVE, False, (100, 100), (136, 199)),
        (Flank.RIGHT, False, (600, 175), (600, 236)),
        (Flank.LEFT, False, (0, 175), (199, 236)),
        (Flank.LEFT, True, (600, 175), (600, 236)),
    ],
)
def test_it_begins_where_what_it_speaks_of_begins(
    side: Flank, mirrored: bool, corner: tuple[int, int], tip: tuple[int, int]
) -> None:
    target = WIDE.translated(100, 0) if corner == (0, 175) else WIDE
    placed = place_beside(target, SIZE, ROOM, (side,), mirrored=mirrored)
    assert (placed.box.topLeft().toTuple(), placed.tip.toTuple()) == (corner, tip)


def test_the_first_side_with_room_is_taken_else_the_one_with_the_most() -> None:
    low = QRect(100, 450, 300, 100)
    assert place_beside(low, SIZE, ROOM, (Flank.BELOW, Flank.ABOVE), mirrored=False).side is Flank.ABOVE
    large = QRect(0, 60, 800, 500)
    placed = place_beside(large, SIZE, ROOM, (Flank.BELOW, Flank.ABOVE), mirrored=False)
    assert placed.side is Flank.ABOVE
    assert placed.box.top() == ROOM.top()


BOXES = st.builds(QRect, *(st.integers(0, 700) for _ in range(2)), *(st.integers(1, 900) for _ in range(2)))
SIZES = st.builds(QSize, st.integers(50, 800), st.integers(50, 600))


@given(BOXES, SIZES, st.permutations(list(Flank)), st.booleans())
def test_it_lies_within_its_room_and_covers_nothing_where_a_side_has_the_room(
    target: QRect, size: QSize, sides: list[Flank], mirrored: bool
) -> None:
    target &= ROOM
    placed = place_beside(target, size, ROOM, sides, mirrored=mirrored)
    assert ROOM.contains(placed.box)
    assert placed.box.size() == size
    assert placed.box.contains(placed.tip)
    free = (target.top(), 600 - target.bottom() - 1)
    if max(free) >= size.height():
        assert not placed.box.intersects(target)
