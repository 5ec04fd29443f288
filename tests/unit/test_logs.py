"""The log: a file of ours, or none. What else has its name is never written to, closed or waited for."""

import logging
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossquote.logs import log_to

LOG = "crossquote.log"
pytestmark = pytest.mark.usefixtures("logged")
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only some make links, and has no pipes")


def refused(folder: Path) -> bool:
    """Tell whether there is to be no log, and none is begun by a line all the same."""
    with pytest.raises(OSError, match=LOG):
        log_to(folder)
    logging.getLogger("crossquote").warning("a line")
    return True


@needs_links
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_is_not_followed(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ada,", encoding="utf-8")
    other.chmod(0o644)
    (tmp_path / "logs").mkdir()
    link(other, tmp_path / "logs" / LOG)
    assert refused(tmp_path / "logs")
    assert other.read_text(encoding="utf-8") == "Dear Ada,"
    assert stat.S_IMODE(other.stat().st_mode) == 0o644


@needs_links
def test_a_link_that_leads_nowhere_makes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / LOG).symlink_to(tmp_path / "new")
    assert refused(tmp_path / "logs")
    assert not (tmp_path / "new").exists()


@needs_links
@pytest.mark.parametrize("read", [False, True])
def test_a_pipe_gets_nothing_and_is_not_waited_for(tmp_path: Path, *, read: bool) -> None:
    (tmp_path / "logs").mkdir()
    os.mkfifo(tmp_path / "logs" / LOG)
    reader = os.open(tmp_path / "logs" / LOG, os.O_RDONLY | os.O_NONBLOCK) if read else None
    try:
        assert refused(tmp_path / "logs")
        assert reader is None or os.read(reader, 100) == b""
    finally:
        if reader is not None:
            os.close(reader)


@needs_links
def test_what_takes_the_place_of_a_log_later_gets_nothing_either(tmp_path: Path) -> None:
    path = log_to(tmp_path)
    path.unlink()
    path.symlink_to(tmp_path / "new")
    logging.getLogger("crossquote").warning("a line")
    assert not (tmp_path / "new").exists()


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    (tmp_path / LOG).write_text("before\n", encoding="utf-8")
    log_to(tmp_path)
    logging.getLogger("crossquote").warning("a line")
    assert (tmp_path / LOG).read_text(encoding="utf-8").startswith("before\n")
    assert "a line" in (tmp_path / LOG).read_text(encoding="utf-8")
