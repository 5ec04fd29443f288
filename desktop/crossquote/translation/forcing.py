"""Forcing: how likely the engine finds each word of a text that it is made to write."""

from collections.abc import Sequence

from crossquote.model.translation import ScoredWord
from crossquote.text.words import split_words
from crossquote.translation.attention import token_spans


def word_scores(text: str, tokens: Sequence[tuple[str, float]]) -> tuple[ScoredWord, ...]:
    """Return the words of `text` with the lowest score among the tokens of each; a word without tokens is left out.

    The lowest tells more than the sum, which is low for any word of many parts.
    """
    places = [
        (place, score)
        for place, (_, score) in zip(token_spans(text, [token for token, _ in tokens]), tokens, strict=True)
        if place is not None
    ]
    found: list[ScoredWord] = []
    at = 0
    for word in split_words(text):
        while at < len(places) and places[at][0].end <= word.span.start:
            at += 1
        scores = []
        for place, score in places[at:]:
            if place.start >= word.span.end:
                break
            scores.append(score)
        if scores:
            found.append(ScoredWord(word.span, min(0.0, *scores)))
    return tuple(found)
