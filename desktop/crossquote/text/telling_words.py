"""Words that tell a language from one that is written nearly alike: "bahwa" is Indonesian, "bahawa" is Malay.

And words of languages in other letters than their own, which no profile knows: "kore wa nihongo desu".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from crossquote.notation import read_toml
from crossquote.resources import resource

_TOLD = 5.0
"""What one word says against a language that has it not, in log odds."""
_MOST = 6
"""So many words say all; a long text is told by its letters."""
_SEVERAL = 3
"""So many words at least tell a language that is written in other letters than its own."""
_SHORTEST = 2
"""So many letters at least stand before or after a `*`."""
_ROMANISED = "romanised"


class _NearLanguages(Struct, frozen=True):
    """Languages that are written nearly alike, and which of them each listed word, beginning or end of one is of."""

    near: frozenset[str]
    listed: Mapping[str, frozenset[str]]

    def against(self, words: Iterable[str]) -> Mapping[str, int]:
        """Return how many words speak against each language, more than against the one that they suit best."""
        own = [codes for codes in map(self.of, words) if codes]
        told = {code: min(sum(code not in codes for codes in own), _MOST) for code in self.near}
        return {code: number - min(told.values()) for code, number in told.items()}

    def of(self, word: str) -> frozenset[str]:
        """Return which of the languages `word` is of, by the longest that is listed; none where it is not known."""
        return next((self.listed[form] for form in _forms(word) if form in self.listed), frozenset())


def _forms(word: str) -> Iterator[str]:
    """Yield `word`, then what it begins and ends with as lexicons write it, the longest first."""
    yield word
    for size in range(len(word), _SHORTEST - 1, -1):
        yield f"{word[:size]}*"
        if size < len(word):
            yield f"*{word[-size:]}"


def against_by_words(words: Sequence[str], code: str) -> Mapping[str, float]:
    """Return what `words` say against the language `code` and those that are near it, in log odds.

    A word, or two together, speak where they are of some of a few near languages alone: against the others.
    """
    said = {*words, *(f"{one}_{other}" for one, other in pairwise(words))}
    found: Counter[str] = Counter()
    for group in _groups():
        found.update(group.against(said) if code in group.near else {})
    return {other: _TOLD * less for other, less in found.items()}


def told_by_words(codes: AbstractSet[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each language that words alone tell from those that it is near, all of which are of `codes`; and these."""
    for group in _groups():
        if len(group.near - codes) == 1:
            yield from ((code, group.near & codes) for code in group.near - codes)


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
def _groups() -> tuple[_NearLanguages, ...]:
    return tuple(_group(table) for name, table in _tables().items() if name != _ROMANISED)


def _group(table: Mapping[str, str]) -> _NearLanguages:
    found: dict[str, set[str]] = defaultdict(set)
    for code, entries in table.items():
        for entry in entries.split():
            found[entry].add(code)
    shared = {codes: codes for codes in map(frozenset, found.values())}  # of thousands of entries, a dozen sets
    return _NearLanguages(frozenset(table), {entry: shared[frozenset(codes)] for entry, codes in found.items()})
