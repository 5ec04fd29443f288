"""Every door by which a project is left: none of them closes it while a step of some work still goes on in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.application import Application
from crossquote.gui.controllers import leaving
from crossquote.gui.desk import Desk
from crossquote.gui.frames import Frames
from crossquote.work.session import Session
from gui.opened import open_window, seen_windows
from gui.waiting import Lasting, settle

TEXT = "The bridge\n\n“We will open the old bridge before winter,” said Mayor Ada Lindqvist.\n"


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Return the desk of a window that keeps its work, with an article read."""
    desk = open_window(qtbot)
    desk.intake.add_text(TEXT, "Coast")
    settle(qtbot, desk)
    return desk


def ask(desk: Desk, qtbot: QtBot) -> QMessageBox:
    """Close the window, and return what it asks."""
    desk.shell.close()
    qtbot.waitUntil(lambda: bool(seen_windows(QMessageBox)))
    (box,) = seen_windows(QMessageBox)
    return box


def stop_and_close(desk: Desk, qtbot: QtBot) -> None:
    box = ask(desk, qtbot)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    next(one for one in box.buttons() if one.text().replace("&", "") == "Stop and close").click()


def discard(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(seen_windows(QMessageBox)))
    (box,) = seen_windows(QMessageBox)
    box.button(QMessageBox.StandardButton.Discard).click()


def test_what_begins_while_it_is_asked_ends_before_work_is_discarded(desk: Desk, qtbot: QtBot) -> None:
    lasting, project = Lasting(), desk.bridge.session.project
    ask(desk, qtbot)
    lasting.begin(desk, qtbot)
    discard(qtbot)
    qtbot.waitUntil(lambda: not desk.shell.isVisible())
    assert lasting.open_at_its_end == [True]
    assert project is not None
    assert not project.path.exists()


def test_what_one_job_leads_to_is_stopped_too_before_anything_is_asked(desk: Desk, qtbot: QtBot) -> None:
    """A project is begun, and then the sample read in it: the second began under the question what to do with it."""
    lasting, first = Lasting(), Lasting()
    desk.bridge.edit(first.work).then(lambda _: desk.bridge.edit(lasting.work))
    qtbot.waitUntil(first.begun.is_set)
    stop_and_close(desk, qtbot)
    qtbot.waitUntil(lambda: bool(seen_windows(QMessageBox)))
    assert desk.bridge.asked_for is None
    discard(qtbot)
    qtbot.waitUntil(lambda: not desk.shell.isVisible())
    assert lasting.open_at_its_end in ([], [True])


@pytest.mark.parametrize("door", ["at_once", "end_session"])
def test_nothing_is_let_go_of_under_a_step_that_takes_longer_than_closing_waits(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    monkeypatch.setattr(leaving, "_PATIENCE", 20)
    lasting = Lasting()
    lasting.begin(desk, qtbot)
    getattr(desk.leaving, door)()
    qtbot.waitUntil(lambda: not desk.shell.isVisible())
    assert lasting.open_at_its_end == [True]
    assert desk.bridge.session.project is None


def test_letting_go_waits_for_what_began_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    lasting = Lasting()
    assert desk.bridge.jobs.wait(10_000)
    lasting.begin(desk, qtbot)
    desk.projects.let_go()
    assert lasting.open_at_its_end == [True]
    assert desk.bridge.session.project is None


@pytest.fixture
def frames(qapp: Application, desk: Desk) -> Iterator[Frames]:
    """Return the windows of the program: one."""
    frames = Frames(qapp)
    frames.adopt(desk)
    yield frames
    frames.deleteLater()


def test_another_language_is_spoken_when_what_came_of_work_is_taken(frames: Frames, desk: Desk, qtbot: QtBot) -> None:
    """The old window closed what the new one had open, where another project was begun meanwhile."""
    began = list[Session]()
    lasting = Lasting()
    lasting.begin(desk, qtbot)
    desk.projects.begin(lambda: began.append(desk.bridge.session))
    desk.preferences.spoken.emit()
    qtbot.waitUntil(lambda: frames.desks != [desk])
    (now,) = frames.desks
    assert lasting.open_at_its_end == [True]
    assert now.bridge.session is began[0]
    assert now.bridge.session.project is not None
    now.leaving.at_once()
