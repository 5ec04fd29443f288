"""A figure: what was measured, the anchor measured beside it in the same run, and the goal."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

from msgspec import Struct


class Figure(Struct, frozen=True):
    """A measured value with its anchor and its goal, all in `unit`; smaller is better unless `more` is set.

    `anchor` is what the value is held against (a bare start, another way to do the same), None where the
    goal stands on its own.
    """

    name: str
    value: float
    anchor: float | None
    goal: float
    unit: str = "s"
    more: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the goal is reached."""
        return self.value >= self.goal if self.more else self.value <= self.goal


def median_seconds(action: Callable[[], object], runs: int = 5) -> float:
    """Return the median CPU time of `action` over `runs` runs, after one that is not counted."""
    action()
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return statistics.median(times)


def command_seconds(*commands: Sequence[str], runs: int = 5) -> tuple[float, ...]:
    """Return the median CPU time of each command (Python's arguments), run in turn so that noise meets all alike.

    Modules are compiled before, as they are where the program is installed, whatever this machine's settings are.
    """
    times: list[list[float]] = [[] for _ in commands]
    with tempfile.TemporaryDirectory() as compiled:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for run in range(runs + 1):
            for index, arguments in enumerate(commands):
                start = _children()
                subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
                if run:
                    times[index].append(_children() - start)
    return tuple(statistics.median(listed) for listed in times)


def _children() -> float:
    """Return the CPU time, in seconds, of all processes that were started and have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
