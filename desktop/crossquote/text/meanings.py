"""Meanings: what the words of two languages have in common where nothing translates them.

A word is known by an English one that it may stand for, or that stands for what it means ("вода", "agua" and "water" by
"water"): of its meanings the likeliest, so it is known wrongly now and then, and one word that two texts share says
little. The files are made by `packaging/meanings`.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import Prefix

from crossquote.language.language import Language
from crossquote.resources import resource
from crossquote.text.elided import without_elided
from crossquote.text.sorted_lines import Lines, line_of, lines_beside, unpack
from crossquote.text.stems import stem
from crossquote.text.words import fold

KNOWN_BY = "en"
"""The language whose words all others are known by, as the files have it."""
_BEGINNING, _BEGINNING_SHARE = 4, 0.7
"""A word that is not known is a form of one that begins with so many of its letters, and with such a share of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """What the words of one language are known by, as the lines of its file."""

    lines: Lines = field(repr=False)

    def exactly(self, stem: str) -> str:
        """Return what a stem is known by; nothing where it is not known."""
        return next(iter(line_of(self.lines, stem)), "")

    def of(self, stem: str) -> str:
        """Return what a stem is known by, or one that it is a form of; nothing where none is known."""
        known = self.exactly(stem)
        if known:
            return known
        near = ((Prefix.similarity(key, stem), key, known) for key, known in lines_beside(self.lines, stem))
        alike = [(shared, known) for shared, key, known in near if shared >= _least(key, stem)]
        return max(alike)[1] if alike else ""

    def has(self, known: str) -> bool:
        """Tell whether any word is known by an English one."""
        return f"\t{known}\n".encode() in self.lines


def _least(one: str, other: str) -> float:
    return max(_BEGINNING, _BEGINNING_SHARE * max(len(one), len(other)))


@lru_cache(maxsize=8)
def load_meanings(language: Language) -> Glossary:
    """Return what the words of a language are known by; nothing for one without a file; only few are kept.

    A language that is told to be like another has the words of that one where it has no file of its own.
    """
    codes = (language.code, language.lexicon.text("language", "like")) if language.told else ()
    paths = (resource("meanings") / f"{code}.bin" for code in codes if code)
    return next((Glossary(unpack(path)) for path in paths if path.is_file()), Glossary(b""))


@lru_cache(maxsize=131072)
def meaning(written: str, language: Language) -> str:
    """Return what a word is known by, as it is written; nothing where it is not known."""
    return load_meanings(language).of(stem(without_elided(fold(written), language), language))


@lru_cache(maxsize=4096)
def is_meant(known: str, language: Language) -> bool:
    """Tell whether a language has a word that is known by an English one."""
    return load_meanings(language).has(known)
