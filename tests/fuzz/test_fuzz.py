"""Bytes of a stranger's at every entrance: nothing costs much, nothing is a traceback, nothing outside is touched.

No case asks for a connection but those whose server is their own. What is told beside an answer is lines of ours alone,
one of which names the file, or the site, where the exit status says that it can't be used; no error is the program's.

`uv run pytest -m fuzz` runs 10,000 cases, or CROSSQUOTE_FUZZ_CASES of them; the everyday run three at each. A case that
went wrong is had again by `python -m cases ENTRANCE SEED 1`, with `desktop`, `tests` and `tests/fuzz` on PYTHONPATH.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each case is a fork with limits, which Windows lacks")
ROOT = Path(__file__).parents[2]
FEW, MANY = 3, 10_000
"""Cases at each entrance in the everyday run, and at all of them together."""
NAMES = (
    "articles", "pages", "documents by bytes", "documents by parts", "translation memories", "packages",
    "project files by bytes", "project files by records", "project files by steps", "project files of older versions",
    "project files by tables", "side files of SQLite", "side files of ours", "rules", "settings", "lines of pipe",
    "lexicons", "workbooks", "packs by bytes", "packs by parts", "what is copied", "what is remembered",
    "answers of servers", "kept index", "release feed", "project files by what they keep of grouping",
    "fetched pages", "lists of projects", "what is kept of the window", "reports on projects", "reports verified",
)  # fmt: skip


def run_cases(names: Sequence[str], first: int, count: int) -> list[str]:
    """Return what went wrong in cases of each of some entrances."""
    path = os.pathsep.join(map(str, (ROOT / "desktop", ROOT / "tests", ROOT / "tests" / "fuzz")))
    told = subprocess.run(
        [sys.executable, "-m", "cases", ",".join(names), str(first), str(count)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ).stdout.splitlines()
    told_of = {one["entrance"]: one for one in map(json.loads, told) if "cases" in one}
    assert {name: one["cases"] for name, one in told_of.items()} == dict.fromkeys(names, count)
    return [line for line in told if "cases" not in json.loads(line)]


def test_a_few_cases_at_every_entrance() -> None:
    """All by one process: to start the program takes longer than a few cases do."""
    assert run_cases(NAMES, 0, FEW) == []


@pytest.mark.fuzz
@pytest.mark.parametrize("name", NAMES)
def test_many_cases_at_every_entrance(name: str) -> None:
    many = int(os.environ.get("CROSSQUOTE_FUZZ_CASES", MANY))
    assert run_cases([name], 1000, many // len(NAMES) + 1) == []
