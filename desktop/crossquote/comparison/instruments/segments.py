"""Segments: a compared text cut into pieces to be drawn, each with what happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a rendition's text. `missing` is what the base has here and the rendition lacks.

    An empty piece with `missing` is a place where something was left out; `kind` says whether it was
    truncated (outside what a fragment renders) or omitted.
    """

    text: str
    op: Op
    kind: ChangeClass
    span: Span
    missing: str = ""


def segments(comparison: Comparison) -> Iterator[Segment]:
    """Yield the pieces of the rendition's text in order; joined, their texts are that text."""
    for change in sorted(comparison.changes, key=_place):
        piece = change.text.of(comparison.text)
        missing = "" if change.op in (Op.EQUAL, Op.MOVE) else change.base.of(comparison.base)
        if piece or missing.strip():
            yield Segment(piece, change.op, change.kind, change.text, missing)


def _place(change: Change) -> tuple[int, int]:
    return change.text.start, change.text.end
