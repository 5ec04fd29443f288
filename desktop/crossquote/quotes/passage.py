"""Passages: words quoted from somebody, before it is known whose."""

from msgspec import Struct

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span, hull


class QuotedPassage(Struct, frozen=True):
    """Words quoted from somebody, before it is known whose.

    `spans` are the words, `pieces` the same with their marks, and `outer` is the hull of these. `speaker` is where
    the layout itself names the speaker, as a transcript does; a `turn` in a dialogue is not the speaker's of the one
    before it.
    """

    spans: tuple[Span, ...]
    outer: Span
    kind: QuoteKind
    pieces: tuple[Span, ...]
    speaker: Span | None = None
    turn: bool = False

    @property
    def hull(self) -> Span:
        """The smallest span that holds the words."""
        return hull(self.spans)

    def before(self, stretch: Span) -> Span:
        """Return what of a stretch of text stands before the passage."""
        return Span(stretch.start, max(stretch.start, self.outer.start))

    def behind(self, stretch: Span) -> Span:
        """Return what of a stretch of text stands behind the passage."""
        return Span(self.outer.end, max(self.outer.end, stretch.end))


def trim(span: Span, text: str) -> Span:
    """Return `span` without the blanks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
