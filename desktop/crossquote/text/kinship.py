"""Kinship: what two words of a language are to each other, by its lexicon and its thesaurus."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Prefix

from crossquote.language.language import Language
from crossquote.text.contraries import are_contraries
from crossquote.text.stems import stem
from crossquote.text.synonyms import are_synonyms
from crossquote.text.thesaurus import Concept, Meanings, Thesaurus, load_thesaurus

_UP = 3
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
    return _by_form(one, other, language) or _by_stem(stem(one, language), stem(other, language), language)


def _by_form(one: str, other: str, language: Language) -> Kinship | None:
    return Kinship.OPPOSITE if are_contraries(one, other, language) else None


@lru_cache(maxsize=65536)
def _by_stem(one: str, other: str, language: Language) -> Kinship:
    if one == other:
        return Kinship.SAME
    if _are_of_one_root(one, other):
        return Kinship.NEAR
    if are_synonyms(one, other, language):
        return Kinship.SYNONYM
    thesaurus = load_thesaurus(language)
    ours, theirs = thesaurus.senses(one), thesaurus.senses(other)
    if not ours.all or not theirs.all:
        return Kinship.UNKNOWN
    if ours.all & theirs.all:
        return Kinship.SYNONYM
    return _by_meaning(_Word(thesaurus, ours.main, ours.all), _Word(thesaurus, theirs.main, theirs.all))


def _are_of_one_root(one: str, other: str) -> bool:
    """Tell whether two stems begin alike for most of their length ("decid", "decis"): one word, or of one root."""
    alike = Prefix.similarity(one, other)
    return alike >= _ROOT and alike * 3 >= 2 * min(len(one), len(other))


class _Word:
    """A word's meanings with what is around them, each looked up once."""

    __slots__ = ("all", "kin", "main", "thesaurus")

    def __init__(self, thesaurus: Thesaurus, main: Meanings, own: Meanings) -> None:
        self.thesaurus, self.main, self.all = thesaurus, main, own
        self.kin = own | self.step(own, lambda meaning: meaning.kin)

    def step(self, start: Iterable[str], way: Callable[[Concept], Meanings]) -> Meanings:
        """Return the meanings one step away."""
        return frozenset(other for number in start for other in way(self.thesaurus.meaning(number)))

    def opposites(self) -> Meanings:
        """Return the contraries of the main senses."""
        return self.step(self.main, lambda meaning: meaning.opposite)

    def above(self) -> Iterator[Meanings]:
        """Yield what is broader, step by step."""
        level = self.kin
        for _ in range(_UP):
            level = self.step(level, _broader)
            yield level

    def neighbours(self) -> Meanings:
        """Return the stems that share a meaning."""
        return self.step(self.all, lambda meaning: meaning.members)


def _by_meaning(one: _Word, other: _Word) -> Kinship:
    if one.opposites() & other.main or other.opposites() & one.main:
        return Kinship.OPPOSITE
    if one.kin & other.kin or len(one.neighbours() & other.neighbours()) >= _SHARED:
        return Kinship.NEAR
    if any(level & other.kin for level in one.above()):
        return Kinship.BROADER
    if any(level & one.kin for level in other.above()):
        return Kinship.NARROWER
    if one.step(one.main, _kind) & other.step(other.main, _kind):
        return Kinship.SISTER
    above = one.step(one.kin, _broader) & other.step(other.kin, _broader)
    return Kinship.NEAR if above else Kinship.UNRELATED


def _kind(meaning: Concept) -> Meanings:
    return meaning.kind


def _broader(meaning: Concept) -> Meanings:
    return meaning.broader
