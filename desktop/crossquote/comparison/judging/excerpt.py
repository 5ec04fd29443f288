"""An excerpt: the words at a place, as a message shows them."""

from crossquote.model.span import Span

_LONGEST_QUOTE = 60


def shown(text: str, span: Span) -> str:
    """Return the text at `span` for a message, shortened in the middle, between words, where it is long."""
    piece = " ".join(span.of(text).split())
    if len(piece) <= _LONGEST_QUOTE:
        return piece
    half = _LONGEST_QUOTE // 2
    head, tail = piece[:half], piece[-half:]
    if piece[half] != " ":
        head = head.rpartition(" ")[0] or head
    if piece[-half - 1] != " ":
        tail = tail.partition(" ")[2] or tail
    return f"{head.rstrip()} … {tail.lstrip()}"
