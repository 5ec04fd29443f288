"""Spare sentences: those that one side prints besides all that the other does; more was printed there, nothing changed.

"It is late. We will go." beside "We will go.": the first is left out, and what it says is neither lost nor turned.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossquote.comparison.align.keys import read_tokens
from crossquote.comparison.align.links import word_range
from crossquote.comparison.align.sentences import SentenceWords, cut_sentences, is_verbatim, says_all
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.questions import QUESTION_MARKS
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.endings import COMMAS, mark_at_end
from crossquote.text.terms import Hit

_CLAUSE = 3
"""So many words has a clause at least."""
_OPENING = 2
"""A condition opens a sentence, or stands behind a "but"."""
_MOST = 40
"""Of more sentences nobody is told: that is no quotation, and each would be held against each."""


def spare_sentences(pair: Pair, *, in_base: bool) -> list[Span]:
    """Return where the sentences of one side stand that the other does without, though it prints all the rest.

    None where any sentence of the other side has no counterpart: that may say the same in other words.
    """
    sides = (pair.base, pair.text) if in_base else (pair.text, pair.base)
    own, other = (_read_sentences(side.text, side.language) for side in sides)
    if not other or not len(other) < len(own) <= _MOST:
        return []
    met = list(_met(own, other))
    if len(met) < len(other):
        return []
    reading = pair.base_reading if in_base else pair.text_reading
    free = (one for number, one in enumerate(own) if number not in met and says_all(one))
    places = (Span(one[0].span.start, one[-1].span.end) for one in free)
    return [place for place in places if not _binds(reading, place)]


@lru_cache(maxsize=16)
def _read_sentences(text: str, language: Language) -> Sequence[SentenceWords]:
    return cut_sentences(text, read_tokens(text, language), language)


def _met(own: Sequence[SentenceWords], other: Sequence[SentenceWords]) -> Iterator[int]:
    """Yield the sentences of one side, by their numbers, that the other prints too: one for each of the other's."""
    taken: set[int] = set()
    for wanted in other:
        free = (number for number, one in enumerate(own) if number not in taken and is_verbatim(one, wanted))
        found = next(free, None)
        if found is not None:
            taken.add(found)
            yield found


def _binds(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence says something of the one before it: an answer, or but a condition.

    "Is it over? Not for us." "We go. Unless, of course, they come back."
    """
    before = mark_at_end(reading.text[: sentence.start])
    if before and before in QUESTION_MARKS:
        return True
    first, last = word_range(reading.words, sentence)
    opening = next((hit for hit in reading.of("conditions") if hit.first - first in range(_OPENING)), None)
    if opening is None:
        return False
    commas = [at for at in range(sentence.start, sentence.end) if reading.text[at] in COMMAS]
    parted = (word_range(reading.words, Span(at, at + 1))[0] for at in commas)
    return not any(at - opening.last >= _CLAUSE and last - at >= _CLAUSE for at in parted)


def without_spare(pair: Pair, hits: Sequence[Hit], *, in_base: bool) -> list[Hit]:
    """Return `hits` of one side without those in its spare sentences."""
    spare = spare_sentences(pair, in_base=in_base)
    return [hit for hit in hits if not any(place.contains(hit.span) for place in spare)]
