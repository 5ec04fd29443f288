"""Similarity: how strongly the words that two texts share speak for one being a rendition of the other.

The words of the shorter text are weighed one by one: each that the longer text has too speaks for it, by the
logarithm of how much likelier that is for renditions of one utterance than by chance; each that it lacks speaks
against (the likelihood ratio of record linkage, after Fellegi and Sunter 1969). Chance is reckoned from the set itself:
a word that one article uses in several quotes belongs to the topic; and from the lexicon, so that two short
articles are enough.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from math import log

from rapidfuzz import fuzz, process

from crossquote.language.language import Language
from crossquote.text.stems import stem
from crossquote.text.synonyms import synonym_groups
from crossquote.text.weights import COMMON, STOP, weight
from crossquote.text.words import split_words


class Kind(IntEnum):
    """What a word is, by how much it tells."""

    STOP = 0
    COMMON = 1
    NAME = 2
    NUMBER = 3
    RARE = 4


_BACKGROUND: Mapping[Kind, float] = {
    Kind.STOP: 1e-2,
    Kind.COMMON: 8e-4,
    Kind.NAME: 1e-3,
    Kind.NUMBER: 2e-4,
    Kind.RARE: 6e-5,
}
"""How often a word of each kind stands in a text of the news, by the word."""
_KEPT: Mapping[Kind, float] = {
    Kind.STOP: 0.55,
    Kind.COMMON: 0.6,
    Kind.NAME: 0.75,
    Kind.NUMBER: 0.85,
    Kind.RARE: 0.65,
}
"""How often another rendition of the same utterance has the word too."""
_PRIOR_WORDS = 2000
"""The general view of chance counts as much as so many words of the set."""
_RENDERED = 6
"""So many articles may well have a word because they render one utterance."""
_UNSPACED = "\u2e80"
"""From here on a single sign may be a word; before, a single letter is an initial."""
_STOP_SHARE = 0.5
"""Function words count half: they depend on one another."""
_NEIGHBOURS = 0.8
"""What two words that follow one another in both texts add, where both tell something."""
_EXCESS = 0.4
"""What each telling word costs that only the longer text has; nothing where it is twice as long."""
_NAMES_TOGETHER = 0.6
"""Each further name counts so much less: the names of one event come together."""
_SYNONYM, _ALIKE = 1.5, 2.0
_NEAR_MOST = 3.5
"""No missing word adds more than this when another word is found for it."""
_ALIKE_FROM = 78.0
_SHORTEST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text says: its stems in order (of its longest form), all its stems with their kinds, its neighbours.

    `surface` gives a stem as the text writes it. `size` counts words.
    """

    language: Language
    order: tuple[str, ...]
    kinds: Mapping[str, Kind]
    surface: Mapping[str, str]
    neighbours: frozenset[tuple[str, str]]
    size: int

    @property
    def telling(self) -> tuple[str, ...]:
        """The stems that say something of their own, in alphabetical order."""
        return tuple(sorted(word for word, kind in self.kinds.items() if kind is not Kind.STOP))


@lru_cache(maxsize=32768)
def sketch(text: str, language: Language) -> Sketch:
    """Return the sketch of a text."""
    order: list[str] = []
    kinds: dict[str, Kind] = {}
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
    kinds: dict[str, Kind] = {}
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
def _kind(written: str, key: str, language: Language, *, may_name: bool) -> Kind:
    if any(c.isdecimal() for c in key):
        return Kind.NUMBER
    heavy = weight(key, language)
    if heavy == STOP or (len(key) == 1 and key < _UNSPACED):
        return Kind.STOP
    if may_name and written[:1].isupper() and not written.isupper():
        return Kind.NAME
    return Kind.COMMON if heavy == COMMON else Kind.RARE


@dataclass(frozen=True, slots=True)
class Chances:
    """How often each stem turns up by chance, by the word."""

    frequency: Mapping[str, float]

    def of(self, word: str, kind: Kind, size: int) -> float:
        """Return how likely it is that a text of `size` words has `word` by chance."""
        expected = self.frequency.get(word, _BACKGROUND[kind]) * size
        return expected / (1 + expected)


def count_chances(articles: Iterable[Sequence[Sketch]]) -> Chances:
    """Return the chances of each stem, from the quotes of each article.

    A word counts as often as an article repeats it, for the first time may be in the one utterance that all have in
    common, and as often as more articles have it than would render one utterance.
    """
    repeated: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    kinds: dict[str, Kind] = {}
    words = 0
    for quotes in articles:
        counted: Counter[str] = Counter()
        for one in quotes:
            counted.update(one.kinds.keys())
            words += one.size
            for word, kind in one.kinds.items():
                kinds[word] = max(kind, kinds.get(word, kind))
        repeated.update({word: count - 1 for word, count in counted.items() if count > 1})
        holders.update(counted.keys())
    repeated.update({word: count - _RENDERED for word, count in holders.items() if count > _RENDERED})
    total = words + _PRIOR_WORDS
    return Chances({word: (repeated[word] + _PRIOR_WORDS * _BACKGROUND[kind]) / total for word, kind in kinds.items()})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How strongly two texts speak for one utterance: `score` in natural logarithms of odds, above 0 for it.

    `shared` are the telling stems that both have, the strongest first; `missing` those of the shorter that the other
    lacks; `near` those that it has in another word; `adjoining` counts the neighbours that both have.
    """

    score: float
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    near: tuple[str, ...]
    adjoining: int


def liken(first: Sketch, second: Sketch, chances: Chances) -> Likeness:
    """Return how strongly two texts in one language speak for one utterance."""
    short, long = (first, second) if (first.size, first.order) <= (second.size, second.order) else (second, first)
    score = 0.0
    shared: list[tuple[float, str]] = []
    missing: list[str] = []
    names: list[float] = []
    for word in dict.fromkeys(short.order):
        kind = short.kinds[word]
        kept, chance = _KEPT[kind], chances.of(word, kind, long.size)
        gain = log(max(kept, chance) / chance if word in long.kinds else (1 - kept) / (1 - min(chance, kept)))
        if kind is Kind.STOP:
            score += gain * _STOP_SHARE
            continue
        if word not in long.kinds:
            missing.append(word)
            score += gain
            continue
        shared.append((-gain, word))
        if kind is Kind.NAME:
            names.append(gain)
        else:
            score += gain
    score += sum(gain * _NAMES_TOGETHER**number for number, gain in enumerate(sorted(names, reverse=True)))
    pairs = short.neighbours & long.neighbours
    telling = sum(short.kinds[word] is not Kind.STOP for pair in pairs for word in pair)
    score += _NEIGHBOURS * (len(pairs) + telling) / 3
    hopeless = not shared or score + _NEAR_MOST * len(missing) < 0
    near = {} if hopeless else _near(short, long, missing)
    score += sum(gain - log(1 - _KEPT[short.kinds[word]]) for word, gain in near.items())
    score -= _excess(short, long, len(near))
    ranked = tuple(word for _, word in sorted(shared))
    return Likeness(score, ranked, tuple(w for w in missing if w not in near), tuple(near), len(pairs))


def _near(short: Sketch, long: Sketch, missing: Sequence[str]) -> dict[str, float]:
    """Return the missing stems that the longer text has in another word, with what each adds."""
    spare = [word for word in long.telling if word not in short.kinds]
    groups = synonym_groups(short.language)
    meant = {group for word in spare for group in groups.get(word, ())}
    found: dict[str, float] = {}
    for word in missing:
        if short.kinds[word] is Kind.NUMBER:
            continue
        if not meant.isdisjoint(groups.get(word, ())):
            found[word] = _SYNONYM
        elif len(word) >= _SHORTEST_ALIKE:
            best = process.extractOne(word, spare, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM)
            if best is not None and best[0][:1] == word[:1]:
                found[word] = _ALIKE
    return found


def _excess(short: Sketch, long: Sketch, near: int) -> float:
    """Return what speaks against two texts of about one length: what the longer says and the shorter does not."""
    lone = sum(word not in short.kinds and long.kinds[word] is not Kind.STOP for word in set(long.order)) - near
    return max(0.0, _EXCESS * lone * (2 * short.size / long.size - 1))
