"""Words that name the same: a country with its people and its initials ("US", "American")."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.language import Language
from crossquote.text.words import fold


@lru_cache(maxsize=64)
def load_same_names(language: Language) -> Mapping[str, frozenset[str]]:
    """Return word → the words that name the same, itself among them; words that stand alone are not in it."""
    groups = (frozenset(map(fold, group.split())) for group in language.lexicon.texts("same_names", "groups"))
    return MappingProxyType({word: group for group in groups for word in group})
