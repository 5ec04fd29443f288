"""How much a word says: function words next to nothing, everyday words some, names, numbers and rare words most.

The lists are the lexicons' (`[words] stop`, `[words] common`); what stands in none is taken for rare.
"""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.clitics import with_clitics
from crossquote.text.scripts import FIRST_SIGN
from crossquote.text.stems import stem
from crossquote.text.words import fold

STOP, COMMON, RARE = 0.0, 0.5, 1.0
_SHORT = 3
"""Where a language has no list, words of up to so many letters count as function words."""


@lru_cache(maxsize=64)
def stop_words(language: Language) -> frozenset[str]:
    """Return the function words of a language, folded, also behind what hangs on any word."""
    words = [fold(word) for word in language.lexicon.texts("words", "stop")]
    return frozenset(form for word in words for form in (word, *with_clitics(word, language)))


@lru_cache(maxsize=64)
def common_stems(language: Language) -> frozenset[str]:
    """Return the stems of the everyday words of a language."""
    return frozenset(stem(fold(word), language) for word in language.lexicon.texts("words", "common"))


@lru_cache(maxsize=131072)
def weight(key: str, language: Language) -> float:
    """Return how much the folded word `key` says: STOP, COMMON or RARE."""
    if any(c.isdecimal() for c in key):
        return RARE
    listed = stop_words(language)
    if key in listed or (not listed and key.isalpha() and len(key) <= _SHORT and key < FIRST_SIGN):
        return STOP
    head, joined, rest = key.partition("'")
    if joined and head in listed and rest in listed:
        return STOP  # "lorsqu'un"
    return COMMON if stem(key, language) in common_stems(language) else RARE
