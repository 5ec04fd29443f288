"""How much the records of a project may hold: a file of more values or text than any project has is refused unread.

In memory a value takes some sixty bytes, and a file can say one in two; ours say names and places with each, and take
some twenty. A text of many letters takes up to four bytes for each where one is an emoji. What a project may hold goes
by its size, so that what it costs does too.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_MOST_IDS = 250_000
"""Of one list of ids: articles, or quotes that others were parted from."""
_MOST_IN_ONE = 500_000
"""Values of one record."""
_MOST_IN_UTTERANCE = 1_000_000
"""Values of an utterance, which has as many renditions as there are articles: a thousand for each of a thousand."""
_FREE, _LETTERS = 1_000_000, 8
"""So many values all records may have together beyond one in so many bytes of each."""
_FREE_ROWS, _ROWS_A_NAME = 300_000, 8
"""So many short records there may be, or so many for each article and quote that they can be about."""
LONGEST_ID = 1024 * 1024
"""Bytes of an id: of what was translated, it is a sentence or two."""
MOST_TEXT = 64 * 1024 * 1024
"""Bytes that a record may take in memory as text; an article has 400,000 letters at most."""
_FREE_TEXT, _TIMES = 256 * 1024 * 1024, 2
"""So many bytes all records may take in memory as text beyond so many times as many as each has in the file."""
_IDS = frozenset({"order", "parted"})
_NAMING = frozenset({"articles", "quotes"})
_SHORT = frozenset({"pins", "references", "joined", "parted", "corrections", "same_speakers", "translations"})
"""The fields whose records can be a few bytes each, and are about a quote or its speaker."""
_PIECE = 256 * 1024
_NO_MARKS = bytes(set(range(256)) - set(b'",'))
_FOLLOWING = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that no letter begins with."""
_WIDE = tuple(bytes([byte]) for byte in range(0xF0, 0xF5))
"""What the letters begin with that need four bytes in memory, and make all of their text need them."""
_ESCAPED = re.compile(rb"\\u(?!00)")
Held = tuple[str, str | bytes, bytes]
"""The kind, the id and the value of a record, as JSON."""


class Taken(Struct, frozen=True):
    """What records take of the room that a project has; of several it is the sum, in whatever order they come.

    `values` and `text` are what goes beyond what comes with so many bytes: eighths of a value, and bytes in memory.
    `short` are the records that can be a few bytes each, `named` those that they can be about.
    """

    values: int = 0
    text: int = 0
    short: int = 0
    named: int = 0

    def check(self) -> None:
        """Raise a `UserError` where records that take this are more than a project can hold."""
        if self.is_beyond or self.short > max(_FREE_ROWS, _ROWS_A_NAME * self.named):
            raise too_big()

    @property
    def is_beyond(self) -> bool:
        """Tell whether no further records make room for these."""
        return self.values > _LETTERS * _FREE or self.text > _FREE_TEXT

    def plus(self, other: "Taken", times: int = 1) -> "Taken":
        """Return what records take with others, or, where `times` is below 0, without them."""
        return Taken(
            self.values + times * other.values,
            self.text + times * other.text,
            self.short + times * other.short,
            self.named + times * other.named,
        )


def taken_by(kind: str, id_: str | bytes, value: bytes) -> Taken:
    """Return what a record takes; a `UserError` where that is more than one can. It is not decoded."""
    values, text = _beyond(kind, id_, value)
    return Taken(values, text, kind in _SHORT, kind in _NAMING)


def check_records(records: Iterable[Held]) -> Taken:
    """Return what `records`, all of a project or of a step, take; a `UserError` where that is more than can be."""
    whole, short, named = Taken(), 0, 0
    for kind, id_, value in records:
        short += kind in _SHORT
        named += kind in _NAMING
        values, text = _beyond(kind, id_, value)
        if values or text:  # as few have
            whole = whole.plus(Taken(values, text))
            if whole.is_beyond:
                raise too_big()
    whole = whole.plus(Taken(short=short, named=named))
    whole.check()
    return whole


def _beyond(kind: str, id_: str | bytes, value: bytes) -> tuple[int, int]:
    """Return what a record has beyond what comes with its bytes: eighths of a value, and bytes in memory as text."""
    most, size = _most(kind), len(id_) + len(value)
    held, text = _count_at_most(value, most), memory_of(value)
    if held > most or text > MOST_TEXT or len(id_) > LONGEST_ID:
        raise too_big()
    return max(0, _LETTERS * held - size), max(0, text - _TIMES * size)


def memory_of(text: bytes) -> int:
    """Return how many bytes a text in UTF-8, or JSON that says it, takes at most as letters in memory."""
    wide = 4 if b"\\" in text and _ESCAPED.search(text) else 1
    if text.isascii():
        return wide * len(text)
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    letters = sum(len(piece.translate(None, _FOLLOWING)) for piece in pieces)
    return letters * (4 if any(byte in text for byte in _WIDE) else max(wide, 2))


def count_values(value: bytes, most: int) -> int:
    """Return how many values a record has, by the commas between them, not in its texts; it stops beyond `most`.

    Of four marks around texts at least two are a value's own: so many of them count too, where commas are missing.
    """
    commas, marks, within = 0, 0, 0
    for piece in _pieces(value):
        texts = piece.replace(rb"\\", b"").replace(rb"\"", b"").translate(None, _NO_MARKS).split(b'"')
        commas += b"".join(texts[within::2]).count(b",")
        marks += len(texts) - 1
        within = (within + len(texts) - 1) % 2
        if max(commas, marks // 4) >= most:
            break
    return max(1 + commas, marks // 4)


def _pieces(value: bytes) -> Iterator[bytes]:
    """Yield `value` piece by piece; none ends within an escape."""
    start = 0
    while start < len(value):
        piece = value[start : start + _PIECE]
        if (len(piece) - len(piece.rstrip(b"\\"))) % 2:
            piece = value[start : start + _PIECE + 1]
        start += len(piece)
        yield piece


def _count_at_most(value: bytes, most: int) -> int:
    """Return how many values a record can have: they are told from what its texts say where it has a lot of commas."""
    commas = value.count(b",")
    return 1 + commas if commas < most and commas * _LETTERS <= len(value) else count_values(value, most)


def _most(kind: str) -> int:
    """Return how many values a record of a field may have."""
    if kind == "utterances":
        return _MOST_IN_UTTERANCE
    return _MOST_IDS if kind in _IDS else _MOST_IN_ONE


def too_big() -> UserError:
    """Return that a file holds more than a project can."""
    return UserError(ErrorCode.PROJECT, message("error.project-too-big"))
