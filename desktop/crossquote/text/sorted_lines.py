"""Sorted lines: a table of keys and fields in a file, of which a line is found by halving; nothing else is read."""

import zlib
from collections.abc import Iterator
from pathlib import Path

from crossquote.text.damaged import damaged

Lines = bytes | bytearray
_PIECE = 64 * 1024


def unpack(path: Path) -> bytearray:
    """Return the lines of a file packed with zlib; it is unpacked piece by piece, so that nothing is there twice.

    Raises a `UserError` where the file is not as it was packed, or anything stands behind that.
    """
    lines, unpacking = bytearray(), zlib.decompressobj()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                lines += unpacking.decompress(piece)
    except zlib.error:
        raise damaged(path) from None
    if not unpacking.eof or unpacking.unused_data:
        raise damaged(path)
    return lines


def line_of(table: Lines, key: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Return the fields behind `key` in the sorted lines of a table, nothing where it has no such line.

    Of a table that holds several, `start` and `end` say where the one begins and ends that is meant.
    """
    found, *fields = _line_at(table, _place(table, key.encode(), start, len(table) if end is None else end))
    return tuple(fields) if found == key else ()


def lines_beside(table: Lines, key: str) -> Iterator[tuple[str, ...]]:
    """Yield the key and fields of the lines between which `key` would stand: of all keys one of these begins as it."""
    place = _place(table, key.encode(), 0, len(table))
    if place:
        yield _line_at(table, table.rfind(b"\n", 0, place - 1) + 1)
    if place < len(table):
        yield _line_at(table, place)


def _place(table: Lines, wanted: bytes, low: int, high: int) -> int:
    """Return where the first line begins whose key is `wanted`, or stands behind it, of those from `low` to `high`.

    A key ends with a tab, which stands before all that a key is made of: so keys are as sorted as they are with it.
    """
    sought = wanted + b"\t"
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if table[start : start + len(sought)] < sought:
            low = table.index(b"\n", start) + 1
        else:
            high = start
    return low


def _line_at(table: Lines, start: int) -> tuple[str, ...]:
    return tuple(table[start : table.find(b"\n", start)].decode().split("\t"))
