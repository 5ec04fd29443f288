"""What is drawn on pages, as values: the report in marked-up text of few elements, and where its headings came."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from crossquote.export.choice import Paper

KEPT = 6
"""The level of a line that is no heading, but stays with what follows it."""
MARGIN = 48.0
FOOT = 40.0
"""Points: of the page, how much is left free on each side; and below which only its number stands."""
_GRID = 64
"""Glyphs stand on a grid of so many places a point."""


class PagedText(Struct, frozen=True):
    """Marked-up text (HTML, of the elements and properties that Qt lays out) with its style, title and paper.

    Headings stand in no other element: where one begins, the text can be parted.
    """

    title: str
    text: str
    style: str
    paper: Paper = Paper.A4


class DrawnHeading(Struct, frozen=True):
    """A heading of some level (the title's is 1) on a page, by its number from 0."""

    text: str
    level: int
    page: int


class DrawnGlyph(Struct, frozen=True, array_like=True):
    """A glyph that was drawn: by a number that it alone has of all glyphs of all faces, and the letters it is of.

    The glyphs of a `group`, by its number in the line, are of the same letters: those of a word, which are shaped
    together, or of a letter where one reads from right to left (`leftward`).
    """

    number: int
    group: int
    letters: str
    leftward: bool


DrawnLine = tuple[DrawnGlyph, ...]
"""A line as it was drawn, from left to right."""


class DrawnPages(Struct, frozen=True):
    """A PDF as it was drawn, with its headings in their order.

    `lines` are those of each page but its foot, in the order in which they were drawn; none of a page on which each
    letter has a glyph of its own.
    """

    pdf: bytes
    headings: tuple[DrawnHeading, ...]
    lines: tuple[tuple[DrawnLine, ...], ...] = ()


class InLine(Protocol):
    """What stands in a line, some points to the right."""

    @property
    def place(self) -> float:
        """How far to the right it stands, in points from anywhere that is the same for all of its line."""


P = TypeVar("P", bound=InLine)


def from_left(line: Sequence[P]) -> list[P]:
    """Return what stands in a line from left to right; what stands at one place of the grid as it came."""
    left = min((one.place for one in line), default=0.0)
    return sorted(line, key=lambda one: round((one.place - left) * _GRID))
