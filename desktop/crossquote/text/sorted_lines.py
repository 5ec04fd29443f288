"""Sorted lines: a table of keys and fields in a file, of which a line is found by halving; nothing else is read."""

from collections.abc import Iterator


def line_of(table: bytes, key: str) -> tuple[str, ...]:
    """Return the fields behind `key` in the sorted lines of a table, nothing where it has no such line."""
    found, *fields = _line_at(table, _place(table, key.encode()))
    return tuple(fields) if found == key else ()


def lines_beside(table: bytes, key: str) -> Iterator[tuple[str, ...]]:
    """Yield the key and fields of the lines between which `key` would stand: of all keys one of these begins as it."""
    place = _place(table, key.encode())
    if place:
        yield _line_at(table, table.rfind(b"\n", 0, place - 1) + 1)
    if place < len(table):
        yield _line_at(table, place)


def _place(table: bytes, wanted: bytes) -> int:
    """Return where the first line begins whose key is `wanted`, or stands behind it."""
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.index(b"\n", start)
        if table[start:end].partition(b"\t")[0] < wanted:
            low = end + 1
        else:
            high = start
    return low


def _line_at(table: bytes, start: int) -> tuple[str, ...]:
    return tuple(table[start : table.find(b"\n", start)].decode().split("\t"))
