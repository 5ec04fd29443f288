"""The TOML source of a lexicon: its sections, and the lines on which they and their keys stand.

It stays the bytes that its file has: what is asked of all languages looks through all their files for a section each,
and making text of the rest would take most of that time.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from pathlib import Path
from sys import intern
from types import MappingProxyType

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.files import read_file
from crossquote.message import SILENCE, Message, message
from crossquote.notation import NotationError, parse_toml
from crossquote.resources import resource

_HEADER = re.compile(rb"\n\[+[ \t]*([A-Za-z_][\w\x80-\xff-]*+)[\w\x80-\xff. \t\"'-]*\]+[ \t\r]*(?:#.*)?(?=\n|\Z)")
"""The head of a section or of one below it, with the end of the line before; the first name is what counts.

It begins with a letter of its own and not with "^": so it is looked for several times faster. A name is taken whole
("*+"), or one without end would be tried with each of its ends.
"""
_HEAD = re.compile(r"\[+([^\[\]]+)\]")
"""The head of a section in a line without its indent."""
_BESIDES = re.compile(r"[\s\"']")
"""What a head may hold besides its names."""
_NAME = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^\s"'=.]+))\s*[=.]""")
"""The name that a line gives a value, or begins with."""
_MAX_BYTES = 1024 * 1024
"""The largest file that is read: twenty times the largest lexicon that came along."""
MOST_TOLD = 200
"""So many mistakes are told at once: whoever has as many corrects some first."""

_CODE = re.compile(r"[a-z]{2,3}")
Noting = Callable[[UserError], None]
"""Takes a mistake: raises it, or keeps it to be told, and all the rest is gone on with."""


def refuse(mistake: UserError) -> None:
    """Raise a mistake."""
    raise mistake


def is_code(code: str) -> bool:
    """Tell whether a text can be the code of a language: of nothing else is a file looked for."""
    return bool(_CODE.fullmatch(code))


def read_source(path: Path) -> bytes:
    """Return what a lexicon's file holds; a `UserError` says why it can't be had."""
    return read_file(path, _MAX_BYTES, "error.lexicon-too-large").removeprefix(BOM_UTF8)


def text_of(path: Path, source: bytes, start: int = 0, end: int | None = None) -> str:
    """Return the text of a lexicon's source, or of a part of it; a `UserError` names a line that is no UTF-8."""
    try:
        return source[start:end].decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, start + error.start) + 1
        raise _told(path, message("lexicon.no-utf8", line=line)) from error


def line_of(source: str | bytes, section: str, key: str) -> int:
    """Return the line (from 1) where `key` of `section` is given in a TOML source, or that of the section."""
    places = _places(source)
    return places.keys.get((section, key), places.sections.get(section, 1))


class _KeyLines(Struct, frozen=True):
    """Where sections and keys stand: the line of each section's last head, and of each key of a section."""

    sections: Mapping[str, int]
    keys: Mapping[tuple[str, str], int]


@lru_cache(maxsize=1)
def _places(source: str | bytes) -> _KeyLines:
    """Return where all stands in a source, which is gone through once: one after the other, each key is looked for."""
    sections: dict[str, int] = {}
    keys: dict[tuple[str, str], int] = {}
    section = ""
    text = source if isinstance(source, str) else source.decode(errors="replace")
    for number, line in enumerate(map(str.lstrip, text.split("\n")), start=1):
        if line.startswith("[") and (header := _HEAD.match(line)):
            named = _BESIDES.sub("", header[1])
            section, _, key = named.partition(".")
            sections |= {section: number, named: number}
            if key:
                keys.setdefault((section, key), number)
        elif section and (name := _NAME.match(line)):
            keys.setdefault((section, next(filter(None, name.groups()), "")), number)
    return _KeyLines(sections, keys)


class LexiconSource(Mapping[str, Mapping[str, object]]):
    """The sections of a TOML source, each parsed when it is first asked for: most users need few of many.

    Where `note` keeps what is malformed, and does not raise it, that section is empty.
    """

    def __init__(self, code: str, source: bytes, note: Noting = refuse) -> None:
        self._code, self._source, self._note = code, source, note
        self._path = path_of(code)
        self._parts: dict[str, list[tuple[int, int]]] = {}
        self._parsed: dict[str, Mapping[str, object]] = {}
        heads = [(head.start(), head[1].decode(errors="replace")) for head in _HEADER.finditer(b"\n" + source)]
        ends = [*(start for start, _ in heads), len(source)]
        self._hold_empty(ends[0])
        for (start, name), end in zip(heads, ends[1:], strict=True):
            self._parts.setdefault(intern(name), []).append((start, end))

    def __getitem__(self, name: str) -> Mapping[str, object]:
        if name not in self._parsed:
            self._parsed[name] = MappingProxyType(self._parse(name))
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def _hold_empty(self, end: int) -> None:
        """Note what stands before the first section, and is no comment."""
        try:
            lines = text_of(self._path, self._source, 0, end).split("\n")
        except UserError as error:
            self._note(error)
            return
        told = (number for number, line in enumerate(lines, start=1) if line.strip() and line.lstrip()[0] != "#")
        for number in islice(told, MOST_TOLD):
            self._note(malformed(self._code, message("lexicon.before-section", line=number)))

    def _parse(self, name: str) -> dict[str, object]:
        """Return one section."""
        try:
            texts = [text_of(self._path, self._source, start, end) for start, end in self._parts[name]]
            table = parse_toml("".join(texts))[name]
        except UserError as error:
            self._note(error)
            return {}
        except NotationError:
            why = message("lexicon.no-toml", reason=self._mistake_in(name, texts))
        else:
            if isinstance(table, dict):
                return table
            why = message("lexicon.unread", line=self._lines_before(name)[0] + 1, section=name)
        self._note(malformed(self._code, why))
        return {}

    def _mistake_in(self, name: str, texts: Sequence[str]) -> Message:
        """Return what is wrong with a section: the lines of others are left blank, so that the line is the file's.

        Where it ends too early, that is at its last line.
        """
        parts, lines = [], 0
        for before, text in zip(self._lines_before(name), texts, strict=True):
            parts += ["\n" * (before - lines), text]
            lines = before + text.count("\n")
        whole = "".join(parts)
        try:
            parse_toml(whole)
        except NotationError as error:
            last = whole.rstrip().split("\n")
            end = message("cause.line", line=len(last), column=len(last[-1]) + 1)
            return end if error.why.code == "cause.end" else error.why
        return SILENCE

    def _lines_before(self, name: str) -> list[int]:
        """Return how many lines stand before each part of a section."""
        starts = [start for start, _ in self._parts[name]]
        return list(accumulate(self._source.count(b"\n", *between) for between in pairwise([0, *starts])))


def path_of(code: str) -> Path:
    """Return where the lexicon of the language `code` stands, or would."""
    return resource("languages", f"{code}.toml")


def malformed(code: str, why: Message) -> UserError:
    """Return the error that tells what is wrong with the file of the language `code`."""
    return _told(path_of(code), why)


def _told(path: Path, why: Message) -> UserError:
    return UserError(ErrorCode.LANGUAGE_DATA, message("error.lexicon", why=why), path=str(path))
