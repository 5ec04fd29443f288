"""Bounds: "about", "more than" and "less than", which say something of a number only right beside it."""

from functools import lru_cache

from crossquote.comparison.reading.naming import prepositions
from crossquote.comparison.reading.one_text import Reading
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.numbers import NumberKind
from crossquote.text.quantity import Quantity
from crossquote.text.terms import Hit
from crossquote.text.words import fold

BOUNDS = ("more", "less")
_COUNTED = 24
"""So many letters has what is counted, between a number and a bound behind it, at most."""
_MARKS = frozenset(".,;:!?،؛。、")
_NEAR = 6
"""So many letters may stand between "about" and its number."""


def is_beside_number(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term stands right before a number, or behind one where its language has it there."""
    key = " ".join(word.key for word in reading.words[hit.first : hit.last])
    behind = key in _behind(reading.language)
    numbers = reading.quantities
    if key in prepositions(reading.language):  # "über eine Fähre", "hasta el 14 de marzo"
        numbers = tuple(one for one in numbers if one.day is None and not _is_article(one))
    return any(
        0 <= quantity.span.start - hit.span.end <= _NEAR or (behind and _follows(reading, quantity.span, hit))
        for quantity in numbers
    )


def _is_article(quantity: Quantity) -> bool:
    """Tell whether a number may be but an article ("eine", "un"), or counts nothing ("first")."""
    return quantity.weak and quantity.kind in (NumberKind.CARDINAL, NumberKind.ORDINAL)


def _follows(reading: Reading, number: Span, hit: Hit) -> bool:
    """Tell whether a term stands behind a number and no more than what it counts: "ثلاثة جنود على الأقل"."""
    near = 0 <= hit.span.start - number.end <= _COUNTED
    return near and _MARKS.isdisjoint(reading.text[number.end : hit.span.start])


@lru_cache(maxsize=64)
def _behind(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("hedges", "behind")))


def is_bound(reading: Reading, place: Span) -> bool:
    """Tell whether a place lies in the "more than" or "less than" of a number: what differs there is told as that."""
    return any(hit.span.overlaps(place) and is_beside_number(reading, hit) for hit in reading.of("hedges", *BOUNDS))
