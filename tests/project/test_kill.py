"""Pulling the plug: the process dies at a random moment, and every acknowledged step is there."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossquote.model.coherence import coherent
from crossquote.project.store import Project, was_left_open

WORKER = Path(__file__).with_name("worker.py")


def kill_and_look(path: Path, number: int, chance: random.Random) -> int:
    """Let the worker begin at article `number`, kill it, check the file, and return the next article's number."""
    with subprocess.Popen([sys.executable, str(WORKER), str(path), str(number)], stdout=subprocess.PIPE) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(chance.uniform(0, 0.25))
        worker.send_signal(signal.SIGKILL)
        lines = (first + worker.stdout.read()).decode().splitlines()
    told = json.loads(lines[-1])
    assert was_left_open(path) or was_left_open(path.with_name("elsewhere.crossquote"))
    project = Project(path)
    kept = project.state()
    assert coherent(kept) is kept
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
    return int(told["number"]) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("times", [20, pytest.param(300, marks=pytest.mark.kill)])
def test_every_acknowledged_step_survives(tmp_path: Path, times: int) -> None:
    chance = random.Random(times)
    number, path = 0, tmp_path / "0.crossquote"
    for run in range(times):
        if run % 10 == 0:
            number, path = 0, tmp_path / f"{run}.crossquote"
            Project(path, new=True).close()
        number = kill_and_look(path, number, chance)
