"""Places of which it is told when something is: changes are one place only where one goes on where the other ends."""

import pytest

from crossquote.comparison.reading.times import changed_places
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span

REPLACE, EQUAL, INSERT, MOVE = Op.REPLACE, Op.EQUAL, Op.INSERT, Op.MOVE


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ([(REPLACE, (0, 2), (0, 3))], [((0, 2), (0, 3))]),
        ([(REPLACE, (0, 2), (0, 3)), (INSERT, (2, 2), (3, 5))], [((0, 2), (0, 5))]),
        (
            [(REPLACE, (0, 2), (0, 3)), (EQUAL, (2, 4), (3, 5)), (INSERT, (4, 4), (5, 7))],
            [((0, 2), (0, 3)), ((4, 4), (5, 7))],
        ),
        ([(REPLACE, (0, 2), (0, 3)), (EQUAL, (2, 3), (3, 4)), (REPLACE, (3, 6), (4, 8))], [((0, 6), (0, 8))]),
        ([(REPLACE, (0, 2), (12, 15)), (REPLACE, (2, 4), (7, 9))], [((0, 2), (12, 15)), ((2, 4), (7, 9))]),
        ([(MOVE, (0, 2), (5, 7)), (REPLACE, (2, 4), (0, 5))], [((2, 4), (0, 5))]),
        ([], []),
    ],
)  # fmt: skip
def test_changes_are_one_place_where_they_follow_on_both_sides(
    changes: list[tuple[Op, tuple[int, int], tuple[int, int]]],
    places: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    made = [Change(op, Span(*base), Span(*text), ChangeClass.TENSE) for op, base, text in changes]
    found = [((base.start, base.end), (text.start, text.end)) for base, text in changed_places(made)]
    assert found == places
