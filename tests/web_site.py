"""A site on the loopback address that answers as it is told to, and the network of tests that leads to it.

Names are looked up to an address of the public network; only the connection then goes to the site.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crossquote.online.hosts import Network

TLS = Path(__file__).parent / "tls"
SERVER = TLS / "server.pem"
"""The certificate of a server and its key; its authority is not sent along, as with `chain.pem`."""
PUBLIC = "93.184.216.34"
PAGE = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>Norrvik keeps its harbour open</title></head><body>"
    b"<article><h1>Norrvik keeps its harbour open</h1><p>The harbour of Norrvik stays open until the end of May, the "
    b"town council decided on Tuesday after a long debate.</p><p>\xe2\x80\x9cWe will not close the harbour before May,"
    b"\xe2\x80\x9d mayor Ada Lindqvist told reporters in the town hall.</p></article></body></html>"
)
Answer = bytes | Callable[[socket.socket], object]


def answer(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """Return an answer with a head as servers write it; names of `headers` have underscores for hyphens."""
    named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items() if value)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def leading_to(address: str, status: str = "302 Found") -> bytes:
    """Return an answer that leads on."""
    return answer(b"", status, Location=address)


class Site:
    """Answers each path as `answers` has it; `asked` are the heads of the questions, `looked_up` the hosts."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.answers: dict[str, Answer] = {"/": answer()}
        self.asked: list[str] = []
        self.looked_up: list[str] = []
        self.ending = threading.Event()
        self._certificate = certificate
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)

    @property
    def network(self) -> Network:
        return Network(self._look_up, self._connect)

    def _look_up(self, host: str, _port: int) -> list[str]:
        self.looked_up.append(host)
        return [PUBLIC]

    def _connect(self, address: str, _port: int, seconds: float) -> socket.socket:
        assert address == PUBLIC
        return socket.create_connection(self._server.getsockname(), seconds)

    def _serve(self) -> None:
        while not self.ending.is_set():
            with suppress(OSError):
                connection, _ = self._server.accept()
                threading.Thread(target=self._meet, args=(connection,), daemon=True).start()

    def _meet(self, plain: socket.socket) -> None:
        with suppress(OSError), plain, self._dressed(plain) as connection:
            head = connection.recv(65536).decode("latin-1")
            if head:
                self.asked.append(head)
                given = self.answers.get(head.split(" ")[1], answer(b"", "404 Not Found"))
                connection.sendall(given) if isinstance(given, bytes) else given(connection)

    def _dressed(self, plain: socket.socket) -> socket.socket:
        if self._certificate is None:
            return plain
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._certificate)
        return context.wrap_socket(plain, server_side=True)

    @contextmanager
    def running(self) -> Iterator["Site"]:
        self._thread.start()
        try:
            yield self
        finally:
            self.ending.set()
            with suppress(OSError):
                socket.create_connection(self._server.getsockname(), 5).close()
            self._thread.join()
            self._server.close()
