"""Whether a text tells of a person: it has the whole name, or the one they are called by where nobody shares it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import regex
from msgspec import Struct

from crossquote.grouping.name_words import name_words
from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.sounds import sounds_like
from crossquote.language.language import Language
from crossquote.text.given_names import one_given_name
from crossquote.text.name_rules import load_name_rules
from crossquote.text.possessives import without_possessive
from crossquote.text.romanize import name_skeleton
from crossquote.text.same_names import is_land
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’ʼ-]*")
_BLANK = regex.compile(r"\.?[ \u00a0\u202f]{1,2}")
_LONG, _ENDING = 5, 3
"""A name of so many letters may have an ending of so many where names have cases."""
_TWO = 2


class _NameSought(Struct, frozen=True):
    """What is looked for: the name that a person is called by, the other ones, and the languages of both texts."""

    called: str
    others: tuple[str, ...]
    written_in: Language
    text_in: Language

    def is_called(self, word: str) -> bool:
        """Tell whether a word is the name that the person is called by."""
        return self._is(self.called, word)

    def is_other(self, word: str) -> bool:
        """Tell whether a word is another of the person's names, a form of it, or its initial."""
        return any(
            self._is(other, word) or word == other[:1] or one_given_name(other, word, self.text_in)
            for other in self.others
        )

    def _is(self, name: str, word: str) -> bool:
        """Tell whether a word is `name`, in any case where names have cases, in any script where languages differ."""
        same = self.written_in is self.text_in
        if same and fold(word[:1]) != fold(name[:1]):
            return False
        one, other = fold(name), fold(without_possessive(word, self.text_in))
        if one == other:
            return True
        if not load_name_rules(self.text_in).begins_name(word):
            return False
        stem = one[:-1]
        if load_name_rules(self.text_in).cases and len(one) >= _LONG and len(other) <= len(one) + _ENDING:
            return other.startswith(stem)
        return not same and sounds_like(name_skeleton(name), name_skeleton(word))


@lru_cache(maxsize=1024)
def is_told_of(spoken: SpokenName, text: str, language: Language) -> bool:
    """Tell whether a text tells of a person, by the whole name or the one that the language calls people by.

    Kept for a while: each utterance that an article has a part in asks for it, and all of its words are looked at.
    """
    names = [word.written for word in name_words(spoken.name, spoken.language).words]
    if len(names) < _TWO:
        return False
    first = load_name_rules(spoken.language).called_by_first
    called, others = (names[0], names[1:]) if first else (names[-1], names[:-1])
    sought = _NameSought(called, tuple(others), spoken.language, language)
    found = set(_neighbours(text, sought, first=first))
    if "own" in found:
        return True
    if "another's" in found:
        return any(sought.is_other(word[0]) and len(word[0]) > 1 for word in _WORD.finditer(text))
    return "none" in found


def _neighbours(text: str, sought: _NameSought, *, first: bool) -> Iterator[str]:
    """Yield whose the names are that stand beside the one that a person is called by: their own, another's, or none."""
    words: list[regex.Match[str] | None] = [None, *_WORD.finditer(text), None]
    for one, two in pairwise(words):
        here, beside = (one, two) if first else (two, one)
        if here is None or not sought.is_called(here[0]):
            continue
        joined = one is not None and two is not None and _BLANK.fullmatch(text, one.end(), two.start()) is not None
        yield _whose(beside[0], sought) if joined and beside is not None else "none"


def _whose(word: str, sought: _NameSought) -> str:
    """Return whose name a word beside the one that a person is called by is."""
    if sought.is_other(word):
        return "own"
    words = name_words(word, sought.text_in)
    return "another's" if words.pure and words.sounds else "none"


def is_full_name(spoken: SpokenName) -> bool:
    """Tell whether a speaker's name is a person's of two words or more, no body's and no role."""
    rules, language = load_name_rules(spoken.language), spoken.language
    words = spoken.name.split()
    capital = all(rules.begins_name(word) or fold(word) in rules.particles for word in words)
    body = any(rules.is_body(fold(word)) or is_land(fold(word), language) for word in words)
    named = len(name_words(spoken.name, language).words) >= _TWO
    return named and capital and not body and worldwide(spoken.name, language) is None
