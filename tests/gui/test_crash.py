"""A bug makes a report that says where it happened and nothing of what the user has open."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.crash import write_report
from crossquote.gui.desk import Desk
from crossquote.message import SILENCE, verbatim
from crossquote.progress import Step, Work
from gui.opened import seen_windows


def broken(text: str) -> Work[None]:
    yield Step(0, 1, verbatim("Breaking"))
    raise ValueError(text)


def test_a_report_names_the_place_but_no_text(tmp_path: Path) -> None:
    try:
        next(work := broken("what the minister said"))
        next(work)
    except ValueError as error:
        path = write_report(error, tmp_path / "logs")
    assert path is not None
    report = path.read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "in broken" in report
    assert "minister" not in report


def test_a_bug_in_the_work_is_told_and_work_goes_on(desk: Desk, qtbot: QtBot, home: Path) -> None:
    desk.bridge.run(SILENCE, broken("secret"))
    qtbot.waitUntil(lambda: desk.bridge.jobs.current is None)
    (box,) = seen_windows(QMessageBox)
    assert "you can go on working" in box.informativeText()
    assert list((home / "logs").glob("crash-*.txt"))
    box.close()
    assert desk.utterances.model.rowCount() == 3


def test_a_report_starts_no_other_program(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from crossquote.gui.crash import write_report
started = []
sys.addaudithook(lambda event, _: started.append(event) if event in STARTING else None)
STARTING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork"}
path = write_report(ValueError(), Path(sys.argv[1]))
assert path is not None
assert sys.platform in path.read_text(encoding="utf-8")
sys.exit(", ".join(started) or 0)
"""
    made = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stderr) == (0, "")


def test_a_bug_that_comes_back_without_end_buries_nothing(desk: Desk, home: Path) -> None:
    for _ in range(60):
        desk.crashes.report(ValueError())
    (box,) = seen_windows(QMessageBox)
    box.close()
    assert len(list((home / "logs").glob("crash-*.txt"))) == 20
    desk.crashes.report(ValueError())
    assert seen_windows(QMessageBox) == []
