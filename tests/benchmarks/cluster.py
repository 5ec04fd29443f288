"""Cluster: the same articles by one Dask worker and by two on one machine, by what each of them spends.

The extra `archive` has Dask: `ARTICLES=1500 uv run --extra archive python tests/benchmarks/run.py cluster`.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from figure import Figure
from msgspec import Struct
from press import write_press

from crossquote.archive.add import add_folders
from crossquote.archive.taking import WayOfReading
from crossquote.progress import finish

ARTICLES = int(os.environ.get("ARTICLES", "1500"))


class _Spent(Struct, frozen=True):
    """Seconds of the processor: of the busiest worker, of all of them, and of the process that asks them."""

    busiest: float
    workers: float
    asking: float
    passed: float


def measure() -> Iterator[Figure]:
    """Yield what the busiest worker spends, of two beside one: how long it takes where each has a core of its own."""
    try:
        import_module("distributed")
    except ModuleNotFoundError:
        sys.stderr.write("cluster: left out, Dask is not installed (uv run --extra archive)\n")
        return
    with tempfile.TemporaryDirectory() as name:
        write_press(Path(name) / "press", ARTICLES)
        one, two = (_spent(Path(name), workers) for workers in (1, 2))
    yield Figure(f"add {ARTICLES:,}: the busier of two workers", two.busiest, one.busiest, one.busiest / 1.8)
    yield Figure(f"add {ARTICLES:,}: both workers", two.workers, one.workers, 1.1 * one.workers)
    yield Figure(f"add {ARTICLES:,}: who asks them", two.asking, one.asking, 0.1 * one.busiest)
    yield Figure(f"add {ARTICLES:,}: by the clock, two workers", two.passed, one.passed, one.passed / 1.8)


def _spent(folder: Path, workers: int) -> _Spent:
    distributed, config = import_module("distributed"), import_module("dask.config")
    told = {"n_workers": workers, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with (
        config.set(temporary_directory=str(folder)),
        distributed.LocalCluster(**told) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        before = client.run(_processor)
        here, moment = time.process_time(), time.monotonic()
        work = add_folders(
            [folder / "press"], folder / str(workers), WayOfReading(), 1, scheduler=cluster.scheduler_address
        )
        finish(work)
        asking, passed = time.process_time() - here, time.monotonic() - moment
        each = [spent - before[worker] for worker, spent in client.run(_processor).items()]
    return _Spent(max(each), sum(each), asking, passed)


def _processor() -> float:
    """Return what this process has spent; what it needs to write an archive is loaded by then."""
    import_module("crossquote.archive.piece")
    return time.process_time()
