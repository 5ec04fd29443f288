"""Elided words: the short word that a following vowel joins with ("l'est", "dell'isola"), taken off."""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.weights import stop_words
from crossquote.text.words import fold

_SHORTEST = 4
"""So many letters has what a short word is joined with, at least: "we've" is no "ve"."""


@lru_cache(maxsize=64)
def _elided(language: Language) -> tuple[str, ...]:
    return tuple(sorted(map(fold, language.lexicon.texts("names", "elided")), key=len, reverse=True))


def without_elided(key: str, language: Language) -> str:
    """Return the folded word `key` without a short word that is joined with it."""
    head, apostrophe, rest = key.partition("'")
    if not apostrophe:
        return key
    if len(rest) >= _SHORTEST and head in stop_words(language):  # "s'améliore", "n'annule"
        return rest
    return next((key[len(short) :] for short in _elided(language) if key.startswith(short) and key != short), key)


def is_elided(word: str, language: Language) -> bool:
    """Tell whether a printed word is a small one joined with another that is no name: "Lorsqu'une", "Un'altra"."""
    head, apostrophe, rest = word.replace("’", "'").partition("'")
    return bool(apostrophe) and rest[:1].islower() and fold(head) in stop_words(language)
