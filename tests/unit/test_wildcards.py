"""Wildcards are looked up where no shell does it, and nowhere else."""

from pathlib import Path

import pytest

from crossquote.cli.main import run
from crossquote.wildcards import expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "[1].txt", "c.html", "мова.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("*.txt", ["[1].txt", "a.txt", "b.txt", "мова.txt"]),
        ("?.txt", ["a.txt", "b.txt"]),
        ("[1].*", ["[1].txt"]),
        ("a.txt", ["a.txt"]),
        ("*.docx", ["*.docx"]),
    ],
)
def test_on_windows_a_wildcard_is_the_files_that_it_stands_for(folder: Path, name: str, found: list[str]) -> None:
    assert [path.name for path in expand(folder / name, "win32")] == found


def test_elsewhere_the_shell_has_looked(folder: Path) -> None:
    assert expand(folder / "*.txt", "linux") == [folder / "*.txt"]


def test_a_command_takes_them(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("crossquote.cli.paths_named.expand", lambda path: expand(path, "win32"))
    run(["detect", "--json", str(folder / "?.txt")])
    assert len(capfd.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("name", ["**.txt", "a**.txt", "**", "***.txt", "?**"])
def test_several_stars_are_one(tmp_path: Path, name: str) -> None:
    """They were a traceback, or every folder below."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.txt").write_text("", encoding="utf-8")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    found = expand(tmp_path / name, "win32")
    assert tmp_path / "a.txt" in found
    assert {path.parent for path in found} == {tmp_path}
