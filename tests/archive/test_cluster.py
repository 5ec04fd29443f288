"""Taking files on a Dask cluster: the same archive as in one process, whatever happens to its workers."""

import os
import signal
import sys
from pathlib import Path

import pytest

from archived import add, article, contents, write_articles
from crossquote.archive.add import add_folders
from crossquote.archive.taking import WayOfReading
from crossquote.errors import UserError
from crossquote.progress import finish


def test_without_dask_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    press = write_articles(tmp_path / "press", [("one.txt", article(1))])
    with pytest.raises(UserError) as caught:
        finish(add_folders([press], tmp_path / "archive", WayOfReading(), 1, "tcp://127.0.0.1:1"))
    assert caught.value.message.code == "error.no-dask"


@pytest.mark.loopback
@pytest.mark.filterwarnings("ignore")  # of the library's own
def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra `archive` is not installed")
    config = pytest.importorskip("dask.config")
    press = write_articles(tmp_path / "press", [(f"outlet-{n % 5}-{n}.txt", article(n) * 20) for n in range(60)])
    two = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with config.set(temporary_directory=str(tmp_path)), distributed.LocalCluster(**two) as cluster:
        with distributed.Client(cluster, set_as_default=False) as client:
            numbers = list(client.run(os.getpid).values())
        work = add_folders([press], tmp_path / "archive", WayOfReading(), 1, cluster.scheduler_address)
        steps = [next(work)]
        while not steps[-1].done:
            steps.append(next(work))
        os.kill(numbers[0], signal.SIGKILL)
        added = finish(work)
    assert (added.taken, added.problems) == (60, [])
    add(tmp_path / "fresh", press)
    assert contents(tmp_path / "archive") == contents(tmp_path / "fresh")
