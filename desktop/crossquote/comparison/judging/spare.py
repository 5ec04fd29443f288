"""Spare sentences: those that one side prints besides all that the other does; more was printed there, nothing changed.

"It is late. We will go." beside "We will go.": the first is left out, and what it says is neither lost nor turned.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from msgspec import Struct

from crossquote.comparison.align.keys import AlignmentToken, read_tokens, tokens_in
from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.questions import QUESTION_MARKS
from crossquote.comparison.reading.side import Side
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.sentences import split_sentences
from crossquote.text.terms import Hit

_SAME = 0.8
"""Of a sentence that the other side prints too, so much of the weight stands there."""
_FEWEST = 2
"""So many words that say something has a sentence that says nothing of another: "That is not true" does."""
_CLAUSE, _CLOSING = 3, " \n\"'’”»“)"
"""So many words has a clause at least."""
_LONG = 4
"""A shorter sentence says little by itself."""
_OPENING = 2
"""A condition opens a sentence, or stands behind a "but"."""
_COMMAS = frozenset(",،、，")
_MOST = 40
"""Of more sentences nobody is told: that is no quotation, and each would be held against each."""


class _WeighedSentence(Struct, frozen=True):
    span: Span
    weights: dict[str, float]


def spare_sentences(pair: Pair, *, in_base: bool) -> list[Span]:
    """Return where the sentences of one side stand that the other does without, though it prints all the rest.

    None where any sentence of the other side has no counterpart: that may say the same in other words.
    """
    sides = (pair.base, pair.text) if in_base else (pair.text, pair.base)
    own, other = (list(_sentences(side)) for side in sides)
    if not other or len(own) <= len(other) or len(own) > _MOST:
        return []
    met = dict(_partners(own, other))
    if len(met) < len(other):
        return []
    reading = pair.base_reading if in_base else pair.text_reading
    free = (one.span for number, one in enumerate(own) if number not in met and len(one.weights) >= _FEWEST)
    return [span for span in free if not _binds(reading, span)]


def _binds(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence says something of the one before it: an answer, or but a condition.

    "Is it over? Not for us." "We go. Unless, of course, they come back."
    """
    if reading.text[: sentence.start].rstrip(_CLOSING)[-1:] in QUESTION_MARKS and sentence.start:
        return True
    first, last = word_range(reading.words, sentence)
    if last - first < _LONG:
        return True
    opening = next((hit for hit in reading.of("conditions") if hit.first - first in range(_OPENING)), None)
    if opening is None:
        return False
    commas = [at for at in range(sentence.start, sentence.end) if reading.text[at] in _COMMAS]
    parted = (word_range(reading.words, Span(at, at + 1))[0] for at in commas)
    return not any(at - opening.last >= _CLAUSE and last - at >= _CLAUSE for at in parted)


def without_spare(pair: Pair, hits: Sequence[Hit], *, in_base: bool) -> list[Hit]:
    """Return `hits` of one side without those in its spare sentences."""
    spare = spare_sentences(pair, in_base=in_base)
    return [hit for hit in hits if not any(place.contains(hit.span) for place in spare)]


def _partners(own: Sequence[_WeighedSentence], other: Sequence[_WeighedSentence]) -> Iterator[tuple[int, int]]:
    """Yield the sentences, by their numbers, that stand for one another, the likest first."""
    alike = [(_alike(one, two), i, j) for i, one in enumerate(own) for j, two in enumerate(other)]
    free, wanted = set(range(len(own))), set(range(len(other)))
    for likeness, i, j in sorted(alike, key=itemgetter(0), reverse=True):
        if likeness >= _SAME and i in free and j in wanted:
            free.remove(i)
            wanted.remove(j)
            yield i, j


def _alike(one: _WeighedSentence, other: _WeighedSentence) -> float:
    """Return how much of the weight of two sentences stands in both, 0 to 1."""
    total = sum(one.weights.values()) + sum(other.weights.values())
    both = one.weights.keys() & other.weights.keys()
    return sum(one.weights[key] + other.weights[key] for key in both) / total if total else 0.0


def _sentences(side: Side) -> Iterator[_WeighedSentence]:
    """Yield the sentences of a side, cut where one quote ends and the next of the same rendition begins."""
    words = read_tokens(side.text, side.language)
    start = 0
    for piece in side.text.split(GAP):
        for place in split_sentences(piece, side.language):
            span = place.shifted(start)
            inside = _weights(tokens_in(words, span))
            if inside:
                yield _WeighedSentence(span, inside)
        start += len(piece) + len(GAP)


def _weights(words: Sequence[AlignmentToken]) -> dict[str, float]:
    telling = {word.anchor: word.weight for word in words if word.tells}
    return telling or {word.anchor: 1.0 for word in words}
