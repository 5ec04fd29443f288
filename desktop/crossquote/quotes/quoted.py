"""Stretches in quotation marks: how much of a span they cover, quickly in a long text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from crossquote.model.span import Span

_START, _END = attrgetter("start"), attrgetter("end")


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` in order, with those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def overlapping(span: Span, places: Sequence[Span]) -> Sequence[Span]:
    """Return those of `places`, which are merged, that `span` overlaps."""
    first = bisect_right(places, span.start, key=_END)
    return places[first : max(first, bisect_left(places, span.end, lo=first, key=_START))]


def letters_inside(span: Span, quoted: Sequence[Span]) -> int:
    """Return how many code points of `span` lie within `quoted`, which are merged."""
    index = max(0, bisect_right(quoted, span.start, key=_START) - 1)
    inside = 0
    while index < len(quoted) and quoted[index].start < span.end:
        inside += max(0, min(span.end, quoted[index].end) - max(span.start, quoted[index].start))
        index += 1
    return inside
