"""Bytes of a stranger's at every entrance: nothing costs much, nothing is a traceback, nothing outside is touched.

`uv run pytest -m fuzz` runs 10,000 cases, or CROSSQUOTE_FUZZ_CASES of them; the everyday run a hundred. A case that
went wrong is had again by `python -m cases ENTRANCE SEED 1`, with `desktop`, `tests` and `tests/fuzz` on PYTHONPATH.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each case is a fork with limits, which Windows lacks")
ROOT = Path(__file__).parents[2]
EVERYDAY, MANY = 120, 10_000
NAMES = (
    "articles", "pages", "documents by bytes", "documents by parts", "translation memories", "packages",
    "project files by bytes", "project files by records", "project files by steps", "project files of older versions",
    "project files by tables", "side files of SQLite", "side files of ours", "rules", "settings", "lines of pipe",
    "lexicons",
)  # fmt: skip


def run_cases(name: str, first: int, count: int) -> list[str]:
    """Return what went wrong in cases of one entrance."""
    path = os.pathsep.join(map(str, (ROOT / "desktop", ROOT / "tests", ROOT / "tests" / "fuzz")))
    told = subprocess.run(
        [sys.executable, "-m", "cases", name, str(first), str(count)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ).stdout.splitlines()
    assert json.loads(told[-1])["cases"] == count
    return told[:-1]


@pytest.mark.parametrize("name", NAMES)
def test_a_few_cases_at_every_entrance(name: str) -> None:
    assert run_cases(name, 0, EVERYDAY // len(NAMES)) == []


@pytest.mark.fuzz
@pytest.mark.parametrize("name", NAMES)
def test_many_cases_at_every_entrance(name: str) -> None:
    many = int(os.environ.get("CROSSQUOTE_FUZZ_CASES", MANY))
    assert run_cases(name, 1000, many // len(NAMES) + 1) == []
