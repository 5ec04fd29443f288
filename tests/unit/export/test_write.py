"""Writing: whole or not at all, and never in place of what is no file."""

import os
import sys
from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.export.write import write_own_text, write_text
from links import needs_links
from saying import says


@needs_links
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("old", encoding="utf-8")
    (tmp_path / "link.html").symlink_to(tmp_path / "report.html")
    write_text(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
@pytest.mark.parametrize("target", ["pipe", "nowhere", "folder"])
def test_a_link_in_the_place_of_a_file_of_ours_is_followed_to_no_more_than_a_file(tmp_path: Path, target: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    own = tmp_path / "own" / "settings.toml"
    own.parent.mkdir()
    own.symlink_to(tmp_path / target)
    write_own_text(own, "new")
    assert not own.is_symlink()
    assert own.read_text(encoding="utf-8") == "new"
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "folder").is_dir()
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "text")
    assert os.read(reader, 99) == b"text"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, check=says("can't be written")):
        write_text(tmp_path, "text")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_report_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    plain, report = tmp_path / "plain.txt", tmp_path / "report.html"
    plain.write_text("", encoding="utf-8")
    write_text(report, "one")
    assert report.stat().st_mode == plain.stat().st_mode
    report.chmod(0o640)
    write_text(report, "two")
    assert report.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - Windows has no such module

    path = tmp_path / "report.html"
    path.write_bytes(b"as it was")
    room, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most))  # to who writes, a disk without room
    try:
        with pytest.raises(UserError, check=says("can't be written")):
            write_text(path, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("report.html", b"as it was")]
