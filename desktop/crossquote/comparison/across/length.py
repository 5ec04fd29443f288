"""Rough length across two languages: a rendition of half the length that any translation has left something out."""

from collections.abc import Iterator

from crossquote.comparison.reading.one_text import Reading
from crossquote.message import message
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.scripts import FIRST_SIGN
from crossquote.text.sentences import split_sentences

_LONG = 120
"""So many letters at least has what is judged by its length."""
_HALF = 0.45
_PER_SIGN = 2.6
"""A sign that is a syllable or a word stands for so many letters of an alphabet."""


def length_finding(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    """Yield a finding where a rendition is far too short to say all, and has fewer sentences."""
    lengths = _letters(ours.text), _letters(theirs.text)
    if lengths[0] < _LONG or lengths[1] >= _HALF * lengths[0]:
        return
    counts = tuple(sum(1 for _ in split_sentences(one.text, one.language)) for one in (ours, theirs))
    evidence = (message("across.lengths", was=counts[0], now=counts[1]),)
    severity = Severity.MINOR if counts[1] < counts[0] else Severity.NEUTRAL
    yield Finding("omission", Category.OMISSION, severity, None, None, message("across.short"), evidence)


def _letters(text: str) -> float:
    return sum(_PER_SIGN if letter >= FIRST_SIGN else 1.0 for letter in text if letter.isalnum())
