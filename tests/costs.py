"""What a project costs, in a process of its own: to open it, and to read it or to take its last step back."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import Struct

needs_costs = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process took of its own")
_ASKED = """
import re, sys, time
from pathlib import Path
from crossquote.errors import UserError
from crossquote.project.store import Project

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1))

before, began = peak(), time.process_time()
try:
    project = Project(Path(sys.argv[1]))
    for deed in sys.argv[2:]:
        getattr(project, deed)()
    said = "opened"
    project.close()
except UserError as error:
    said = error.message.code
print(said, peak() - before, time.process_time() - began)
"""


class Cost(Struct, frozen=True):
    """What came of it, the code of an error or "opened"; the megabytes that it took and the seconds."""

    said: str
    megabytes: float
    seconds: float


def cost(path: Path, *deeds: str) -> Cost:
    """Return what it costs to open a project and do some `deeds` with it."""
    asked = subprocess.run([sys.executable, "-c", _ASKED, path, *deeds], capture_output=True, text=True, check=True)
    said, kilobytes, seconds = asked.stdout.split()
    return Cost(said, int(kilobytes) / 1024, float(seconds))


def see_refused(path: Path, *deeds: str, code: str = "error.project-too-big", seconds: float = 10) -> None:
    """See that a project is refused, and that this costs as little as SECURITY.md says."""
    asked = cost(path, *deeds)
    assert asked.said == code
    assert asked.megabytes < 200
    assert asked.seconds < seconds
