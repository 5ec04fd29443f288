"""Excerpts: the sentences with which one side begins earlier, or ends later, than the other's quotation does.

Whoever prints more of what was said, or less, has changed nothing by that.
"""

from collections.abc import Sequence

from crossquote.comparison.align.keys import tokens_in
from crossquote.comparison.align.sentences import SentenceWords, anchors, cut_sentences, is_verbatim, says_all, shared
from crossquote.comparison.align.stretch import Part
from crossquote.language.language import Language
from crossquote.model.span import Span

_OUTSIDE = 0.4
"""Of a sentence that the other side does not print, less than so much of its weight stands there, by chance."""
_MET = 0.6
"""Of the one beside it, so much at least stands in the other side's first or last sentence."""
_VERBATIM = 0.8
"""A sentence of which so much stands there was moved, or is said in other words."""


def in_common(whole: Part, other: Part, language: Language) -> tuple[Part, Part]:
    """Return two texts without the whole sentences, at their ends, that only one of them prints."""
    ours, theirs = (cut_sentences(part.text, part.words, language, part.span) for part in (whole, other))
    if not ours or not theirs or len(ours) == len(theirs) == 1:
        return whole, other
    head = _unmet(ours, theirs), _unmet(theirs, ours)
    ours, theirs = ours[head[0] :], theirs[head[1] :]
    tail = _unmet(ours[::-1], theirs[::-1]), _unmet(theirs[::-1], ours[::-1])
    return _rest(whole, ours, head[0], tail[0]), _rest(other, theirs, head[1], tail[1])


def _unmet(sentences: Sequence[SentenceWords], others: Sequence[SentenceWords]) -> int:
    """Return how many sentences, from the first on, the other side does not print, though it prints the next one.

    None where the other side's first sentence is another than that next one, nor where a sentence of the other side has
    no counterpart and may say what is skipped: then it may say it in its own words, elsewhere.
    """
    first, anywhere = anchors(others[0]), anchors(word for sentence in others for word in sentence)
    strange, least = True, _OUTSIDE if len(others) > 1 else _MET
    for number, sentence in enumerate(sentences):
        if is_verbatim(sentence, others[0]):
            return number if strange or _are_all_met(others, sentences[number:]) else 0
        both = shared(sentence, first), shared(others[0], anchors(sentence))
        if strange and max(both) >= _MET and min(both) >= least:
            return number
        share = shared(sentence, anywhere)
        if not says_all(sentence) or share >= _VERBATIM:
            return 0
        strange = strange and share < _OUTSIDE
    return 0


def _are_all_met(others: Sequence[SentenceWords], sentences: Sequence[SentenceWords]) -> bool:
    """Tell whether each sentence of one side stands on the other, nearly word for word and in order."""
    return len(others) <= len(sentences) and all(map(is_verbatim, others, sentences))


def _rest(part: Part, sentences: Sequence[SentenceWords], head: int, tail: int) -> Part:
    """Return a part without so many sentences at its start, which are gone from `sentences`, and so many at its end."""
    start = sentences[0][0].span.start if head else part.span.start
    end = sentences[-tail][0].span.start if tail else part.span.end
    place = Span(start, end)
    return Part(part.text, place, tuple(tokens_in(part.words, place)))
