"""Synonyms: words that a faithful rendition may exchange (`[synonyms.groups]` of the lexicon)."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.language import Language
from crossquote.text.stems import stem
from crossquote.text.words import fold

_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=64)
def synonym_groups(language: Language) -> Mapping[str, frozenset[str]]:
    """Return stem → the names of the groups of synonyms that it belongs to."""
    found: dict[str, set[str]] = {}
    for name, words in language.lexicon.lists("synonyms", "groups").items():
        for word in words:
            found.setdefault(stem(fold(word), language), set()).add(name)
    return MappingProxyType({word: frozenset(names) for word, names in found.items()})


def are_synonyms(first: str, second: str, language: Language) -> bool:
    """Tell whether two stems stand in one group."""
    groups = synonym_groups(language)
    return not groups.get(first, _NONE).isdisjoint(groups.get(second, _NONE))
