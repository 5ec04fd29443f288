"""The parts of a step as the file packs them: what they say, and how much of it is ever unpacked.

A few kilobytes can be packed so that they unpack to gigabytes, in one part or in a thousand small ones.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.project.codec import RecordChange, RecordKey
from crossquote.project.room import memory_of

T = TypeVar("T")
_MOST_BYTES, _MOST_ROWS = 42 * 1024 * 1024, 100_000
"""Of one part of a step, unpacked: in memory it takes some times as much."""
_MOST_IN_ALL, _ROWS_IN_ALL = 128 * 1024 * 1024, 300_000
"""Of all parts of a step, and of the texts in it as they are in memory: five hundred articles of a hundred thousand
letters that came at once, with all that is found in them."""
_MOST_TEXT = 96 * 1024 * 1024
"""Bytes that one part may take in memory as text: an article of ten million letters, before and after."""
_RATIO, _RATIO_FROM = 64, 1024 * 1024
"""So many times smaller nothing of ours is packed; what is small anyhow, all parts together, may be."""
_LETTERS, _ROWS = 4 * 1024 * 1024, 20_000
"""Of one part that is written: a larger one is written as several."""
_ROW = re.compile(rb'\[\s*"')
_WHOLE = msgspec.json.Decoder(list[tuple[str, str, str | None, str | None]])
_RAW = msgspec.json.Decoder(list[tuple[msgspec.Raw, msgspec.Raw, msgspec.Raw, msgspec.Raw]])
_TEXT = msgspec.json.Decoder(str)
"""How a part of a step is read: whole, or as JSON of which only those texts are read that are asked for."""
_LONGEST_KEY = 10_000
"""Bytes of what a step of a file of before says of which record it changed: no record of ours has as many."""


class Room:
    """What parts that take `packed` bytes together may still take, unpacked: a step's, or `times` as much for more."""

    def __init__(self, packed: int, times: int = 1) -> None:
        self._bytes = min(_MOST_IN_ALL * times, _RATIO_FROM + _RATIO * packed)
        self._text = _MOST_IN_ALL * times
        self._rows = _ROWS_IN_ALL * times

    def unpack(self, packed: bytes) -> bytes:
        """Return what a part holds; a ValueError where that is more than there is room for."""
        most = min(_MOST_BYTES, self._bytes)
        data = zlib.decompressobj().decompress(packed, most + 1)
        rows = sum(1 for _ in _ROW.finditer(data))
        self._bytes -= len(data)
        self._rows -= rows
        if len(data) > most or self._rows < 0 or rows > _MOST_ROWS or memory_of(data) > _MOST_TEXT:
            raise ValueError(len(data))
        self._text -= _text_in(data)
        if self._text < 0:
            raise ValueError(len(data))
        return data


def portions(changes: Iterable[RecordChange]) -> Iterator[list[RecordChange]]:
    """Yield `changes` in portions that can be read again without much memory."""
    portion: list[RecordChange] = []
    letters = 0
    for change in changes:
        held = len(change.before or "") + len(change.after or "")
        if portion and (letters + held > _LETTERS or len(portion) >= _ROWS):
            yield portion
            portion, letters = [], 0
        portion.append(change)
        letters += held
    if portion:
        yield portion


def pack(changes: Iterable[RecordChange]) -> bytes:
    """Return a part of a step as the file keeps it."""
    rows = [[change.key.kind, change.key.id, change.before, change.after] for change in changes]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), level=3)


def unpack(packed: bytes, room: Room) -> tuple[RecordChange, ...]:
    """Return the changes of one part of a step; a `UserError` where that can't be read, or takes more than its room."""
    rows = _read(packed, room, _WHOLE)
    return tuple(RecordChange(RecordKey(kind, id_), before, after) for kind, id_, before, after in rows)


def changed(packed: bytes, room: Room) -> tuple[RecordKey, ...]:
    """Return which records one part of a step changed, as `unpack` does; what they were and became is not read."""
    rows = _read(packed, room, _RAW)
    keys = [(kind, id_) for kind, id_, _, _ in rows if len(bytes(kind)) + len(bytes(id_)) <= _LONGEST_KEY]
    with _readable():
        return tuple(RecordKey(_TEXT.decode(kind), _TEXT.decode(id_)) for kind, id_ in keys)


def _text_in(data: bytes) -> int:
    """Return how many bytes a part takes in memory as texts, each for itself: one emoji widens no other."""
    if memory_of(data) <= len(data):
        return len(data)
    return sum(memory_of(bytes(text)) for row in _RAW.decode(data) for text in row)


def _read(packed: bytes, room: Room, rows: msgspec.json.Decoder[list[T]]) -> list[T]:
    with _readable():
        return rows.decode(room.unpack(packed))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise UserError(ErrorCode.PROJECT, message("error.step-unreadable")) from error
