"""Cutting: lines on a long strip come on pages, none of them lost, and none through which a page ends."""

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

_INSIDE = 0.5
"""Points: what begins or ends less apart than twice as much is beside each other."""


class StripPart(Struct, frozen=True):
    """A part of a strip, from its top to its bottom, in points.

    Of its lines one ends at `ended` before all others, and one begins at `begun` after all others. Lines of many faces
    are higher than they stand apart: the last one of a stretch reaches into what is below it, which is not its own.
    """

    top: float
    bottom: float
    ended: float = inf
    begun: float = -inf

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def within(self) -> tuple[float, float]:
        """From where to where all of its lines reach, and as few others as can be."""
        first, last = self.ended - _INSIDE, self.begun + _INSIDE
        if first < last:
            return first, last
        middle = (first + last) / 2
        return middle - _INSIDE / 2, middle + _INSIDE / 2

    def holds(self, line: "StripPart") -> bool:
        """Tell whether a line is drawn with it."""
        first, last = self.within
        return line.top <= last and line.bottom >= first


def joined(stretches: Sequence[StripPart]) -> StripPart:
    """Return the stretch from the uppermost to the lowest one, of one at least."""
    return StripPart(
        min(one.top for one in stretches),
        max(one.bottom for one in stretches),
        min(one.ended for one in stretches),
        max(one.begun for one in stretches),
    )


def _told_apart(shown: StripPart, above: float, below: float) -> StripPart:
    """Return a stretch that is told from lines that reach into it: one ends at `above`, one begins at `below`.

    Where all of its own lines are beside each other, only what is between those two is theirs alone.
    """
    ended, begun = min(shown.ended, below), max(shown.begun, above)
    return replace(shown, ended=ended, begun=begun) if shown.begun < shown.ended and begun < ended else shown


def line_of(top: float, bottom: float) -> StripPart:
    """Return a stretch that is one line."""
    return StripPart(top, bottom, bottom, top)


class PagePart(Struct, frozen=True):
    """What of a strip is on a page; a table that goes on there has its `head` above it again."""

    shown: StripPart
    head: StripPart | None = None

    @property
    def stretches(self) -> tuple[StripPart, ...]:
        """What is drawn on the page, from its top."""
        return (self.head, self.shown) if self.head else (self.shown,)


class Band(Struct, frozen=True):
    """A part of the strip through which no page can end: a line, or lines of cells side by side.

    One that `goes_on` is a heading, the head of a table, or the first line of more: it stays with what follows.
    `head` is the head of its table, of a whole row that is not the head itself.
    """

    shown: StripPart
    goes_on: bool
    head: StripPart | None = None

    def fits(self, height: float) -> bool:
        """Tell whether a page of some height has room for it, below the head of its table."""
        return self.shown.height <= _room_below(self.head, height)


def join_bands(lines: Iterable[Band], height: float) -> Iterator[Band]:
    """Yield lines, and rows that are to stay whole, from above: what no page can end between as one.

    None that is joined is higher than a page.
    """
    band: Band | None = None
    for line in sorted(lines, key=lambda one: (one.shown.top, one.shown.bottom)):
        if band is None:
            band = line
        elif _is_beside(band.shown, line.shown) and _join(band, line).fits(height):
            band = _join(band, line)
        else:
            yield band
            band = line
    if band is not None:
        yield band


def _join(band: Band, other: Band) -> Band:
    return Band(joined([band.shown, other.shown]), band.goes_on and other.goes_on, band.head or other.head)


def _is_beside(band: StripPart, line: StripPart) -> bool:
    """Tell whether neither can be drawn without the other: they begin at one place, or one is within the other."""
    return line.top < band.begun + 2 * _INSIDE or line.bottom < band.bottom + 2 * _INSIDE


def _room_below(head: StripPart | None, height: float) -> float:
    """Return how high what is below a head can be on a page."""
    return height - head.height if head else height


def cut_pages(bands: Sequence[Band], height: float) -> Iterator[PagePart]:
    """Yield what is on each page: none ends in a line, nor with one that goes on, if it has others."""
    at = 0
    while at < len(bands):
        end, head, shown = at + 1, bands[at].head, bands[at].shown
        room = _room_below(head, height)
        while end < len(bands) and (shown := joined([shown, bands[end].shown])).height <= room:
            end += 1
        last = end
        while end < len(bands) and last > at + 1 and bands[last - 1].goes_on:
            last -= 1
        last = end if bands[last - 1].goes_on else last
        above = bands[at - 1].shown.bottom if at else -inf
        below = bands[last].shown.top if last < len(bands) else inf
        yield PagePart(_told_apart(joined([band.shown for band in bands[at:last]]), above, below), head)
        at = last
