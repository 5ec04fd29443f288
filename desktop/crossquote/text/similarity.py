"""Similarity: how strongly the words that two texts share speak for one being a rendition of the other.

The words of the shorter text are weighed one by one: each that the longer text has too speaks for it, by the
logarithm of how much likelier that is for renditions of one utterance than by chance; each that it lacks speaks
against (the likelihood ratio of record linkage, after Fellegi and Sunter 1969).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from msgspec import Struct
from rapidfuzz import fuzz, process

from crossquote.text.chances import BACKGROUND, Chances
from crossquote.text.sketch import Sketch, WordKind
from crossquote.text.synonyms import synonym_groups

_KEPT_OF: Mapping[WordKind, float] = {
    WordKind.STOP: 0.55,
    WordKind.COMMON: 0.6,
    WordKind.NAME: 0.75,
    WordKind.NUMBER: 0.85,
    WordKind.RARE: 0.65,
    WordKind.MEANING: 0.55,
}
"""How often another rendition of the same utterance has the word too."""
_KEPT, _BACKGROUND = (tuple(by_kind[kind] for kind in WordKind) for by_kind in (_KEPT_OF, BACKGROUND))
"""The same, and how often a word turns up by chance, as a row: this is asked more often than anything else."""
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
_ALONE = frozenset({WordKind.NUMBER, WordKind.MEANING})
"""Of these none is another's synonym or spelling."""
_SHORTEST_ALIKE = 5


class Likeness(Struct, frozen=True):
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
    short, long = _by_length(first, second)
    if not long.size:
        return Likeness(0.0, (), (), (), 0)
    score, shared, missing = _weigh_words(short, long, chances)
    pairs = short.neighbours.keys() & long.neighbours.keys()
    telling = sum([short.neighbours[pair] for pair in pairs])
    score += _NEIGHBOURS * (len(pairs) + telling) / 3
    hopeless = not shared or score + _NEAR_MOST * len(missing) < 0
    near = {} if hopeless else _near(short, long, missing)
    if near:
        score += sum(gain - log(1 - _KEPT[short.kinds[word]]) for word, gain in near.items())
        missing = [word for word in missing if word not in near]
    score -= _excess(short, long, len(near))
    ranked = tuple([word for _, word in sorted(shared)])
    return Likeness(score, ranked, tuple(missing), tuple(near), len(pairs))


def weigh_strangers(first: Sketch, second: Sketch) -> float | None:
    """Return the score of two texts that share no telling stem, None where they share one: what `liken` would give.

    Each text is known in one form, and each word is as common as its kind is.
    """
    short, long = _by_length(first, second)
    kinds, stop = short.kinds, WordKind.STOP
    held = kinds.keys() & long.kinds.keys()
    if any(kinds[word] is not stop for word in held):
        return None
    lacking, having = _gains_by_kind(long.size)
    score = sum([count * gain for count, gain in zip(short.tally[1:], lacking[1:], strict=True)])
    score += _STOP_SHARE * ((short.tally[stop] - len(held)) * lacking[stop] + len(held) * having[stop])
    score += _NEIGHBOURS * len(short.neighbours.keys() & long.neighbours.keys()) / 3
    lone = sum(long.tally[1:]) - len([word for word in held if long.kinds[word] is not stop])
    return score - _EXCESS * lone * max(0.0, 2 * short.size / long.size - 1)


def _by_length(first: Sketch, second: Sketch) -> tuple[Sketch, Sketch]:
    """Return two texts, the shorter one first."""
    return (first, second) if is_shorter(first, second) else (second, first)


def is_shorter(first: Sketch, second: Sketch) -> bool:
    """Tell whether of two texts the first is the one whose words are weighed; of two alike, either is."""
    return (first.size, first.order) <= (second.size, second.order)


def _weigh_words(short: Sketch, long: Sketch, chances: Chances) -> tuple[float, list[tuple[float, str]], list[str]]:
    """Return what the words of the shorter text say one by one, those that both have (the gain negated), the others.

    Function words count for the score alone.
    """
    score = 0.0
    shared: list[tuple[float, str]] = []
    missing: list[str] = []
    names: list[float] = []
    kinds, there, size, frequency = short.kinds, long.kinds, long.size, chances.frequency
    by_kind = _gains_by_kind(size)
    for word in dict.fromkeys(short.order):
        kind, held = kinds[word], word in there
        gain = _gain(kind, frequency[word] * size, held=held) if word in frequency else by_kind[held][kind]
        if kind is WordKind.STOP:
            score += gain * _STOP_SHARE
        elif not held:
            missing.append(word)
            score += gain
        else:
            shared.append((-gain, word))
            if kind is WordKind.NAME:
                names.append(gain)
            else:
                score += gain
    if names:
        score += sum(gain * _NAMES_TOGETHER**number for number, gain in enumerate(sorted(names, reverse=True)))
    return score, shared, missing


@lru_cache(maxsize=1024)
def _gains_by_kind(size: int) -> tuple[Sequence[float], Sequence[float]]:
    """Return what a word of each kind gives that a text of so many words lacks, and has, as common as its kind is."""
    lacking, having = (
        tuple(_gain(kind, _BACKGROUND[kind] * size, held=held) for kind in WordKind) for held in (False, True)
    )
    return lacking, having


def _gain(kind: WordKind, expected: float, *, held: bool) -> float:
    """Return what a word gives that is `expected` so often in the other text, and is there or not."""
    kept, chance = _KEPT[kind], expected / (1 + expected)
    if chance >= kept:
        return 0.0
    return log(kept / chance) if held else log((1 - kept) / (1 - chance))


def _near(short: Sketch, long: Sketch, missing: Sequence[str]) -> dict[str, float]:
    """Return the missing stems that the longer text has in another word, with what each adds."""
    spare = [word for word in long.telling if word not in short.kinds]
    groups = synonym_groups(short.language)
    meant = {group for word in spare for group in groups.get(word, ())}
    found: dict[str, float] = {}
    for word in missing:
        if short.kinds[word] in _ALONE:
            continue
        if not meant.isdisjoint(groups.get(word, ())):
            found[word] = _SYNONYM
        elif len(word) >= _SHORTEST_ALIKE:
            best = process.extractOne(word, spare, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM)
            if best is not None and best[0][:1] == word[:1]:
                found[word] = _ALIKE
    return found


def _excess(short: Sketch, long: Sketch, near: int) -> float:
    """Return what speaks against two texts of about one length: what the longer says and the shorter does not.

    Of a word that is known by its meaning alone, the other may well have one that is not known.
    """
    share = 2 * short.size / long.size - 1
    if share <= 0:
        return 0.0
    kinds, least = long.kinds, (WordKind.STOP, WordKind.MEANING)
    lone = len([word for word in set(long.order) - short.kinds.keys() if kinds[word] not in least]) - near
    return max(0.0, _EXCESS * lone * share)
