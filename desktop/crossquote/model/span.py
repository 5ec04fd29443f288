"""Half-open spans of Unicode code points into a text: they carry everything."""

import sys
from collections.abc import Iterable

from msgspec import Struct


class Span(Struct, frozen=True, order=True, forbid_unknown_fields=True, gc=False):
    """The part `[start, end)` of a text, in code points; `text[start:end]` is the evidence."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= sys.maxsize:
            msg = f"not a span: {self.start}–{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return True: a span is a place, and an empty place is one too."""
        return True

    def of(self, text: str) -> str:
        """Return the piece of `text` that lies in this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Return this span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of `spans` (at least one)."""
    listed = tuple(spans)
    if len(listed) == 1:
        return listed[0]
    return Span(min(s.start for s in listed), max(s.end for s in listed))
