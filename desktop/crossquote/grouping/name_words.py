"""The words of a speaker's name: which of them name somebody, and how they sound in whatever script."""

from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.name_rules import load_name_rules
from crossquote.text.possessives import without_possessive
from crossquote.text.romanize import name_skeleton
from crossquote.text.weights import stop_words
from crossquote.text.words import fold

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’ʼ.]+")


class NameWord(Struct, frozen=True):
    """A word of a name as it is written; `sound` is that of the name in it, without a possessive ending."""

    written: str
    sound: str


class NameWords(Struct, frozen=True):
    """The words of a name, titles and pronouns left out; it is `pure` where they are all there is.

    A description ("Ukrainian officials", "a spokesman") has words in small letters: it may stand for many.
    """

    words: tuple[NameWord, ...]
    sounds: frozenset[str]
    pure: bool


@lru_cache(maxsize=16384)
def name_words(name: str, language: Language) -> NameWords:
    """Return the words of a name."""
    rules, stops = load_name_rules(language), stop_words(language)
    kept: list[NameWord] = []
    pure = True
    for written in written_words(name):
        word = without_possessive(written.strip("'’ʼ.-‐‑"), language)
        key = fold(word)
        if not key or key in stops or key in rules.particles or rules.is_title(key):
            continue
        if word[:1].islower():
            pure = False
        else:
            kept.append(NameWord(written, name_skeleton(word)))
    return NameWords(tuple(kept), frozenset(word.sound for word in kept), pure)


def written_words(name: str) -> tuple[str, ...]:
    """Return all words of a name as they are written."""
    return tuple(_WORD.findall(name))
