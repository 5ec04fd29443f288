"""Names across inflection, transliteration and initials: whether two stand for the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from anyascii import anyascii
from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from crossquote.comparison.reading.one_text import Reading
from crossquote.language.language import Language
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.name_runs import begins_sentence
from crossquote.text.names import Name
from crossquote.text.romanize import name_skeleton
from crossquote.text.same_names import load_same_names
from crossquote.text.words import fold

_CLOSE = 78.0
_SHORTEST = 3
_MOST_INITIALS = 6
_SEVERAL = 2
_BEGINNING = 4
"""Two forms of a word have so many letters in common at the start, or else sound alike and have so many at least."""
_ALIKE = 60.0
"""From this likeness of their consonants on, two names may be one in two spellings."""
_HEARD = str.maketrans("rbdgz", "lptks")
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


class Others(Struct, frozen=True):
    """What one side has that a name of the other could be, laid out so that a name is found without a look at all.

    `words` are its words, `spelt` they in Latin letters, `long` those of them that can be spelt in another way, which
    `starts` has by how they begin and `sounds` as they sound. `abbreviations` are the initials that one of its words
    can stand for, `initials` those of its names.
    """

    words: frozenset[str]
    spelt: frozenset[str]
    long: Sequence[str]
    starts: Mapping[str, Sequence[str]]
    sounds: Sequence[str]
    abbreviations: frozenset[str]
    initials: frozenset[str]

    def has_initials(self, name: tuple[str, ...]) -> bool:
        """Tell whether a name is here as initials, or whether initials are spelt out here."""
        if len(name) > 1:
            return not self.abbreviations.isdisjoint(_initials(name))
        short = latin(name[0]) if name else ""
        return len(short) <= _MOST_INITIALS and not self.initials.isdisjoint(_stands_for(short))

    def has_form(self, word: str) -> bool:
        """Tell whether a word stands here in another spelling or inflection."""
        own = latin(word)
        if own in self.spelt or any(same_word(own, other) for other in self.starts.get(own[:_BEGINNING], ())):
            return True
        if len(own) < _BEGINNING:
            return False
        return _has_close(own, self.long) or _has_close(sound(own), self.sounds)


def read_others(words: Iterable[str], names: Iterable[tuple[str, ...]]) -> Others:
    """Return what a side with these words and names has for a name of the other."""
    own, names = frozenset(words), tuple(names)
    spelt = frozenset(map(latin, own)) | frozenset(_in_one(name) for name in names if len(name) == _SEVERAL)
    long = [word for word in spelt if len(word) >= _BEGINNING]
    starts: dict[str, list[str]] = {}
    for word in long:
        starts.setdefault(word[:_BEGINNING], []).append(word)
    return Others(
        own,
        spelt,
        long,
        starts,
        tuple({sound(word) for word in long}),
        frozenset(initials for word in own if len(word) <= _MOST_INITIALS for initials in _stands_for(latin(word))),
        frozenset(initials for name in names for initials in _initials(name)),
    )


def _in_one(name: tuple[str, ...]) -> str:
    return "".join(map(latin, name))


def in_one_word(name: tuple[str, ...], others: Others) -> bool:
    """Tell whether the other side has a name of two words in one ("Ha Noi", "Hanoi")."""
    return len(name) == _SEVERAL and _in_one(name) in others.spelt


def sounds_alike(one: str, other: str) -> bool:
    """Tell whether two names may be one, spelt by ear ("Slibnev", "Sripniov"): another spelling, or a slip."""
    return ratio(name_skeleton(one), name_skeleton(other)) >= _ALIKE


def is_heard_alike(one: str, other: str) -> bool:
    """Tell whether two long names have the same consonants but for those that languages hear as one ("l" and "r")."""
    ours, theirs = (name_skeleton(name).translate(_HEARD) for name in (one, other))
    return ours == theirs and len(ours) >= _BEGINNING


def _has_close(word: str, others: Sequence[str]) -> bool:
    return process.extractOne(word, others, scorer=ratio, score_cutoff=_CLOSE) is not None


@lru_cache(maxsize=16384)
def _stands_for(short: str) -> tuple[str, ...]:
    """Return the initials that a word can stand for; one letter may be of a word that stands apart."""
    return (*(short[:length] for length in range(2, len(short) + 1)), short[1:]) if len(short) > 1 else ()


@lru_cache(maxsize=4096)
def _initials(name: tuple[str, ...]) -> frozenset[str]:
    """Return the initials of a name of several words, with and without its small words ("of")."""
    if len(name) < 2:
        return frozenset()
    letters = "".join(latin(word)[:1] for word in name)
    weighty = "".join(latin(word)[:1] for word in name if len(word) > 3)
    return frozenset(initials for initials in (letters, weighty) if len(initials) > 1)


def is_roman(key: str) -> bool:
    """Tell whether a folded word is a Roman number: others write it out ("World War II", "Second World War")."""
    return _ROMAN.fullmatch(key) is not None


def found_in(word: str, others: Others) -> bool:
    """Tell whether a word of a name stands on the other side, in any form."""
    if is_roman(word) or others.has_form(word) or _has_in_number(word, others):
        return True
    return "-" in word and any(len(part) > 2 and part in others.words for part in word.split("-"))


def _has_in_number(short: str, others: Others) -> bool:
    """Tell whether a short form stands on the other side as one of several, or as several ("NGO", "NGOs")."""
    other = short.removesuffix("s") if short.endswith("s") else f"{short}s"
    return len(short) <= _BEGINNING and len(other) > 1 and other in others.spelt


def is_initial(word: str, name: Name, others: Iterable[Name]) -> bool:
    """Tell whether a name stands on the other side with an initial for `word`, or with what it is one of."""
    if len(name.words) < _SEVERAL:
        return False
    there = (other for other in others if len(other.words) >= _SEVERAL)
    alike = (other for other in there if same_word(latin(name.words[-1]), latin(other.words[-1])))
    return any(min(len(word), len(part)) == 1 and word[:1] == part[:1] for other in alike for part in other.words[:-1])


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


def opens_with_verb(name: Name, reading: Reading) -> bool:
    """Tell whether what looks like a name opens a sentence where its verb stands first: "Nakaligtas ang mga bata"."""
    lone = " " not in name.key and name.title is None and not name.sure
    first = "verb first" in reading.language.lexicon.texts("clauses", "traits")
    return first and lone and begins_sentence(reading.text, name.span.start)


@lru_cache(maxsize=64)
def prepositions(language: Language) -> frozenset[str]:
    """Return the prepositions of a language, folded: what stands before a name, and is none of it."""
    return frozenset(map(fold, language.lexicon.texts("function_words", "prepositions")))
