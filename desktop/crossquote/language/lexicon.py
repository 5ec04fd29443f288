"""Lexicons: what a linguist knows of a language, one TOML file a language in `resources/languages/`.

A reader of a lexicon asks for a section and a key; what is missing is empty, what is malformed is an error that
names the file and the line. Which sections exist, and what they mean, stands in `resources/languages/README.md`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from crossquote.errors import ErrorCode, UserError
from crossquote.message import Message, message
from crossquote.resources import resource

_HEADER = re.compile(r"\[+\s*([A-Za-z_][\w-]*)[\w.\s\"'-]*\]+\s*(?:#.*)?$")
"""The head of a section or of one below it, at the beginning of a line; the first name is what counts."""


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
        line, kind = _line_of(self.source, section, key), message(f"lexicon-kind.{expected}")
        return _malformed(self.code, message("lexicon.kind", line=line, section=section, key=key, kind=kind))


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


class _Sections(Mapping[str, Mapping[str, object]]):
    """The sections of a TOML source, each parsed when it is first asked for: most users need few of many."""

    def __init__(self, code: str, source: str) -> None:
        self._code = code
        self._lines: dict[str, list[tuple[int, str]]] = {}
        self._parsed: dict[str, Mapping[str, object]] = {}
        name = ""
        for number, line in enumerate(source.split("\n")):
            header = _HEADER.match(line)
            name = header[1] if header else name
            if name or (line.strip() and not line.lstrip().startswith("#")):
                self._lines.setdefault(name, []).append((number, line))
        if "" in self._lines:
            raise _malformed(code, message("lexicon.before-section", line=self._lines[""][0][0] + 1))

    def __getitem__(self, name: str) -> Mapping[str, object]:
        if name not in self._parsed:
            self._parsed[name] = MappingProxyType(self._parse(name))
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def _parse(self, name: str) -> dict[str, object]:
        """Return one section; the lines of others are left blank, so that a mistake's line is that of the file."""
        lines = self._lines[name]
        text: list[str] = []
        for number, line in lines:
            text.extend([""] * (number - len(text)))
            text.append(line)
        try:
            table: dict[str, object] = tomllib.loads("\n".join(text))[name]
        except tomllib.TOMLDecodeError as error:
            raise _malformed(self._code, message("lexicon.no-toml", reason=str(error))) from error
        return table


def _malformed(code: str, why: Message) -> UserError:
    path = str(resource("languages", f"{code}.toml"))
    return UserError(ErrorCode.LANGUAGE_DATA, message("error.lexicon", why=why), path=path)


def read_lexicon(code: str, source: str) -> Lexicon:
    """Return the lexicon written in `source` (TOML); a `UserError` names the line of a mistake, when it is met."""
    return Lexicon(code, source, _Sections(code, source))


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
