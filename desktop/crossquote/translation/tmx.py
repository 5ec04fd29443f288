"""TMX: a translator's own versions of sentences, read from the translation memory that other programs write.

It is read event by event, and no tree is built: what a file holds besides its sentences takes no memory.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from msgspec import Struct, field

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import open_given
from crossquote.language.tags import code_of
from crossquote.message import Message, message
from crossquote.model.translation import SentenceKey, Translation

_MOST_BYTES = 256 * 1024 * 1024
_MOST_SENTENCES = 300_000
_MOST_LETTERS = 1024 * 1024
"""Letters of the segments of one unit: far more than a sentence has in all languages."""
_MOST_NAMES = 1_000
"""Different names of elements and attributes: the parser remembers each of them."""
_MOST_PARTS = 16_000_000
"""What comes to nothing takes time, too: an attribute one part, an element three. Fifty for each sentence."""
_OF_ELEMENT = 3
_MOST_LANGUAGES = 1_000
"""More than there are translators for: every version of a unit is kept for each."""
_DEEPEST = 50_000
_LONGEST_TAG = 40
_LONGEST_TOKEN = 1024 * 1024
"""Bytes of one tag, comment or instruction: while its end has not come, the parser begins again with each block."""
_BLOCK = 128 * 1024
_STANDARD = re.compile(r"tmx1[0-4]\.dtd")
_HIDDEN = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements of a segment that hold another program's formatting, not words."""


class _RefusedError(Exception):
    """What is in a file that no translation memory needs."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.code)
        self.why = why


def read_tmx(path: Path, target: str) -> dict[SentenceKey, Translation]:
    """Return the translations into `target` that a TMX file holds; of several for one sentence the last one counts."""
    try:
        with open_given(path) as file:
            return _translations(file, target)
    except OSError as error:
        raise UserError(ErrorCode.MISSING, message("error.not-read", reason=cause_of(error)), path=str(path)) from error
    except _RefusedError as error:
        raise _unreadable(path, error.why) from error
    except expat.ExpatError as error:
        raise _unreadable(path, message("memory.no-xml", reason=cause_of(error))) from error
    except (ValueError, LookupError) as error:
        raise _unreadable(path, message("memory.encoding")) from error


def _translations(file: BinaryIO, target: str) -> dict[SentenceKey, Translation]:
    found: dict[SentenceKey, Translation] = {}
    for sides in _units(file):
        text = sides.get(target, "")
        for language, source in sides.items() if text else ():
            if language != target:
                made = Translation(source, text, ((language, target),), own=True)
                found[SentenceKey(source, language, target)] = made
        if len(found) > _MOST_SENTENCES:
            raise _RefusedError(message("memory.too-large"))
    return found


def _units(file: BinaryIO) -> Iterator[Mapping[str, str]]:
    """Yield what each translation unit of a file says, by language."""
    parser = expat.ParserCreate(intern={})
    parser.buffer_text = True
    events = _Events()
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = events.read
    parser.StartDoctypeDeclHandler = _declare
    parser.SkippedEntityHandler = _skip
    given = 0
    while block := file.read(_BLOCK):
        given += len(block)
        parser.Parse(block, False)  # noqa: FBT003 - expat's
        if given > _MOST_BYTES or given - parser.CurrentByteIndex > _LONGEST_TOKEN:
            raise _RefusedError(message("memory.too-large"))
        yield from events.take()
    parser.Parse(b"", True)  # noqa: FBT003 - expat's
    yield from events.take()


def _declare(name: str, system: str | None, public: str | None, has_subset: int) -> None:
    """Refuse a document type but the standard's own line: entities, and attributes with a default, blow up to any size.

    That line declares nothing by itself, and every memory of other programs begins with it.
    """
    if has_subset or public is not None or name != "tmx" or not _STANDARD.fullmatch(system or ""):
        raise _RefusedError(message("memory.entities"))


def _skip(name: str, _is_parameter: bool) -> None:  # noqa: FBT001 - expat's
    raise _RefusedError(message("memory.no-xml", reason=message("cause.entity", name=name)))


class _Events(Struct):
    """What the parser tells, brought together to units: of a version, the first segment right below it counts."""

    done: list[Mapping[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    within: list[str] = field(default_factory=list)
    sides: dict[str, str] = field(default_factory=dict)
    language: str = ""
    said: list[str] | None = None
    letters: int = 0
    parts: int = 0
    segment: int = 0
    hidden: int = 0
    """How many elements were open when the segment, and what is hidden in it, began; 0 outside."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Go into an element."""
        self.names.update((name, *attributes))
        self.within.append(name)
        self.parts += _OF_ELEMENT + len(attributes)
        if len(self.names) > _MOST_NAMES or len(self.within) > _DEEPEST or self.parts > _MOST_PARTS:
            raise _RefusedError(message("memory.too-large"))
        if self.segment:
            self.hidden = self.hidden or (len(self.within) if name in _HIDDEN else 0)
        elif name == "tu":
            self.sides, self.letters = {}, 0
        elif name == "tuv":
            self.language = code_of((attributes.get("xml:lang") or attributes.get("lang") or "")[:_LONGEST_TAG])
            self.said = None
            self.languages.add(self.language)
            if len(self.languages) > _MOST_LANGUAGES:
                raise _RefusedError(message("memory.too-many-languages", most=_MOST_LANGUAGES))
        elif name == "seg" and self.said is None and self.within[-2:-1] == ["tuv"]:
            self.said, self.segment = [], len(self.within)

    def read(self, text: str) -> None:
        """Read letters, where they are words."""
        if not self.segment or self.hidden or self.said is None:
            return
        self.said.append(text)
        self.letters += len(text)
        if self.letters > _MOST_LETTERS:
            raise _RefusedError(message("memory.too-large"))

    def end(self, name: str) -> None:
        """Go out of an element."""
        depth = len(self.within)
        self.within.pop()
        if self.hidden == depth:
            self.hidden = 0
        elif self.segment == depth:
            self.segment = 0
            text = " ".join("".join(self.said or ()).split())
            if text:
                self.sides[self.language] = text
        elif name == "tu" and not self.segment:
            self.done.append(self.sides)
            self.sides = {}

    def take(self) -> list[Mapping[str, str]]:
        """Return the units that were whole since this was last asked."""
        done, self.done = self.done, []
        return done


def _unreadable(path: Path, why: Message) -> UserError:
    return UserError(ErrorCode.UNREADABLE, message("error.memory", why=why), path=str(path))
