"""The tests, run on Windows: each passes, or is skipped for a reason that is Windows's or wine's."""

import re

import pytest

from under_wine.machine import Machine

pytestmark = pytest.mark.windows

REASONS = re.compile(
    r"Windows|wine|POSIX|Linux|Unix|strace|/bin/ps|fork|runners' bash|desktop-file-utils|appstream|shared-mime-info"
    r"|links want a permission|needs Xvfb|run packaging/build.py first|the library has another name there|makensis"
    r"|the extra `archive` is not installed"
)
"""What a test may lack there: links and signals, tools of Linux alone, what wine hasn't got, or is an extra."""
PARTS = {"gui": ("tests/gui",), "all-else": ("tests", "--ignore=tests/gui")}
"""Two runs, so that one that fails is had again without the other."""
PATIENCE = 3 * 3600
"""Seconds: of a machine that others work on, too."""


@pytest.mark.parametrize("part", PARTS)
def test_the_suite_passes_on_windows(machine: Machine, part: str) -> None:
    done = machine.python("-m", "pytest", "-q", "-n", "0", "-p", "no:randomly", *PARTS[part], timeout=PATIENCE)
    print(done.stdout[-20_000:], done.stderr[-2000:])  # noqa: T201 - for a person to read
    skipped = re.findall(r"^SKIPPED \[\d+\] (\S+): (.*)$", done.stdout, re.MULTILINE)
    assert [(place, reason) for place, reason in skipped if not REASONS.search(reason)] == []
    assert done.returncode == 0
