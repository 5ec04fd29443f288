"""What takes the place of a file between the look at it and its use: nothing else is touched, nobody is held up."""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from crossquote import paths
from crossquote.errors import UserError
from crossquote.export.write import write_bytes
from crossquote.paths import NoOrdinaryFileError, make_own
from crossquote.project import file, side_files
from crossquote.project.side_files import first_bytes, put_counters_back
from crossquote.project.store import Project
from links import needs_links

no_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes, links and rights")
SECRET = b"what nobody asked to be touched"


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """Return a file of the user's elsewhere."""
    path = tmp_path / "elsewhere" / "letter.txt"
    path.parent.mkdir()
    path.write_bytes(SECRET)
    path.chmod(0o600)
    return path


@no_windows
@pytest.mark.parametrize("mode", ["w", "a"])
def test_a_file_of_ours_that_became_another_name_of_one_is_not_touched(
    tmp_path: Path, victim: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(paths, "is_plain", lambda _: True)  # as it was at the look
    log = tmp_path / "crossquote.log"
    os.link(victim, log)
    with pytest.raises(NoOrdinaryFileError):
        open(log, mode, opener=make_own)  # noqa: SIM115 - it is not opened
    assert victim.read_bytes() == SECRET


def test_a_file_of_ours_is_written_over_as_ever(tmp_path: Path) -> None:
    log = tmp_path / "crossquote.log"
    for text in ("a long text", "short"):
        with open(log, "w", encoding="utf-8", opener=make_own) as opened:
            opened.write(text)
    assert log.read_text(encoding="utf-8") == "short"


@no_windows
@pytest.mark.parametrize("linked", [True, False])
def test_a_pipe_that_became_a_file_is_not_written_into(tmp_path: Path, victim: Path, *, linked: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def swapped(_: bytes) -> None:
        pipe.unlink()
        pipe.symlink_to(victim) if linked else os.link(victim, pipe)

    with pytest.raises(UserError, match="report-not-written"):
        write_bytes(pipe, b"a report", check=swapped)
    assert victim.read_bytes() == SECRET


@no_windows
def test_the_rights_of_what_is_replaced_go_to_what_was_written_alone(
    tmp_path: Path, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.html"
    report.write_bytes(b"old")
    report.chmod(0o666)

    def swapped(data: bytes) -> None:
        assert data == b"new"
        (temporary,) = tmp_path.glob(".report*")
        temporary.unlink()
        temporary.symlink_to(victim)

    monkeypatch.setattr("crossquote.export.write.put_in_place", lambda new, *_: new.unlink())
    write_bytes(report, b"new", check=swapped)
    assert stat.S_IMODE(victim.stat().st_mode) == 0o600


def opening(path: Path) -> None:
    file.check_head(path)


@no_windows
@pytest.mark.parametrize("look", [opening, first_bytes, lambda path: put_counters_back(path, bytes(100))])
def test_a_project_that_became_a_pipe_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[Path], object]
) -> None:
    monkeypatch.setattr(file, "check_there", lambda _: None)  # it was a file at the look
    os.mkfifo(tmp_path / "bridge.crossquote")
    with suppress(UserError):
        look(tmp_path / "bridge.crossquote")


@needs_links
def test_counters_are_put_back_only_into_what_was_read(
    tmp_path: Path, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bridge.crossquote"
    Project(path, new=True).close()
    now = bytearray(first_bytes(path))
    now[18:20] = b"\1\1"
    path.write_bytes(now + path.read_bytes()[100:])
    before = bytearray(now)
    before[27] ^= 1
    look = side_files._differs_little

    def swapped(page: bytes, first: bytes) -> bool:
        path.unlink()
        path.symlink_to(victim)
        return look(page, first)

    monkeypatch.setattr(side_files, "_differs_little", swapped)
    put_counters_back(path, bytes(before))
    assert victim.read_bytes() == SECRET
