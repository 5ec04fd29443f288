"""A place holds as long as its path leads to the file that was opened, and that is open."""

from pathlib import Path

from crossquote.project.place import Place


def test_it_holds_until_the_file_is_another_one_or_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.crossquote"
    path.write_bytes(b"a")
    with Place(path) as place:
        assert place.holds()
        path.rename(tmp_path / "b.crossquote")
        assert not place.holds()
        (tmp_path / "b.crossquote").rename(path)
        assert place.holds()
    assert not place.holds(), "work that goes on for a moment longer is told that the project is gone"
