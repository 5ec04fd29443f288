"""The head of an answer, held to a size, a time and to what can't harm who reads it; an answer that can be left.

The library gives a head whole to its reader of mail, which takes it for a message of many parts where the server says
so: it raises on some of them, nests others without end, and takes the square of the length of a third kind. So a head
is looked at line by line before, and what kind the content is stands under another name by then.
"""

import http.client
import socket
from contextlib import suppress
from io import BufferedReader
from threading import Event
from time import monotonic
from typing import cast

from crossquote.online.trust import trust

MOST_OF_HEAD = 64 * 1024
"""The bytes that all lines before the content may have together, those of answers that only lead on to it too."""
SECONDS_OF_HEAD = 60.0
_LINES_ABOUT_A_BYTE = 16
"""What the lines about pieces may take for each byte of them: the smallest takes three, and two end it."""
KIND = "X-Kind-Of-Content"
"""The name under which an answer has what its server calls the kind of its content."""
_KIND_LINE = b"content-type:"


class HeadTooLargeError(http.client.HTTPException):
    """A head that is larger than `MOST_OF_HEAD`."""


class _SentHead:
    """What a server sends, as long as its head is read from it."""

    def __init__(self, sent: BufferedReader) -> None:
        self._sent, self._left, self._until = sent, MOST_OF_HEAD, monotonic() + SECONDS_OF_HEAD

    def readline(self, limit: int) -> bytes:
        line = self._line(limit)
        if b"\r" in line.removesuffix(b"\n").removesuffix(b"\r"):
            raise http.client.HTTPException  # to the library it ends a line, to others it doesn't
        if line[: len(_KIND_LINE)].lower() == _KIND_LINE:
            return KIND.encode() + line[len(_KIND_LINE) - 1 :]
        return line

    def _line(self, limit: int) -> bytes:
        """Return the next line, taken as it comes: one that drips is as late as one that does not come."""
        line = b""
        while not line.endswith(b"\n") and len(line) < limit and (ahead := self._sent.peek(1)):
            ends = ahead.find(b"\n") + 1 or len(ahead)
            line += self._sent.read(min(ends, limit - len(line)))
            if len(line) > self._left:
                raise HeadTooLargeError
            if monotonic() > self._until:
                raise TimeoutError
        self._left -= len(line)
        return line

    def close(self) -> None:
        self._sent.close()


class _SentContent:
    """What a server sends after a head; for lines about it (a piece's length, what follows the last) there is a room.

    They have what a head may have at once, and as much again only as content comes.
    """

    def __init__(self, sent: BufferedReader) -> None:
        self._sent, self._room = sent, MOST_OF_HEAD

    def readline(self, limit: int) -> bytes:
        line = self._sent.readline(limit)
        self._room -= len(line)
        if self._room < 0:
            raise HeadTooLargeError
        return line

    def read(self, size: int = -1) -> bytes:
        return self._counted(self._sent.read(size))

    def read1(self, size: int = -1) -> bytes:
        return self._counted(self._sent.read1(size))

    def _counted(self, content: bytes) -> bytes:
        self._room = min(MOST_OF_HEAD, self._room + _LINES_ABOUT_A_BYTE * len(content))
        return content

    def flush(self) -> None:
        self._sent.flush()

    def close(self) -> None:
        self._sent.close()


class WebAnswer(http.client.HTTPResponse):
    """An answer whose head is read through `_SentHead`, and that can be left while another thread waits for it."""

    def __init__(
        self, sock: socket.socket, debuglevel: int = 0, method: str | None = None, url: str | None = None
    ) -> None:
        super().__init__(sock, debuglevel, method, url)
        self._connection = sock

    def begin(self) -> None:
        """Read the head; a `HeadTooLargeError` or another `http.client.HTTPException` says that it is none."""
        sent = self.fp
        self.fp = cast("BufferedReader", _SentHead(sent))
        try:
            super().begin()
        finally:
            if self.fp is not None:  # else the answer has no content, and is closed
                self.fp = cast("BufferedReader", _SentContent(sent))

    def leave(self) -> None:
        """End the connection under whoever reads from it."""
        with suppress(OSError):  # it has ended by itself
            socket.socket.shutdown(self._connection, socket.SHUT_RDWR)


class WebConnection(http.client.HTTPConnection):
    """A connection whose answers are held so; where `gone` is set meanwhile, nothing is asked over it."""

    response_class = WebAnswer

    def __init__(self, host: str, port: int | None = None, *, timeout: float, gone: Event | None = None) -> None:
        super().__init__(host, port, timeout=timeout)
        self._gone = gone

    def connect(self) -> None:
        """Connect; a `ConnectionAbortedError` where whoever wanted that has gone."""
        super().connect()
        _hold_on(self, self._gone)


class SecureWebConnection(http.client.HTTPSConnection):
    """The same where the server proves who it is."""

    response_class = WebAnswer

    def __init__(self, host: str, port: int | None = None, *, timeout: float, gone: Event | None = None) -> None:
        super().__init__(host, port, timeout=timeout, context=trust())
        self._gone = gone

    def connect(self) -> None:
        """Connect; a `ConnectionAbortedError` where whoever wanted that has gone."""
        super().connect()
        _hold_on(self, self._gone)


def _hold_on(connection: http.client.HTTPConnection, gone: Event | None) -> None:
    if gone is not None and gone.is_set():
        connection.close()
        raise ConnectionAbortedError
