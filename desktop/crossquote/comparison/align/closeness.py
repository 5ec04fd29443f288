"""Closeness: how likely it is that one word stands where the other stood."""

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from crossquote.comparison.align.keys import AlignmentToken
from crossquote.language.language import Language
from crossquote.text.scripts import FIRST_SIGN
from crossquote.text.synonyms import are_synonyms

CLOSE = 0.45
"""From here on two words are shown as a pair."""
_SAME, _SYNONYM, _NUMBERS, _NAMES = 1.0, 0.9, 0.7, 0.5
_LETTERS = 0.7
"""Stems that share less of their letters are not close by letters."""

_SHARED_SIGNS = 0.5
"""Words of signs, each a syllable or a meaning of its own, are close where they share half of them."""


def closeness(base: AlignmentToken, text: AlignmentToken, language: Language) -> float:
    """Return how close two words are, 0 to 1; below CLOSE they have nothing to do with each other."""
    if base.anchor == text.anchor:
        return _SAME if base.tells or base.key == text.key else _SYNONYM
    if base.tells != text.tells:
        return 0.0
    if not base.tells:
        return _SAME / 2 if base.stem == text.stem else 0.0
    opens = not base.span.start or not text.span.start
    return max(_by_form(base.text, text.text, opens=opens), _by_stem(base.stem, text.stem, language))


@lru_cache(maxsize=65536)
def _by_form(base: str, text: str, *, opens: bool) -> float:
    """Return the closeness of two numbers, or of two words that look like names and do not open the text."""
    if base[:1].isdigit() and text[:1].isdigit():
        return _NUMBERS
    return _NAMES if not opens and _is_name(base) and _is_name(text) else 0.0


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not (len(word) > 3 and word.isupper())


@lru_cache(maxsize=65536)
def _by_stem(base: str, text: str, language: Language) -> float:
    """Return the closeness of two stems: synonyms, or words of like letters."""
    if are_synonyms(base, text, language):
        return _SYNONYM
    alike = ratio(base, text) / 100
    if base[:1] >= FIRST_SIGN and text[:1] >= FIRST_SIGN:
        return alike * 0.95 if alike >= _SHARED_SIGNS else 0.0
    return alike * 0.95 if alike >= _LETTERS and base[:1] == text[:1] else 0.0
