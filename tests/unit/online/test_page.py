"""One page is fetched, by one question to each address; a server that means harm costs a moment and ends in a line."""

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.online import asking
from crossquote.online.asking import MOST_BYTES
from crossquote.online.fetching import Fetched, LeadsOn, fetch_page
from crossquote.online.hosts import Network
from crossquote.online.web_address import read_address
from crossquote.progress import finish
from crossquote.wording.telling import tell
from saying import says
from web_site import PAGE, PUBLIC, SERVER, TLS, Answer, Site, answer, leading_to
from wine import UNDER_WINE

pytestmark = pytest.mark.loopback
HELLO = b"\x16\x03\x03\x40\x00"
"""The beginning of what a server says of itself, with more to come."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site().running() as running:
        yield running


@pytest.fixture
def secure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    with Site(SERVER).running() as running:
        yield running


def fetch(site: Site, address: str = "http://news.example/") -> Fetched | LeadsOn:
    return finish(fetch_page(read_address(address), site.network))


def fetched(site: Site, address: str = "http://news.example/") -> Fetched:
    page = fetch(site, address)
    assert isinstance(page, Fetched)
    return page


def refused(site: Site, address: str = "http://news.example/") -> str:
    with pytest.raises(UserError) as caught:
        fetch(site, address)
    assert caught.value.code is ErrorCode.NETWORK
    assert tell(caught.value.advice)
    return tell(caught.value.message)


def test_a_page_comes_as_it_is(site: Site) -> None:
    page = fetched(site)
    assert (page.data, page.charset, str(page.address)) == (PAGE, "utf-8", "http://news.example/")


def test_one_question_goes_out_and_says_nothing_of_this_machine(site: Site) -> None:
    site.answers["/a?b=c"] = answer()
    fetched(site, "http://news.example/a?b=c#d")
    (head,) = site.asked
    assert head.splitlines() == [
        "GET /a?b=c HTTP/1.1",
        "Host: news.example",
        "User-Agent: Mozilla/5.0 (compatible; Crossquote)",
        "Accept: text/html,application/xhtml+xml,text/plain;q=0.9",
        "Accept-Encoding: identity",
        "Connection: close",
        "",
    ]


def test_nothing_is_asked_before_the_first_step(site: Site) -> None:
    work = fetch_page(read_address("http://news.example/"), site.network)
    assert site.looked_up == []
    assert tell(next(work).label) == "Asking news.example"
    work.close()
    assert site.looked_up == []


def test_a_secure_page_comes_from_who_proves_to_be_its_host(secure: Site) -> None:
    assert fetched(secure, "https://localhost/").data == PAGE
    assert "certificate" in refused(secure, "https://news.example/").lower()


@pytest.mark.parametrize(
    "certificate",
    [
        TLS / "chain.pem",
        pytest.param(
            SERVER, marks=pytest.mark.skipif(UNDER_WINE, reason="wine takes a chain that ends before an authority")
        ),
    ],
    ids=["with its authority", "alone"],
)
def test_a_certificate_that_nobody_vouches_for_is_none(certificate: Path) -> None:
    with Site(certificate).running() as site:
        assert "certificate" in refused(site, "https://localhost/").lower()
        assert site.asked == []


def test_no_way_leads_back_from_a_secure_page_to_an_open_one(secure: Site) -> None:
    secure.answers["/"] = leading_to("http://localhost/x")
    assert "not followed (http://localhost/x)" in refused(secure, "https://localhost/")
    assert len(secure.asked) == 1


def test_it_is_followed_within_its_site_and_each_step_is_looked_at(site: Site) -> None:
    site.answers |= {"/": leading_to("/a", "301 Moved"), "/a": leading_to("http://www.news.example/b"), "/b": answer()}
    page = fetched(site)
    assert [str(one) for one in page.passed] == [
        "http://news.example/", "http://news.example/a", "http://www.news.example/b"
    ]  # fmt: skip
    assert site.looked_up == ["news.example", "news.example", "www.news.example"]


def test_another_site_is_not_asked_before_somebody_agrees(site: Site) -> None:
    site.answers["/"] = leading_to("https://other.example/x")
    page = fetch(site)
    assert isinstance(page, LeadsOn)
    assert (str(page.here), str(page.there)) == ("http://news.example/", "https://other.example/x")
    assert site.looked_up == ["news.example"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "169.254.169.254", "2130706433"])
def test_what_leads_to_this_machine_or_its_neighbours_is_not_followed(site: Site, host: str) -> None:
    site.answers["/"] = leading_to(f"http://{host}/secrets")
    assert isinstance(fetch(site), LeadsOn)
    assert site.looked_up == ["news.example"]


def test_a_name_that_leads_to_this_machine_on_the_second_look_is_left(site: Site) -> None:
    """The owner of a name can let it lead elsewhere from one question to the next."""
    site.answers["/"] = leading_to("/again")
    found = iter([site.network.look_up("news.example", 80), ["127.0.0.1"]])
    turning = Network(lambda _host, _port: next(found), site.network.connect)
    with pytest.raises(UserError, check=says("its own network")):
        finish(fetch_page(read_address("http://news.example/"), turning))
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "there",
    ["file:///etc/passwd", "ftp://news.example/x", "javascript:alert(1)", "", "http://[", "http://u:p@news.example/"],
)
def test_what_leads_to_no_page_is_refused(site: Site, there: str) -> None:
    site.answers["/"] = leading_to(there or " ")
    assert "leads on" in refused(site)
    assert len(site.asked) == 1


def test_what_leads_in_circles_or_on_and_on_is_left(site: Site) -> None:
    site.answers |= {"/": leading_to("/a"), "/a": leading_to("/")}
    assert "on and on" in refused(site)
    site.answers |= {f"/{number}": leading_to(f"/{number + 1}") for number in range(100)}
    asked = len(site.asked)
    refused(site, "http://news.example/0")
    assert len(site.asked) - asked <= 6


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "500 Oh", "204 Nothing", "304 Not Modified", "206 Part"]
)
def test_an_answer_without_the_page_says_its_status(site: Site, status: str) -> None:
    site.answers["/"] = answer(b"x", status)
    assert status[:3] in refused(site)


def endless(connection: socket.socket) -> None:
    connection.sendall(answer(b"", Content_Length=""))
    while True:
        connection.sendall(b"<p>more</p>" * 10_000)


def endless_pieces(connection: socket.socket) -> None:
    connection.sendall(answer(b"", Content_Length="", Transfer_Encoding="chunked"))
    while True:
        connection.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")


def endless_lines(first: bytes, more: bytes) -> Answer:
    def go_on(connection: socket.socket) -> None:
        connection.sendall(answer(first, Content_Length="", Transfer_Encoding="chunked"))
        while True:
            connection.sendall(more)

    return go_on


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (endless_lines(b"1\r\nx\r\n0\r\n", b"X: y\r\n" * 10_000), "larger than"),
        (endless_lines(b"", b"1;" + b"y" * 60_000 + b"\r\nx\r\n"), "larger than"),
        (endless, "larger than"),
        (endless_pieces, "larger than"),
        (answer(b"x", Content_Length=str(MOST_BYTES + 1)), "larger than"),
        (answer(gzip.compress(b"x" * (MOST_BYTES + 1)), Content_Encoding="gzip"), "larger than"),
        (answer(zlib.compress(b"x" * (MOST_BYTES + 1)), Content_Encoding="deflate"), "larger than"),
        (answer(b"not packed", Content_Encoding="gzip"), "packed"),
        (answer(b"\x0b\x02\x80", Content_Encoding="br"), "packed"),
        (answer(b"half", Content_Length="400"), "broke off"),
        (answer(b"5\r\nhal", Content_Length="", Transfer_Encoding="chunked"), "not fetched"),
        (answer(gzip.compress(PAGE * 50)[:-40], Content_Encoding="gzip"), "broke off"),
        (b"", "not fetched"),
        (b"\xff\xfe\x00 what\r\n\r\n", "not fetched"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "not fetched"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000, "not fetched"),
        (answer(X=("y" * 60_000 + "\r\n ") * 90), "larger than"),
        (answer(X="y\rContent-Type: multipart/mixed"), "not fetched"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 4_000, "larger than"),
    ],
)
def test_a_server_that_means_harm_ends_in_one_line(site: Site, given: Answer, told: str) -> None:
    site.answers["/"] = given
    said = refused(site)
    assert told in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("media", "charset"),
    [
        ("text/html; charset=Windows-1251", "windows-1251"),
        ('text/html; a=b; Charset = "koi8-r"', "koi8-r"),
        ("text/html; charset*=utf-8''a; charset*0*=utf-8''b", ""),
        ('text/html; x="' + ";" * 60_000 + "charset=utf-8", ""),
        ("multipart/mixed; boundary*=utf-8''a; boundary*0*=utf-8''b", ""),
        ("message/rfc822", ""),
        ("text/html", ""),
    ],
)
def test_the_encoding_that_a_server_names_is_read_whatever_else_it_says(site: Site, media: str, charset: str) -> None:
    site.answers["/"] = answer(Content_Type=media)
    assert fetched(site).charset == charset


def test_what_comes_packed_is_unpacked(site: Site) -> None:
    site.answers["/"] = answer(gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetched(site).data == PAGE


def dripping(site: Site, first: bytes) -> Callable[[socket.socket], None]:
    def drip(connection: socket.socket) -> None:
        connection.sendall(first)
        while not site.ending.wait(0.02):
            connection.sendall(b"x")

    return drip


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\nX-Slow: ", answer(b"", Content_Length="9999")])
def test_a_server_that_drips_is_left_in_time(site: Site, first: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.3)
    site.answers["/"] = dripping(site, first)
    assert "did not come" in refused(site)


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", answer(b"", Content_Length="9999")])
def test_whoever_stops_waits_for_nobody(site: Site, first: bytes) -> None:
    site.answers["/"] = dripping(site, first)
    work = fetch_page(read_address("http://news.example/"), site.network)
    for _ in range(3):
        next(work)
    begun = time.process_time()
    work.close()
    assert time.process_time() - begun < 1


def test_whoever_stops_is_held_by_no_handshake(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that drips while it should prove who it is holds no connection open, either."""
    ended = threading.Event()

    def drip(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            connection.sendall(HELLO)
            while not ended.wait(0.02):
                connection.sendall(b"x")
        ended.set()

    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    with socket.create_server(("127.0.0.1", 0)) as server:
        dripping_there = threading.Thread(target=drip, args=(server,))
        dripping_there.start()
        here = Network(lambda *_: [PUBLIC], lambda *_: socket.create_connection(server.getsockname(), 20))
        before = threading.enumerate()
        work = fetch_page(read_address("https://localhost/"), here)
        for _ in range(3):
            next(work)
        asked = [thread for thread in threading.enumerate() if thread not in before]
        work.close()
        for thread in asked:
            thread.join(10)
        left = not any(thread.is_alive() for thread in asked)
        ended.set()
        dripping_there.join()
    assert asked
    assert left


def test_a_page_in_too_many_pieces_is_left(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_PIECES", 100)
    pieces = b"1\r\nx\r\n" * 101 + b"0\r\n\r\n"
    site.answers["/"] = answer(pieces, Content_Length="", Transfer_Encoding="chunked")
    assert "larger than" in refused(site)


def test_a_page_in_the_smallest_of_pieces_takes_little_more_than_its_size(site: Site) -> None:
    pieces = 200_000
    site.answers["/"] = answer(b"1\r\nx\r\n" * pieces + b"0\r\n\r\n", Content_Length="", Transfer_Encoding="chunked")
    tracemalloc.start()
    try:
        assert len(fetched(site).data) == pieces
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 6 * pieces


def test_a_name_that_nobody_knows_is_told(site: Site) -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(UserError, check=says("no server of that name was found")):
        finish(fetch_page(read_address("http://news.example/"), Network(unknown, site.network.connect)))
