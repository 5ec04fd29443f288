"""Sketches: what a text says, as stems with their kinds, ready to be set beside another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from crossquote.language.language import Language
from crossquote.text.stems import stem
from crossquote.text.weights import COMMON, STOP, weight
from crossquote.text.words import split_words

_UNSPACED = "\u2e80"
"""From here on a single sign may be a word; before, a single letter is an initial."""


class WordKind(IntEnum):
    """What a word is, by how much it tells."""

    STOP = 0
    COMMON = 1
    NAME = 2
    NUMBER = 3
    RARE = 4


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text says: its stems in order (of its longest form), all its stems with their kinds, its neighbours.

    `surface` gives a stem as the text writes it. `size` counts words.
    """

    language: Language
    order: tuple[str, ...]
    kinds: Mapping[str, WordKind]
    surface: Mapping[str, str]
    neighbours: frozenset[tuple[str, str]]
    size: int

    @property
    def telling(self) -> tuple[str, ...]:
        """The stems that say something of their own, in alphabetical order."""
        return tuple(sorted(word for word, kind in self.kinds.items() if kind is not WordKind.STOP))


@lru_cache(maxsize=32768)
def sketch(text: str, language: Language) -> Sketch:
    """Return the sketch of a text."""
    order: list[str] = []
    kinds: dict[str, WordKind] = {}
    surface: dict[str, str] = {}
    capitals = _capitals_name(language)
    for number, word in enumerate(split_words(text, language)):
        written = word.span.of(text)
        stemmed = stem(word.key, language)
        order.append(stemmed)
        kind = _kind(written, word.key, language, may_name=capitals and number > 0)
        kinds[stemmed] = max(kind, kinds.get(stemmed, kind))
        surface.setdefault(stemmed, written)
    return Sketch(language, tuple(order), kinds, surface, frozenset(pairwise(order)), len(order))


def join_sketches(sketches: Sequence[Sketch]) -> Sketch:
    """Return the sketch of one text known in several forms (translations of the same words): what any of them says."""
    if len(sketches) == 1:
        return sketches[0]
    longest = max(sketches, key=lambda s: (s.size, s.order))
    kinds: dict[str, WordKind] = {}
    surface: dict[str, str] = {}
    for one in sketches:
        for word, kind in one.kinds.items():
            kinds[word] = max(kind, kinds.get(word, kind))
            surface.setdefault(word, one.surface[word])
    neighbours = frozenset().union(*(one.neighbours for one in sketches))
    return Sketch(longest.language, longest.order, kinds, surface, neighbours, longest.size)


@lru_cache(maxsize=64)
def _capitals_name(language: Language) -> bool:
    """Tell whether a capital inside a sentence makes a name in this language."""
    return language.lexicon.text("names", "nouns") != "capital"


@lru_cache(maxsize=65536)
def _kind(written: str, key: str, language: Language, *, may_name: bool) -> WordKind:
    if any(c.isdecimal() for c in key):
        return WordKind.NUMBER
    heavy = weight(key, language)
    if heavy == STOP or (len(key) == 1 and key < _UNSPACED):
        return WordKind.STOP
    if may_name and written[:1].isupper() and not written.isupper():
        return WordKind.NAME
    return WordKind.COMMON if heavy == COMMON else WordKind.RARE
