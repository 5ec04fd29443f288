"""Counterparts: how much likelier two quotes are one utterance than two that met by chance, in logarithms of odds.

This is for quotes that stand at one place of articles that tell the same in the same order. There little is needed to
know a quote's counterpart: how long it is, who speaks, a name, a number. So less is asked of the words than for a bond,
and only the two articles are looked at: how common a word is says the language, not the set.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import log

import regex

from crossquote.grouping.item import Item
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import sketch_meanings, speakers_agree
from crossquote.language.language import Language
from crossquote.text.chances import Chances
from crossquote.text.similarity import liken, weigh_strangers
from crossquote.text.sketch import Sketch, WordKind, sketch

_BY_LANGUAGE = Chances({})
_WORDS = (-6.0, 12.0)
"""No words say less or more than this."""
_NAMES_ALONE, _EVERYDAY = -4.0, 0.0
"""Nor more than this, where they share but names, as a headline does with any sentence below it; or everyday words."""
_BOTH = 2
"""So many of two words that follow one another tell something."""
_MEANT = (-1.5, 10.0)
"""And no names, numbers and words that are known in both, where there is no common language: most may be unknown."""
_LONE_NAME = -0.7
"""What each name or number says where the other has none at all: a pronoun may stand for it."""
Says = Mapping[Same, float]
"""What it says that the speakers of two quotes agree, or do not."""
_BY_SHARE: tuple[tuple[float, Says], ...] = (
    (0.25, {Same.YES: 1.2, Same.UNSURE: 0.0, Same.UNLIKELY: -1.5, Same.NO: -3.0}),
    (0.6, {Same.YES: 0.7, Same.UNSURE: 0.0, Same.UNLIKELY: -1.2, Same.NO: -2.0}),
    (1.0, {Same.YES: 0.2, Same.UNSURE: 0.0, Same.UNLIKELY: -0.8, Same.NO: -1.2}),
)
"""The same, where up to such a share of the pairs of two articles have one speaker: few people speak in an event."""
_UNKNOWN = 4
"""As if of so many pairs more one had one speaker."""
_SAME_KIND, _OTHER_KIND = 0.3, -0.7
_SPREAD, _SPREAD_BY_CHANCE = 0.25, 1.1
"""How far the lengths of renditions lie apart, and those of any two quotes: deviations of their logarithms."""
_LENGTH_LEAST = -5.0
_DENSE, _SYLLABLES = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"), regex.compile(r"\p{Hangul}")
_DENSE_LETTERS, _SYLLABLE_LETTERS = 3.2, 1.9
"""So many letters of an alphabet say what one sign of these scripts says."""


def speakers_say(here: Sequence[Item], there: Sequence[Item]) -> Says:
    """Return what speakers say of two quotes of these two articles: the less, the more pairs of quotes have one."""
    told: Counter[Same] = Counter()
    for one, other in product(_voices(here), _voices(there)):
        told[speakers_agree(one[0], other[0])] += len(one) * len(other)
    share = (told[Same.YES] + 1) / (told.total() - told[Same.UNSURE] + _UNKNOWN)  # of few pairs it says little
    return next(says for most, says in _BY_SHARE if share <= most)


def _voices(quotes: Sequence[Item]) -> Iterable[Sequence[Item]]:
    """Return the quotes of each speaker that is named."""
    found: dict[tuple[str, str, bool], list[Item]] = {}
    for item in quotes:
        if item.speaker:
            found.setdefault((item.speaker, item.language.code, item.alone), []).append(item)
    return found.values()


def weigh(one: Item, other: Item, reading: Language, says: Says = _BY_SHARE[0][1]) -> float:
    """Return how much likelier two quotes are counterparts than not, as a logarithm; translations are in `reading`.

    `says` has what their speakers say.
    """
    said = says[speakers_agree(one, other)] + (_SAME_KIND if one.kind is other.kind else _OTHER_KIND)
    return said + _by_words(one, other, reading) + _by_length(one.text, other.text)


def _by_words(one: Item, other: Item, reading: Language) -> float:
    shared = _shared(one, other, reading)
    if shared is not None:
        return _by_shared(*shared)
    here, there = (sketch_meanings(item.text, item.language) for item in (one, other))
    if here.size and there.size:
        return min(_MEANT[1], max(_MEANT[0], liken(here, there, _BY_LANGUAGE).score))
    return _LONE_NAME * max(one.size - one.tally[WordKind.MEANING] for one in (here, there))


def _by_shared(one: Sketch, other: Sketch) -> float:
    """Return what the words of two quotes in one language say: where they share but names, that they are two."""
    if not one.size or not other.size:
        return 0.0
    apart = weigh_strangers(one, other)
    if apart is not None:
        return min(_NAMES_ALONE, max(_WORDS[0], apart))
    likeness = liken(one, other, _BY_LANGUAGE)
    kinds = {one.kinds[word] for word in likeness.shared} - {WordKind.NAME}
    pairs = one.neighbours.keys() & other.neighbours.keys()
    together = any(one.neighbours[pair] == _BOTH for pair in pairs)  # “stay here”, but not “going to”
    telling = likeness.near or kinds - {WordKind.COMMON} or together
    most = _WORDS[1] if telling else _EVERYDAY if kinds else _NAMES_ALONE
    return min(most, max(_WORDS[0], likeness.score))


def _shared(one: Item, other: Item, reading: Language) -> tuple[Sketch, Sketch] | None:
    """Return what two quotes say in a language in which both are at hand; None where there is none."""
    if one.language is other.language and one.language.told:
        return sketch(one.text, one.language), sketch(other.text, other.language)
    if one.translation is not None and other.translation is not None:
        return sketch(one.translation, reading), sketch(other.translation, reading)
    return None


def _by_length(one: str, other: str) -> float:
    apart = log(_length(one) / _length(other))
    return max(_LENGTH_LEAST, _density(apart, _SPREAD) - _density(apart, _SPREAD_BY_CHANCE))


@lru_cache(maxsize=65536)
def _length(text: str) -> float:
    """Return how long a text is, in letters of an alphabet."""
    dense, syllables = len(_DENSE.findall(text)), len(_SYLLABLES.findall(text))
    return max(1.0, len(text) - dense - syllables + _DENSE_LETTERS * dense + _SYLLABLE_LETTERS * syllables)


def _density(apart: float, spread: float) -> float:
    """Return the logarithm of a normal density, but for what cancels out."""
    return -((apart / spread) ** 2) / 2 - log(spread)
