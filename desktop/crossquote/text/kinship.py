"""Kinship: what two words of a language are to each other, by its lexicon and its thesaurus."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import Prefix

from crossquote.language.language import Language
from crossquote.text.contraries import are_contraries
from crossquote.text.elided import without_elided
from crossquote.text.sisters import are_sisters
from crossquote.text.stems import stem
from crossquote.text.synonyms import are_synonyms
from crossquote.text.thesaurus import Meanings, Thesaurus, load_thesaurus

_NONE: Meanings = frozenset()
_UP = 2
"""So many steps up lead from a word to one that is broader; further up everything is a thing."""
_ROOT = 4
"""Stems of one root begin with so many letters alike."""
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


def kinship(one: str, other: str, language: Language) -> Kinship:
    """Return what the folded word `other` is to `one`: a broader, a narrower, an opposite."""
    ours, theirs = (without_elided(key, language) for key in (one, other))
    return _by_form(ours, theirs, language) or _by_stem(stem(ours, language), stem(theirs, language), language)


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
    ours, theirs = _known(one, language), _known(other, language)
    if ours is None or theirs is None:
        return Kinship.UNKNOWN
    return Kinship.SYNONYM if ours.all & theirs.all else _by_meaning(ours, theirs)


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
    if one.opposite & other.main or other.opposite & one.main:
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
