"""Stems: the part of a word that its inflected forms share, so that "spared" meets "spare".

Snowball's stemmer where there is one for the language (`[stems] stemmer`), else the endings of its lexicon
(`[stems] endings`), behind what hangs on a word's front (`beginnings`), else the word itself. Irregular forms
(`[stems.irregular]`, base form → forms) are led back to their base form first.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import Stemmer

from crossquote.language.language import Language
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.possessives import without_possessive

_SHORTEST = 3
"""A stem keeps at least this many letters when an ending is taken off."""


@lru_cache(maxsize=131072)
def stem(key: str, language: Language) -> str:
    """Return the stem of a folded word; accents are folded too, since copies and old systems lose them."""
    if len(key) <= 2 or not key.isalpha():
        return _stem_parts(key, language)
    base = _irregular(language).get(key, key)
    algorithm = _stemmer(language)
    if algorithm:
        # A stemmer of its own each time: they keep state and are called from several threads.
        return fold_accents(str(Stemmer.Stemmer(algorithm, 0).stemWord(base)))
    base = _without_beginning(base, language)
    for ending in _endings(language):
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST:
            return fold_accents(base[: -len(ending)])
    return fold_accents(base)


def _stem_parts(key: str, language: Language) -> str:
    """Return the stem of a word with an apostrophe or hyphen in it: its possessive goes, its last part is stemmed."""
    bare = without_possessive(key, language)
    head, hyphen, last = bare.rpartition("-")
    if last.isalpha() and len(last) > 2:
        return fold_accents(head) + hyphen + stem(last, language)
    return fold_accents(bare)


@lru_cache(maxsize=65536)
def fold_accents(key: str) -> str:
    """Return `key` without its combining accents; letters that are no letter without them (й, ї) stay."""
    if key.isascii():
        return key
    parts = unicodedata.normalize("NFD", key)
    kept = "".join(c for i, c in enumerate(parts) if not unicodedata.combining(c) or _belongs(parts, i))
    return unicodedata.normalize("NFC", kept)


def _belongs(parts: str, index: int) -> bool:
    """Tell whether the combining mark at `index` makes another letter: it does outside Latin and Greek."""
    return index > 0 and parts[index - 1] >= "\u0400"


@lru_cache(maxsize=64)
def _stemmer(language: Language) -> str:
    """Return the name of Snowball's stemmer for a language, nothing where it has none."""
    return language.lexicon.text("stems", "stemmer", among=Stemmer.algorithms()) or _other_stemmers().get(
        language.code, ""
    )


@lru_cache(maxsize=1)
def _other_stemmers() -> Mapping[str, str]:
    """Return code → stemmer for languages without a lexicon, from `resources/stemmers.toml`."""
    table = read_toml(resource("stemmers.toml"))["stemmers"]
    return MappingProxyType({str(code): str(name) for code, name in table.items()})


@lru_cache(maxsize=64)
def _irregular(language: Language) -> Mapping[str, str]:
    lexicon = language.lexicon
    table = lexicon.lists("stems", "irregular")
    return MappingProxyType({form: base for base, forms in table.items() for form in forms})


def _without_beginning(word: str, language: Language) -> str:
    """Return a word without the small words that hang on its front (ולממשלה)."""
    found = (start for start in _beginnings(language) if word.startswith(start) and len(word) - len(start) >= _SHORTEST)
    return word[len(next(found, "")) :]


@lru_cache(maxsize=64)
def _beginnings(language: Language) -> tuple[str, ...]:
    return tuple(sorted(language.lexicon.texts("stems", "beginnings"), key=lambda text: (-len(text), text)))


@lru_cache(maxsize=64)
def _endings(language: Language) -> tuple[str, ...]:
    return tuple(sorted(language.lexicon.texts("stems", "endings"), key=lambda text: (-len(text), text)))
