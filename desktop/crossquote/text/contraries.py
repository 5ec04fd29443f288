"""Contraries: pairs of words of a lexicon of which one says the opposite of the other (`[negation] opposites`)."""

from collections.abc import Mapping
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.terms import stands_for
from crossquote.text.words import fold


@lru_cache(maxsize=64)
def _table(language: Language) -> Mapping[str, frozenset[str]]:
    """Return word → its opposites, from the lexicon's pairs ("open* / clos* shut*")."""
    table: dict[str, frozenset[str]] = {}
    for entry in language.lexicon.texts("negation", "opposites"):
        left, _, right = entry.partition("/")
        sides = frozenset(fold(left).split()), frozenset(fold(right).split())
        for ours, theirs in (sides, sides[::-1]):
            for word in ours:
                table[word] = table.get(word, frozenset()) | theirs
    return table


@lru_cache(maxsize=16384)
def contraries_of(key: str, language: Language) -> frozenset[str]:
    """Return the opposites of a folded word, as the lexicon writes them."""
    table = _table(language)
    if key in table:
        return table[key]
    return frozenset().union(*(table.get(f"{key[:n]}*", ()) for n in range(len(key), 1, -1)))


def is_one_of(key: str, patterns: frozenset[str]) -> bool:
    """Tell whether a folded word is among words as a lexicon writes them."""
    return key in patterns or any(stands_for(p, key) for p in patterns)


def are_contraries(one: str, other: str, language: Language) -> bool:
    """Tell whether one folded word is the opposite of another."""
    return is_one_of(other, contraries_of(one, language))
