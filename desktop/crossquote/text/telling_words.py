"""Words that tell a language from one that is written nearly alike: "bahwa" is Indonesian, "bahawa" is Malay.

And words of languages in other letters than their own, which no profile knows: "kore wa nihongo desu".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from crossquote.notation import read_toml
from crossquote.resources import resource

_TOLD = 2.0
"""What one word says against a language that has it not, in log odds."""
_MOST = 6
"""So many words say all; a long text is told by its letters."""
_SEVERAL = 3
"""So many words at least tell a language that is written in other letters than its own."""
_ROMANISED = "romanised"


def against_by_words(words: Iterable[str], code: str) -> Mapping[str, float]:
    """Return what `words` say against the language `code` and those that are near it, in log odds.

    A word speaks where it is of one of two or three near languages alone: against the others.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for near, own in _telling().get(word, ()):
            for other in near - {own} if code in near else ():
                found[other].add(word)
    return {other: _TOLD * min(len(told), _MOST) for other, told in found.items()}


def is_romanised(words: Sequence[str]) -> bool:
    """Tell whether half of some words, and several, are of one language that is written in other letters."""
    if len(words) < _SEVERAL:
        return False
    known = (sum(word in own for word in words) for own in _romanised())
    return max(known) >= max(_SEVERAL, len(words) / 2)


@lru_cache(maxsize=1)
def _romanised() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in _tables()[_ROMANISED].values())


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, str]]:
    return read_toml(resource("telling_words.toml"))


@lru_cache(maxsize=1)
def _telling() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """Return, for each word, the groups of near languages that it tells apart, and the one that it is of."""
    found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for name, group in _tables().items():
        if name == _ROMANISED:
            continue
        listed = {code: set(words.split()) for code, words in group.items()}
        near = frozenset(listed)
        for code, words in listed.items():
            others = set().union(*(listed[other] for other in near - {code}))
            for word in words - others:
                found[word].append((near, code))
    return {word: tuple(groups) for word, groups in found.items()}
