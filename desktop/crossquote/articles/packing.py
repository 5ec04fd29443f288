"""Files packed singly (gzip), as pages are often kept: what such a file holds is what is read."""

import math
import zlib
from pathlib import Path

from crossquote.articles.file import MAX_BYTES
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_GZIP = b"\x1f\x8b\x08"
_EITHER_HEADER = 32 + zlib.MAX_WBITS


def unpacked(data: bytes, path: Path) -> tuple[bytes, str]:
    """Return what a file holds, unpacked where it is packed by gzip, and its name without the suffix of that.

    No more is unpacked than an article can have, whatever the file says of its size; nor has a file within another
    more, which is not read from a disk.
    """
    if not data.startswith(_GZIP):
        _hold_size(data, path)
        return data, path.name
    unpacking = zlib.decompressobj(_EITHER_HEADER)
    try:
        content = unpacking.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        told = message("error.damaged", format=message("format.gzip"))
        raise UserError(ErrorCode.UNREADABLE, told, path=str(path)) from error
    _hold_size(content, path)
    if not unpacking.eof:
        told = message("error.damaged", format=message("format.gzip"))
        raise UserError(ErrorCode.UNREADABLE, told, path=str(path))
    return content, path.name.removesuffix(".gz")


def _hold_size(data: bytes, path: Path) -> None:
    """Raise a `UserError` where there is more than an article can have."""
    if len(data) > MAX_BYTES:
        told = message("error.article-too-large", size=math.ceil(len(data) / (1024 * 1024)))
        raise UserError(ErrorCode.TOO_LARGE, told, path=str(path))
