"""Lexicons: what a linguist knows of a language, one TOML file a language in `resources/languages/`.

A reader of a lexicon asks for a section and a key; what is missing is empty, what is malformed is an error that
names the file and the line. Which sections exist, and what they mean, stands in `resources/languages/README.md`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType

from crossquote.errors import UserError
from crossquote.language.inheritance import Inherited, Tables
from crossquote.language.source import LexiconSource, line_of, malformed
from crossquote.message import message
from crossquote.resources import resource


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon of one language; an empty one where the program knows nothing of it."""

    code: str
    source: str
    tables: Mapping[str, Mapping[str, object]]

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.source == other.source and self.code == other.code

    def has(self, section: str) -> bool:
        """Tell whether this language has anything in `section`."""
        return bool(self.tables.get(section))

    def keys(self, section: str) -> tuple[str, ...]:
        """Return the keys of `section`, in the order of the file."""
        return tuple(self.tables.get(section, {}))

    def texts(self, section: str, key: str) -> tuple[str, ...]:
        """Return a list of texts, in the order of the file."""
        value = self.tables.get(section, {}).get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._mistake(section, key, "texts")
        return tuple(value)

    def text(self, section: str, key: str, default: str = "") -> str:
        """Return a single text."""
        value = self.tables.get(section, {}).get(key, default)
        if not isinstance(value, str):
            raise self._mistake(section, key, "text")
        return value

    def numbers(self, section: str, key: str) -> Mapping[str, float]:
        """Return a table of text → number."""
        value = self.tables.get(section, {}).get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, (int, float)) for item in value.values()):
            raise self._mistake(section, key, "numbers")
        return MappingProxyType({name: float(number) for name, number in value.items()})

    def lists(self, section: str, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return a table of name → list of texts, in the order of the file."""
        value = self.tables.get(section, {}).get(key, {})
        if not isinstance(value, dict) or not all(
            isinstance(items, list) and all(isinstance(item, str) for item in items) for items in value.values()
        ):
            raise self._mistake(section, key, "lists")
        return MappingProxyType({name: tuple(items) for name, items in value.items()})

    def _mistake(self, section: str, key: str, expected: str) -> UserError:
        line, kind = line_of(self.source, section, key), message(f"lexicon-kind.{expected}")
        return malformed(self.code, message("lexicon.kind", line=line, section=section, key=key, kind=kind))


_CODE = re.compile(r"[a-z]{2,3}")
ANY = "und"
"""The lexicon of a text in whatever language: what it holds, every other lexicon has too."""


def read_lexicon(code: str, source: str) -> Lexicon:
    """Return the lexicon written in `source` (TOML); a `UserError` names the line of a mistake, when it is met."""
    own = LexiconSource(code, source)
    if code == ANY:
        return Lexicon(code, source, own)
    like = own.get("language", {}).get("like", ANY)
    if like != ANY and (like == code or like not in known_languages() or _goes_on(str(like))):
        raise malformed(code, message("lexicon.like", line=line_of(source, "language", "like"), like=str(like)))
    return Lexicon(code, source, Inherited(own, partial(_tables_of, str(like))))


def _goes_on(code: str) -> bool:
    """Tell whether the lexicon of `code` goes on from another itself: there is one step, no chain, so no circle."""
    return "like" in LexiconSource(code, resource("languages", f"{code}.toml").read_text(encoding="utf-8")).get(
        "language", {}
    )


@lru_cache(maxsize=128)
def load_lexicon(code: str | None) -> Lexicon:
    """Return the lexicon of the language `code`; where there is none, what holds in any."""
    if code is None or not _CODE.fullmatch(code):
        return Lexicon(code or "", "", Inherited({}, partial(_tables_of, ANY)))
    path = resource("languages", f"{code}.toml")
    return read_lexicon(code, path.read_text(encoding="utf-8") if path.is_file() else "")


def _tables_of(code: str) -> Tables:
    return load_lexicon(code).tables


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon, sorted."""
    return tuple(sorted(path.stem for path in resource("languages").glob("*.toml") if path.stem != ANY))
