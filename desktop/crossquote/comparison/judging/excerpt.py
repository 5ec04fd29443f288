"""An excerpt: the words at a place, as a message shows them."""

from crossquote.model.span import Span

_LONGEST_QUOTE = 60


def shown(text: str, span: Span) -> str:
    """Return the text at `span` for a message, shortened in the middle where it is long."""
    piece = " ".join(span.of(text).split())
    if len(piece) <= _LONGEST_QUOTE:
        return piece
    half = _LONGEST_QUOTE // 2
    return f"{piece[:half].rstrip()} … {piece[-half:].lstrip()}"
