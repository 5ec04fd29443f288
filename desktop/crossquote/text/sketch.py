"""Sketches: what a text says, as stems with their kinds, ready to be set beside another."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.scripts import FIRST_SIGN
from crossquote.text.stems import stem
from crossquote.text.weights import COMMON, STOP, weight
from crossquote.text.words import fold, written_words


class WordKind(IntEnum):
    """What a word is, by how much it tells; a MEANING is what a word of any language is known by."""

    STOP = 0
    COMMON = 1
    NAME = 2
    NUMBER = 3
    RARE = 4
    MEANING = 5


class Sketch(Struct, frozen=True):
    """What a text says: its stems in order (of its longest form), all its stems with their kinds, its neighbours.

    `surface` gives a stem as the text writes it, where that is otherwise. `telling` are the stems that say something of
    their own, in alphabetical order. `neighbours` are stems that follow one another, each pair as one text ("terrible
    flood") with how many of the two tell something. `size` counts words, `tally` the stems of each kind.
    """

    language: Language
    order: tuple[str, ...]
    kinds: Mapping[str, WordKind]
    surface: Mapping[str, str]
    telling: tuple[str, ...]
    neighbours: Mapping[str, int]
    size: int
    tally: tuple[int, ...]

    def written(self, stemmed: str) -> str:
        """Return one of its stems as the text writes it."""
        return self.surface.get(stemmed, stemmed)


@lru_cache(maxsize=32768)
def sketch(text: str, language: Language) -> Sketch:
    """Return the sketch of a text."""
    order: list[str] = []
    kinds: dict[str, WordKind] = {}
    surface: dict[str, str] = {}
    for word in written_words(text, language):
        written, stemmed, first, inside = _read(word, language)
        kind = inside if order else first
        order.append(stemmed)
        if stemmed not in kinds:
            kinds[stemmed] = kind
            if written != stemmed:
                surface[stemmed] = written
        elif kind > kinds[stemmed]:
            kinds[stemmed] = kind
    telling = _telling(kinds)
    neighbours = _neighbours((order,), telling)
    return Sketch(language, tuple(order), kinds, surface, telling, neighbours, len(order), tally(kinds))


def join_sketches(sketches: Sequence[Sketch]) -> Sketch:
    """Return the sketch of one text known in several forms (translations of the same words): what any of them says."""
    if len(sketches) == 1:
        return sketches[0]
    longest = max(sketches, key=lambda s: (s.size, s.order))
    kinds: dict[str, WordKind] = {}
    surface: dict[str, str] = {}
    for one in sketches:
        for word, kind in one.kinds.items():
            if word not in kinds and word in one.surface:
                surface[word] = one.surface[word]
            kinds[word] = max(kind, kinds.get(word, kind))
    telling = _telling(kinds)
    neighbours = _neighbours([one.order for one in sketches], telling)
    return Sketch(longest.language, longest.order, kinds, surface, telling, neighbours, longest.size, tally(kinds))


def tally(kinds: Mapping[str, WordKind]) -> tuple[int, ...]:
    """Return how many stems there are of each kind."""
    listed = [*kinds.values()]
    return tuple(map(listed.count, WordKind))


def _telling(kinds: Mapping[str, WordKind]) -> tuple[str, ...]:
    return tuple(sorted([word for word, kind in kinds.items() if kind is not WordKind.STOP]))


def _neighbours(orders: Iterable[Sequence[str]], telling: Iterable[str]) -> Mapping[str, int]:
    telling = frozenset(telling)
    return {
        f"{one} {other}": (one in telling) + (other in telling) for order in orders for one, other in pairwise(order)
    }


@lru_cache(maxsize=64)
def capitals_name(language: Language) -> bool:
    """Tell whether a capital inside a sentence makes a name in this language."""
    return language.lexicon.text("names", "nouns") != "capital"


@lru_cache(maxsize=65536)
def _read(written: str, language: Language) -> tuple[str, str, WordKind, WordKind]:
    """Return a word, its stem, and what kind of word it is where it begins a text and inside one.

    Many texts have it, and all keep what is returned: of each word as it is written there is one.
    """
    key = fold(written)
    kind = _kind(key, language)
    names = kind > WordKind.STOP and capitals_name(language) and written[:1].isupper() and not written.isupper()
    return written, stem(key, language), kind, WordKind.NAME if names and kind is not WordKind.NUMBER else kind


def _kind(key: str, language: Language) -> WordKind:
    if any(c.isdecimal() for c in key):
        return WordKind.NUMBER
    heavy = weight(key, language)
    if heavy == STOP or (len(key) == 1 and key < FIRST_SIGN):
        return WordKind.STOP
    return WordKind.COMMON if heavy == COMMON else WordKind.RARE
