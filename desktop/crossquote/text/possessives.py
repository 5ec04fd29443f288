"""Possessives: what a name or noun has at its end where it owns something ("Anna's", "the workers'").

Where other cases hang on names behind an apostrophe, too ("Ankara'da"), these come off as well.
"""

from functools import lru_cache

import regex

from crossquote.language.language import Language

_MARKS = "'’ʼ"
"""How an apostrophe is printed; lexicons have the first."""


def in_print(word: str) -> tuple[str, ...]:
    """Return a lexicon's word with an apostrophe as it is printed: straight, and curled."""
    return tuple(word.replace("'", mark) for mark in _MARKS[:2])


@lru_cache(maxsize=64)
def possessive_pattern(language: Language) -> regex.Pattern[str]:
    """Return the pattern of the possessive at the end of a word; it matches nothing where a language has none."""
    parts = (ending.partition("'") for ending in _listed(language))
    either = [rf"(?<={regex.escape(before)})[{_MARKS}]{regex.escape(after)}$" for before, _, after in parts]
    return regex.compile("|".join(either) or r"(?!)")


def _listed(language: Language) -> tuple[str, ...]:
    return language.lexicon.texts("names", "possessives") + language.lexicon.texts("names", "endings")


@lru_cache(maxsize=64)
def _endings(language: Language) -> tuple[str, ...]:
    return tuple(one for ending in _listed(language) if ending.startswith("'") for one in in_print(ending))


def without_possessive(word: str, language: Language) -> str:
    """Return a word without its possessive ending; one that is only an apostrophe stays."""
    ending = next((ending for ending in _endings(language) if word.endswith(ending)), "")
    return word.removesuffix(ending)


def owner_in(word: str, language: Language) -> str | None:
    """Return a word without its possessive, None where it has none: other cases own nothing."""
    others = (one for end in language.lexicon.texts("names", "endings") for one in in_print(end))
    bare = without_possessive(word, language)
    return None if bare == word or word[len(bare) :] in others else bare


def has_owner(before: str, language: Language) -> bool:
    """Tell whether a text ends with an owner and a blank: what stands behind it is theirs ("Anna Roe's ")."""
    word = before.rsplit(None, 1)[-1] if before[-1:].isspace() and not before[-2:-1].isspace() and before[:-1] else ""
    bare = owner_in(word, language) or "" if word else ""
    return bare[-1:].isalpha()


@lru_cache(maxsize=64)
def lone_possessive(language: Language) -> regex.Pattern[str]:
    """Return the pattern of a possessive that stands by itself, before a word: its owner is lost ("for 's council")."""
    hanging = (end for end in language.lexicon.texts("names", "possessives") if end[0] == "'" and end[1:])
    either = "|".join(rf"[{_MARKS}]{regex.escape(end[1:])}" for end in hanging)
    return regex.compile(rf"(?<=\s)(?:{either})(?=\s+\w)" if either else r"(?!)")


@lru_cache(maxsize=64)
def owners_ends(language: Language) -> tuple[str, ...]:
    """Return the letters after which a possessive is only an apostrophe ("the workers' rights")."""
    return tuple(ending[:-1] for ending in language.lexicon.texts("names", "possessives") if ending.endswith("'"))


@lru_cache(maxsize=64)
def hanging_ends(language: Language) -> tuple[str, ...]:
    """Return what hangs on the end of a name behind an apostrophe, as words are folded ("'s", "'ta")."""
    return tuple(ending.casefold() for ending in _listed(language) if ending.startswith("'"))
