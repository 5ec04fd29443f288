"""The original of a translated rendition in pieces, marked where it became words that differ."""

from collections.abc import Sequence

from crossquote.comparison.align.projection import SpanLink, to_original
from crossquote.model.markup import Look, Piece
from crossquote.model.span import Span

_TOLD = frozenset({Look.CHANGED, Look.ADDED, Look.MOVED})


def original_pieces(text: str, pieces: Sequence[Piece], links: Sequence[SpanLink]) -> tuple[Piece, ...]:
    """Return the original in pieces: what became words that differ is marked, quietly."""
    told = [piece.span for piece in pieces if piece.look in _TOLD and piece.span is not None]
    cut: list[Piece] = []
    at = 0
    for span in to_original(told, links):
        if span.end > len(text):
            continue
        if span.start > at:
            cut.append(Piece(text[at : span.start], span=Span(at, span.start)))
        cut.append(Piece(span.of(text), Look.WORDING, span))
        at = span.end
    if at < len(text):
        cut.append(Piece(text[at:], span=Span(at, len(text))))
    return tuple(cut)
