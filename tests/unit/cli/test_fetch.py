"""`crossquote fetch`: one page, because the command names it; and an address that was given as a file."""

import argparse
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.cli import fetching
from crossquote.cli.main import run
from crossquote.cli.status import BAD_INPUT, FINE
from crossquote.errors import UserError
from saying import says
from web_site import PAGE, Site, answer, leading_to

pytestmark = pytest.mark.loopback


@pytest.fixture
def site() -> Iterator[Site]:
    with Site().running() as running:
        yield running


def test_a_page_is_kept_with_its_address_and_where_it_led_is_told(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers |= {"/": leading_to("/harbour"), "/harbour": answer()}
    target = tmp_path / "page.html"
    assert (
        fetching.run(argparse.Namespace(address="http://news.example/", output=target, force=False), site.network)
        == FINE
    )
    assert target.read_bytes() == b"<!-- saved from url=(0027)http://news.example/harbour -->\n" + PAGE
    assert "it led on to http://news.example/harbour" in capsys.readouterr().out


def test_another_site_is_named_and_not_asked(site: Site, tmp_path: Path) -> None:
    site.answers["/"] = leading_to("https://other.example/x")
    asked = argparse.Namespace(address="http://news.example/", output=tmp_path / "page.html", force=False)
    with pytest.raises(UserError, check=says("another site: https://other.example/x")):
        fetching.run(asked, site.network)
    assert list(tmp_path.iterdir()) == []


def test_what_came_while_a_page_was_fetched_is_not_written_over(site: Site, tmp_path: Path) -> None:
    target = tmp_path / "page.html"

    def answer_late(connection: socket.socket) -> None:
        target.write_text("another's", encoding="utf-8")
        connection.sendall(answer())

    site.answers["/"] = answer_late
    asked = argparse.Namespace(address="http://news.example/", output=target, force=False)
    with pytest.raises(UserError, check=says("there is a file of that name")):
        fetching.run(asked, site.network)
    assert target.read_text(encoding="utf-8") == "another's"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x", "http://localhost/", "file:///etc/passwd", "http://[::1]/"]
)
def test_no_address_leads_into_this_machine(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch", address, "-o", str(tmp_path / "page.html")]) == BAD_INPUT
    assert list(tmp_path.iterdir()) == []
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["compare", "quotes", "detect"])
def test_an_address_among_files_is_told_and_fetched_by_nobody(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    run([command, "https://news.example/x"])
    told = capsys.readouterr().err
    assert "https://news.example/x is an address on the web, not a file" in told
    assert "crossquote fetch" in told
