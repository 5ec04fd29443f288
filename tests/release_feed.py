"""A release feed on the loopback address, over TLS as the real one, and a build that names it."""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import crossquote.version

TLS = Path(__file__).parent / "tls"
NEWER = {
    "tag_name": "v0.2.0",
    "published_at": "2026-03-01T09:30:00Z",
    "body": "# What is new\r\n\r\n- <b>Faster</b> & safer.\r\n",
    "draft": False,
    "prerelease": False,
    "assets": [{"name": "crossquote.deb"}],
}


class ReleaseFeed(ThreadingHTTPServer):
    """Answers every request with `body`, or leads on to `redirect`; `asked` are the paths and headers that came.

    While `held` is set, it lets whoever asks wait.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.redirect = ""
        self.status = 200
        self.held = threading.Event()
        self.held.set()
        self.body = b""
        self.answer(**NEWER, html_url=f"https://{self.host}/releases/v0.2.0")

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def address(self) -> str:
        return f"https://{self.host}/releases/latest"

    def answer(self, **fields: object) -> None:
        self.body = json.dumps(fields).encode()


class _Handler(BaseHTTPRequestHandler):
    server: ReleaseFeed

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.held.wait(20)
        redirect, self.server.redirect = self.server.redirect, ""
        self.send_response(302 if redirect else self.server.status)
        if redirect:
            self.send_header("Location", redirect)
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def running_feed(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReleaseFeed]:
    """Run a feed whose certificate is trusted until the end of the block."""
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "server.pem")
    with ReleaseFeed() as feed:
        feed.socket = context.wrap_socket(feed.socket, server_side=True)
        thread = threading.Thread(target=feed.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield feed
        finally:
            feed.held.set()
            feed.shutdown()
            thread.join()


def name_feed(monkeypatch: pytest.MonkeyPatch, folder: Path, address: str, version: str = "0.1.0") -> None:
    """Let the package's metadata name `address` for its releases, or none where it is empty."""
    place = folder / f"crossquote-{version}.dist-info"
    place.mkdir(parents=True)
    lines = ["Metadata-Version: 2.4", "Name: crossquote", f"Version: {version}", "Project-URL: Home, https://x.example"]
    if address:
        lines.append(f"Project-URL: Release feed, {address}")
    (place / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(crossquote.version, "_installed", crossquote.version._installed.__wrapped__)
