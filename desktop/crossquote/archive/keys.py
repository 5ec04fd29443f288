"""Keys: the numbers of what finds a quote in grouping, in every language that it can be met in."""

from array import array
from collections.abc import Iterable, Iterator

from crossquote.grouping.candidates import finding_keys
from crossquote.grouping.name_words import name_words
from crossquote.grouping.units import MEANINGS, sketch_meanings
from crossquote.language.language import Language
from crossquote.shards import steady
from crossquote.text.sketch import sketch

SPEAKERS = "@"
"""The space of the parts of speakers' names, as they sound."""


def key_number(space: str, key: str) -> int:
    """Return the number of a key; that two share one is rare, and only has a quote looked at in vain."""
    return steady(f"{space}\0{key}")


def keys_of(text: str, language: Language, speaker: str | None) -> bytes:
    """Return the numbers of all keys of a quote, in order, four bytes each."""
    return array("I", sorted(set(_numbers(text, language, speaker)))).tobytes()


def _numbers(text: str, language: Language, speaker: str | None) -> Iterator[int]:
    if language.told:
        yield from _in_space(language.code, finding_keys(sketch(text, language)))
    yield from _in_space(MEANINGS, finding_keys(sketch_meanings(text, language)))
    yield from _in_space(SPEAKERS, name_words(speaker or "", language).sounds)


def _in_space(space: str, keys: Iterable[str]) -> Iterator[int]:
    return (key_number(space, key) for key in keys)


def read_keys(packed: bytes) -> "array[int]":
    """Return the numbers that were packed."""
    keys = array("I")
    keys.frombytes(packed)
    return keys
