"""A place holds as long as its path leads to the file that was opened, and that is open."""

import sys
from pathlib import Path

import pytest

from crossquote.project.place import Place


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames no file that is open")
def test_it_holds_until_the_file_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "a.crossquote"
    path.write_bytes(b"a")
    with Place(path) as place:
        assert place.holds()
        path.rename(tmp_path / "b.crossquote")
        assert not place.holds()
        (tmp_path / "b.crossquote").rename(path)
        assert place.holds()


def test_it_holds_until_the_file_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.crossquote"
    path.write_bytes(b"a")
    with Place(path) as place:
        assert place.holds()
    assert not place.holds(), "work that goes on for a moment longer is told that the project is gone"
