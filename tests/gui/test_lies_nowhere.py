"""What lies in no file that is still there is not closed without a word: it would be gone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crossquote.gui.desk import Desk
from crossquote.gui.words import say
from crossquote.work.projects import lies_nowhere, open_project, recoverable, save_as
from gui.opened import open_on_two, seen_windows
from gui.waiting import PATIENCE, settle


def gone(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the project into the bin, as one who pulls its drive does; Windows removes no file that is open."""
    path = tmp_path / "bridge.crossquote"
    save_as(desk.bridge.session, path)
    try:
        path.unlink()
    except PermissionError:
        monkeypatch.setattr(desk.bridge.session.project, "is_there", lambda: False)


def kept_nowhere(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - as the other
    """Have no file, as where the folder of work without a name can't be written."""
    project = desk.bridge.session.project
    assert project is not None
    desk.bridge.session.project = None
    project.close()
    for left in recoverable():
        left.path.unlink()


Lose = Callable[[Desk, Path, pytest.MonkeyPatch], None]
LOST = pytest.mark.parametrize("lose", [gone, kept_nowhere])


@LOST
def test_closing_asks_and_saves(qtbot: QtBot, tmp_path: Path, lose: Lose, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, saved = open_on_two(qtbot, tmp_path), tmp_path / "saved.crossquote"
    lose(desk, tmp_path, monkeypatch)
    desk.shell.close()
    QApplication.processEvents()
    (box,) = seen_windows(QMessageBox)
    assert box.informativeText() == say("window.projects.lies-nowhere")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    box.button(QMessageBox.StandardButton.Save).click()
    qtbot.waitUntil(lambda: not isValid(desk.shell) or not desk.shell.isVisible(), timeout=PATIENCE)
    session = open_project(saved)
    assert session.project is not None
    session.project.close()
    assert len(session.state.articles) == 2


@LOST
def test_opening_another_asks_first(qtbot: QtBot, tmp_path: Path, lose: Lose, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_on_two(qtbot, tmp_path)
    lose(desk, tmp_path, monkeypatch)
    desk.projects.begin()
    settle(qtbot, desk)
    (box,) = seen_windows(QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    settle(qtbot, desk)
    assert len(desk.bridge.state.articles) == 2


@LOST
def test_it_is_there_the_next_time_where_nobody_can_be_asked(
    qtbot: QtBot, tmp_path: Path, lose: Lose, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_on_two(qtbot, tmp_path)
    lose(desk, tmp_path, monkeypatch)
    desk.leaving.at_once()
    (left,) = recoverable()
    assert left.articles == 2


def test_a_project_that_is_there_closes_without_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_on_two(qtbot, tmp_path)
    save_as(desk.bridge.session, tmp_path / "bridge.crossquote")
    assert not lies_nowhere(desk.bridge.session)
    desk.shell.close()
    QApplication.processEvents()
    assert not seen_windows(QMessageBox)


def test_one_that_was_closed_has_kept_all(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_on_two(qtbot, tmp_path)
    session = desk.bridge.session
    assert session.project is not None
    session.project.close()
    assert not lies_nowhere(session)
    desk.projects.let_go()
