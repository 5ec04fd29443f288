"""One question to one server, which can be left at any moment, whatever the server does."""

import http.client
import re
import socket
import zlib
from contextlib import suppress
from threading import Lock

from msgspec import Struct, field

from crossquote.causes import cause_of
from crossquote.message import Message, message
from crossquote.online.heads import KIND, HeadTooLargeError, WebConnection
from crossquote.online.hosts import Network, NotPublicError, reach
from crossquote.online.trust import trust
from crossquote.online.waiting import WaitedTooLongError, wait_for
from crossquote.online.web_address import WebAddress
from crossquote.progress import Step, Work

MOST_BYTES = 10 * 1024 * 1024
"""The largest page, as it comes and unpacked."""
MOST_PIECES = 1_000_000
"""The most pieces that it may come in: each has some bytes of its own about it, which are not counted."""
SECONDS = 60.0
"""What an answer may take, from the first look for its host to its last byte."""
FINE = 200
"""The status of an answer that is the page."""
_MOST_OF_MEDIA = 1024
_CHARSET = re.compile(r";\s{0,8}charset\s{0,8}=\s{0,8}[\"']?([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
_SECONDS_SILENT = 20.0
_BLOCK = 64 * 1024
_EITHER_HEADER = 32 + zlib.MAX_WBITS
_SAID = (
    ("User-Agent", "Mozilla/5.0 (compatible; Crossquote)"),
    ("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9"),
    ("Accept-Encoding", "identity"),
    ("Connection", "close"),
)
"""All that is said beside the address: no cookies, no language, no page that led there."""


class NoAnswerError(Exception):
    """Why there is no answer that can be taken, in words of our own."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.code)
        self.why = why


class Served(Struct, frozen=True):
    """What a server answered: `location` is where it leads on to, `charset` the encoding that it names."""

    status: int
    location: str
    charset: str
    body: bytes


class _WebExchange(Struct):
    """A question on its way, on a thread of its own: left by closing its connection under it."""

    address: WebAddress
    network: Network
    left: bool = False
    _handle: socket.socket | None = None
    _lock: Lock = field(default_factory=Lock)

    def ask(self) -> Served:
        try:
            return self._ask()
        finally:
            self.leave()

    def leave(self) -> None:
        with self._lock:
            self.left = True
            if self._handle is not None:
                with suppress(OSError):  # it has ended by itself
                    self._handle.shutdown(socket.SHUT_RDWR)
                self._handle.close()
                self._handle = None

    def _hold(self, connection: socket.socket) -> None:
        """Take a second handle of a connection: the first one is another's, once a server is to prove who it is."""
        with self._lock:
            if self.left:
                raise NoAnswerError(message("page.left"))
            self._handle = connection.dup()

    def _ask(self) -> Served:
        address = self.address
        with reach(address.host, address.port, _SECONDS_SILENT, self.network) as connection:
            self._hold(connection)
            if not address.secure:
                return self._answer(connection)
            with trust().wrap_socket(connection, server_hostname=address.host) as secured:
                return self._answer(secured)

    def _answer(self, connection: socket.socket) -> Served:
        address = self.address
        asking = WebConnection(address.host, address.port, timeout=_SECONDS_SILENT)
        asking.sock = connection
        asking.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
        for name, value in (("Host", address.netloc), *_SAID):
            asking.putheader(name, value)
        asking.endheaders()
        with asking.getresponse() as response:
            body = self._read(response) if response.status == FINE else b""
            location, media = response.getheader("Location") or "", response.getheader(KIND) or ""
            return Served(response.status, location, _charset(media), body)

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        if response.length is not None and response.length > MOST_BYTES:
            raise NoAnswerError(message("page.too-large"))
        body, pieces = bytearray(), 0
        while block := response.read1(_BLOCK):
            body += block
            pieces += 1
            if len(body) > MOST_BYTES or pieces > MOST_PIECES:
                raise NoAnswerError(message("page.too-large"))
        if response.length:
            raise NoAnswerError(message("page.broke-off"))
        return _unpacked(bytes(body), (response.getheader("Content-Encoding") or "identity").strip().lower())


def _charset(media: str) -> str:
    """Return the encoding that a kind of content names, or an empty text."""
    found = _CHARSET.search(media[:_MOST_OF_MEDIA])
    return found[1].lower() if found else ""


def _unpacked(body: bytes, packing: str) -> bytes:
    """Return what was packed although nobody asked for that; no more of it than a page can have."""
    if packing in ("identity", ""):
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise NoAnswerError(message("page.packed"))
    unpacking = zlib.decompressobj(_EITHER_HEADER)
    try:
        content = unpacking.decompress(body, MOST_BYTES + 1)
    except zlib.error as error:
        raise NoAnswerError(message("page.packed")) from error
    if len(content) > MOST_BYTES:
        raise NoAnswerError(message("page.too-large"))
    if not unpacking.eof:
        raise NoAnswerError(message("page.broke-off"))
    return content


def ask(address: WebAddress, network: Network) -> Work[Served]:
    """Ask for a page and return what is answered; a `NoAnswerError` says why nothing can be taken.

    However the server behaves, it is waited for no longer than `SECONDS`, and left at once when work is stopped.
    """
    exchange = _WebExchange(address, network)
    step = Step(0, 0, message("step.asking", host=address.netloc))
    yield step  # whoever stops here has asked nobody
    try:
        return (yield from wait_for(exchange.ask, step, exchange.leave, seconds=SECONDS))
    except WaitedTooLongError as error:
        raise NoAnswerError(message("page.too-slow", seconds=int(SECONDS))) from error
    except NotPublicError as error:
        raise NoAnswerError(message("page.not-public")) from error
    except HeadTooLargeError as error:
        raise NoAnswerError(message("page.too-large")) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswerError(cause_of(error)) from error
