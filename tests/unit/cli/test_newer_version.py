"""`crossquote newer-version`, as a user runs it."""

from pathlib import Path

import pytest

from crossquote.cli.main import run
from release_feed import NEWER, name_feed, running_feed

pytestmark = pytest.mark.loopback


def test_it_prints_what_is_newer_and_says_so_by_its_status(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with running_feed(monkeypatch) as feed:
        name_feed(monkeypatch, tmp_path, feed.address)
        assert run(["newer-version"]) == 1
        told = capfdbinary.readouterr().out.decode().splitlines()
        assert told[0] == "0.2.0 is newer than 0.1.0, published on 1 Mar 2026"
        assert f"https://{feed.host}/releases/v0.2.0" in told
        assert told[-1] == "- <b>Faster</b> & safer."
        feed.answer(**NEWER | {"tag_name": "0.1.0"})
        assert run(["newer-version"]) == 0
        assert capfdbinary.readouterr().out == b"0.1.0 is the newest version\n"
        feed.status = 404
        assert run(["newer-version"]) == 3
        assert b"gave no answer" in capfdbinary.readouterr().err


def test_without_an_address_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    name_feed(monkeypatch, tmp_path, "")
    assert run(["newer-version"]) == 3
    assert b"no address to ask; its version is 0.1.0" in capfdbinary.readouterr().err
