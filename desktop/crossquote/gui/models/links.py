"""Which words of a rendition's translation came from which words of its original."""

from collections.abc import Iterable, Sequence

from crossquote.gui.models.markup import Look, Piece
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import GAP, Rendition

Link = tuple[Span, Span]
_TOLD = frozenset({Look.CHANGED, Look.ADDED, Look.MOVED})


def links_of(rendition: Rendition, state: State) -> tuple[Link, ...]:
    """Return (original, translation) spans into the rendition's two texts; empty where they can't be trusted."""
    found: list[Link] = []
    source_at = target_at = 0
    for quote in rendition.quotes:
        made = state.evidence.get(quote)
        if made is None:
            return ()
        if not rendition.text.startswith(made.source, source_at):
            return ()
        if not rendition.shown.startswith(made.text, target_at):
            return ()
        found += [(source.shifted(source_at), target.shifted(target_at)) for source, target in made.links]
        source_at += len(made.source) + len(GAP)
        target_at += len(made.text) + len(GAP)
    return tuple(found)


def sources_of(span: Span, links: Iterable[Link]) -> tuple[Span, ...]:
    """Return the parts of the original that the translation's `span` came from."""
    return tuple(dict.fromkeys(source for source, target in links if target.overlaps(span)))


def targets_of(span: Span, links: Iterable[Link]) -> tuple[Span, ...]:
    """Return the parts of the translation that came from the original's `span`."""
    return tuple(dict.fromkeys(target for source, target in links if source.overlaps(span)))


def original_pieces(text: str, pieces: Sequence[Piece], links: Sequence[Link]) -> tuple[Piece, ...]:
    """Return the original in pieces: what became words that differ is marked, quietly."""
    told = [piece.span for piece in pieces if piece.look in _TOLD and piece.span is not None]
    spans = sorted({source for span in told for source in sources_of(span, links)})
    cut: list[Piece] = []
    at = 0
    for span in spans:
        if span.start < at or span.end > len(text) or len(span) == 0:
            continue
        if span.start > at:
            cut.append(Piece(text[at : span.start], span=Span(at, span.start)))
        cut.append(Piece(span.of(text), Look.WORDING, span))
        at = span.end
    if at < len(text):
        cut.append(Piece(text[at:], span=Span(at, len(text))))
    return tuple(cut)
