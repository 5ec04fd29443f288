"""Negators that are joined to the verb that they negate: the "ne" of Czech "nepůjdeme" (we shall not go)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.terms import Hit, stands_for
from crossquote.text.words import Word, fold

NEGATORS = ("negation", "negators")
"""Where a lexicon has its negators, of which these are some."""
_ROOT = 1
"""So many letters at least stand between what negates a verb and its ending."""


class _NegatorJoining(Struct, frozen=True):
    """How a language joins its "not" to a verb: by what prefixes, how such verbs end, what else begins so."""

    prefixes: tuple[str, ...]
    ends: tuple[str, ...]
    others: tuple[str, ...]


def find_joined(words: Sequence[Word], hits: Sequence[Hit], language: Language) -> Iterator[Hit]:
    """Yield the verbs among `words` that hold their negator, but for those that `hits` of negation hold already."""
    rules = _load(language)
    if not rules.prefixes:
        return
    taken = {at for hit in hits if hit.section == NEGATORS[0] for at in range(hit.first, hit.last)}
    for at, word in enumerate(words):
        if at not in taken and _holds_negator(word.key, rules):
            yield Hit(*NEGATORS, at, at + 1, word.span)


def _holds_negator(key: str, rules: _NegatorJoining) -> bool:
    prefix = next((prefix for prefix in rules.prefixes if key.startswith(prefix)), None)
    if prefix is None or any(stands_for(one, key) for one in rules.others):
        return False
    return any(key.endswith(end) and len(key) - len(prefix) - len(end) >= _ROOT for end in rules.ends)


@lru_cache(maxsize=64)
def _load(language: Language) -> _NegatorJoining:
    def texts(key: str) -> tuple[str, ...]:
        return tuple(map(fold, language.lexicon.texts(NEGATORS[0], key)))

    return _NegatorJoining(texts("joined"), texts("joined_ends"), texts("not_prefixed"))
