"""Downloads: from a server on this machine, resumed, checked, and only from where it was asked."""

import hashlib
import http.client
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.online import heads
from crossquote.progress import finish
from crossquote.translation import download
from crossquote.translation.download import fetch
from crossquote.translation.index import fetch_index, read_index
from crossquote.wording.telling import tell
from crossquote.wording.trouble import tell_error
from saying import says

pytestmark = pytest.mark.loopback
DATA = bytes(range(256)) * 2000


class Server(ThreadingHTTPServer):
    """Serves `files`; `cut` breaks off the first answer after so many bytes; `asked` are the ranges asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {"/data": DATA}
        self.cut: int | None = None
        self.etag = '"one"'
        self.ranges = True
        self.length: str | None = None
        self.refusal: str | None = None
        self.redirects: dict[str, str] = {}
        self.said_of_redirects = 0
        self.asked: list[str] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        if self.path in self.server.redirects:
            self.send_response(302)
            self.send_header("Location", self.server.redirects[self.path])
            self.send_header("Content-Length", str(self.server.said_of_redirects))
            self.end_headers()
            return
        if self.path not in self.server.files:
            self.send_error(404, self.server.refusal)
            return
        asked = self.headers.get("Range", "")
        self.server.asked.append(asked)
        data, start = self.server.files[self.path], 0
        if asked and self.server.ranges and self.headers.get("If-Range") in (None, self.server.etag):
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(data):
                self.send_error(416)
                return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", self.server.length or str(len(data) - start))
        self.send_header("ETag", self.server.etag)
        self.end_headers()
        end = len(data) if self.server.cut is None else self.server.cut
        self.server.cut = None
        self.wfile.write(data[start:end])

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def test_a_file_comes_whole_with_its_progress(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "new" / "file"
    steps = list(fetch(server.url("/data"), target, sha256=hashlib.sha256(DATA).hexdigest()))
    assert target.read_bytes() == DATA
    assert [path.name for path in target.parent.iterdir()] == ["file"]
    assert steps[0].done == 0
    assert (steps[-1].done, steps[-1].total) == (len(DATA), len(DATA))


def test_a_broken_download_is_gone_on_with(server: Server, tmp_path: Path) -> None:
    server.cut = 200_000
    with pytest.raises(UserError, check=says("can't be fetched")) as caught:
        finish(fetch(server.url("/data"), tmp_path / "file"))
    assert caught.value.code is ErrorCode.NETWORK
    assert not (tmp_path / "file").exists()
    assert finish(fetch(server.url("/data"), tmp_path / "file")).read_bytes() == DATA
    assert server.asked == ["", "bytes=200000-"]


def test_a_file_that_changed_meanwhile_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    server.cut = 1000
    with pytest.raises(UserError):
        finish(fetch(server.url("/data"), tmp_path / "file"))
    server.files["/data"], server.etag = DATA[::-1], '"two"'
    assert finish(fetch(server.url("/data"), tmp_path / "file")).read_bytes() == DATA[::-1]


def test_a_server_without_ranges_sends_all_again(server: Server, tmp_path: Path) -> None:
    server.ranges, server.cut = False, 1000
    with pytest.raises(UserError):
        finish(fetch(server.url("/data"), tmp_path / "file"))
    assert finish(fetch(server.url("/data"), tmp_path / "file")).read_bytes() == DATA


def test_a_part_that_is_all_there_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file.part").write_bytes(DATA + b"more")
    note = {"url": server.url("/data"), "validator": ""}
    (tmp_path / "file.part.json").write_text(json.dumps(note), encoding="utf-8")
    assert finish(fetch(server.url("/data"), tmp_path / "file")).read_bytes() == DATA


def test_a_wrong_checksum_leaves_nothing(server: Server, tmp_path: Path) -> None:
    with pytest.raises(UserError, check=says("not what its checksum says")):
        finish(fetch(server.url("/data"), tmp_path / "file", sha256="0" * 64))
    assert not list(tmp_path.iterdir())


def test_what_is_too_large_is_not_fetched(server: Server, tmp_path: Path) -> None:
    with pytest.raises(UserError, check=says("larger than")):
        finish(fetch(server.url("/data"), tmp_path / "file", most=1000))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "/etc/passwd"])
def test_only_web_addresses_are_fetched(url: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, check=says("no web address")):
        finish(fetch(url, tmp_path / "file"))


def test_a_redirect_to_what_is_no_address_is_said(server: Server, tmp_path: Path) -> None:
    server.redirects["/there"] = "http://["
    with pytest.raises(UserError, check=says("can't be fetched")):
        finish(fetch(server.url("/there"), tmp_path / "data"))


@pytest.mark.parametrize("length", ["\xb2", "9" * 5000, "-1", "1e3"])
def test_a_length_that_is_none_is_not_believed(server: Server, tmp_path: Path, length: str) -> None:
    server.length = length
    with suppress(UserError):
        finish(fetch(server.url("/data"), tmp_path / "data"))


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/mixed; boundary*=utf-8''a; boundary*0*=utf-8''b",
        'multipart/mixed; a="' + ";" * 30_000,
        "message/rfc822",
    ],
)
def test_what_kind_a_server_calls_a_file_is_not_looked_at(server: Server, tmp_path: Path, kind: str) -> None:
    server.files["/package"], server.etag = b"all of it", f"x\r\nContent-Type: {kind}"
    assert finish(fetch(server.url("/package"), tmp_path / "package")).read_bytes() == b"all of it"


@pytest.mark.parametrize("etag", ["\rContent-Type: message/rfc822\r" * 1500, "\r\n ".join(["x" * 30_000] * 3)])
def test_a_head_that_is_none_is_said(server: Server, tmp_path: Path, etag: str) -> None:
    server.files["/package"], server.etag = b"all of it", etag
    with pytest.raises(UserError) as refused:
        finish(fetch(server.url("/package"), tmp_path / "package"))
    assert refused.value.code is ErrorCode.NETWORK


@pytest.mark.parametrize("told", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"])
def test_whoever_stops_waits_for_no_server(tmp_path: Path, told: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        work = fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/x", tmp_path / "file")
        next(work)
        served, _ = listening.accept()
        with served:
            served.sendall(told)
            for _ in range(3):  # it goes on saying that it waits
                next(work)
            work.close()
    assert not (tmp_path / "file").exists()


def test_whoever_stops_before_there_is_a_connection_has_asked_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, stopped = socket.create_connection, threading.Event()

    def connect_late(address: tuple[str, int], timeout: float, source: None) -> socket.socket:
        stopped.wait(10)
        return connect(address, timeout, source)

    monkeypatch.setattr(socket, "create_connection", connect_late)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        work = fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/x", tmp_path / "file")
        next(work)
        next(work)
        work.close()
        stopped.set()
        served, _ = listening.accept()
        with served:
            assert served.recv(1) == b""


def test_a_head_that_drips_is_left_in_time(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "SECONDS_OF_HEAD", -1.0)
    server.files["/package"] = b"all of it"
    with pytest.raises(UserError) as refused:
        finish(fetch(server.url("/package"), tmp_path / "package"))
    assert refused.value.code is ErrorCode.NETWORK


def test_what_a_server_says_at_length_is_cut_off(server: Server, tmp_path: Path) -> None:
    server.refusal = "no " * 5000
    with pytest.raises(UserError) as caught:
        finish(fetch(server.url("/none"), tmp_path / "data"))
    assert len(tell_error(caught.value)) < 500


def test_a_redirect_is_followed_but_not_to_a_file(server: Server, tmp_path: Path) -> None:
    server.redirects = {"/moved": "/data", "/evil": "file:///etc/passwd", "/ftp": "ftp://127.0.0.1/x"}
    assert finish(fetch(server.url("/moved"), tmp_path / "file")).read_bytes() == DATA
    for path in ("/evil", "/ftp"):
        with pytest.raises(UserError, check=says("can't be fetched")):
            finish(fetch(server.url(path), tmp_path / "other"))


def test_what_is_said_beside_a_redirect_is_not_waited_for(server: Server, tmp_path: Path) -> None:
    """It was read whole into memory, as long as a server went on: none of it comes here, and none is missed."""
    server.redirects, server.said_of_redirects = {"/moved": "/data"}, 10**9
    assert finish(fetch(server.url("/moved"), tmp_path / "file")).read_bytes() == DATA


def test_an_index_in_crumbs_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "MOST_CRUMBS", 100)

    def serve(listening: socket.socket) -> None:
        served, _ = listening.accept()
        with served, suppress(OSError):
            served.recv(4096)
            served.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            served.sendall(b"1\r\n \r\n" * 200 + b"2\r\n[]\r\n0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        serving = threading.Thread(target=serve, args=(listening,))
        serving.start()
        with pytest.raises(UserError, check=says("smaller pieces")):
            finish(fetch_index(f"http://127.0.0.1:{listening.getsockname()[1]}/x", tmp_path / "index.json"))
        serving.join()


def test_nobody_there_and_nothing_there_are_said(server: Server, tmp_path: Path) -> None:
    for url in (server.url("/nothing"), "http://127.0.0.1:9/"):
        with pytest.raises(UserError, check=says("can't be fetched")) as caught:
            finish(fetch(url, tmp_path / "file"))
        assert "carry it over" in tell(caught.value.advice)


def test_it_can_be_stopped_and_keeps_what_came(server: Server, tmp_path: Path) -> None:
    work = fetch(server.url("/data"), tmp_path / "file")
    for _ in range(3):
        next(work)
    work.close()
    assert (tmp_path / "file.part").stat().st_size > 0
    assert finish(fetch(server.url("/data"), tmp_path / "file")).read_bytes() == DATA


INDEX = [
    {"from_code": "uk", "to_code": "en", "package_version": "1.8", "links": ["https://example.org/a.argosmodel"]},
    {
        "from_code": "uk", "to_code": "en", "package_version": "1.10", "from_name": "Ukrainian", "to_name": "English",
        "links": ["https://example.org/b.argosmodel", "ipfs://x"], "sha256": "ab" * 32,
    },
    {"from_code": "de", "to_code": "en", "package_version": "1.0", "links": ["ipfs://x"]},
    {"from_code": "../x", "to_code": "en", "package_version": "1.0", "links": ["https://example.org/c"]},
    {"from_code": "xx", "to_code": "en", "package_version": "../1", "links": ["https://example.org/c"]},
    {"type": "sbd", "package_version": "1.0", "links": ["https://example.org/c"]},
    "nonsense",
]  # fmt: skip


def test_the_index_is_kept_for_reading_without_a_network(server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "index.json"
    assert read_index(kept) == ()
    server.files["/index.json"] = json.dumps(INDEX).encode()
    (offer,) = finish(fetch_index(server.url("/index.json"), kept))
    assert (offer.pair, offer.version, offer.sha256) == (("uk", "en"), "1.10", "ab" * 32)
    assert offer.links == ("https://example.org/b.argosmodel",)
    assert offer.file_name == "translate-uk_en-1_10.argosmodel"
    assert read_index(kept) == (offer,)


def test_a_link_that_is_no_address_is_left_out(tmp_path: Path) -> None:
    kept = tmp_path / "index.json"
    offer = {"from_code": "uk", "to_code": "en", "package_version": "1.9", "links": ["http://[", "https://a.example/p"]}
    kept.write_text(json.dumps([offer]), encoding="utf-8")
    assert [one.links for one in read_index(kept)] == [("https://a.example/p",)]


def test_an_index_that_is_none_takes_no_others_place(server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "index.json"
    server.files["/index.json"] = json.dumps(INDEX).encode()
    finish(fetch_index(server.url("/index.json"), kept))
    for wrong in (b"<html>", b"{}", b"[" * 100_000):
        server.files["/index.json"] = wrong
        with pytest.raises(UserError, check=says("no index of packages")):
            finish(fetch_index(server.url("/index.json"), kept))
    assert len(read_index(kept)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["index.json"]


def test_a_connection_that_fails_on_the_way_is_no_full_disk(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise ssl.SSLError(1, "bad record mac")

    monkeypatch.setattr(http.client.HTTPResponse, "read1", broken)
    with pytest.raises(UserError, check=says("can't be fetched")) as caught:
        finish(fetch(server.url("/data"), tmp_path / "data"))
    assert caught.value.code is ErrorCode.NETWORK
    assert "disk" not in tell_error(caught.value)


def test_where_no_index_can_lie_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for kept in (tmp_path / ("x" * 300), tmp_path / "file" / "index.json", tmp_path / "a\0b"):
        assert read_index(kept) == ()
