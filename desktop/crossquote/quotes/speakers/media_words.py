"""Words behind which stands what a programme, a paper or a work is called: "dijo en el programa Amanecer"."""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.words import fold


@lru_cache(maxsize=64)
def _media(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("marks", "naming")))


def is_medium_word(key: str, language: Language) -> bool:
    """Tell whether a programme or a paper is named behind a word: "dijo en el programa Amanecer"."""
    return key in _media(language)
