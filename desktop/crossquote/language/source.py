"""The TOML source of a lexicon: its sections, and the lines on which they and their keys stand."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from crossquote.errors import ErrorCode, UserError
from crossquote.message import Message, message
from crossquote.notation import NotationError, parse_toml
from crossquote.resources import resource

_HEADER = re.compile(r"^\[+[ \t]*([A-Za-z_][\w-]*)[\w. \t\"'-]*\]+[ \t\r]*(?:#.*)?$", re.MULTILINE)
"""The head of a section or of one below it, at the beginning of a line; the first name is what counts."""


def line_of(source: str, section: str, key: str) -> int:
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


class LexiconSource(Mapping[str, Mapping[str, object]]):
    """The sections of a TOML source, each parsed when it is first asked for: most users need few of many."""

    def __init__(self, code: str, source: str) -> None:
        self._code = code
        self._parts: dict[str, list[tuple[int, str]]] = {}
        self._parsed: dict[str, Mapping[str, object]] = {}
        heads = list(_HEADER.finditer(source))
        before = source[: heads[0].start()] if heads else source
        for number, text in enumerate(before.split("\n"), start=1):
            if text.strip() and not text.lstrip().startswith("#"):
                raise malformed(code, message("lexicon.before-section", line=number))
        starts = [head.start() for head in heads]
        line = source.count("\n", 0, starts[0]) if starts else 0
        for head, end in zip(heads, [*starts[1:], len(source)], strict=False):
            self._parts.setdefault(head[1], []).append((line, source[head.start() : end]))
            line += source.count("\n", head.start(), end)

    def __getitem__(self, name: str) -> Mapping[str, object]:
        if name not in self._parsed:
            self._parsed[name] = MappingProxyType(self._parse(name))
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def _parse(self, name: str) -> dict[str, object]:
        """Return one section; the lines of others are left blank, so that a mistake's line is that of the file."""
        text = ""
        for line, part in self._parts[name]:
            text += "\n" * (line - text.count("\n")) + part
        try:
            table: dict[str, object] = parse_toml(text)[name]
        except NotationError as error:
            raise malformed(self._code, message("lexicon.no-toml", reason=str(error))) from error
        return table


def malformed(code: str, why: Message) -> UserError:
    """Return the error that tells what is wrong with the file of the language `code`."""
    path = str(resource("languages", f"{code}.toml"))
    return UserError(ErrorCode.LANGUAGE_DATA, message("error.lexicon", why=why), path=path)
