"""Bounds: "about", "more than" and "less than", which say something of a number only right before it."""

from crossquote.comparison.reading.one_text import Reading
from crossquote.model.span import Span
from crossquote.text.terms import Hit

BOUNDS = ("more", "less")
_NEAR = 6
"""So many letters may stand between "about" and its number."""


def is_before_number(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term stands right before a number."""
    return any(0 <= quantity.span.start - hit.span.end <= _NEAR for quantity in reading.quantities)


def is_bound(reading: Reading, place: Span) -> bool:
    """Tell whether a place lies in the "more than" or "less than" of a number: what differs there is told as that."""
    return any(hit.span.overlaps(place) and is_before_number(reading, hit) for hit in reading.of("hedges", *BOUNDS))
