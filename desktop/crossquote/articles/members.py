"""The names in a zip archive: its own, not those of an archive that lies unpacked in it."""

from collections.abc import Iterator
from itertools import islice
from struct import Struct

_LOCAL, _ENTRY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_HEADER = Struct("<6xH10xL4xHH")
_ENTRY_HEADER = Struct("<28xHHH12x")
_END_HEADER = Struct("<12xLL2x")
_END_WITHIN = 64 * 1024 + _END_HEADER.size
_SIZE_BEHIND = 0x8
_MOST = 1000


def names_in_zip(data: bytes) -> tuple[bytes, ...]:
    """Return the first names in an archive, as its directory at the end has them; none where it is no archive.

    Where the directory is cut off, they are those of the files that stand one after the other from the beginning.
    """
    if not data.startswith(_LOCAL):
        return ()
    return tuple(islice(_listed(data), _MOST)) or tuple(islice(_walked(data), _MOST))


def _listed(data: bytes) -> Iterator[bytes]:
    end = data.rfind(_END, -_END_WITHIN)
    if end < 0 or end + _END_HEADER.size > len(data):
        return
    size, at = _END_HEADER.unpack_from(data, end)
    if at != end - size:  # it is that of an archive inside
        return
    while at < end and data.startswith(_ENTRY, at):
        name, extra, comment = _ENTRY_HEADER.unpack_from(data, at)
        at += _ENTRY_HEADER.size
        yield data[at : at + name]
        at += name + extra + comment


def _walked(data: bytes) -> Iterator[bytes]:
    """Yield the names before each file; where its size stands behind it, the next one is looked for."""
    at = 0
    while data.startswith(_LOCAL, at) and at + _LOCAL_HEADER.size <= len(data):
        flags, size, name, extra = _LOCAL_HEADER.unpack_from(data, at)
        start = at + _LOCAL_HEADER.size
        yield data[start : start + name]
        start += name + extra
        at = max(data.find(_LOCAL, start), 0) or len(data) if flags & _SIZE_BEHIND else start + size
