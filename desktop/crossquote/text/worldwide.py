"""Bodies of which there is one in the world: "White House", "Casa Blanca" and "Білий дім" are one speaker."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import regex

from crossquote.language.lexicon import load_lexicon
from crossquote.text.words import fold

_BETWEEN = regex.compile(r"[\s\-]+")


def worldwide(name: str, language: str | None) -> str | None:
    """Return the key of the body that `name` is in `language`, None where it is none of those known."""
    return _keys(language).get(_BETWEEN.sub(" ", fold(name)).strip())


@lru_cache(maxsize=64)
def _keys(language: str | None) -> Mapping[str, str]:
    lexicon = load_lexicon(language)
    named = ((key, name) for key in lexicon.keys("worldwide") for name in lexicon.texts("worldwide", key))
    return MappingProxyType({_BETWEEN.sub(" ", fold(name)): key for key, name in named})
