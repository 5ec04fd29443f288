"""Lexicons: what a linguist knows of a language, one TOML file a language in `resources/languages/`.

A reader of a lexicon asks for a section and a key; what is missing is empty, what is malformed is an error that
names the file and the line. Which sections exist, and what they mean, stands in `resources/languages/README.md`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from crossquote.errors import ErrorCode, UserError
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
            raise self._mistake(section, key, "a list of texts")
        return tuple(value)

    def text(self, section: str, key: str, default: str = "") -> str:
        """Return a single text."""
        value = self.tables.get(section, {}).get(key, default)
        if not isinstance(value, str):
            raise self._mistake(section, key, "a text")
        return value

    def numbers(self, section: str, key: str) -> Mapping[str, float]:
        """Return a table of text → number."""
        value = self.tables.get(section, {}).get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, (int, float)) for item in value.values()):
            raise self._mistake(section, key, "a table of numbers")
        return MappingProxyType({name: float(number) for name, number in value.items()})

    def lists(self, section: str, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return a table of name → list of texts, in the order of the file."""
        value = self.tables.get(section, {}).get(key, {})
        if not isinstance(value, dict) or not all(
            isinstance(items, list) and all(isinstance(item, str) for item in items) for items in value.values()
        ):
            raise self._mistake(section, key, "a table of lists of texts")
        return MappingProxyType({name: tuple(items) for name, items in value.items()})

    def _mistake(self, section: str, key: str, expected: str) -> UserError:
        line = _line_of(self.source, section, key)
        return UserError(
            ErrorCode.LANGUAGE_DATA,
            f"line {line}: [{section}] {key} must be {expected}",
            advice="Correct that line, or put the file back as it was installed.",
            path=str(resource("languages", f"{self.code}.toml")),
        )


def _line_of(source: str, section: str, key: str) -> int:
    """Return the line (from 1) where `key` of `section` is given in a TOML source, or that of the section."""
    inside, found = False, 1
    for number, line in enumerate(source.splitlines(), start=1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header:
            inside = header[1] == section or header[1].startswith(section + ".")
            if inside:
                found = number
            if header[1] == f"{section}.{key}":
                return number
        elif inside and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line):
            return number
    return found


def read_lexicon(code: str, source: str) -> Lexicon:
    """Return the lexicon written in `source` (TOML); a `UserError` names the line of a mistake."""
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            ErrorCode.LANGUAGE_DATA,
            f"not valid TOML: {error}",
            advice="Correct that line, or put the file back as it was installed.",
            path=str(resource("languages", f"{code}.toml")),
        ) from error
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Lexicon(code, source, {})._mistake(name, name, "inside a [section]")  # noqa: SLF001 - its own error
    return Lexicon(code, source, MappingProxyType(tables))


@lru_cache(maxsize=128)
def load_lexicon(code: str | None) -> Lexicon:
    """Return the lexicon of the language `code`; an empty one where there is none."""
    path = resource("languages", f"{code}.toml")
    if code is None or not re.fullmatch(r"[a-z]{2,3}", code) or not path.is_file():
        return Lexicon(code or "", "", MappingProxyType({}))
    return read_lexicon(code, path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon, sorted."""
    return tuple(sorted(path.stem for path in resource("languages").glob("*.toml")))
