"""Whether two names stand for one speaker, in whatever script: yes, no, or not to be told."""

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from crossquote.grouping.name_words import name_words, written_words
from crossquote.grouping.sounds import sounds_like
from crossquote.language.language import Language
from crossquote.text.given_names import given_name_forms, one_given_name
from crossquote.text.romanize import has_alphabet, name_skeleton
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

BEGINNING = 3
"""A name that is written in one word begins with so many letters of the other's."""


class Same(Enum):
    """Whether two speakers are one; unlikely where one is only described, by nothing that the other is called."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    UNLIKELY = "unlikely"


@lru_cache(maxsize=1024)
def same_person(first: str | None, second: str | None, languages: tuple[Language, Language]) -> Same:
    """Tell whether two speakers' names stand for one: one is contained in the other, or sounds like it.

    Bodies of which there is one in the world are one by whatever name ("White House", "Casa Blanca").
    """
    if not first or not second:
        return Same.UNSURE
    bodies = worldwide(first, languages[0]), worldwide(second, languages[1])
    if all(bodies):
        return Same.YES if bodies[0] == bodies[1] else Same.NO
    words = name_words(first, languages[0]), name_words(second, languages[1])
    here, there = words[0].sounds, words[1].sounds
    pure = words[0].pure and words[1].pure
    if not here or not there:
        return Same.UNSURE
    if fold(first) == fold(second) or (pure and _written_together(first, second)):
        return Same.YES
    found = _agree(here, there, pure=pure)
    if found is Same.NO and pure:
        found = _by_given_names((first, second), (here, there), languages[0])
    if found is Same.NO and any(bodies):
        return Same.UNSURE  # a body speaks through somebody: "the Kremlin said", "Peskov said"
    comparable = found is Same.YES or (has_alphabet(first) and has_alphabet(second))
    return found if comparable else Same.UNSURE


def _agree(here: frozenset[str], there: frozenset[str], *, pure: bool) -> Same:
    """Tell whether the words of two names stand for one; `pure` where neither is a description."""
    fewer, more = (here, there) if len(here) < len(there) else (there, here)
    if len(here) == len(there):
        fewer, more = sorted((here, there), key=sorted)
    rest = [part for part in fewer if not _is_among(part, more)]
    if not rest:
        return Same.YES if pure else Same.UNSURE
    if len(rest) < len(fewer) and (not pure or _initials_agree(rest, fewer, more)):
        return Same.UNSURE
    return Same.NO if pure else Same.UNLIKELY


def _by_given_names(names: tuple[str, str], parts: tuple[frozenset[str], frozenset[str]], language: Language) -> Same:
    """Tell whether two names differ in a given name alone, in forms of one: "Liz Brook", "Elizabeth Brook"."""
    if not all(_has_given_name(name, language) for name in names):
        return Same.NO
    rest = [
        [word for word in written_words(name) if not _is_among(name_skeleton(word), theirs)]
        for name, theirs in zip(names, reversed(parts), strict=True)
    ]
    fewer, more = sorted(rest, key=len)
    if not fewer or not all(any(one_given_name(word, other, language) for other in more) for word in fewer):
        return Same.NO
    return Same.YES if all(len(part) > 1 for part in parts) else Same.UNSURE


@lru_cache(maxsize=16384)
def _has_given_name(name: str, language: Language) -> bool:
    """Tell whether a word of a name is a form of a given name."""
    return any(given_name_forms(word, language) for word in written_words(name))


def _written_together(first: str, second: str) -> bool:
    """Tell whether one name is the other in a word: "Lao Tzu", "Laozi"."""
    short, long = sorted((first.split(), second.split()), key=len)
    if len(short) != 1 or len(long) != 2:
        return False
    one, other = short[0], "".join(long)
    return fold(one)[:BEGINNING] == fold(other)[:BEGINNING] and name_skeleton(one) == name_skeleton(other)


def _is_among(sound: str, others: frozenset[str]) -> bool:
    """Tell whether any of `others` sounds like `sound`."""
    return sound in others or any(sounds_like(sound, other) for other in others)


def _initials_agree(rest: Sequence[str], fewer: frozenset[str], more: frozenset[str]) -> bool:
    """Tell whether what differs may be one name shortened: the `rest` of the fewer words begins as others do."""
    begun = [[other for other in more if word[:1] == other[:1] and 1 in (len(word), len(other))] for word in rest]
    return all(any(not _is_among(other, fewer) for other in others) for others in begun)
