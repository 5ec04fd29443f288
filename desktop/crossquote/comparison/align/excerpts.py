"""Excerpts: the sentences with which one side begins earlier, or ends later, than the other's quotation does.

Whoever prints more of what was said, or less, has changed nothing by that.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

import regex

from crossquote.comparison.align.keys import AlignmentToken, tokens_in
from crossquote.comparison.align.stretch import Part
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.sentences import split_sentences

_OUTSIDE = 0.4
"""Of a sentence that the other side does not print, less than so much of its weight stands there, by chance."""
_MET = 0.6
"""Of the one beside it, so much at least stands in the other side's first or last sentence."""
_VERBATIM = 0.8
"""Where so much of both stands in the other, one is the other, and nothing before it is said there in other words."""
_FEWEST, _LONG = 2, 4
"""A sentence has so many words that say something, and so many in all: with fewer it may be of another one ("That is
not true", "Not for us")."""

_GAPS = regex.compile(r"\s*(?:…|\.{3,}|[\[(](?:…|\.{3,})[\])])\s*")
"""What a cut is marked by, the gap between two quotes among it."""
_SentenceWords = Sequence[AlignmentToken]


def in_common(whole: Part, other: Part, language: Language) -> tuple[Part, Part]:
    """Return two texts without the whole sentences, at their ends, that only one of them prints."""
    sides = [(part, _sentences(part, language)) for part in (whole, other)]
    if min(len(sentences) for _, sentences in sides) == 0 or max(len(sentences) for _, sentences in sides) == 1:
        return whole, other
    ours, theirs = (sentences for _, sentences in sides)
    head = _unmet(ours, theirs), _unmet(theirs, ours)
    ours, theirs = ours[head[0] :], theirs[head[1] :]
    tail = _unmet(ours[::-1], theirs[::-1]), _unmet(theirs[::-1], ours[::-1])
    return _rest(whole, ours, head[0], tail[0]), _rest(other, theirs, head[1], tail[1])


def _sentences(part: Part, language: Language) -> list[_SentenceWords]:
    """Return the words of the sentences of a part, cut at gaps between two quotes too."""
    places = (place for place in split_sentences(part.text, language) if part.span.contains(place))
    inside = (tokens_in(part.words, piece) for place in places for piece in _pieces(part.text, place))
    return [words for words in inside if words]


def _pieces(text: str, place: Span) -> Iterator[Span]:
    start = place.start
    for gap in _GAPS.finditer(text, place.start, place.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, place.end)


def _unmet(sentences: Sequence[_SentenceWords], others: Sequence[_SentenceWords]) -> int:
    """Return how many sentences, from the first on, the other side does not print, though it prints the next one.

    None where the other side's first sentence is another than that next one, nor where a sentence of the other side has
    no counterpart and may say what is skipped: then it may say it in its own words, elsewhere.
    """
    first, anywhere = _anchors(others[0]), _anchors(word for sentence in others for word in sentence)
    strange, least = True, _OUTSIDE if len(others) > 1 else _MET
    for number, sentence in enumerate(sentences):
        both = _shared(sentence, first), _shared(others[0], _anchors(sentence))
        if min(both) >= _VERBATIM:
            return number if strange or _are_all_met(others, sentences[number:]) else 0
        if strange and max(both) >= _MET and min(both) >= least:
            return number
        small = len(sentence) < _LONG or sum(word.tells for word in sentence) < _FEWEST
        if small or _shared(sentence, anywhere) >= _VERBATIM:
            return 0
        strange = strange and _shared(sentence, anywhere) < _OUTSIDE
    return 0


def _are_all_met(others: Sequence[_SentenceWords], sentences: Sequence[_SentenceWords]) -> bool:
    """Tell whether each sentence of one side stands on the other, nearly word for word and in order."""
    if len(others) > len(sentences):
        return False
    return all(
        min(_shared(one, _anchors(other)), _shared(other, _anchors(one))) >= _VERBATIM
        for one, other in zip(others, sentences, strict=False)
    )


def _anchors(words: Iterable[AlignmentToken]) -> frozenset[str]:
    return frozenset(word.anchor for word in words)


def _shared(words: _SentenceWords, there: Collection[str]) -> float:
    """Return how much of the weight of some words stands there, 0 to 1."""
    weights = [(word.weight, word.anchor in there) for word in words if word.tells]
    total = sum(heavy for heavy, _ in weights)
    return sum(heavy for heavy, met in weights if met) / total if total else 0.0


def _rest(part: Part, sentences: Sequence[_SentenceWords], head: int, tail: int) -> Part:
    """Return a part without so many sentences at its start, which are gone from `sentences`, and so many at its end."""
    start = sentences[0][0].span.start if head else part.span.start
    end = sentences[-tail][0].span.start if tail else part.span.end
    place = Span(start, end)
    return Part(part.text, place, tuple(tokens_in(part.words, place)))
