"""Words over all languages: what is read before the language of a text is known, made ready for patterns.

They are some thousand. A pattern of them all takes longer to make than most texts to read, so where a text is at hand,
one is made of the few that it can hold, by the first letters in them.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.together import ask_all

LETTERS = re.compile(r"[^\W\d_]+")
"""A run of letters in a text that is folded."""


@lru_cache(maxsize=32)
def words_of(key: str, section: str = "article") -> tuple[str, ...]:
    """Return what the lexicons of all languages have under a key, each once, the longest first."""
    told = ask_all(lambda lexicon: lexicon.texts(section, key))
    return longest_first(text for texts in told.values() for text in texts)


def either_of(key: str, section: str = "article") -> str:
    """Return the same as a pattern that any of it matches, to be put in brackets."""
    return either(words_of(key, section))


def either(words: Iterable[str]) -> str:
    """Return a pattern that any of the words matches, to be put in brackets."""
    return "|".join(map(re.escape, words))


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Return words, each once, in the order in which a pattern has to try them."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def fold(text: str) -> str:
    """Return a text without the difference of case, and of the Turkish i's, as patterns see it."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def by_first_letters(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return words by the first letters in them, folded; those without a letter by none."""
    found: dict[str, list[str]] = {}
    for word in words:
        letters = LETTERS.search(fold(word))
        found.setdefault(letters[0] if letters else "", []).append(word)
    return MappingProxyType({letters: tuple(words) for letters, words in found.items()})


def labels_with(letters: Collection[str], *keys: str) -> tuple[str, ...]:
    """Return the words under keys of `[article]` whose first letters are among these, the longest first."""
    known = _labels(keys)
    return longest_first(word for first in {*letters, ""} for word in known.get(first, ()))


@lru_cache(maxsize=16)
def _labels(keys: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return by_first_letters(word for key in keys for word in words_of(key))
