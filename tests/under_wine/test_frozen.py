"""What packaging/build.py freezes on Windows: its files have owners, and it tests itself."""

from pathlib import Path

import pytest

from under_wine.machine import Machine

pytestmark = pytest.mark.windows


def test_what_is_inside_is_accounted_for(machine: Machine, program: Path) -> None:
    assert (program / "Crossquote.exe").is_file()
    done = machine.python("-m", "pytest", "-q", "-n", "0", "-m", "packaging", "tests/packaging/test_built.py")
    print(done.stdout[-8000:])  # noqa: T201 - for a person to read
    assert done.returncode == 0
