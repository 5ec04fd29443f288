"""Pulling the plug: whenever the process that adds is killed, the next goes on, and the archive is the same."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archived import add, article, contents, write_articles
from crossquote.archive.look import list_troubles
from crossquote.progress import finish

ADDER = Path(__file__).with_name("adder.py")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def kill_after(lines: int, moment: float, press: Path, archive: Path, workers: int) -> None:
    """Begin to add, and kill that after it has said so much, a moment later."""
    command = [sys.executable, str(ADDER), str(press), str(archive), str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as adder:
        assert adder.stdout is not None
        for _ in range(lines):
            adder.stdout.readline()
        time.sleep(moment)
        adder.send_signal(signal.SIGKILL)


@pytest.mark.parametrize(
    ("times", "workers"),
    [(2, 1), pytest.param(5, 2, marks=pytest.mark.kill), pytest.param(60, 1, marks=pytest.mark.kill)],
)
def test_a_killed_run_goes_on_and_the_archive_is_the_same(times: int, workers: int, tmp_path: Path) -> None:
    chance = random.Random(times)
    press, archive = tmp_path / "press", tmp_path / "archive"
    size = 8 * times
    texts = [(f"outlet-{n % 5}-{n}.txt", article(n) * (1 + n % 4)) for n in range(size)]
    write_articles(press, texts)
    add(archive, press)
    for number in range(times):  # each kill meets other files, a few of them replaced meanwhile
        for name, _ in chance.sample(texts, size // 2):
            write_articles(press, [(name, article(1000 * number + chance.randrange(900)))])
        kill_after(chance.randint(1, 6), chance.uniform(0, 0.03), press, archive, workers)
        assert contents(archive)["files"]
    add(archive, press)
    add(tmp_path / "fresh", press)
    assert contents(archive) == contents(tmp_path / "fresh")
    assert finish(list_troubles(archive)) == []
