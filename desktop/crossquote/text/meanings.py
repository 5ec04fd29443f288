"""Meanings: what the words of two languages have in common where nothing translates them.

A word is known by an English one that it may stand for, or that stands for what it means ("вода", "agua" and "water" by
"water"): of its meanings the likeliest, so it is known wrongly now and then, and one word that two texts share says
little. The files are made by `packaging/meanings`.
"""

import zlib
from dataclasses import dataclass, field
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.resources import resource
from crossquote.text.elided import without_elided
from crossquote.text.sorted_lines import line_of
from crossquote.text.stems import stem
from crossquote.text.words import fold


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """What the words of one language are known by, as the lines of its file."""

    lines: bytes = field(repr=False)

    def of(self, stem: str) -> str:
        """Return what a stem is known by, nothing where it is not known."""
        return next(iter(line_of(self.lines, stem)), "")


_NONE = Meanings(b"")


@lru_cache(maxsize=8)
def load_meanings(language: Language) -> Meanings:
    """Return what the words of a language are known by; nothing for one without a file; only few are kept."""
    path = resource("meanings") / f"{language.code}.bin"
    return Meanings(zlib.decompress(path.read_bytes())) if language.told and path.is_file() else _NONE


@lru_cache(maxsize=131072)
def meaning(written: str, language: Language) -> str:
    """Return what a word is known by, as it is written; nothing where it is not known."""
    return load_meanings(language).of(stem(without_elided(fold(written), language), language))
