"""Titles in short: "Sen." for "Senator", "Dr." for "Doctor"."""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.words import fold

_TWO = 2
"""A title in short may be its first and its last letter: "Dr"."""


@lru_cache(maxsize=64)
def short_titles(language: Language) -> frozenset[str]:
    """Return the titles that are written in short, as printed, without their period."""
    titles = (text for text in language.lexicon.texts("titles", "honorifics") if text.endswith("."))
    return frozenset(text.removesuffix(".") for text in titles)


@lru_cache(maxsize=4096)
def is_short_title(short: str, title: str, language: Language) -> bool:
    """Tell whether a folded word is another one, a title, in short: "sen" for "senator", "dr" for "doctor"."""
    begins = title.startswith(short) or (len(short) == _TWO and short == title[0] + title[-1])
    return short != title and begins and short in map(fold, short_titles(language))
