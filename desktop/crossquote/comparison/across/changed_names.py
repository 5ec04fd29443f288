"""Names across two languages: one that is nowhere on the other side, where another stands that is nowhere here.

A name is looked for by its letters and its consonants in any script, a country by what CLDR calls it in both languages.
What may be translated is not told: words that a thesaurus knows, abbreviations, scripts whose signs spell no sounds.
"""

from collections.abc import Iterator
from functools import lru_cache

import regex
from anyascii import anyascii
from msgspec import Struct
from rapidfuzz.fuzz import ratio

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.naming import same_word
from crossquote.comparison.reading.one_text import Reading
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.cldr import load_cldr
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.romanize import rough_skeleton
from crossquote.text.same_names import load_same_names
from crossquote.text.thesaurus import is_unheard
from crossquote.text.words import fold

_LIKE = 74.0
_SHORTEST, _SOUNDS = 4, 3
_SPELLS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Thai}]")
_BEGINNING = 4
_PEOPLE = 5
"""So many letters a people has from its country."""


def changed_names(base: Reading, text: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield (base, text) for names put one in place of the other.

    Where no capital shows which words are names nothing can be told.
    """
    letters = [letter for letter in text.text if letter.isalpha()]
    capitals = sum(letter.isupper() or letter.islower() for letter in letters) * 2 > len(letters)
    if not capitals or _SPELLS.search(base.text):
        return
    lost, spare = list(_lost(base, text)), list(_lost(text, base))
    told = next((one for one in lost if one.telling), None)
    if told is not None and spare:
        yield told.span, spare[0].span


class _Lost(Struct, frozen=True):
    """A word of a name that the other side has in no form; `telling` where it is no word that would be translated."""

    span: Span
    telling: bool


def _lost(ours: Reading, theirs: Reading) -> Iterator[_Lost]:
    """Yield the words of names that are on the other side in no form, those that tell first."""
    found = [one for name in ours.names for one in _lost_of(name, ours, theirs)]
    yield from sorted(found, key=lambda one: not one.telling)


def _lost_of(name: Name, ours: Reading, theirs: Reading) -> Iterator[_Lost]:
    if not _is_sure(name, ours) or name.span.of(ours.text).isupper() or ours.quantities_at(name.span):
        return
    whole = _countries(name.key, ours.language)
    for word in ours.words[slice(*word_range(ours.words, name.span))]:
        codes = whole | _countries(word.key, ours.language)
        if len(word.key) < _SHORTEST or not word.key.isalpha() or any(_names_country(code, theirs) for code in codes):
            continue
        if not _found(word.key, theirs):
            yield _Lost(word.span, bool(codes) or is_unheard(word.key, ours.language))


def _is_sure(name: Name, reading: Reading) -> bool:
    return name.sure or load_name_rules(reading.language).nouns_have_capitals


def _found(word: str, reading: Reading) -> bool:
    """Tell whether a name's word is in a text: as a name by its sounds, as any other word by its letters."""
    capitals = [other.key for other in reading.words if other.span.of(reading.text)[:1].isupper()]
    return any(_sounds_alike(word, other) for other in capitals) or any(
        same_word(word, other.key) for other in reading.words
    )


@lru_cache(maxsize=65536)
def _sounds_alike(one: str, other: str) -> bool:
    """Tell whether two words, in whatever scripts, may be one name with its endings."""
    if same_word(one, other):
        return True
    ours, theirs = rough_skeleton(one), rough_skeleton(other)
    short, long = sorted((ours, theirs), key=len)
    if len(short) >= _SOUNDS and short in long:
        return True
    begins = long[: len(short) + 1]
    return len(short) > 1 and short[0] == long[0] and ratio(short, begins) >= _LIKE


@lru_cache(maxsize=4096)
def _countries(word: str, language: Language) -> frozenset[str]:
    """Return the codes of the countries that a word names, or their people."""
    territories = load_cldr(language).territories
    same = load_same_names(language).get(word, frozenset({word}))
    found = {territories[one] for one in same if one in territories}
    found |= {code for one in same for code in (one.upper(),) if code in _codes(language)}
    begins = word[:_PEOPLE]
    if not found and len(word) > _PEOPLE:  # "European", "Macedonian"
        found = {code for name, code in territories.items() if name.startswith(begins) and " " not in name}
    return frozenset(found)


@lru_cache(maxsize=64)
def _codes(language: Language) -> frozenset[str]:
    return frozenset(load_cldr(language).territories.values())


@lru_cache(maxsize=4096)
def _called(code: str, language: Language) -> tuple[str, ...]:
    names = (name for name, own in load_cldr(language).territories.items() if own == code)
    return tuple(word for name in names for word in fold(name).split() if len(word) >= _SHORTEST)


def _names_country(code: str, reading: Reading) -> bool:
    """Tell whether a country, or its people, is named in a text: by how its name begins, or by one that is the same."""
    called = _called(code, reading.language)
    same = {word for one in called for word in load_same_names(reading.language).get(one, ())}
    words = [word.key for word in reading.words]
    starts = tuple(anyascii(one)[:_BEGINNING].casefold() for one in called)
    return any(word in same or anyascii(word).casefold().startswith(starts) for word in words) if called else True
