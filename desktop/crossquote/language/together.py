"""What the lexicons of all languages say together, and what is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from crossquote.errors import UserError
from crossquote.language.lexicon import ANY, Lexicon, known_languages, load_lexicon

_T = TypeVar("_T")
_NAMED = ("name", "english")
"""What a language has to be called, to be told to anybody."""


def ask_all(ask: Callable[[Lexicon], _T]) -> Mapping[str, _T]:
    """Return what `ask` finds in the lexicon of each language, by its code."""
    return MappingProxyType({code: ask(load_lexicon(code)) for code in known_languages()})


@lru_cache(maxsize=1)
def readable_languages() -> tuple[str, ...]:
    """Return the codes of the languages whose lexicons can be read, sorted: those that a person can choose."""
    named = ask_all(lambda lexicon: all(lexicon.text("language", key) for key in _NAMED))
    return tuple(code for code, is_named in named.items() if is_named)


def language_troubles() -> tuple[UserError, ...]:
    """Return all that is wrong with lexicons in which something was met so far: each mistake once, by file and line.

    Of these, what nobody has asked for yet is read now: who mends a file wants to know of all at once.
    """
    lexicons = [load_lexicon(code) for code in (*known_languages(), ANY)]
    for lexicon in [one for one in lexicons if one.flaws]:
        read_sections(lexicon, lexicon.tables)
    found = (flaw for lexicon in lexicons for flaw in lexicon.flaws or ())
    return tuple({(flaw.path, flaw.message): flaw for flaw in found}.values())


def read_sections(lexicon: Lexicon, sections: Iterable[str]) -> None:
    """Read some sections of a lexicon whole, so that what is wrong with them is met."""
    for section in sections:
        lexicon.has(section)
