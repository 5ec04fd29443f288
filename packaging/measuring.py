"""Size and start of the frozen program, beside the unfrozen one's."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from limits import MB, read_limits
from product import BUILD
from program import clean_environment, executable, shipped
from pruning import size


def start_seconds(command: Sequence[str], other: Sequence[str], runs: int = 7) -> tuple[float, float]:
    """Return the median time of two commands, run in turn; the first run of each is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    environment = clean_environment(os.environ, BUILD / "home")
    for run in range(runs + 1):
        for index, arguments in enumerate((command, other)):
            start = time.perf_counter()
            subprocess.run(arguments, check=True, capture_output=True, env=environment)
            if run:
                times[index].append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def measures() -> list[str]:
    """Return the lines that tell size and start of the frozen program, with the goals."""
    program, limits = shipped(), read_limits()
    packed = Path(shutil.make_archive(str(BUILD / "crossquote"), "xztar", program.parent, program.name))
    lines = [
        f"installed   {size(program) / MB:8.1f} MB   at most {limits.installed}",
        f"compressed  {packed.stat().st_size / MB:8.1f} MB   at most {limits.compressed['linux']} for Linux",
        *(f"{part.name:<12}{part.taken(program):8.1f} MB   at most {part.most}" for part in limits.parts),
    ]
    for label, arguments in (("start", ["--version"]), ("detect", ["detect", str(_article())])):
        frozen, unfrozen = start_seconds(
            [str(executable(program)), *arguments], [sys.executable, "-m", "crossquote", *arguments]
        )
        ratio = frozen / unfrozen
        lines.append(
            f"{label:<12}{frozen:8.3f} s    unfrozen {unfrozen:.3f} s, ratio {ratio:.2f}, at most {limits.start}"
        )
    return lines


def _article() -> Path:
    return next(iter(sorted((BUILD.parent / "seeds" / "ceasefire-call").glob("*.en.txt"))))
