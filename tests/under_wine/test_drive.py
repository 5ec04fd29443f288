"""A drive vanishes while a project on it is open: it is told, nothing is lost, and the work goes on elsewhere."""

import subprocess
from pathlib import Path

import pytest

from under_wine.machine import Machine
from under_wine.windows import WINE

pytestmark = pytest.mark.windows

WORKING = """
import sys
from pathlib import Path
from crossquote.errors import UserError
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.projects import open_project, save_as
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

session = Session(project=Project(Path("v:/bridge.crossquote"), new=True))
finish(add_text(session, '"We will open the bridge on Monday," Mayor Ada Lindqvist said.', "first"))
print("open", flush=True)
sys.stdin.readline()
try:
    finish(add_text(session, '"We will not open the bridge," Mayor Ada Lindqvist said.', "second"))
except UserError as error:
    print(error.message.code, flush=True)
save_as(session, Path(sys.argv[1]))
session.project.close()
print(len(open_project(Path(sys.argv[1])).state.articles), flush=True)
"""


def test_work_goes_on_elsewhere(machine: Machine, tmp_path: Path) -> None:
    drive, letter = tmp_path / "drive", machine.windows.letters / "v:"
    drive.mkdir()
    letter.unlink(missing_ok=True)
    letter.symlink_to(drive)
    command = [WINE, str(machine.interpreter), "-c", WORKING, str(tmp_path / "elsewhere.crossquote")]
    with subprocess.Popen(
        command,
        env=machine.windows.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as working:
        assert working.stdout is not None
        assert working.stdout.readline().strip() == "open"
        letter.unlink()
        drive.rename(tmp_path / "gone")
        said, complaint = working.communicate("go\n", timeout=300)
    assert complaint == ""
    told, articles = said.split()
    assert told == "error.project-gone"
    assert int(articles) >= 1
