"""Sentences: the words of each sentence of a text as an alignment sees them, and how much of one stands in another."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import regex

from crossquote.comparison.align.keys import AlignmentToken, tokens_in
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.sentences import split_sentences

SentenceWords = Sequence[AlignmentToken]
_VERBATIM = 0.8
"""Where so much of the weight of both stands in the other, one is the other."""
_LONG, _FEWEST = 4, 2
"""So many words, and so many that say something, has a sentence that is understood by itself ("Not for us" is none)."""
_GAPS = regex.compile(r"\s*(?:…|\.{3,}|[\[(](?:…|\.{3,})[\])])\s*")
"""What a cut is marked by, the gap between two quotes among it."""


def cut_sentences(
    text: str, words: Sequence[AlignmentToken], language: Language, place: Span | None = None
) -> list[SentenceWords]:
    """Return the words of the sentences of a text, or of those that lie in a place of it; cut at gaps, too."""
    inside = (one for one in split_sentences(text, language) if place is None or place.contains(one))
    cut = (tokens_in(words, piece) for one in inside for piece in _pieces(text, one))
    return [found for found in cut if found]


def _pieces(text: str, place: Span) -> Iterator[Span]:
    start = place.start
    for gap in _GAPS.finditer(text, place.start, place.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, place.end)


def says_all(words: SentenceWords) -> bool:
    """Tell whether a sentence is long enough to be understood by itself: "That is not true." is said of another."""
    return len(words) >= _LONG and sum(word.tells for word in words) >= _FEWEST


def is_verbatim(one: SentenceWords, other: SentenceWords) -> bool:
    """Tell whether two sentences are one, nearly word for word."""
    return min(shared(one, anchors(other)), shared(other, anchors(one))) >= _VERBATIM


def anchors(words: Iterable[AlignmentToken]) -> frozenset[str]:
    """Return what must agree for words to be the same ones."""
    return frozenset(word.anchor for word in words)


def shared(words: SentenceWords, there: Collection[str]) -> float:
    """Return how much of the weight of some words stands there, 0 to 1."""
    weights = [(word.weight, word.anchor in there) for word in words if word.tells]
    total = sum(heavy for heavy, _ in weights)
    return sum(heavy for heavy, met in weights if met) / total if total else 0.0
