"""Holes in a text: what stands with nothing beside it, as where a name was lost, or a link ("in, during", "(, and")."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.questions import find_question_marks
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.possessives import lone_possessive
from crossquote.text.words import fold

_STOPS = frozenset(".,;:!?)(…'’")
_ELIDED = frozenset("'’")
"""What stands behind an article that ends with it, and may have a blank behind it: "l' eau"."""
_EMPTY = re.compile(r"(?<!\w)[(\[]\s*[,;)\]]")
"""Brackets that open with a comma or hold nothing: "(, and others)"."""
_AUXILIARY = ("past", "present", "perfect")


class _Small(Struct, frozen=True):
    """The small words of a language that need something behind them, and those that can't be it."""

    prepositions: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    infinitives: frozenset[str]
    """What stands before an infinitive, which may look like a finite verb: "to have"."""


@lru_cache(maxsize=64)
def _small(language: Language) -> _Small:
    def words(section: str, *keys: str) -> frozenset[str]:
        return frozenset(fold(word) for key in keys for word in language.lexicon.texts(section, key))

    prepositions = words("function_words", "prepositions") - words("function_words", "strands")
    joining, infinitives = words("cues", "additive", "coordinators"), words("clauses", "infinitives")
    return _Small(prepositions, words("titles", "definite"), joining, infinitives)


def lacks_behind(reading: Reading, small: str) -> bool:
    """Tell whether what needs a noun behind it, the word `small`, has another preposition there ("in for the next")."""
    known = _small(reading.language)
    if small not in known.prepositions:
        return False
    return any(
        one.key == small and other.key in known.prepositions and other.span.start - one.span.end <= 1
        for one, other in pairwise(reading.words)
    )


def lacks_subject(reading: Reading) -> bool:
    """Tell whether a text opens with a verb that asks for a subject, and asks nothing."""
    finite = {hit.first for hit in reading.of("tense", "past", "perfect")}
    return 0 in finite and not find_question_marks(reading.text, reading.language)


def find_holes(reading: Reading) -> frozenset[tuple[str, str]]:
    """Return (small word, what follows) wherever something is wanting between the two."""
    return frozenset(_holes(reading))


def has_new_hole(pair: Pair) -> bool:
    """Tell whether something is wanting in the rendition, wherever it is, and nothing in the base."""
    base, text = pair.base_reading, pair.text_reading
    if find_holes(base) or _is_emptied(base):
        return False
    wanting = any(follows not in _ELIDED for _, follows in find_holes(text))
    return wanting or _is_emptied(text)


def _is_emptied(reading: Reading) -> bool:
    """Tell whether brackets hold nothing, or an owner is lost, not the ending: "(, and others)", "for 's council"."""
    return bool(_EMPTY.search(reading.text) or lone_possessive(reading.language).search(reading.text))


def left_hole(pair: Pair, gone: Span) -> bool:
    """Tell whether the rendition has the small word that stood before a place of the base, and nothing behind it.

    Or, where that place opened the base, a verb without its subject.
    """
    base, text = pair.base_reading, pair.text_reading
    at = word_range(base.words, gone)[0]
    if not at:
        return lacks_subject(text) and not lacks_subject(base)
    before = base.words[at - 1].key
    if lacks_behind(text, before) and not lacks_behind(base, before):
        return True
    return any(word == before for word, _ in find_holes(text) - find_holes(base))


def _holes(reading: Reading) -> Iterator[tuple[str, str]]:
    small, words = _small(reading.language), reading.words
    finite = frozenset(words[hit.first].key for hit in reading.of("tense", *_AUXILIARY))
    for at, word in enumerate(words):
        if word.key not in small.prepositions and word.key not in small.articles:
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        end = after.span.start if after is not None else len(reading.text)
        between = reading.text[word.span.end : end].strip()
        if after is None or (between and between[0] in _STOPS):
            yield word.key, between[:1]
        elif not between and _is_wrong(word.key, after.key, small, finite):
            yield word.key, after.key


def _is_wrong(word: str, after: str, small: _Small, finite: frozenset[str]) -> bool:
    if after in finite and word not in small.infinitives:
        return True
    return after in small.joining or (word in small.articles and after in small.prepositions)
