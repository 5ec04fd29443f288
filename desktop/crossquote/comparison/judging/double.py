"""Double negation: what negates twice affirms ("no ship without a pilot"), and a "not" with a "but" is "only"."""

from collections.abc import Sequence
from functools import lru_cache

from crossquote.comparison.judging.severity import SURE
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.text.terms import Hit
from crossquote.text.words import fold

_REACH = 6
"""So many words at most lie between a "not" and the "but" that makes it "only"."""
_ENDS = frozenset(".!?;:…")


def without_doubled(pair: Pair, hits: Sequence[Hit], *, in_base: bool) -> list[Hit]:
    """Return the negators of a side without those that affirm together, or are an "only" that the other side says.

    That counts in words that are chosen freely; in kept ones each "no" was put there.
    """
    reading, other = (pair.base_reading, pair.text_reading) if in_base else (pair.text_reading, pair.base_reading)
    left = [hit for hit in hits if not (_is_only(reading, hit) and _says_only(pair, other, in_base=not in_base))]
    if pair.links.nearness >= SURE:
        return left
    gone: set[int] = set()
    for hit in left:
        partner = _partner(reading, hit) if _is_without(reading, hit) else None
        if partner is not None:
            gone |= {hit.first, partner.first}
    return [hit for hit in left if hit.first not in gone]


def _is_without(reading: Reading, hit: Hit) -> bool:
    return reading.words[hit.first].key in _phrases(reading.language, "without")


def _partner(reading: Reading, hit: Hit) -> Hit | None:
    """Return the "no" that stands before a "without" in its sentence."""
    before = [one for one in reading.of("negation", "negators", "concord") if one.last <= hit.first]
    near = (one for one in reversed(before) if not _ENDS & set(reading.text[one.span.end : hit.span.start]))
    return next((one for one in near if not _is_without(reading, one)), None)


def _is_only(reading: Reading, hit: Hit) -> bool:
    """Tell whether a "but" stands right behind what a "not" negates ("no hacía más que")."""
    behind = [word.key for word in reading.words[hit.last : hit.last + _REACH]]
    phrases = [tuple(phrase.split()) for phrase in _phrases(reading.language, "but")]
    return any(
        tuple(behind[at : at + len(phrase)]) == phrase for phrase in phrases if phrase for at in range(len(behind))
    )


def _says_only(pair: Pair, other: Reading, *, in_base: bool) -> bool:
    return any(not pair.links.is_kept(hit.span, in_base=in_base) for hit in other.of("quantifiers", "only"))


@lru_cache(maxsize=64)
def _phrases(language: Language, key: str) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("negation", key)))
