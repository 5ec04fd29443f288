"""Kinship: what two words of a language are to each other, by its lexicon, its thesaurus, and what they are known by.

A word is known by one English word, which may be meant in another sense: so words are told apart by these only where
that is hardly ever wrong, and what is merely near there says nothing.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from rapidfuzz.distance import Prefix

from crossquote.language.language import Language, language_of
from crossquote.text.contraries import are_contraries
from crossquote.text.elided import without_elided
from crossquote.text.meanings import KNOWN_BY, load_meanings
from crossquote.text.short_titles import is_short_title
from crossquote.text.sisters import are_sisters
from crossquote.text.stems import stem
from crossquote.text.synonyms import are_synonyms
from crossquote.text.thesaurus import Meanings, Thesaurus, load_thesaurus

_NONE: Meanings = frozenset()
_UP = 2
"""So many steps up lead from a word to one that is broader; further up everything is a thing."""
_ROOT = 4
"""Stems of one root begin with so many letters alike."""
_ANYTHING = 24
"""Two words with so many senses each are hardly ever meant in the two that are opposites ("run", "stand")."""
_SHARED = 1
"""Two words that share so many neighbours in a thesaurus without an order of broader and narrower are near."""


class Kinship(StrEnum):
    """What two words are to each other, the nearest first; UNKNOWN where no source knows both."""

    SAME = "same"
    SYNONYM = "synonym"
    NEAR = "near"
    BROADER = "broader"
    NARROWER = "narrower"
    SISTER = "sister"
    OPPOSITE = "opposite"
    UNRELATED = "unrelated"
    UNKNOWN = "unknown"


ALIKE = frozenset({Kinship.SAME, Kinship.SYNONYM, Kinship.NEAR, Kinship.BROADER, Kinship.NARROWER})
"""What two words are to each other that may both translate a third."""
_UNSURE = frozenset({Kinship.UNKNOWN, Kinship.UNRELATED})
"""A thesaurus that says no more than this has not spoken: it knows what can stand for what, not what must differ."""
_ABROAD: Mapping[Kinship, Kinship] = MappingProxyType(
    {
        Kinship.SYNONYM: Kinship.SYNONYM,
        Kinship.BROADER: Kinship.NEAR,
        Kinship.NARROWER: Kinship.NEAR,
        Kinship.SISTER: Kinship.SISTER,
        Kinship.OPPOSITE: Kinship.OPPOSITE,
    }
)
"""What the English words that two words are known by say of these; a narrower one is mostly another translation."""


def kinship(one: str, other: str, language: Language) -> Kinship:
    """Return what the folded word `other` is to `one`: a broader, a narrower, an opposite."""
    ours, theirs = (without_elided(key, language) for key in (one, other))
    short, title = sorted((ours, theirs), key=len)
    if is_short_title(short, title, language):
        return Kinship.SAME
    return _by_form(ours, theirs, language) or _by_stem(stem(ours, language), stem(theirs, language), language)


def is_word(key: str, language: Language) -> bool:
    """Tell whether a folded word, or what it is known by, stands in a thesaurus: there are no names."""
    stemmed = stem(without_elided(key, language), language)
    if _known(stemmed, language) is not None:
        return True
    known_by = load_meanings(language).exactly(stemmed)
    return bool(known_by) and _known(known_by, language_of(KNOWN_BY)) is not None


def _by_form(one: str, other: str, language: Language) -> Kinship | None:
    return Kinship.OPPOSITE if are_contraries(one, other, language) else None


@lru_cache(maxsize=65536)
def _by_stem(one: str, other: str, language: Language) -> Kinship:
    if one == other:
        return Kinship.SAME
    if are_sisters(one, other, language):
        return Kinship.SISTER
    if _are_of_one_root(one, other):
        return Kinship.NEAR
    if are_synonyms(one, other, language):
        return Kinship.SYNONYM
    own = _by_thesaurus(one, other, language)
    return (own in _UNSURE and _by_what_they_are_known_by(one, other, language)) or own


def _by_thesaurus(one: str, other: str, language: Language) -> Kinship:
    ours, theirs = _known(one, language), _known(other, language)
    if ours is None or theirs is None:
        return Kinship.UNKNOWN
    return Kinship.SYNONYM if ours.all & theirs.all else _by_meaning(ours, theirs)


def _by_what_they_are_known_by(one: str, other: str, language: Language) -> Kinship | None:
    """Return what the English words are to each other that two stems are known by; None where that says nothing."""
    if language.code == KNOWN_BY:
        return None
    glossary, english = load_meanings(language), language_of(KNOWN_BY)
    ours, theirs = glossary.exactly(one), glossary.exactly(other)
    if not ours or not theirs:
        return None
    if ours == theirs:
        return Kinship.SYNONYM
    kin = _by_thesaurus(ours, theirs, english)
    return _ABROAD.get(kin) or (Kinship.UNRELATED if kin is Kinship.UNRELATED and _are_things(ours, theirs) else None)


def _are_things(one: str, other: str) -> bool:
    """Tell whether two English stems name things of kinds, of which one is never another."""
    known = [_known(each, language_of(KNOWN_BY)) for each in (one, other)]
    return all(each is not None and each.kind for each in known)


def _are_of_one_root(one: str, other: str) -> bool:
    """Tell whether two stems begin alike for most of their length ("decid", "decis"): one word, or of one root."""
    alike = Prefix.similarity(one, other)
    return alike >= _ROOT and alike * 3 >= 2 * min(len(one), len(other))


class _Known(Struct, frozen=True, eq=False):
    """What a thesaurus knows of a word.

    Its main senses and all; these with their kin; the contraries of the main ones; what these are one of, where one of
    that kind is never another; what is broader, step by step; and the stems that share a meaning.
    """

    main: Meanings
    all: Meanings
    kin: Meanings
    opposite: Meanings
    kind: Meanings
    above: tuple[Meanings, ...]
    neighbours: Meanings


@lru_cache(maxsize=4096)
def _known(stemmed: str, language: Language) -> _Known | None:
    """Return what the thesaurus of a language knows of a stem, None where that is nothing."""
    thesaurus = load_thesaurus(language)
    senses = thesaurus.senses(stemmed)
    if not senses.all:
        return None
    own = [thesaurus.concept(number) for number in senses.all]
    main = [thesaurus.concept(number) for number in senses.main]
    kin = senses.all.union(*(concept.kin for concept in own))
    return _Known(
        senses.main,
        senses.all,
        kin,
        _NONE.union(*(concept.opposite for concept in main)),
        _NONE.union(*(concept.kind for concept in main)),
        tuple(_above(thesaurus, kin)),
        _NONE.union(*(concept.members for concept in own)),
    )


def _above(thesaurus: Thesaurus, level: Meanings) -> Iterator[Meanings]:
    """Yield what is broader than some meanings, step by step."""
    for _ in range(_UP):
        level = _NONE.union(*(thesaurus.concept(number).broader for number in level))
        yield level


def _by_meaning(one: _Known, other: _Known) -> Kinship:
    if (one.opposite & other.main or other.opposite & one.main) and min(len(one.all), len(other.all)) < _ANYTHING:
        return Kinship.OPPOSITE
    if one.kin & other.kin or len(one.neighbours & other.neighbours) >= _SHARED:
        return Kinship.NEAR
    if any(level & other.kin for level in one.above):
        return Kinship.BROADER
    if any(level & one.kin for level in other.above):
        return Kinship.NARROWER
    if one.kind & other.kind:
        return Kinship.SISTER
    return Kinship.NEAR if one.above[0] & other.above[0] else Kinship.UNRELATED
