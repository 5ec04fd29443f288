"""Words that name the same: a country with its people and its initials ("US", "American")."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.language import Language
from crossquote.text.words import fold

_SHORT = 4
"""A shorter word is one name, whatever it ends with."""


@lru_cache(maxsize=64)
def load_same_names(language: Language) -> Mapping[str, frozenset[str]]:
    """Return word → the words that name the same, itself among them; words that stand alone are not in it."""
    groups = (frozenset(map(fold, group.split())) for group in language.lexicon.texts("same_names", "groups"))
    return MappingProxyType({word: group for group in groups for word in group})


def is_land(word: str, language: Language) -> bool:
    """Tell whether a folded word is a land or its people, in whatever case: "России"."""
    names = load_same_names(language)
    return word in names or (len(word) > _SHORT and word[:-1] in _stems(language))


@lru_cache(maxsize=64)
def _stems(language: Language) -> frozenset[str]:
    """Return what the names of lands begin with, without their last letter."""
    return frozenset(word[:-1] for word in load_same_names(language) if len(word) > _SHORT)
