"""`crossquote archive`, as a user runs it."""

import json
from pathlib import Path

import pytest

from archived import TEXTS, write_articles
from crossquote.cli.main import run


@pytest.fixture
def press(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "press", TEXTS)


def test_folders_are_taken_in_and_troubles_are_listed(
    press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (press / "empty.txt").write_bytes(b"")
    where = ["--archive", str(tmp_path / "archive")]
    assert run(["archive", "add", str(press), *where, "--workers", "1"]) == 3
    told = capsys.readouterr()
    assert told.out == "taken in: 6 articles, 6 quotes; files that were there already: 0\n"
    assert told.err.count("\n") == 1
    assert run(["archive", "add", str(press), *where, "--workers", "1", "--json"]) == 3
    row = json.loads(capsys.readouterr().out)
    assert (row["articles"], row["again"], [one["kind"] for one in row["problems"]]) == (0, 6, ["empty"])
    assert run(["archive", "troubles", *where]) == 0
    assert capsys.readouterr().err == told.err
    assert run(["archive", "troubles", *where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["path"] == str(press / "empty.txt")


def test_where_there_is_no_archive_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "troubles", "--archive", str(tmp_path)]) == 3
    assert "no archive is there" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["0", "x", "-1", "1234567890"])
def test_what_is_no_number_of_processes_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    with pytest.raises(SystemExit):
        run(["archive", "add", str(tmp_path), "--archive", str(tmp_path / "a"), f"--workers={given}"])
    assert f"{given} is no number from 1 on" in capsys.readouterr().err


@pytest.fixture
def archive(press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    run(["archive", "add", str(press), "--archive", str(tmp_path / "archive"), "--workers", "1"])
    capsys.readouterr()
    return str(tmp_path / "archive")


@pytest.mark.parametrize("target", ["nosuch.txt", "./press/talks", "/my press/talks.txt", "work.crossquote#u1"])
def test_a_file_that_is_not_there_is_no_words(archive: str, capsys: pytest.CaptureFixture[str], target: str) -> None:
    assert run(["archive", "trace", target, "--archive", archive]) == 3
    assert target.partition("#")[0] in capsys.readouterr().err


@pytest.mark.parametrize("words", ["24/7", "either/or", "N/A", "Mr.Dorn", "关闭/打开", "价格为1.5万", "He said so."])
def test_words_that_look_a_little_like_a_file_are_words(
    archive: str, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert run(["archive", "trace", words, "--archive", archive]) == 0
    assert words in capsys.readouterr().out
