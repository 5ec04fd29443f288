"""A bug makes a report that says where it happened and nothing of what the user has open."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.crash import write_report
from crossquote.gui.desk import Desk
from crossquote.message import SILENCE, verbatim
from crossquote.progress import Step, Work


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
    (box,) = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert "you can go on working" in box.informativeText()
    assert list((home / "logs").glob("crash-*.txt"))
    box.close()
    assert desk.utterances.model.rowCount() == 3
