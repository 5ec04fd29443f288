"""Who does it to whom: two words that changed places around a third, in texts that otherwise say the same words.

Where order tells the roles, order is looked at; where articles or endings tell them, a word that took the other's
case. A passive has words of its own ("was thanked by"), so its texts are not the same words.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from crossquote.comparison.reading.content import is_content
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.quantity import Sort
from crossquote.text.stems import stem
from crossquote.text.words import fold

_FEWEST, _MOST = 3, 24
_ROOT, _END = 4, 2
_TWO = 2
_BREAKS = frozenset(",;:—")
"""What ends a clause within a sentence."""
_CONTRACTED = 1
"""So many words more or fewer there are where an article and a preposition become one ("a la", "al")."""


class _ContentWord(Struct, frozen=True):
    """A content word: its stem, its form, the word before it, the preposition that leads up to it, and its place."""

    stem: str
    form: str
    before: str
    leading: str
    span: Span


def find_turned_roles(pair: Pair) -> tuple[Span, Span] | None:
    """Return the places of the first of two words that changed roles, in base and text; None where none did."""
    if abs(len(pair.base_words) - len(pair.text_words)) > _CONTRACTED:
        return None
    telling = _telling(pair.base_reading), _telling(pair.text_reading)
    if not _FEWEST <= len(telling[0]) == len(telling[1]) <= _MOST:
        return None
    base, text = _told(pair.base_reading, telling[0]), _told(pair.text_reading, telling[1])
    order = _order(base, text)
    if order is None:
        return None
    moved = [number for number, place in enumerate(order) if number != place]
    if len(moved) != _TWO or moved[1] - moved[0] < _TWO:
        return None
    first, last = moved
    apart = not _BREAKS.isdisjoint(pair.base.text[base[first].span.end : base[last].span.start])
    if not _turned((base[first], base[last]), (text[last], text[first]), pair.language, apart=apart):
        return None
    return base[first].span, text[first].span


def _order(base: Sequence[_ContentWord], text: Sequence[_ContentWord]) -> list[int] | None:
    """Return where each word of the base stands in the text; None where it is not one place each."""
    found = []
    for one in base:
        places = [number for number, other in enumerate(text) if _is_one_word(one, other)]
        if len(places) != 1:
            return None
        found += places
    return found if len(set(found)) == len(found) else None


def _is_one_word(one: _ContentWord, other: _ContentWord) -> bool:
    """Tell whether two words are forms of one; stems of names that nobody knows may keep an ending."""
    short, long = sorted((one.stem, other.stem), key=len)
    return one.stem == other.stem or (len(short) >= _ROOT and long.startswith(short) and len(long) - len(short) <= _END)


def _telling(reading: Reading) -> list[int]:
    """Return the numbers of the words that say something, and not when: "yesterday" has no role to change."""
    days = sorted(one.span for one in reading.quantities if one.day is not None or one.sort is Sort.TIME)
    starts = [day.start for day in days]
    ends = [0, *accumulate((day.end for day in days), max)]
    spans = ((at, word.span) for at, word in enumerate(reading.words) if is_content(word, reading.language))
    return [at for at, span in spans if ends[bisect_right(starts, span.start)] < span.end]


def _told(reading: Reading, numbers: Sequence[int]) -> list[_ContentWord]:
    words = reading.words
    return [
        _ContentWord(
            stem(words[at].key, reading.language),
            words[at].key,
            words[at - 1].key if at else "",
            _leading(reading, at),
            words[at].span,
        )
        for at in numbers
    ]


def _leading(reading: Reading, at: int) -> str:
    """Return the preposition before word `at`, over a determiner between the two; nothing where there is none."""
    determiners, prepositions = _small_words(reading.language)
    before = at - 1 - (at > 0 and reading.words[at - 1].key in determiners)
    key = reading.words[before].key if before >= 0 else ""
    return key if key in prepositions else ""


@lru_cache(maxsize=64)
def _small_words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return the determiners and the prepositions."""
    listed = (language.lexicon.texts("function_words", key) for key in ("determiners", "prepositions"))
    determiners, prepositions = (frozenset(map(fold, words)) for words in listed)
    return determiners, prepositions


@lru_cache(maxsize=64)
def joining_words(language: Language) -> frozenset[str]:
    """Return the words that join clauses: behind one a clause opens, as a text does."""
    keys = ("additive", "coordinators")
    return frozenset(fold(word) for key in keys for word in language.lexicon.texts("cues", key))


def _turned(ours: Sequence[_ContentWord], theirs: Sequence[_ContentWord], language: Language, *, apart: bool) -> bool:
    """Tell whether two words that changed places changed roles too; `apart` where a clause ends between them."""
    kept = all(one.leading == other.leading for one, other in zip(ours, theirs, strict=True))
    if kept and ours[0].leading != ours[1].leading:
        return False  # "in Kessrin paid the guild": each is led up to as before, and the two are not led up to alike
    shown = language.lexicon.text("words", "cases")
    before = all(one.before == other.before for one, other in zip(ours, theirs, strict=True))
    forms = all(one.form == other.form for one, other in zip(ours, theirs, strict=True))
    if shown == "articles":
        return not before
    if shown == "prepositions":
        return forms
    if shown == "nouns":
        return not (forms and kept) or (apart and not before)
    joining = joining_words(language)
    opening = [["" if one.before in joining else one.before for one in side] for side in (ours, theirs)]
    return opening[0] == opening[1] and forms
