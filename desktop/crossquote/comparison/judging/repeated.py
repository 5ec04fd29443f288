"""Repeated: sentences that one side says more often than the other, for emphasis; what they say again is not lost."""

from collections.abc import Mapping, Sequence

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.model.span import Span
from crossquote.text.sentences import split_sentences
from crossquote.text.terms import Hit

SentencePlaces = Mapping[tuple[str, ...], Sequence[Span]]
"""Sentences by their words, with where each stands, in order."""


def repeated_sentences(pair: Pair, *, in_base: bool) -> SentencePlaces:
    """Return the sentences of one side that stand in it more often than in the other, which has them too."""
    own, other = _both(pair, in_base=in_base)
    return {words: places for words, places in own.items() if len(places) > len(other.get(words, ())) > 0}


def without_said_again(pair: Pair, hits: Sequence[Hit], *, in_base: bool) -> list[Hit]:
    """Return `hits` of one side without those in sentences that it says once more than the other side does."""
    own, other = _both(pair, in_base=in_base)
    again = [place for words, places in own.items() if words in other for place in places[len(other[words]) :]]
    return [hit for hit in hits if not any(place.contains(hit.span) for place in again)]


def _both(pair: Pair, *, in_base: bool) -> tuple[SentencePlaces, SentencePlaces]:
    """Return the sentences of one side, and of the other."""
    base, text = _said(pair.base.text, pair.base_reading), _said(pair.text.text, pair.text_reading)
    return (base, text) if in_base else (text, base)


def _said(text: str, reading: Reading) -> SentencePlaces:
    found: dict[tuple[str, ...], list[Span]] = {}
    for one in split_sentences(text, reading.language):
        words = tuple(word.key for word in reading.words[slice(*word_range(reading.words, one))])
        if words:
            found.setdefault(words, []).append(one)
    return found
