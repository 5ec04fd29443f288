"""The entrances of what was asked of the network: what a server answers, an index that was kept, a release feed."""

import argparse
import gzip
import json
import socket
import threading
import zlib
from pathlib import Path

from given import Case
from mutation import mutate, mutate_value

from crossquote.cli import fetching
from crossquote.cli.main import run
from crossquote.cli.status import complain
from crossquote.errors import UserError
from crossquote.online.hosts import Network
from crossquote.paths import data_folder
from crossquote.progress import Work, finish
from crossquote.translation.index import fetch_index
from crossquote.work import newer_version
from web_site import PAGE

INDEX = [
    {
        "from_code": "uk", "to_code": "en", "from_name": "Ukrainian", "to_name": "English", "package_version": "1.9",
        "links": ["https://packages.example/uk_en.argosmodel", "http://[", "ipfs://x"], "sha256": "0" * 64,
        "type": "translate",
    }
]  # fmt: skip
RELEASE = {
    "tag_name": "v99.1", "html_url": "https://host.example/releases/99", "published_at": "2030-01-01T00:00:00Z",
    "body": "What is new", "draft": False, "prerelease": False,
}  # fmt: skip
HEADS = (
    b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\nETag: "a"\r\n\r\n',
    b"HTTP/1.1 206 Partial\r\nContent-Length: %d\r\nContent-Range: bytes 0-9/9\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: %d\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: %d\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: %d" + b"9" * 5000 + b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: \xb2%d\r\n\r\n",
    b"HTTP/1.0 416 No\r\nContent-Length: %d\r\n\r\n",
)
PAGE_HEADS = (
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\nContent-Encoding: deflate\r\nX: %d\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset*=punycode''%%C3%%A9-a9z; a=%d\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-16\r\nX: %d\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset*=utf-8''a; charset*0*=utf-8''b; a=%d\r\n\r\n",
    b'HTTP/1.1 200 OK\r\nContent-Type: text/html; x="' + b";" * 50_000 + b"\r\n a=%d\r\n\r\n",
    b"HTTP/1.1 301 Moved\r\nLocation: /%d\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/%d\r\n\r\n",
)


def answers(case: Case) -> int:
    """Let a server answer with a mutated head or body when it is asked for the index of packages."""
    body = _mutated(case, INDEX)
    head = case.chance.choice((HEADS[0], HEADS[0], *HEADS)) % len(body)
    said = (mutate(case.chance, head) if case.chance.random() < 0.7 else head) + body
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_serve, args=(server, said), daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/index.json"
        if case.chance.random() < 0.3:
            part = Path(case.put(str(case.folder / "package-index.new.json.part"), b"[" * case.chance.choice((0, 9))))
            case.put(f"{part}.json", mutate(case.chance, json.dumps({"url": address, "validator": '"a"'}).encode()))
        try:
            finish(fetch_index(address, case.folder / "package-index.json"))
        except UserError as error:
            complain(error)
            return 3
    return 0


def fetched_page(case: Case) -> int:
    """Let a site answer with a mutated head or page, packed or not, when it is asked for one; keep what is taken."""
    page = mutate(case.chance, PAGE) if case.chance.random() < 0.7 else PAGE
    body = case.chance.choice((page, page, gzip.compress(page), zlib.compress(page * 50)))
    head = case.chance.choice((HEADS[0], *HEADS, *PAGE_HEADS)) % len(body)
    said = (mutate(case.chance, head) if case.chance.random() < 0.5 else head) + body
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_serve, args=(server, said), daemon=True).start()
        here = server.getsockname()
        network = Network(lambda _host, _port: ["93.184.216.34"], lambda _at, _port, wait: _connected(here, wait))
        try:
            asked = argparse.Namespace(address="http://news.example/", output=case.folder / "page.html", force=False)
            return fetching.run(asked, network)
        except UserError as error:
            complain(error)
            return 3


def _connected(place: tuple[str, int], seconds: float) -> socket.socket:
    return socket.create_connection(place, seconds)


def _serve(server: socket.socket, said: bytes) -> None:
    """Answer a few times with the same, then close: whoever is led on is answered too."""
    for _ in range(12):
        try:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(said)
        except OSError:
            return


ANSWERED_BY_SERVERS = frozenset({answers, fetched_page})
"""What asks a server of its own; nothing else asks for a connection."""


def kept_index(case: Case) -> int:
    """Put an index there, as one that was fetched, and ask what it offers."""
    case.put(str(data_folder() / "package-index.json"), _mutated(case, INDEX))
    return run(["packages", "available"])


def release(case: Case) -> int:
    """Let the release feed say something else."""
    body = _mutated(case, RELEASE)

    def fetch(_url: str, target: Path, **_limits: object) -> Work[Path]:
        target.write_bytes(body)
        yield from ()
        return target

    setattr(newer_version, "fetch", fetch)  # noqa: B010 - the edge; this process is this case's alone
    try:
        finish(newer_version.look_for_newer("https://api.host.example/latest", "1.0"))
    except UserError as error:
        complain(error)
        return 3
    return 0


def _mutated(case: Case, value: object) -> bytes:
    by_value = json.dumps(mutate_value(case.chance, value)).encode()
    return by_value if case.chance.random() < 0.6 else mutate(case.chance, json.dumps(value).encode())
