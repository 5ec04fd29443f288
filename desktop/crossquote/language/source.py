"""The TOML source of a lexicon: its sections, and the lines on which they and their keys stand."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from crossquote.errors import ErrorCode, UserError
from crossquote.files import read_file
from crossquote.message import SILENCE, Message, message
from crossquote.notation import NotationError, parse_toml
from crossquote.resources import resource

_HEADER = re.compile(r"\n\[+[ \t]*([A-Za-z_][\w-]*)[\w. \t\"'-]*\]+[ \t\r]*(?:#.*)?(?=\n|\Z)")
"""The head of a section or of one below it, with the end of the line before; the first name is what counts.

A pattern that begins with a letter of its own is looked for several times faster than one that begins with "^", and
what is asked of all languages looks through all their files.
"""


_MAX_BYTES = 1024 * 1024
"""The largest file that is read: twenty times the largest lexicon that came along."""


_CODE = re.compile(r"[a-z]{2,3}")
Noting = Callable[[UserError], None]
"""Takes a mistake: raises it, or keeps it to be told, and all the rest is gone on with."""


def refuse(mistake: UserError) -> None:
    """Raise a mistake."""
    raise mistake


def is_code(code: str) -> bool:
    """Tell whether a text can be the code of a language: of nothing else is a file looked for."""
    return bool(_CODE.fullmatch(code))


def read_source(path: Path) -> str:
    """Return the text of a lexicon's file; a `UserError` says why it can't be had."""
    data = read_file(path, _MAX_BYTES, "error.lexicon-too-large")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        why = message("lexicon.no-utf8", line=line)
        raise UserError(ErrorCode.LANGUAGE_DATA, message("error.lexicon", why=why), path=str(path)) from error


def line_of(source: str, section: str, key: str) -> int:
    """Return the line (from 1) where `key` of `section` is given in a TOML source, or that of the section."""
    inside, found = False, 1
    for number, line in enumerate(source.splitlines(), start=1):
        header = re.match(r"\s*\[+([^\[\]]+)\]", line)
        if header:
            named = re.sub(r"[\s\"']", "", header[1])
            inside = named == section or named.startswith(section + ".")
            if inside:
                found = number
            if named == f"{section}.{key}":
                return number
        elif inside and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line):
            return number
    return found


class LexiconSource(Mapping[str, Mapping[str, object]]):
    """The sections of a TOML source, each parsed when it is first asked for: most users need few of many.

    Where `note` keeps what is malformed, and does not raise it, that section is empty.
    """

    def __init__(self, code: str, source: str, note: Noting = refuse) -> None:
        self._code, self._source, self._note = code, source, note
        self._parts: dict[str, list[tuple[int, int]]] = {}
        self._parsed: dict[str, Mapping[str, object]] = {}
        heads = [(head.start(), head[1]) for head in _HEADER.finditer("\n" + source)]
        starts = [start for start, _ in heads]
        before = source[: starts[0]] if starts else source
        for number, text in enumerate(before.split("\n"), start=1):
            if text.strip() and not text.lstrip().startswith("#"):
                note(malformed(code, message("lexicon.before-section", line=number)))
        for (start, name), end in zip(heads, [*starts[1:], len(source)], strict=False):
            self._parts.setdefault(name, []).append((start, end))

    def __getitem__(self, name: str) -> Mapping[str, object]:
        if name not in self._parsed:
            self._parsed[name] = MappingProxyType(self._parse(name))
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def _parse(self, name: str) -> dict[str, object]:
        """Return one section."""
        try:
            table = parse_toml("".join(self._source[start:end] for start, end in self._parts[name]))[name]
        except NotationError:
            table, why = None, message("lexicon.no-toml", reason=self._mistake_in(name))
        else:
            why = message("lexicon.unread", line=self._lines_before(self._parts[name][0][0]) + 1, section=name)
        if isinstance(table, dict):
            return table
        self._note(malformed(self._code, why))
        return {}

    def _mistake_in(self, name: str) -> Message:
        """Return what is wrong with a section: the lines of others are left blank, so that the line is the file's."""
        text = ""
        for start, end in self._parts[name]:
            text += "\n" * (self._lines_before(start) - text.count("\n")) + self._source[start:end]
        try:
            parse_toml(text)
        except NotationError as error:
            return error.why
        return SILENCE

    def _lines_before(self, start: int) -> int:
        return self._source.count("\n", 0, start)


def malformed(code: str, why: Message) -> UserError:
    """Return the error that tells what is wrong with the file of the language `code`."""
    path = str(resource("languages", f"{code}.toml"))
    return UserError(ErrorCode.LANGUAGE_DATA, message("error.lexicon", why=why), path=path)
