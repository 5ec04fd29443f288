"""JSON and TOML, read with caps: what stands in a file may be anybody's, be it one of our own.

Both parsers can be made to fail otherwise than they say, or to take time that grows with the
square of their input: by nesting, by numbers of many digits, by names of many parts.
"""

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import tomli

from crossquote.paths import NoOrdinaryFileError

if TYPE_CHECKING:
    from crossquote.message import Message

MOST_BYTES = 1024 * 1024
"""More than any small file of ours has."""
MOST_SIGNS = 20_000
"""Names, tables, values: four times those of the largest file of ours. Each costs as much memory as a page of text."""
MOST_DEPTH = 64
_MARK = "\ufeff"
"""What Windows's editors write before a text. Python's codec that leaves it out is a module more at the start."""
_LARGEST = 2**64
"""No number of ours is beyond it, and no other program's readers are asked for more."""
_MOST_PARTS = 64
"""So many parts of dotted names, or decimal points, can stand in a line of TOML: parsing a name takes their square."""
_TOML_STRINGS = (
    r'(?s:"""(?:[^"\\]|\\.|"(?!""))*(?:""")?'
    r"|'''(?:[^']|'(?!''))*(?:''')?"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?|#[^\n]*)"
)
"""Strings and comments; one that does not end is one too, or looking for its end would be begun again and again."""
_SIGNS = ".=,[{"
"""What begins or parts whatever a parser of TOML keeps."""


class NotationError(ValueError):
    """A text is not the JSON or TOML that it should be, or more of it than anything of ours needs: `why` says it."""

    def __init__(self, why: "Message") -> None:
        super().__init__(why.code)
        self.why = why


def parse_json(text: str | bytes, *, most: int = MOST_BYTES, numbers: bool = False) -> Any:
    """Return the value that `text` is, of at most `most` letters or bytes; a `NotationError` where it is none.

    Any `numbers` may be in it where nobody counts with them: NaN, too, which other programs write.
    """
    import json  # noqa: PLC0415 - the first window reads TOML alone

    _hold_size(len(text), most)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:  # besides its own errors: numbers too long, and nesting too deep
        raise _refused(error) from error
    _hold_value(value, numbers=numbers)
    return value


def parse_toml(text: str, *, most: int = MOST_BYTES, signs: int = MOST_SIGNS) -> dict[str, Any]:
    """Return the tables that `text` holds, of at most `most` letters; a `NotationError` where it is no TOML.

    So many `signs` at most part its names, tables and values.
    """
    _hold_size(len(text), most)
    if _is_dotted(text) or _signs(text) > signs:
        bare = re.sub(_TOML_STRINGS, "", text)
        if _is_dotted(bare):
            raise _because("cause.dots")
        _hold_size(_signs(bare), signs)
    try:
        tables = tomli.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused(error) from error
    _hold_value(tables)
    return tables


def read_json(path: Path, *, most: int = MOST_BYTES) -> Any:
    """Return the value that a file of at most `most` bytes holds; an `OSError` where it can't be read."""
    return parse_json(read_text(path, most), most=most)


def read_toml(path: Path, *, most: int = MOST_BYTES, signs: int = MOST_SIGNS) -> dict[str, Any]:
    """Return the tables that a file of at most `most` bytes holds, as `parse_toml` does; an `OSError` as above."""
    return parse_toml(read_text(path, most), most=most, signs=signs)


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """Return the text of a file, read as `read_ordinary` does; a `NotationError`, too, where it is no text."""
    try:
        return read_ordinary(path, most).decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise _caused(error) from error


def read_ordinary(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of an ordinary file, an `OSError` where there is none, a `NotationError` where it has more.

    So many as `most` are read.
    """
    with open_ordinary(path) as file:
        data = file.read(most + 1) or b""  # None where the system has made a file of what comes when it comes
    _hold_size(len(data), most)
    return data


def open_ordinary(path: Path) -> BinaryIO:
    """Open an ordinary file to be read, an `OSError` where there is none: whatever is named may be a pipe or a device.

    Nothing is waited for: a pipe that nobody writes to would never be open.
    """
    handle = open_at_once(path)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoOrdinaryFileError(path)
    return os.fdopen(handle, "rb")


def open_at_once(path: Path) -> int:
    """Return a handle on what is at `path`, which is not waited for; an `OSError` where nothing can be read there."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _refused(error: Exception) -> NotationError:
    """Return what a parser says; where it is none of its own errors, a number has more digits than are read."""
    return _caused(error) if type(error) is not ValueError else _because("cause.number")


def _is_dotted(text: str) -> bool:
    return any(line.count(".") > _MOST_PARTS for line in text.splitlines())


def _signs(text: str) -> int:
    return sum(map(text.count, _SIGNS))


def _hold_size(size: int, most: int) -> None:
    if size > most:
        raise _because("cause.too-large")


def _hold_value(value: object, *, numbers: bool = False) -> None:
    """Raise a `NotationError` where a value is nested deeper than anything of ours, or holds a number out of reach."""
    level = [value]
    for _ in range(MOST_DEPTH):
        inner: list[object] = []
        for held in level:
            if isinstance(held, dict):
                inner += held.values()
            elif isinstance(held, list):
                inner += held
            elif not numbers and isinstance(held, (int, float)) and not -_LARGEST <= held <= _LARGEST:
                raise _because("cause.number")
        level = [held for held in inner if not isinstance(held, str)]  # most of it is text, and holds nothing
        if not level:
            return
    raise _because("cause.too-deep")


def _because(code: str) -> NotationError:
    """Return an error that says why by the code of a message: the first window reads notations and tells nothing."""
    from crossquote.message import Message  # noqa: PLC0415 - as said

    return NotationError(Message(code))


def _caused(error: BaseException) -> NotationError:
    """Return an error that says why by what a parser raised."""
    from crossquote.causes import cause_of  # noqa: PLC0415 - as above

    return NotationError(cause_of(error))
