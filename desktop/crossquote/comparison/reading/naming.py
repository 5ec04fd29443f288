"""Names across inflection, transliteration and initials: whether two stand for the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from crossquote.language.language import Language
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.same_names import load_same_names
from crossquote.text.words import fold

_CLOSE = 78.0
_SHORTEST = 3
_MOST_INITIALS = 6
_ROMAN = re.compile("[ivx]{1,5}")


@lru_cache(maxsize=16384)
def latin(word: str) -> str:
    """Return a name's word in plain Latin letters, as it is compared."""
    return "".join(c for c in anyascii(fold(word)).lower() if c.isalnum() or c == " ")


@lru_cache(maxsize=1)
def load_spellings() -> tuple[tuple[str, str], ...]:
    """Return (written, heard) for spellings of one sound, from `resources/spellings.toml`."""
    table = read_toml(resource("spellings.toml"))["heard"]
    return tuple((str(written), str(heard)) for written, heard in table.items())


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return how a Latin word sounds, roughly: what spellings of one foreign name have in common."""
    for written, heard in load_spellings():
        word = word.replace(written, heard)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


@lru_cache(maxsize=65536)
def same_word(one: str, other: str) -> bool:
    """Tell whether two words can be one name in two spellings or inflections."""
    a, b = latin(one), latin(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < _SHORTEST:
        return False
    shared = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if shared >= 4 and shared >= len(short) - 2 and len(long) - shared <= 5:
        return True
    return len(short) > 3 and (ratio(a, b) >= _CLOSE or ratio(sound(a), sound(b)) >= _CLOSE)


def with_same(words: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return the words, and those that name the same ("US", "American")."""
    table = load_same_names(language)
    return tuple({same for word in words for same in (word, *table.get(word, ()))})


@lru_cache(maxsize=64)
def body_words(language: Language) -> frozenset[str]:
    """Return the words for bodies and roles, which translators choose: a council may be an assembly."""
    keys = ("bodies", "roles", "honorifics")
    return frozenset(
        word
        for key in keys
        for entry in language.lexicon.texts("titles", key)
        for word in fold(entry).removesuffix(".").split()
    )


@dataclass(frozen=True, slots=True)
class Others:
    """What one side has that a name of the other could be: its words, and the words of each of its names."""

    words: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]

    def has_initials(self, name: tuple[str, ...]) -> bool:
        """Tell whether a name is here as initials, or whether initials are spelt out here."""
        if len(name) > 1:
            return any(_abbreviates(latin(word), name) for word in self.words if len(word) <= _MOST_INITIALS)
        short = latin(name[0]) if name else ""
        return len(short) <= _MOST_INITIALS and any(_abbreviates(short, other) for other in self.names)


def _abbreviates(short: str, name: tuple[str, ...]) -> bool:
    """Tell whether `short` can be the initials of `name`; one letter may be of a word that stands apart."""
    return any(
        len(short) > 1 and len(initials) > 1 and (short.startswith(initials) or initials == short[1:])
        for initials in _initials(name)
    )


def _initials(name: tuple[str, ...]) -> frozenset[str]:
    """Return the initials of a name of several words, with and without its small words ("of")."""
    if len(name) < 2:
        return frozenset()
    letters = [latin(word)[:1] for word in name]
    weighty = [latin(word)[:1] for word in name if len(word) > 3]
    return frozenset({"".join(letters), "".join(weighty)})


def is_roman(key: str) -> bool:
    """Tell whether a folded word is a Roman number: others write it out ("World War II", "Second World War")."""
    return _ROMAN.fullmatch(key) is not None


def found_in(word: str, others: Others) -> bool:
    """Tell whether a word of a name stands on the other side, in any form."""
    if is_roman(word) or any(same_word(word, other) for other in others.words):
        return True
    return "-" in word and any(len(part) > 2 and part in others.words for part in word.split("-"))


def same_person(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: a surname in common, whichever way it is written."""
    ours, theirs = latin(one).split(), latin(other).split()
    if not ours or not theirs:
        return True
    short, long = sorted((ours, theirs), key=len)
    return any(_same_surname(short[-1], word) for word in long) or any(_same_surname(word, long[-1]) for word in short)


def _same_surname(one: str, other: str) -> bool:
    """Tell whether two words can be one surname; vowels get lost on the way through another alphabet."""
    consonants = [re.sub("[aeiouy]", "", sound(word)) for word in (one, other)]
    alike = consonants[0] == consonants[1] and len(consonants[0]) >= _SHORTEST
    return alike or same_word(one, other)
