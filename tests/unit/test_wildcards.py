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
