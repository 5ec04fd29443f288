"""Given names: which of them are forms of one, in whatever script ("Liz" and "Elizabeth", "Саша" and "Александра")."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.words import fold

_SHORT = 3
"""A shorter name is in one form alone, as far as anybody can tell."""


def one_given_name(first: str, second: str, language: Language) -> bool:
    """Tell whether two given names are forms of one."""
    return fold(second) in given_name_forms(first, language)


def given_name_forms(word: str, language: Language) -> frozenset[str]:
    """Return all forms of the given names that a word is a form of, folded; none where it is of no known one."""
    return _forms(language).get(fold(word), frozenset())


def may_be_given(word: str, language: Language) -> bool:
    """Tell whether a folded word can be a given name in another case, by all but its last letter: "Ивана", "Анны"."""
    return len(word) > _SHORT and not {word, word[:-1]}.isdisjoint(_stems(language))


@lru_cache(maxsize=64)
def _stems(language: Language) -> frozenset[str]:
    """Return the given names that have forms, and what they begin with, without their last letter."""
    return frozenset(part for form in _forms(language) if len(form) >= _SHORT for part in (form, form[:-1]))


@lru_cache(maxsize=64)
def _forms(language: Language) -> Mapping[str, frozenset[str]]:
    """Return, for each form of a given name, all forms of the names of which it is one."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for name in language.lexicon.texts("names", "given"):
        forms = frozenset(map(fold, name.split()))
        for form in forms:
            found[form] |= forms
    shared = {forms: forms for forms in found.values()}  # most forms of a name are of that one alone
    return {form: shared[forms] for form, forms in found.items()}
