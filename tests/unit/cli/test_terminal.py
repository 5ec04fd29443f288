"""What a terminal or a pipe gets: progress on one line of it, and a quiet end where nobody reads any more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crossquote.resources import seeds

STORY = seeds() / "harbour-strike"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "crossquote", *arguments]


@pytest.mark.skipif(sys.platform == "win32", reason="a reader that has gone is told otherwise there")
@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize(("asked", "status"), [([], 0), (["--fail-on", "minor"], 1)])
def test_a_reader_that_goes_leaves_the_status_as_it_is(form: list[str], asked: list[str], status: int) -> None:
    files = sorted(map(str, STORY.glob("*.en.txt")))
    with subprocess.Popen(
        command("compare", *form, *asked, *files), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
    assert (running.returncode, said) == (status, "")


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
    assert any("Reading" in line for line in lines)
    assert "\n" not in shown
    assert all(len(line) < 80 for line in lines)
    assert lines[-2].strip() == lines[-1] == ""


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
