"""A newer version: one host is asked, over TLS, and what it answers is not believed before it is checked."""

import gc
import json
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.offline import offline_guard
from crossquote.progress import finish
from crossquote.version import this_version
from crossquote.wording.telling import tell
from crossquote.work.newer_version import (
    LABEL,
    Release,
    belongs_to,
    feed_host,
    look_for_newer,
    release_feed,
)
from release_feed import NEWER, TLS, ReleaseFeed, name_feed, running_feed
from saying import says

pytestmark = pytest.mark.loopback
PROJECT = Path(__file__).parents[3] / "pyproject.toml"


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReleaseFeed]:
    with running_feed(monkeypatch) as running:
        yield running


def look(feed: ReleaseFeed, current: str = "0.1.0") -> Release | None:
    return finish(look_for_newer(feed.address, current))


def refused(feed: ReleaseFeed) -> UserError:
    with pytest.raises(UserError) as caught:
        look(feed)
    assert caught.value.code is ErrorCode.NETWORK
    assert feed.host in tell(caught.value.message)
    assert tell(caught.value.advice)
    return caught.value


def test_a_newer_release_is_told_with_date_notes_and_page(feed: ReleaseFeed) -> None:
    assert look(feed) == Release(
        "0.2.0", date(2026, 3, 1), "# What is new\n\n- <b>Faster</b> & safer.",
        f"https://{feed.host}/releases/v0.2.0", on_feed_host=True,
    )  # fmt: skip


def test_one_request_goes_out_and_says_nothing_of_this_machine(feed: ReleaseFeed) -> None:
    look(feed)
    ((path, headers),) = feed.asked
    assert path == "/releases/latest"
    assert headers == {
        "Host": feed.host, "User-Agent": "Crossquote", "Accept-Encoding": "identity", "Connection": "close"
    }  # fmt: skip


def test_nothing_is_asked_before_the_first_step_and_nothing_is_kept(feed: ReleaseFeed, home: Path) -> None:
    work = look_for_newer(feed.address, "0.1.0")
    assert tell(next(work).label) == f"Asking {feed.host}"
    assert feed.asked == []
    work.close()
    look(feed)
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize(
    ("tag", "current", "newer"),
    [
        ("v0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.1", True),
        ("0.2.0", "0.2.0rc1", True),
        ("0.2.0.post1", "0.2.0", True),
        ("v0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
        ("0.3.0rc1", "0.1.0", False),
        ("0.3.0.dev2", "0.1.0", False),
    ],
)
def test_versions_are_compared_as_versions(feed: ReleaseFeed, tag: str, current: str, newer: bool) -> None:
    feed.answer(**NEWER | {"tag_name": tag})
    assert (look(feed, current) is not None) == newer


@pytest.mark.parametrize("field", ["draft", "prerelease"])
def test_what_is_marked_as_unfinished_is_not_told(feed: ReleaseFeed, field: str) -> None:
    feed.answer(**NEWER | {field: True})
    assert look(feed) is None


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>", b"[]", b"{}", b"\xff\xfe", b'{"tag_name": 3}', b'{"tag_name": "nightly"}', b'{"tag_name": ""}',
        b'{"tag_name": "1.0", "x": ' + b"[" * 100_000, json.dumps({"tag_name": "9" * 5000}).encode(),
        b'{"tag_name": "1.0", "published_at": "yesterday"}', b'{"tag_name": "1.0", "body": ["x"]}',
        b'{"tag_name": "1.0", "prerelease": "no"}', b'{"tag_name": "1.0", "html_url": {}}',
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(feed: ReleaseFeed, body: bytes) -> None:
    feed.body = body
    assert "no version that can be compared" in tell(refused(feed).message)


def test_an_endless_answer_is_refused(feed: ReleaseFeed) -> None:
    feed.answer(**NEWER | {"body": "x" * 1024 * 1024})
    assert "larger than" in tell(refused(feed).message)


@pytest.mark.parametrize("status", [404, 403, 500])
def test_a_refusal_is_said(feed: ReleaseFeed, status: int) -> None:
    feed.status = status
    assert "gave no answer" in tell(refused(feed).message)


@pytest.mark.parametrize(
    "page",
    [
        "https://elsewhere.example/releases",
        "https://{host}.evil.example/",
        "https://{host}@evil.example/",
        "https://user@{host}/",
        "https://{host}",
    ],
)
def test_a_page_elsewhere_is_a_text(feed: ReleaseFeed, page: str) -> None:
    feed.answer(**NEWER, html_url=page.format(host=feed.host))
    release = look(feed)
    assert release is not None
    assert release.page == page.format(host=feed.host)
    assert not release.on_feed_host


@pytest.mark.parametrize(
    "page",
    [
        "http://{host}/releases", "file:///etc/passwd", "javascript:alert(1)", "ftp://{host}/x", "//{host}/x", "",
        "https://evil.example\\@{host}/", "https://{host}/ x", "https://{host}/\n", "https://пошта.example/", "https://[",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_left_out(feed: ReleaseFeed, page: str) -> None:
    feed.answer(**NEWER, html_url=page.format(host=feed.host))
    release = look(feed)
    assert release is not None
    assert not release.on_feed_host
    assert release.page in ("", "https://[")


def test_notes_lose_what_cannot_be_seen_and_have_an_end(feed: ReleaseFeed) -> None:
    feed.answer(**NEWER | {"body": "a\x1b[31m\x00b\u202e" + "c" * 100_000})
    release = look(feed)
    assert release is not None
    assert release.notes.startswith("a[31mbccc")
    assert len(release.notes) == 20_000


def test_it_is_not_led_to_another_host(feed: ReleaseFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    with running_feed(monkeypatch) as other:
        feed.redirect = other.address
        assert "not followed" in tell(refused(feed).message)
        assert other.asked == []
        gc.collect()  # a connection that was left open says so here
    feed.redirect = "/releases/moved"
    assert look(feed) is not None
    assert feed.asked[-1][0] == "/releases/moved"


def test_a_host_whose_certificate_nobody_vouches_for_is_not_believed(
    feed: ReleaseFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "certificate" in tell(refused(feed).message).lower()
    assert feed.asked == []


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS are asked themselves, not a file")
def test_the_system_s_certificates_are_found_where_this_python_does_not_look(
    feed: ReleaseFeed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As in a frozen program, whose Python was made for another system."""
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "not there"))
    monkeypatch.setattr("truststore._openssl._CA_FILE_CANDIDATES", [str(TLS / "authority.pem")])
    assert look(feed) is not None


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x", "file:///etc/passwd", "https://", "https://[", "", "https://a b/", "https://u@h/"],
)
def test_only_a_secure_address_is_asked(address: str) -> None:
    with offline_guard() as guard, pytest.raises(UserError, check=says("https")):
        finish(look_for_newer(address, "0.1.0"))
    assert guard.asked == []


def test_nobody_there_is_said_with_what_to_do() -> None:
    with pytest.raises(UserError, check=says(r"127\.0\.0\.1:9 gave no answer")) as caught:
        finish(look_for_newer("https://127.0.0.1:9/latest", "0.1.0"))
    assert "network" in tell(caught.value.advice)


def test_a_build_says_which_address_is_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name_feed(monkeypatch, tmp_path, "https://releases.example/latest", "0.3.1")
    assert release_feed() == "https://releases.example/latest"
    assert this_version() == "0.3.1"
    assert feed_host("https://Releases.example/latest") == "releases.example"


def test_a_build_without_an_address_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name_feed(monkeypatch, tmp_path, "")
    assert release_feed() is None


def test_the_address_is_the_one_of_the_project() -> None:
    """What is installed names what pyproject.toml names: nothing is made up on the way."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    assert release_feed() == project.get("urls", {}).get(LABEL)


@pytest.mark.parametrize(
    ("page", "belongs"),
    [
        ("https://api.example.org/v1", True),
        ("https://example.org/v1", True),
        ("https://EXAMPLE.org/v1", True),
        ("https://org/v1", False),
        ("https://www.example.org/v1", False),
        ("https://evilexample.org/v1", False),
        ("https://example.org.evil.net/v1", False),
        ("https://example.org@evil.net/v1", False),
        ("https://example.org:8443/v1", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_a_page_may_stand_on_the_host_above_the_feeds(page: str, belongs: bool) -> None:
    assert belongs_to(page, "api.example.org") is belongs
