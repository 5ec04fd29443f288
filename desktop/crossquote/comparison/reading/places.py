"""Places: what stands in the order of a text, found where it lies without a look at all of it."""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from crossquote.model.span import Span


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)
_START = attrgetter("span.start")


def lying_at(placed: Sequence[P], span: Span, reach: int, most: int = sys.maxsize) -> list[P]:
    """Return those of `placed`, which are in the order of their starts, that overlap `span`.

    None of them is longer than `reach` letters. Where more than `most` may overlap, none is returned.
    """
    if not placed:
        return []
    first = bisect_left(placed, span.start - reach, key=_START)
    behind = bisect_left(placed, span.end, lo=first, key=_START)
    if behind - first > most:
        return []
    return [one for one in placed[first:behind] if one.span.overlaps(span)]


class AlongText(Struct, Generic[P], frozen=True):
    """What stands in the order of a text, and how many letters the longest of it has."""

    placed: tuple[P, ...]
    reach: int

    @classmethod
    def of(cls, placed: Iterable[P]) -> "AlongText[P]":
        """Return what is `placed`, in whatever order."""
        ordered = tuple(sorted(placed, key=_START))
        return AlongText(ordered, max((len(one.span) for one in ordered), default=0))

    def at(self, span: Span) -> list[P]:
        """Return what overlaps `span`."""
        return lying_at(self.placed, span, self.reach)


def mark(text: str, spans: Iterable[Span]) -> bytearray:
    """Return one byte a letter of `text`: 1 where a span lies."""
    marks = bytearray(len(text))
    for span in spans:
        marks[span.start : span.end] = b"\1" * len(span)
    return marks
