"""Bodies of which there is one in the world: "White House", "Casa Blanca" and "Білий дім" are one speaker."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import regex

from crossquote.language.language import Language
from crossquote.text.words import fold

_BETWEEN = regex.compile(r"[\s\-]+")


@lru_cache(maxsize=16384)
def worldwide(name: str, language: Language) -> str | None:
    """Return the key of the body that `name` is in `language`, None where it is none of those known."""
    return _keys(language).get(_BETWEEN.sub(" ", fold(name)).strip())


@lru_cache(maxsize=1024)
def worldwide_names(key: str, language: Language) -> tuple[str, ...]:
    """Return how the body under `key` is called in `language`, folded; nothing where it has no name there."""
    return tuple(name for name, own in _keys(language).items() if own == key)


@lru_cache(maxsize=64)
def _keys(language: Language) -> Mapping[str, str]:
    lexicon = language.lexicon
    named = ((key, name) for key in lexicon.keys("worldwide") for name in lexicon.texts("worldwide", key))
    return MappingProxyType({_BETWEEN.sub(" ", fold(name)): key for key, name in named})
