"""The user's session ends: what is open is let go of, so that the next start takes it for no crash."""

import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crossquote.gui.application import Application
from crossquote.gui.desk import Desk
from crossquote.gui.frames import Frames
from crossquote.gui.interrupt import Interrupts
from crossquote.model.state import State
from crossquote.project.store import Project, was_left_open


@pytest.mark.loopback  # Windows makes a pair of sockets of it
def test_what_is_open_is_let_go_of_before_the_system_ends_the_program(
    desk: Desk, qapp: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "bridge.crossquote"
    project = Project(path, new=True)
    project.keep(State(), desk.bridge.state)
    desk.bridge.session.project = project
    frames = Frames(qapp)
    frames.adopt(desk)
    qapp.commitDataRequest.emit(None)
    assert getattr(desk.bridge.session, "project", project) is None
    assert not was_left_open(path)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    qtbot.waitUntil(lambda: not isValid(desk.shell))
    frames.deleteLater()


@pytest.mark.loopback  # Windows makes a pair of sockets of it
def test_what_listens_for_signals_is_closed_with_its_window(qtbot: QtBot) -> None:
    owner = QObject()
    listening = Interrupts(owner)
    read, write = listening.install()
    owner.deleteLater()
    qtbot.waitUntil(lambda: read.fileno() == write.fileno() == -1)
    assert signal.set_wakeup_fd(-1) == -1
