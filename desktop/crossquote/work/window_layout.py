"""How windows share their room, as settings keep it: sizes with blanks between, checked when they are read."""

from collections.abc import Sequence

_LARGEST = 20_000
"""No part of a window is larger, in pixels."""
_DIRECTIONS = ("up", "down")


def tell_sizes(sizes: Sequence[int]) -> str:
    """Return sizes as they are kept."""
    return " ".join(map(str, sizes))


def read_sizes(kept: str, count: int) -> tuple[int, ...]:
    """Return the `count` sizes that are kept; none where they are others than that, or no sizes."""
    parts = kept.split()
    if len(parts) != count or not all(part.isascii() and part.isdecimal() and len(part) < 6 for part in parts):
        return ()
    sizes = tuple(map(int, parts))
    return sizes if max(sizes) <= _LARGEST and any(sizes) else ()


def tell_sorting(column: str, *, downwards: bool) -> str:
    """Return by which column a list is sorted, and in which direction, as it is kept."""
    return f"{column} {_DIRECTIONS[downwards]}"


def read_sorting(kept: str, columns: Sequence[str]) -> tuple[int, bool] | None:
    """Return the number of the column that a list was sorted by, and whether downwards; None where there is no such."""
    column, _, direction = kept.partition(" ")
    if column not in columns or direction not in _DIRECTIONS:
        return None
    return columns.index(column), direction == _DIRECTIONS[1]
