"""What a terminal or a pipe gets: progress on one line of it, and a quiet end where nobody reads any more."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crossquote.__main__ import main
from crossquote.cli.commands import COMMANDS
from crossquote.cli.terminal import show_progress, stream_line
from crossquote.message import message, verbatim
from crossquote.progress import Step, Work
from crossquote.resources import seeds
from crossquote.wording import tell
from crossquote.work.projects import read_project

STORY = seeds() / "harbour-strike"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "crossquote", *arguments]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        pytest.param([], 0, id="table", marks=pytest.mark.slow),
        pytest.param(["--json", "--fail-on", "minor"], 1, id="rows"),
    ],
)
def test_a_reader_that_goes_leaves_the_status_as_it_is(asked: list[str], status: int) -> None:
    files = sorted(map(str, STORY.glob("*.en.txt")))
    with subprocess.Popen(
        command("compare", *asked, *files), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
    assert (running.returncode, said) == (status, "")


FULL = Path("/dev/full")
ASKED = (["checks"], ["languages", "--json"], ["--version"], ["--help"])


@pytest.mark.skipif(not FULL.exists(), reason="a disk that is full wants Linux")
@pytest.mark.parametrize(
    "asked",
    [
        ["compare", *sorted(map(str, STORY.glob("*.en.txt")))],
        *(pytest.param(asked, marks=pytest.mark.slow) for asked in ASKED),
    ],
    ids=" ".join,
)
def test_what_can_t_be_written_is_told_in_one_line(asked: list[str]) -> None:
    environment = {**os.environ, "LANGUAGE": "en"}
    with FULL.open("wb") as full:
        done = subprocess.run(command(*asked), stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    told = done.stderr.decode().splitlines()
    assert (done.returncode, len(told)) == (3, 1), told
    assert told[0].startswith("crossquote: the output can't be written: ")


@pytest.mark.skipif(not FULL.exists(), reason="a disk that is full wants Linux")
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_so_it_is_whatever_was_asked(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with FULL.open("wb", buffering=0) as full:
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(full, encoding="utf-8"))
        assert main(asked) == 3
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert told[0].startswith("crossquote: the output can't be written: ")


@pytest.mark.skipif(not FULL.exists(), reason="a disk that is full wants Linux")
def test_a_complaint_that_can_t_be_written_leaves_the_rest_and_the_status_as_they_are() -> None:
    asked = command("detect", "gone.txt", *sorted(map(str, STORY.glob("*.en.txt"))), "gone too.txt")
    heard = subprocess.run(asked, capture_output=True, check=False)
    with FULL.open("wb") as full:
        lost = subprocess.run(asked, stdout=subprocess.PIPE, stderr=full, check=False)
    assert (lost.returncode, lost.stdout) == (heard.returncode, heard.stdout)
    assert (heard.returncode, heard.stdout == b"") == (3, False)


def test_progress_goes_nowhere_where_windows_takes_nothing_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def work() -> Work[str]:
        for done in range(3):
            yield Step(done, 3, message("step.reading-stored"))
        return "done"

    monkeypatch.setattr("crossquote.cli.terminal._BETWEEN", 0.0)
    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        monkeypatch.setattr(nothing, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stderr", nothing)
        assert show_progress(work()) == "done"


def test_a_reader_of_complaints_that_goes_leaves_the_status_as_it_is() -> None:
    with subprocess.Popen(command("detect", "gone.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        running.stderr.close()
    assert running.returncode == 3


@pytest.mark.parametrize("command", COMMANDS)
def test_no_standard_output_is_told_in_one_line(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main([command, "--help"]) == 3
    sys.stdout.close()
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith("crossquote: the output can't be written: it is closed")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams wants Unix")
@pytest.mark.parametrize(
    ("asked", "closed", "status"),
    [
        ("compare {story}/*.en.txt", ">&-", 3),
        ("compare {story}/*.en.txt --save {folder}/kept.crossquote", "<&- >&- 2>&-", 3),
        ("quotes {story}/*.en.txt --json", "2>&-", 0),
        ("pipe quotes", "<&-", 0),
    ],
)
def test_streams_that_are_closed_end_in_no_traceback(asked: str, closed: str, status: int, tmp_path: Path) -> None:
    line = f"exec {sys.executable} -m crossquote {asked.format(story=STORY, folder=tmp_path)} {closed}"
    environment = {**os.environ, "LANGUAGE": "en"}
    done = subprocess.run(["sh", "-c", line], capture_output=True, env=environment, check=False)
    assert done.returncode == status
    assert len(done.stderr.splitlines()) <= 1
    if path := next(tmp_path.glob("*.crossquote"), None):
        with read_project(path) as session:
            assert session.state.articles


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own wants Unix")
def test_progress_is_one_line_that_goes_again(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    files = []
    for number in range(300):
        path = tmp_path / f"{'дуже довга назва ' * 6}{number}.txt"
        said = f"We will open bridge number {number} on Monday, whatever the council says"
        path.write_text(f'Mayor speaks\n\n"{said}," Mayor Ada Lindqvist said.\n' * 3, encoding="utf-8")
        files.append(str(path))
    ours, theirs = pty.openpty()
    with subprocess.Popen(command("compare", "--json", *files), stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b"")).decode()
    os.close(ours)
    assert running.returncode == 0
    lines = shown.split("\r")
    assert any(line.strip() for line in lines), "nothing was shown: this took less than a step that is shown"
    assert "\n" not in shown
    assert all(len(line) < 80 for line in lines)
    assert lines[-2].strip() == lines[-1] == ""


@pytest.mark.parametrize(("locale", "shown"), [("en", "33% Reading"), ("de", "33\xa0% Reading")])
def test_how_far_it_is_is_written_as_the_language_writes_it(locale: str, shown: str) -> None:
    told = tell(message("terminal.step", share=0.33, label=verbatim("Reading")), locale)
    assert told.startswith(shown), told


def _read(terminal: int) -> bytes:
    """Return what a terminal shows next; nothing once the program has let go of it."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_no_terminal_no_progress() -> None:
    files = sorted(map(str, STORY.glob("*.en.txt")))
    done = subprocess.run(command("compare", "--json", *files), capture_output=True, check=True)
    assert done.stderr == b""


class Unread(io.RawIOBase):
    """A pipe that nobody reads, as Windows tells of it."""

    def writable(self) -> bool:
        return True

    def __init__(self) -> None:
        self.told = False

    def write(self, data: Any) -> int:
        if self.told:  # once is enough: Python itself writes what is left when the stream goes
            return len(data)
        self.told = True
        raise OSError(errno.EINVAL, "Invalid argument")


def test_windows_word_for_a_reader_that_has_gone_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(Unread()), encoding="utf-8"))
    with pytest.raises(BrokenPipeError):
        stream_line("a line")


def test_names_in_redirected_errors_are_letters_whatever_the_system_s_encoding(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "LANGUAGE": "en"}
    missing = tmp_path / "Промова 峰会.txt"
    done = subprocess.run(command("detect", str(missing)), capture_output=True, env=environment, check=False)
    assert missing.name in done.stderr.decode("utf-8")
    told = subprocess.run(command("--help"), capture_output=True, env=environment, check=True)
    assert "crossquote" in told.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_could_not_be_read_is_told_in_one_line_whatever_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a\nforged: all is well\x1b[31m.txt"
    path.write_bytes(b"\0\1\2" * 50)
    assert main(["quotes", str(path)]) == 3
    told = capsys.readouterr().err
    assert told.startswith(f"crossquote: {tmp_path}/a␊forged: all is well␛[31m.txt: ")
    assert (told.count("\n"), told[-1]) == (1, "\n")
