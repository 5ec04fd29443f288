"""What the lexicons of all languages say together: one that is malformed is left out, and the trouble with it told."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Generic, TypeVar

from msgspec import Struct

from crossquote.errors import UserError
from crossquote.language.lexicon import Lexicon, known_languages, load_lexicon
from crossquote.language.schema import schema

_T = TypeVar("_T")
_SHARED = ("language", "article")
"""The sections that are read of all languages, before the language of a text is known."""


class Answers(Struct, Generic[_T], frozen=True):
    """What each language answers, by its code, and why others can't."""

    told: Mapping[str, _T]
    troubles: tuple[UserError, ...]


def ask_all(ask: Callable[[Lexicon], _T]) -> Answers[_T]:
    """Return what `ask` finds in the lexicon of each language."""
    told: dict[str, _T] = {}
    troubles: list[UserError] = []
    for code in known_languages():
        try:
            told[code] = ask(load_lexicon(code))
        except UserError as error:
            troubles.append(error)
    return Answers(MappingProxyType(told), tuple(troubles))


@lru_cache(maxsize=1)
def _read() -> Answers[None]:
    return ask_all(lambda lexicon: require_sections(lexicon, _SHARED))


def readable_languages() -> tuple[str, ...]:
    """Return the codes of the languages whose lexicons can be read, sorted: those that a person can choose."""
    return tuple(_read().told)


def language_troubles() -> tuple[UserError, ...]:
    """Return what is wrong with the lexicons that can't be read."""
    return _read().troubles


def require_sections(lexicon: Lexicon, sections: Iterable[str]) -> None:
    """Raise the error of what is malformed in some sections of a lexicon."""
    for section in sections:
        for key in schema()[section].keys:
            lexicon.require(section, key.name, key.kind)
