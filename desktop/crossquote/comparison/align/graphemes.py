"""Letters: which parts of two close words differ, in whole graphemes."""

from functools import lru_cache

import regex
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from crossquote.model.span import Span

_ALIKE = 50.0
"""Words that share less of their letters (in percent) are other words: marking letters would say nothing."""


def graphemes(text: str) -> list[str]:
    """Return the graphemes of `text`: what a reader calls a letter, whatever it is made of."""
    return regex.findall(r"\X", text)


@lru_cache(maxsize=16384)
def differing_letters(base: str, text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the parts of each word that the other lacks, as spans into it.

    Case does not count. There are none where the words are not alike.
    """
    if base == text or ratio(base.casefold(), text.casefold()) < _ALIKE:
        return (), ()
    first, second = graphemes(base), graphemes(text)
    starts, ends = _edges(first), _edges(second)
    in_base: list[Span] = []
    in_text: list[Span] = []
    for code in Indel.opcodes([sign.casefold() for sign in first], [sign.casefold() for sign in second]):
        if code.tag == "equal":
            continue
        if code.src_end > code.src_start:
            in_base.append(Span(starts[code.src_start], starts[code.src_end]))
        if code.dest_end > code.dest_start:
            in_text.append(Span(ends[code.dest_start], ends[code.dest_end]))
    return tuple(in_base), tuple(in_text)


def _edges(signs: list[str]) -> list[int]:
    """Return where each sign begins, and where the last one ends."""
    edges = [0]
    for sign in signs:
        edges.append(edges[-1] + len(sign))
    return edges
