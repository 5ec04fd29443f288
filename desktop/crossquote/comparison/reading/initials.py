"""Initials: which words of a text a short form can stand for, as "PLA" does for "People's Liberation Army".

Names are cut at small words ("Department of Labour"); the words that initials are of stand in a longer stretch. Many
languages give but the first of them a capital ("Министерство внутренних дел"), or join two ("North-Sea Pact").
"""

from collections.abc import Collection, Iterator
from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.comparison.reading.one_text import Reading
from crossquote.text.words import Word

_SHORTEST, _LONGEST = 3, 6
"""A short form of fewer letters is that of some words by chance."""
_SMALL = 3
"""So many letters at most have the small words that initials leave out."""
_PARTED = regex.compile(r"[^\w\s'’]")


class LetteredRun(Struct, frozen=True):
    """Words with capitals that stand together, with small words between them or without, and their first letters."""

    words: tuple[str, ...]
    letters: str


@lru_cache(maxsize=16)
def stretches(reading: Reading) -> tuple[LetteredRun, ...]:
    """Return the stretches of words with capitals in a text."""
    runs = list(_runs(reading))
    whole = [tuple(key for key, _ in run) for run in runs]
    large = [tuple(key for key, capital in run if capital) for run in runs]
    long = (words for words in (*whole, *large) if len(words) >= _SHORTEST)
    return tuple(LetteredRun(words, "".join(word[0] for word in words)) for words in long)


def _runs(reading: Reading) -> Iterator[list[tuple[str, bool]]]:
    """Yield the words that stand together, each with whether it has a capital."""
    run: list[tuple[str, bool]] = []
    end = 0
    for word in reading.words:
        if _PARTED.search(reading.text, end, word.span.start):
            yield run
            run = []
        large = reading.text[word.span.start].isupper()
        if large or (run and len(word.key) <= _SMALL):
            run.append((word.key, large))
        else:
            yield run
            run = []
        end = word.span.end
    yield run


def stand_short(lost: Collection[str], own: Reading, other: Reading) -> bool:
    """Tell whether the words of a name that the other side lacks are there as initials, or are some that it spells out.

    A short form beside what it stands for ("(PLA)") need not be on both sides.
    """
    if len(lost) == 1 and _is_short(short := next(iter(lost))):
        sides = own, other
        if any(short in stretch.letters for reading in sides for stretch in stretches(reading)):
            return True
        if short in _shorts(own) and _spelt_out(short, other):
            return True
    shorts = _shorts(other)
    if any(_covers(stretch, short, lost) for short in shorts for stretch in stretches(own)):
        return True
    return any(words.issuperset(lost) for short in shorts for words in _spelt_out(short, own))


@lru_cache(maxsize=16)
def _shorts(reading: Reading) -> frozenset[str]:
    """Return the short forms of a text, which are written in capitals."""
    return frozenset(word.key for word in reading.words if _is_short(word.key) and word.span.of(reading.text).isupper())


@lru_cache(maxsize=256)
def _spelt_out(short: str, reading: Reading) -> tuple[frozenset[str], ...]:
    """Return the words of a text that begin as a short form does: from a capital on, or none of them a small word."""
    starts = [at for at, word in enumerate(reading.words) if word.key[0] == short[0]]
    found = ((at, words) for at in starts if (words := _spelt_from(short, reading, at)))
    return tuple(words for at, words in found if _is_large(reading, at) or all(len(word) > _SMALL for word in words))


def _is_large(reading: Reading, at: int) -> bool:
    return reading.text[reading.words[at].span.start].isupper()


def _spelt_from(short: str, reading: Reading, at: int) -> frozenset[str]:
    """Return the words from `at` on whose first letters make up a short form, small words aside; none where none do."""
    left, words = short, list[Word]()
    for word in reading.words[at : at + 2 * _LONGEST]:
        if words and _PARTED.search(reading.text, words[-1].span.end, word.span.start):
            break
        letters = "".join(part[0] for part in word.key.split("-") if part)
        if left.startswith((letters, letters[:1])):
            left = left.removeprefix(letters) if left.startswith(letters) else left[1:]
        elif not words or len(word.key) > _SMALL:
            break
        words.append(word)
        if not left:
            return frozenset(word.key for word in words)
    return frozenset()


def _is_short(key: str) -> bool:
    return _SHORTEST <= len(key) <= _LONGEST and key.isalpha()


def _covers(stretch: LetteredRun, short: str, lost: Collection[str]) -> bool:
    """Tell whether a short form can stand for words of a stretch among which are all that are lost."""
    at = stretch.letters.find(short)
    return at >= 0 and set(lost) <= set(stretch.words[at : at + len(short)])
