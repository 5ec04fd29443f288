"""Pulling the plug: the process dies, the power goes, the disk is full at any moment, and what was said is there."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crossquote.model.coherence import coherent
from crossquote.progress import finish
from crossquote.project.store import Project, was_left_open
from crossquote.work.build import build
from crossquote.work.stages.kept_basis import read_kept

WORKER = Path(__file__).with_name("worker.py")
REFUSED = 3
Told = Mapping[str, Any]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL, and stops no process")


@contextmanager
def working(path: Path, number: int, room: int = 0) -> Iterator[subprocess.Popen[bytes]]:
    """Let the worker begin at article `number`, no file of its larger than `room` bytes where that is given."""
    command = [sys.executable, str(WORKER), str(path), str(number), str(room)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as worker:
        try:
            yield worker
        finally:
            worker.kill()


def lines_of(worker: subprocess.Popen[bytes]) -> list[Told]:
    """Return all that the worker says until it ends."""
    assert worker.stdout is not None
    return [json.loads(line) for line in worker.stdout.read().splitlines()]


def first_of(worker: subprocess.Popen[bytes]) -> Told:
    """Wait for the first line that the worker says."""
    assert worker.stdout is not None
    told: Told = json.loads(worker.stdout.readline())
    return told


def look(path: Path, told: Told) -> None:
    """Look that a project opens, is whole, and holds all that was acknowledged."""
    project = Project(path)
    kept = project.state()
    assert coherent(kept) is kept
    index = project.kept_index(build())
    assert index is None or finish(read_kept(kept, index)) is not None
    assert all(step.at for step in project.steps())
    project.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()
    assert set(told["articles"]) <= kept.articles.keys()
    assert set(told["notes"]) <= kept.notes.keys()
    assert set(told["translated"]) <= kept.translations.keys()
    assert kept.unfinished or len(kept.utterances) >= told["utterances"]
    assert kept.unfinished or all(
        quote.language == "en" or key in kept.translations for key, quote in kept.quotes.items()
    )


def kill_and_look(path: Path, number: int, chance: random.Random) -> int:
    """Let the worker begin at article `number`, kill it, check the file, and return the next article's number."""
    with working(path, number) as worker:
        first = first_of(worker)
        time.sleep(chance.uniform(0, 0.25))
        worker.send_signal(signal.SIGKILL)
        told = [first, *lines_of(worker)][-1]
    assert was_left_open(path) or was_left_open(path.with_name("elsewhere.crossquote"))
    look(path, told)
    return int(told["number"]) + 1


@pytest.mark.parametrize("times", [3, pytest.param(300, marks=pytest.mark.kill)])
def test_every_acknowledged_step_survives(tmp_path: Path, times: int) -> None:
    chance = random.Random(times)
    number, path = 0, tmp_path / "0.crossquote"
    for run in range(times):
        if run % 10 == 0:
            number, path = 0, tmp_path / f"{run}.crossquote"
            Project(path, new=True).close()
        number = kill_and_look(path, number, chance)


def now_told(worker: subprocess.Popen[bytes], before: Told) -> Told:
    """Return the last whole line that a stopped worker has said."""
    assert worker.stdout is not None
    handle = worker.stdout.fileno()
    os.set_blocking(handle, False)
    said = b""
    try:
        while part := os.read(handle, 1 << 20):
            said += part
    except BlockingIOError:
        pass
    lines = said[: said.rfind(b"\n") + 1].splitlines()
    return json.loads(lines[-1]) if lines else before


def cut_power(
    path: Path, worker: subprocess.Popen[bytes], before: Told, elsewhere: Path, chance: random.Random
) -> Told:
    """Copy all that lies in the folder at one moment, without what the disk need not have yet; return what was said."""
    worker.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, worker.pid, os.WSTOPPED)
    told = now_told(worker, before)
    shutil.copytree(path.parent, elsewhere)
    worker.send_signal(signal.SIGCONT)
    log = elsewhere / f"{path.name}-wal"
    unmoved = (elsewhere / path.name).stat().st_mtime_ns == told["changed"]  # what is in the file, the log had before
    if (
        unmoved and log.exists() and log.stat().st_size > told["log"]
    ):  # what came after the last word may be lost in part
        os.truncate(log, chance.randint(told["log"], log.stat().st_size))
    return told


@pytest.mark.parametrize("times", [10, pytest.param(300, marks=pytest.mark.kill)])
def test_every_acknowledged_step_survives_a_power_cut(tmp_path: Path, times: int) -> None:
    chance = random.Random(times)
    for run in range(0, times, 10):
        path = tmp_path / str(run) / "a.crossquote"
        path.parent.mkdir()
        Project(path, new=True).close()
        with working(path, 0) as worker:
            told = first_of(worker)
            for cut in range(10):
                time.sleep(chance.uniform(0, 0.25))
                elsewhere = tmp_path / f"{run}-{cut}"
                told = cut_power(path, worker, told, elsewhere, chance)
                look(elsewhere / path.name, told)
                shutil.rmtree(elsewhere)
        shutil.rmtree(path.parent)


def fill_and_look(path: Path, room: int) -> None:
    """Let the worker work until it is refused, by a word of the program's and nothing else; then look."""
    Project(path, new=True).close()
    with working(path, 0, room) as worker:
        said = lines_of(worker)
        assert worker.wait() == REFUSED
    assert said[-1]["refused"].startswith("error.")
    before = said[:-1] or [{"articles": (), "notes": (), "translated": (), "utterances": 0}]
    look(path, before[-1])
    assert not [left.name for left in path.parent.iterdir() if left.name.endswith((".part", ".new"))]


@pytest.mark.parametrize("times", [2, pytest.param(300, marks=pytest.mark.kill)])
def test_a_full_disk_is_a_clear_word_and_loses_nothing(tmp_path: Path, times: int) -> None:
    chance = random.Random(times)
    for run in range(times):
        path = tmp_path / str(run) / "a.crossquote"
        path.parent.mkdir()
        fill_and_look(path, chance.randint(60_000, 400_000))
        shutil.rmtree(path.parent)


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """Give a disk of `size` bytes; skip where nobody may make one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can't be made here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.kill
def test_a_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(1)
    for run in range(30):
        with small_disk(tmp_path / str(run), chance.randint(200_000, 900_000)) as disk:
            path = disk / "a.crossquote"
            Project(path, new=True).close()
            with working(path, 0) as worker:
                said = lines_of(worker)
                assert worker.wait() == REFUSED
            assert said[-1]["refused"] == "error.disk-full"
            kept = tmp_path / f"{run}-kept"
            shutil.copytree(disk, kept)
            look(kept / path.name, said[-2])
            project = Project(path)  # on the full disk itself
            assert set(said[-2]["articles"]) <= project.state().articles.keys()
            project.close()
