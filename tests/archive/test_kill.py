"""Pulling the plug: whenever the process that adds is killed, the next goes on, and the archive is the same."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archived import add, article, contents, write_articles
from crossquote.archive import add as adding
from crossquote.archive import look
from crossquote.archive.folder import shard_paths
from crossquote.archive.look import list_troubles
from crossquote.archive.taking import WayOfReading
from crossquote.archive.turn import next_turn
from crossquote.errors import UserError
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


def test_shards_that_were_half_written_when_all_ended_become_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_KEPT_AFTER", 0.0)
    press, archive, left = tmp_path / "press", tmp_path / "archive", tmp_path / "left"
    write_articles(press, [(f"outlet-{n}.txt", article(n) * 9) for n in range(30)])
    work = adding.add_folders([press], archive, WayOfReading(), 1)
    while next(work).done < 25:
        pass
    shutil.copytree(archive, left)  # what is kept is in the logs still
    work.close()
    for shard in shard_paths(left):
        mix_pages(shard, archive / shard.name)
    next_turn(left, writing=True)
    monkeypatch.setattr(look, "_BETWEEN", 0.01)  # nobody ends it meanwhile
    with pytest.raises(UserError) as caught:
        finish(list_troubles(left))
    assert caught.value.message.code == "error.archive-unfinished"
    add(left, press)
    add(archive, press)
    assert contents(left) == contents(archive)


def mix_pages(shard: Path, written: Path) -> None:
    """Give a shard every other page of what it is once its log is written into it."""
    before, after = shard.read_bytes(), written.read_bytes()
    whole = before + bytes(max(0, len(after) - len(before)))
    pages = [(after if at // 4096 % 2 else whole)[at : at + 4096] for at in range(0, len(whole), 4096)]
    shard.write_bytes(b"".join(pages))
