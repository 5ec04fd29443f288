"""Sentences of a text: where one ends and the next begins, by marks alone."""

import regex

from crossquote.model.span import Span

_END = regex.compile(r"[.!?…]+[\"'»”’)]*\s+(?=[\p{Lu}\p{Lo}\p{N}«“„\"'—–])|[。！？]+[」』”]*|\n+")


def split_sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the blanks around them."""
    del language
    spans, at = [], 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        piece = text[at:end]
        if piece.strip():
            spans.append(Span(at + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
        at = end
    return tuple(spans)
