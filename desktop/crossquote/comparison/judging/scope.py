"""Scope: words that say of how much, or of whom, something holds, where they hold of something else.

"Not all" that became "all … not", "one of the biggest" that became "the biggest", "even" that became "only", and
"only" that limits other words than before.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossquote.comparison.judging.differences import Sides, differing
from crossquote.comparison.judging.severity import LIKELY, nearness
from crossquote.comparison.reading.content import is_content
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.text.stems import stem
from crossquote.text.terms import Hit
from crossquote.text.words import fold

_SECTION = "quantifiers"
_ROOT = 4
"""Forms of a word have so many letters in common."""
_BESIDE = 2
"""So many words may stand between "one of" and what makes it the most."""
_KEPT = 0.85
"""Where so many words are kept, their order is no matter of style."""


def find_scopes(pair: Pair) -> Iterator[Sides]:
    """Yield the places of words that hold of something else on each side."""
    yield from _not_all(pair)
    yield from _one_of(pair)
    yield from _even_or_only(pair)
    yield from _only_elsewhere(pair)


def _not_all(pair: Pair) -> Iterator[Sides]:
    """Yield "not all" and the "all" that stands for it where both sides negate as often: "all were not"."""
    if len(explicit_negators(pair.base_reading)) != len(explicit_negators(pair.text_reading)):
        return
    found = list(differing(pair, _SECTION, ("not_all", "all")))
    lost = [sides.base for sides in found if sides.base is not None]
    come = [sides.text for sides in found if sides.text is not None]
    if len(lost) == 1 == len(come) and {lost[0].group, come[0].group} == {"not_all", "all"}:
        sides = Sides(lost[0], come[0])
        if nearness(pair, *sides.spans) >= LIKELY:
            yield sides


def _one_of(pair: Pair) -> Iterator[Sides]:
    """Yield "one of the biggest" where the other side has the biggest, and not for something else that both have."""
    readings = (pair.base_reading, pair.text_reading)
    for sides in differing(pair, _SECTION, ("one_of",), _is_most):
        if sides.base and sides.text:
            continue
        most = [sum(_is_superlative(word.key, reading.language) for word in reading.words) for reading in readings]
        if (
            min(most)
            and most[bool(sides.base)] >= most[not sides.base]
            and (nearness(pair, *sides.spans) >= LIKELY or _is_same_most(pair, sides))
        ):
            yield sides


def _is_same_most(pair: Pair, sides: Sides) -> bool:
    """Tell whether the other side has what was one of several, in a form of the same words ("the biggest port")."""
    hit = sides.base or sides.text
    if hit is None:
        return False
    ours, theirs = (pair.base_reading, pair.text_reading) if sides.base else (pair.text_reading, pair.base_reading)
    first = next(at for at in range(hit.last, len(ours.words)) if _is_superlative(ours.words[at].key, ours.language))
    named = _stems(ours, first)
    places = (at for at, word in enumerate(theirs.words) if _is_superlative(word.key, theirs.language))
    return len(named) > 1 and any(_alike(named, _stems(theirs, at)) for at in places)


def _stems(reading: Reading, first: int) -> list[str]:
    """Return the stems of a superlative and of the content word behind it; of three words with "most" before them."""
    words = reading.words[first : first + _BESIDE + 1]
    return [
        stem(word.key, reading.language)
        for at, word in enumerate(words)
        if not at or is_content(word, reading.language)
    ]


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether stems begin alike, as they do in all cases of a word."""
    return (
        all(one[:_ROOT] == other[:_ROOT] for one, other in zip(ours[:2], theirs[:2], strict=False)) and len(theirs) > 1
    )


def _is_most(reading: Reading, hit: Hit) -> bool:
    """Tell whether what is one of several is the most in something."""
    behind = reading.words[hit.last : hit.last + _BESIDE]
    return any(_is_superlative(word.key, reading.language) for word in behind)


@lru_cache(maxsize=4096)
def _is_superlative(key: str, language: Language) -> bool:
    return any(_fits(key, fold(entry)) for entry in language.lexicon.texts(_SECTION, "superlatives"))


def _fits(key: str, entry: str) -> bool:
    if entry.startswith("*"):
        return key.endswith(entry[1:])
    return key.startswith(entry[:-1]) if entry.endswith("*") else key == entry


def _even_or_only(pair: Pair) -> Iterator[Sides]:
    """Yield "even" and the "only" that stands in its place."""
    evens = (pair.base_reading.of("particles", "even"), pair.text_reading.of("particles", "even"))
    onlys = (pair.base_reading.of(_SECTION, "only"), pair.text_reading.of(_SECTION, "only"))
    for base, text in ((evens[0], onlys[1]), (onlys[0], evens[1])):
        for one in base:
            change = pair.links.change_of(one.span, in_base=True)
            other = next(
                (hit for hit in text if change and pair.links.change_of(hit.span, in_base=False) is change), None
            )
            if other is not None and not pair.links.is_kept(one.span, in_base=True):
                yield Sides(one, other)


def _only_elsewhere(pair: Pair) -> Iterator[Sides]:
    """Yield the only "only" of each side where it opens one of them and limits another word there."""
    base, text = (reading.of(_SECTION, "only") for reading in (pair.base_reading, pair.text_reading))
    if len(base) != 1 or len(text) != 1 or bool(base[0].first) == bool(text[0].first) or pair.links.nearness < _KEPT:
        return
    limited = _limited(pair.base_reading, base[0]), _limited(pair.text_reading, text[0])
    if all(limited) and limited[0] != limited[1]:
        yield Sides(base[0], text[0])


def _limited(reading: Reading, hit: Hit) -> str:
    """Return the stem of the word that an "only" limits; nothing where a small word leads up to it ("only in May")."""
    behind = reading.words[hit.last :]
    determiners = _determiners(reading.language)
    first = next((word for word in behind if word.key not in determiners), None)
    if first is None or not is_content(first, reading.language) or reading.quantities_at(first.span):
        return ""
    return stem(first.key, reading.language)


@lru_cache(maxsize=64)
def _determiners(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("function_words", "determiners")))


def is_told(told: Sequence[Sides], sides: Sides) -> bool:
    """Tell whether one of `told` says more of the words of `sides`."""
    return any(
        (one.base and sides.base and one.base.span.overlaps(sides.base.span))
        or (one.text and sides.text and one.text.span.overlaps(sides.text.span))
        for one in told
    )
