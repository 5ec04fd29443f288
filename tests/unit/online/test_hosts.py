"""Which computers may be asked for a page, and that no other is, however a name leads to it."""

import socket
from collections.abc import Sequence

import pytest

from crossquote.errors import UserError
from crossquote.online import hosts
from crossquote.online.hosts import Network, NotPublicError, is_public, reach
from crossquote.online.web_address import WebAddress, address_from, is_same_site, read_address
from saying import says


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "2a00:1450::1", "64:ff9b::5db8:d822"]
)
def test_computers_of_the_public_network_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.1.2.3", "10.0.0.7", "172.16.3.4", "192.168.1.1", "100.64.0.1", "100.100.100.200",
        "169.254.169.254", "168.63.129.16", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.5", "198.18.0.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.7", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::1", "2001:0:1:2::3", "2001:db8::1",
        "::7f00:1", "::10.0.0.7", "::ffff:0:127.0.0.1", "64:ff9b:1::7f00:1", "64:ff9b:1::a00:7", "100:0:0:1::1",
        "5f00::1", "3fff::1", "4000::1", "2001:1::1", "2001:20::1", "192.0.0.9", "192.0.0.192", "192.88.99.1",
        "", "localhost", "1", "127.1",
    ],
)  # fmt: skip
def test_no_other_computer_is_asked(address: str) -> None:
    assert not is_public(address)


def network(*found: str, reached: Sequence[str] = ()) -> tuple[Network, list[str]]:
    asked: list[str] = []

    def connect(address: str, _port: int, _seconds: float) -> socket.socket:
        asked.append(address)
        if address not in reached:
            raise ConnectionRefusedError(address)
        return socket.socket()

    return Network(lambda _host, _port: found, connect), asked


@pytest.mark.parametrize("found", [(), ("127.0.0.1",), ("93.184.216.34", "10.0.0.7"), ("::1", "93.184.216.34")])
def test_a_name_is_asked_nowhere_where_one_of_its_addresses_is_not_public(found: tuple[str, ...]) -> None:
    system, asked = network(*found)
    with pytest.raises(NotPublicError):
        reach("news.example", 443, 1, system)
    assert asked == []


def test_one_address_after_another_is_tried() -> None:
    system, asked = network("8.8.8.8", "8.8.4.4", "8.8.8.8", reached=["8.8.4.4"])
    reach("news.example", 443, 1, system).close()
    assert asked == ["8.8.8.8", "8.8.4.4"]
    nowhere, _ = network("8.8.8.8", "8.8.4.4")
    with pytest.raises(ConnectionRefusedError):
        reach("news.example", 443, 1, nowhere)


@pytest.mark.loopback
def test_who_answers_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere on the second look, or a system that sends connections elsewhere, leads nowhere."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        here = server.getsockname()
        real = socket.create_connection
        monkeypatch.setattr(socket, "create_connection", lambda _address, seconds: real(here, seconds))
        with pytest.raises(NotPublicError):
            hosts.connect("93.184.216.34", 80, 5)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "127.1"])
def test_the_systems_own_look_up_leads_to_no_loopback(host: str) -> None:
    with pytest.raises((NotPublicError, OSError)):
        reach(host, 80, 1, Network(hosts.look_up, lambda *_: pytest.fail("connected")))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://news.example/harbour?id=1#top", "https://news.example/harbour?id=1"),
        ("  http://News.Example ", "http://news.example/"),
        ("www.news.example/a b".replace(" ", "%20"), "https://www.news.example/a%20b"),
        ("https://news.example:443/x", "https://news.example/x"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("https://zürich.example/straße", "https://xn--zrich-kva.example/stra%C3%9Fe"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://www。straße。example/", "https://www.xn--strae-oqa.example/"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("https://news.example/é%C3%A9?q=ж", "https://news.example/%C3%A9%C3%A9?q=%D0%B6"),
    ],
)
def test_an_address_is_read_in_one_way(text: str, address: str) -> None:
    assert str(read_address(text)) == address


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd", "ftp://news.example/", "javascript://x/%0aalert(1)", "data://x", "https://", "https:///x",
        "https://user:secret@news.example/", "https://news.example@evil.example/", "https://news.example\\@evil.example",
        "https://news.example/a b", "https://news.example/\r\nHost: x", "https://news.example/\u202e", "https://a..b/",
        "https://a b/",
        "https://news.example:99999/", "https://news.example:x/", "https://[::1/", "https://" + "a" * 70 + ".example/",
        "https://news.example/" + "a" * 2000, "https://ne%77s.example/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UserError, check=says("no web address")):
        read_address(text)


HERE = read_address("https://news.example/a/b?c")


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("/x", "https://news.example/x"), ("d", "https://news.example/a/d"), ("?e", "https://news.example/a/b?e"),
        ("//other.example/x", "https://other.example/x"), ("file:///etc/passwd", None), ("http://a@b/", None),
        ("http://[::1", None),
    ],
)  # fmt: skip
def test_where_a_link_leads(link: str, there: str | None) -> None:
    found = address_from(HERE, link)
    assert (found and str(found)) == there


@pytest.mark.parametrize(
    ("there", "same"),
    [
        ("http://www.news.example/", True), ("https://news.example/z", True), ("https://m.news.example/", False),
        ("https://news.example.evil.example/", False), ("https://news.example:8080/", False),
        ("https://ews.example/", False),
    ],
)  # fmt: skip
def test_one_site_is_one_host(there: str, same: bool) -> None:
    assert is_same_site(HERE, read_address(there)) is same
    assert is_same_site(read_address(there), HERE) is same


def test_the_usual_port_is_not_named() -> None:
    assert WebAddress(secure=False, host="news.example", port=443, target="/").netloc == "news.example:443"
