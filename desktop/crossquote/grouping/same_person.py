"""Whether two names stand for one speaker, in whatever script: yes, no, or not to be told."""

from enum import Enum
from functools import lru_cache

import regex
from rapidfuzz.fuzz import ratio

from crossquote.language.language import Language
from crossquote.text.given_names import one_given_name
from crossquote.text.names import load_name_rules
from crossquote.text.possessives import without_possessive
from crossquote.text.romanize import has_alphabet, name_skeleton
from crossquote.text.weights import stop_words
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’ʼ.]+")
_BEGINNING = 3
ALIKE = 80.0
"""Two parts of names sound alike from here on."""


class Same(Enum):
    """Whether two speakers are one; unlikely where one is only described, by nothing that the other is called."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    UNLIKELY = "unlikely"


@lru_cache(maxsize=16384)
def name_parts(name: str, language: Language) -> tuple[frozenset[str], bool]:
    """Return the sounds of the words of a name, titles and pronouns left out, and whether it is a name alone.

    A description ("Ukrainian officials", "a spokesman") has words in small letters: it may stand for many.
    """
    rules, stops = load_name_rules(language), stop_words(language)
    kept: set[str] = set()
    pure = True
    for match in _WORD.finditer(name):
        word = without_possessive(match[0].strip("'’ʼ.-‐‑"), language)
        key = fold(word)
        if not key or key in stops or key in rules.particles or rules.is_title(key):
            continue
        if word[:1].islower():
            pure = False
        else:
            kept.add(name_skeleton(word))
    return frozenset(kept), pure


@lru_cache(maxsize=65536)
def same_person(first: str | None, second: str | None, languages: tuple[Language, Language]) -> Same:
    """Tell whether two speakers' names stand for one: one is contained in the other, or sounds like it.

    Bodies of which there is one in the world are one by whatever name ("White House", "Casa Blanca").
    """
    if not first or not second:
        return Same.UNSURE
    bodies = worldwide(first, languages[0]), worldwide(second, languages[1])
    if all(bodies):
        return Same.YES if bodies[0] == bodies[1] else Same.NO
    (here, pure_here), (there, pure_there) = name_parts(first, languages[0]), name_parts(second, languages[1])
    if not here or not there:
        return Same.UNSURE
    if fold(first) == fold(second) or (pure_here and pure_there and _written_together(first, second)):
        return Same.YES
    found = _agree(here, there, pure=pure_here and pure_there)
    if found is Same.NO and pure_here and pure_there:
        found = _by_given_names((first, second), (here, there), languages[0])
    if found is Same.NO and any(bodies):
        return Same.UNSURE  # a body speaks through somebody: "the Kremlin said", "Peskov said"
    comparable = found is Same.YES or (has_alphabet(first) and has_alphabet(second))
    return found if comparable else Same.UNSURE


def _agree(here: frozenset[str], there: frozenset[str], *, pure: bool) -> Same:
    """Tell whether the words of two names stand for one; `pure` where neither is a description."""
    fewer, more = sorted((here, there), key=lambda parts: (len(parts), sorted(parts)))
    met = sum(any(_sounds_like(a, b) for b in more) for a in fewer)
    if met == len(fewer):
        return Same.YES if pure else Same.UNSURE
    if met and (not pure or _initials_agree(fewer, more)):
        return Same.UNSURE
    return Same.NO if pure else Same.UNLIKELY


def _by_given_names(names: tuple[str, str], parts: tuple[frozenset[str], frozenset[str]], language: Language) -> Same:
    """Tell whether two names differ in a given name alone, in forms of one: "Liz Brook", "Elizabeth Brook"."""
    rest = [
        [word for word in _WORD.findall(name) if not any(_sounds_like(name_skeleton(word), part) for part in theirs)]
        for name, theirs in zip(names, reversed(parts), strict=True)
    ]
    fewer, more = sorted(rest, key=len)
    if not fewer or not all(any(one_given_name(word, other, language) for other in more) for word in fewer):
        return Same.NO
    return Same.YES if all(len(part) > 1 for part in parts) else Same.UNSURE


def _written_together(first: str, second: str) -> bool:
    """Tell whether one name is the other in a word: "Lao Tzu", "Laozi"."""
    short, long = sorted((first.split(), second.split()), key=len)
    if len(short) != 1 or len(long) != 2:
        return False
    one, other = short[0], "".join(long)
    return fold(one)[:_BEGINNING] == fold(other)[:_BEGINNING] and name_skeleton(one) == name_skeleton(other)


def _sounds_like(first: str, second: str) -> bool:
    return first == second or (len(first) > 3 and len(second) > 3 and ratio(first, second) >= ALIKE)


def _initials_agree(fewer: frozenset[str], more: frozenset[str]) -> bool:
    """Tell whether what differs may be one name shortened: it begins alike."""
    rest = {word for word in fewer if not any(_sounds_like(word, other) for other in more)}
    others = {word for word in more if not any(_sounds_like(word, other) for other in fewer)}
    return all(any(word[:1] == other[:1] and 1 in (len(word), len(other)) for other in others) for word in rest)
