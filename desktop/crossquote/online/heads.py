"""The head of a server's answer, held to a size and to what can't harm who reads it.

The library gives a head whole to its reader of mail, which takes it for a message of many parts where the server says
so: it raises on some of them, nests others without end, and takes the square of the length of a third kind. So a head
is looked at line by line before, and what kind the content is stands under another name by then.
"""

import http.client
from typing import BinaryIO, cast

MOST_OF_HEAD = 64 * 1024
"""The bytes that all lines before the content may have together, those of answers that only lead on to it too."""
KIND = "X-Kind-Of-Content"
"""The name under which an answer has what its server calls the kind of its content."""
_KIND_LINE = b"content-type:"


class HeadTooLargeError(http.client.HTTPException):
    """A head that is larger than `MOST_OF_HEAD`."""


class _Head:
    """What a server sends, as long as its head is read from it."""

    def __init__(self, sent: BinaryIO) -> None:
        self._sent, self._left = sent, MOST_OF_HEAD

    def readline(self, limit: int = -1) -> bytes:
        line = self._sent.readline(limit)
        self._left -= len(line)
        if self._left < 0:
            raise HeadTooLargeError
        if b"\r" in line.removesuffix(b"\n").removesuffix(b"\r"):
            raise http.client.HTTPException  # to the library it ends a line, to others it doesn't
        if line[: len(_KIND_LINE)].lower() == _KIND_LINE:
            return KIND.encode() + line[len(_KIND_LINE) - 1 :]
        return line

    def close(self) -> None:
        self._sent.close()


class Answer(http.client.HTTPResponse):
    """An answer whose head is read through `_Head`."""

    def begin(self) -> None:
        """Read the head; a `HeadTooLargeError` or another `http.client.HTTPException` says that it is none."""
        sent = self.fp
        self.fp = cast("BinaryIO", _Head(cast("BinaryIO", sent)))  # type: ignore[assignment]
        try:
            super().begin()
        finally:
            if self.fp is not None:  # else the answer has no content, and is closed
                self.fp = sent


class Connection(http.client.HTTPConnection):
    """A connection whose answers are held so."""

    response_class = Answer


class SecureConnection(http.client.HTTPSConnection):
    """The same where the server proves who it is."""

    response_class = Answer
