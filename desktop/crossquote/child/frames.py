"""How parent and child talk: frames of bytes, each with its length before it."""

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")
_AT_ONCE = 1024 * 1024


class FrameError(Exception):
    """A frame claims to be longer than it may be."""


def write_frame(pipe: IO[bytes], content: bytes) -> None:
    """Write `content` as one frame."""
    left = memoryview(_LENGTH.pack(len(content)) + content)
    while left:
        left = left[pipe.write(left) :]


def read_frame(pipe: IO[bytes], most: int) -> bytes:
    """Return the next frame; an `EOFError` where the other side is gone.

    One that claims more than `most` bytes is refused before any of it is read.
    """
    (length,) = _LENGTH.unpack(_read(pipe, _LENGTH.size))
    if length > most:
        raise FrameError(length)
    return _read(pipe, length)


def _read(pipe: IO[bytes], length: int) -> bytes:
    """Return `length` bytes; memory is taken as they come, not as they are promised."""
    parts = []
    while length:
        part = pipe.read(min(length, _AT_ONCE))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
