"""Salvage: the parts of a pack whose archive has lost its list of them, each found by its own head (APPNOTE 4.3.7)."""

import struct
import zlib

from msgspec import Struct

_HEAD = struct.Struct("<4s5H3L2H")
_SIGN = b"PK\3\4"
_STORED, _DEFLATED = 0, 8
_MOST_HEADS = 20_000


class _PartHead(Struct, frozen=True):
    """What the head of a part says: its name, how it is packed, where its bytes begin and end, size and check sum."""

    name: str
    way: int
    begin: int
    end: int
    size: int
    sum: int


def salvage_parts(data: bytes, most: int) -> dict[str, bytes]:
    """Return the parts that can be read, in their order; what is not whole is left out.

    No more than `most` bytes are looked at, however many heads lead to them. A name that comes twice is the first's.
    """
    found: dict[str, bytes] = {}
    at = data.find(_SIGN)
    for _ in range(_MOST_HEADS):
        if at < 0 or most < 0:
            break
        head = _head_at(data, at)
        most -= max(head.size, head.end - head.begin) if head else 0
        whole = _unpacked(data, head) if head and most >= 0 else None
        if head and whole is not None:
            found.setdefault(head.name, whole)
        at = data.find(_SIGN, head.end if head and whole is not None else at + len(_SIGN))
    return found


def _head_at(data: bytes, at: int) -> _PartHead | None:
    """Return the head at a place; None where it is none, or its part would reach beyond the end."""
    if at + _HEAD.size > len(data):
        return None
    _, _, _, way, _, _, check, packed, size, name_size, extra_size = _HEAD.unpack_from(data, at)
    begin = at + _HEAD.size + name_size + extra_size
    try:
        name = data[at + _HEAD.size : at + _HEAD.size + name_size].decode()
    except UnicodeDecodeError:
        return None
    return _PartHead(name, way, begin, begin + packed, size, check) if name and begin + packed <= len(data) else None


def _unpacked(data: bytes, head: _PartHead) -> bytes | None:
    """Return the bytes of a part; None where they are not those of its check sum."""
    inner = memoryview(data)[head.begin : head.end]
    if head.way == _DEFLATED:
        try:
            whole = zlib.decompressobj(-zlib.MAX_WBITS).decompress(inner, head.size + 1)
        except zlib.error:
            return None
    elif head.way == _STORED and len(inner) == head.size:
        whole = bytes(inner)
    else:
        return None
    return whole if len(whole) == head.size and zlib.crc32(whole) == head.sum else None
