"""TMX: a translator's own versions of sentences, read from the translation memory that other programs write."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from crossquote.errors import ErrorCode, UserError
from crossquote.language.tags import code_of
from crossquote.message import Message, message
from crossquote.model.translation import SentenceKey, Translation

_MOST_BYTES = 256 * 1024 * 1024
_ENTITIES = (b"<!ENTITY", "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HIDDEN = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements of a segment that hold another program's formatting, not words."""


def read_tmx(path: Path, target: str) -> dict[SentenceKey, Translation]:
    """Return the translations into `target` that a TMX file holds; of several for one sentence the last one counts."""
    found: dict[SentenceKey, Translation] = {}
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _unreadable(path, message("memory.too-large"))
        for unit in _units(path):
            sides = dict(_sides(unit))
            text = sides.pop(target, "")
            for language, source in sides.items() if text else ():
                made = Translation(source, text, ((language, target),), own=True)
                found[SentenceKey(source, language, target)] = made
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(ErrorCode.MISSING, message("error.not-read", reason=reason), path=str(path)) from error
    except (ET.ParseError, ValueError, LookupError) as error:  # the last two for encodings that it can't read
        raise _unreadable(path, message("memory.no-xml", reason=str(error))) from error
    return found


def _units(path: Path) -> Iterator[ET.Element]:
    """Yield the translation units of the file, one at a time; one that declares entities of its own is refused."""
    with path.open("rb") as file:
        for _, element in ET.iterparse(_Watched(file, path), ["end"]):  # noqa: S314 - watched
            if element.tag == "tu":
                yield element
                element.clear()


class _Watched:
    """A file whose reader stops where entities are declared, since those can blow up to any size."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file, self._path, self._end = file, path, b""

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        seen = self._end + block
        if any(mark in seen for mark in _ENTITIES):
            raise _unreadable(self._path, message("memory.entities"))
        self._end = block[-32:]
        return block


def _sides(unit: ET.Element) -> Iterator[tuple[str, str]]:
    for side in unit.iter("tuv"):
        segment = side.find("seg")
        text = "" if segment is None else " ".join(_words(segment).split())
        if text:
            yield code_of(side.get(_LANG) or side.get("lang") or ""), text


def _words(segment: ET.Element) -> str:
    """Return a segment's words: without other programs' formatting, but with what stands between it."""
    parts: list[str] = []
    waiting: list[ET.Element | str] = [segment]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            parts.append(part)
            continue
        inner: list[ET.Element | str] = [] if part.tag in _HIDDEN else [part.text or "", *part]
        waiting += reversed(inner if part is segment else [*inner, part.tail or ""])
    return "".join(parts)


def _unreadable(path: Path, why: Message) -> UserError:
    return UserError(ErrorCode.UNREADABLE, message("error.memory", why=why), path=str(path))
