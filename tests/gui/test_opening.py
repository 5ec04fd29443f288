"""Opening what is not as it should be: open elsewhere, left by a crash, older, stopped in the middle."""

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.articles.clipping import Clipping
from crossquote.gui.application import Application
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.compact import CompactDialog
from crossquote.gui.views.left_work import LeftWork
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work import projects
from crossquote.work.recent import remember
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from gui.opened import open_window, seen_windows
from gui.waiting import settle

TEXT = 'One\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n'
OTHER = 'Two\n\n"We will not open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n'
OLD = Path(__file__).parent.parent / "project" / "files" / "version-1.crossquote"
DYING = """
import os, sys
from pathlib import Path
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work import projects
from crossquote.work.stages.pipeline import add_text
from crossquote.work.session import Session
where = sys.argv[1]
session = projects.new_untitled() if where == "untitled" else Session(project=Project(Path(where), new=True))
finish(add_text(session, sys.argv[2], "first"))
os._exit(9)
"""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home that the program leaves where it dies over work without a name."""
    home = tmp_path_factory.mktemp("left")
    environment = {**os.environ, "CROSSQUOTE_HOME": str(home)}
    subprocess.run([sys.executable, "-c", DYING, "untitled", TEXT], env=environment, check=False)
    return home


@pytest.fixture
def window(qtbot: QtBot) -> Desk:
    """Return the desk of a window that keeps its work, just opened."""
    return open_window(qtbot)


def click(qtbot: QtBot, desk: Desk, button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)


def project_with(path: Path, *texts: str) -> Session:
    session = Session(project=Project(path, new=True))
    for text in texts:
        finish(add_text(session, text, text[:3]))
    return session


def let_go(session: Session) -> None:
    assert session.project is not None
    session.project.close()


@pytest.mark.parametrize("wanted", [True, False])
def test_a_project_that_is_open_elsewhere_is_offered_as_a_copy(
    window: Desk, qtbot: QtBot, tmp_path: Path, *, wanted: bool
) -> None:
    held = project_with(tmp_path / "bridge.crossquote", TEXT, OTHER)
    window.take_in((str(tmp_path / "bridge.crossquote"),))
    settle(qtbot, window)
    (box,) = seen_windows(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text().startswith("bridge.crossquote: the project is open already: ")
    assert "Close it" not in box.text()
    buttons = {button.text().replace("&", ""): button for button in box.buttons()}
    button = buttons["Open a copy" if wanted else "Cancel"]
    assert isinstance(button, QPushButton)
    assert buttons["Open a copy"] is box.defaultButton()
    click(qtbot, window, button)
    assert len(window.bridge.state.articles) == (2 if wanted else 0)
    assert projects.is_untitled(window.bridge.session)
    assert window.shell.windowTitle() == "Crossquote"
    let_go(held)


def test_after_a_crash_the_window_says_what_is_kept(window: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    subprocess.run([sys.executable, "-c", DYING, str(path), TEXT], check=False)
    window.projects.open_path(path)
    settle(qtbot, window)
    (line,) = window.banner.lines
    moment = r"\d\d? \w+ 20\d\d, \d\d:\d\d"
    assert re.match(rf"Crossquote stopped without closing this project \(opened {moment}\)\. ", line)
    assert re.search(rf"Everything up to “Article added” \({moment}\)", line)
    assert len(window.bridge.state.articles) == 1
    window.banner.dismiss()
    let_go(window.bridge.session)
    window.projects.open_path(path)
    settle(qtbot, window)
    assert window.banner.lines == []


@pytest.fixture
def after_a_crash(qtbot: QtBot, left: Path, home: Path) -> tuple[Desk, LeftWork]:
    """Return a window that is opened after the program died over work without a name, and what tells of that."""
    shutil.copytree(left, home, dirs_exist_ok=True)
    desk = open_window(qtbot)
    (part,) = [one for one in desk.shell.start_page.findChildren(LeftWork) if one.isVisible()]
    return desk, part


def test_of_work_without_a_name_it_is_said_after_a_crash_what_it_is(after_a_crash: tuple[Desk, LeftWork]) -> None:
    _, part = after_a_crash
    assert part.told.heading == "Crossquote stopped by itself; your work was kept"
    assert re.fullmatch(r".+ · 1 article · 1 quote · \d\d? \w+ 20\d\d, \d\d:\d\d", part.told.about)
    texts = [label.text() for label in part.findChildren(QLabel)]
    assert texts == [part.told.heading, part.told.about]
    assert part.told.about in part.accessibleName()
    assert [button.text() for button in part.buttons] == ["Open", "Save as…", "Discard…"]


def test_work_without_a_name_is_opened_after_a_crash(after_a_crash: tuple[Desk, LeftWork], qtbot: QtBot) -> None:
    desk, part = after_a_crash
    click(qtbot, desk, part.buttons[0])
    assert len(desk.bridge.state.articles) == 1
    assert desk.banner.lines[0].startswith("Crossquote stopped without closing")


def test_work_without_a_name_is_saved_after_a_crash(
    after_a_crash: tuple[Desk, LeftWork], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, part = after_a_crash
    target = tmp_path / "bridge.crossquote"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    click(qtbot, desk, part.buttons[1])
    assert desk.bridge.state.articles == {}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(qtbot, desk, part.buttons[1])
    assert len(desk.bridge.state.articles) == 1
    assert desk.shell.windowTitle() == "bridge – Crossquote"
    assert target.is_file()
    assert projects.recoverable() == ()


def test_work_without_a_name_is_discarded_after_a_question(after_a_crash: tuple[Desk, LeftWork], qtbot: QtBot) -> None:
    desk, part = after_a_crash
    for answer, left in (("Cancel", 1), ("Discard", 0)):
        QTest.mouseClick(part.buttons[2], Qt.MouseButton.LeftButton)
        (box,) = seen_windows(QMessageBox)
        assert part.told.about in box.informativeText()
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        (button,) = [one for one in box.buttons() if one.text().replace("&", "") == answer]
        click(qtbot, desk, button)
        assert len(projects.recoverable()) == left
        seen = [one for one in desk.shell.start_page.findChildren(LeftWork) if one.isVisible()]
        assert len(seen) == left


def test_a_project_that_was_open_in_a_crash_is_marked_among_the_recent_ones(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    subprocess.run([sys.executable, "-c", DYING, str(path), TEXT], check=False)
    remember(path)
    desk = open_window(qtbot)
    (button,) = [one for one in desk.shell.start_page.findChildren(QPushButton) if one.text().startswith("bridge")]
    assert button.text() == "bridge, open when Crossquote stopped by itself"
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert desk.shell.windowTitle() == "bridge – Crossquote"


def test_a_recent_project_is_offered_with_its_folder_and_its_day(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "drawer" / "bridge.crossquote"
    path.parent.mkdir()
    path.write_bytes(b"")
    noon = datetime(2026, 3, 14, 12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))
    remember(path)
    desk = open_window(qtbot)
    (button,) = [one for one in desk.shell.start_page.findChildren(QPushButton) if one.text().startswith("bridge")]
    assert button.text().startswith("bridge · drawer · ")
    assert "Mar 2026" in button.text()


def test_a_project_whose_drive_is_away_is_offered_as_not_there_now(qtbot: QtBot, tmp_path: Path) -> None:
    remember(tmp_path / "stick" / "bridge.crossquote")
    desk = open_window(qtbot)
    (button,) = [one for one in desk.shell.start_page.findChildren(QPushButton) if one.text().startswith("bridge")]
    assert button.text() == "bridge · stick, not there now"
    button.click()
    settle(qtbot, desk)
    assert "bridge" in desk.banner.lines[0]


def test_an_older_project_says_that_it_was_brought_up_to_date(window: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "dam.crossquote"))
    window.projects.open_path(path)
    settle(qtbot, window)
    assert "kept as dam.crossquote.version-1" in window.banner.lines[0]
    assert len(window.bridge.state.articles) == 3


def test_work_that_was_stopped_in_the_middle_is_gone_on_with(window: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    session = project_with(path, TEXT)
    work = add_text(session, OTHER, "two")
    while len(session.state.articles) < 2:
        next(work)
    work.close()
    assert session.state.unfinished
    let_go(session)
    window.projects.open_path(path)
    settle(qtbot, window)
    assert "goes on now" in window.banner.lines[0]
    assert not window.bridge.state.unfinished
    assert max(len(one.renditions) for one in window.bridge.state.utterances.values()) == 2
    assert window.bridge.session.project is not None
    assert window.bridge.session.project.state() == window.bridge.state


def test_what_could_be_done_again_is_not_forgotten_by_going_on(window: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    session = project_with(path)
    work = add_text(session, TEXT, "one")
    while not session.state.articles:
        next(work)
    work.close()
    finish(add_text(session, OTHER, "two"))
    session.undo()
    assert session.state.unfinished
    let_go(session)
    window.projects.open_path(path)
    settle(qtbot, window)
    assert "Compare again" in window.banner.lines[0]
    assert "not all compared yet" in window.shell.counts.text()
    assert window.shell.actions_by_id["redo"].text() == "R&edo “Article added”"
    window.shell.actions_by_id["again"].trigger()
    settle(qtbot, window)
    assert not window.bridge.state.unfinished
    assert "not all compared yet" not in window.shell.counts.text()


def test_work_without_a_name_stays_when_a_project_is_opened(window: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    window.take_in(Clipping(TEXT))
    settle(qtbot, window)
    let_go(project_with(tmp_path / "bridge.crossquote", OTHER))
    window.projects.open_path(tmp_path / "bridge.crossquote")
    settle(qtbot, window)
    assert "Open recent" in window.banner.lines[0]
    (left,) = projects.recoverable()
    assert not left.crashed


def test_compacting_says_what_it_did(window: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    let_go(project_with(tmp_path / "bridge.crossquote", TEXT, OTHER))
    window.projects.open_path(tmp_path / "bridge.crossquote")
    settle(qtbot, window)
    window.shell.actions_by_id["compact"].trigger()
    qtbot.waitUntil(lambda: bool(seen_windows(CompactDialog)))
    (dialog,) = seen_windows(CompactDialog)
    assert isinstance(dialog, CompactDialog)
    QTest.keyClick(dialog.forget, Qt.Key.Key_Space)
    click(qtbot, window, dialog.give)
    assert window.shell.counts.text().startswith("Compacted: ")
    assert not window.shell.actions_by_id["undo"].isEnabled()
    window.shell.actions_by_id["steps"].trigger()
    settle(qtbot, window)
    assert len(window.bridge.state.articles) == 2


def test_a_file_that_the_system_hands_over_is_opened(
    qapp: Application, window: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    let_go(project_with(tmp_path / "bridge.crossquote", TEXT))
    (tmp_path / "news.txt").write_text(OTHER, encoding="utf-8")
    QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "bridge.crossquote")))
    (early,) = qapp.take_files()
    qapp.files_arrived.connect(window.take_in)
    window.take_in((early,))
    settle(qtbot, window)
    QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "news.txt")))
    settle(qtbot, window)
    assert window.shell.windowTitle() == "bridge – Crossquote"
    assert len(window.bridge.state.articles) == 2
    qapp.files_arrived.disconnect(window.take_in)


def test_what_is_wished_while_a_project_is_opened_is_done_to_that_project(
    window: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    crashes = set(tmp_path.parent.glob("**/crash-*.txt"))
    other = Session(project=Project(tmp_path / "bridge.crossquote", new=True))
    finish(add_text(other, TEXT, "first"))
    assert other.project is not None
    other.project.close()
    (tmp_path / "second.txt").write_text(OTHER, encoding="utf-8")
    window.projects.open_path(tmp_path / "bridge.crossquote")
    window.intake.add([tmp_path / "second.txt"])
    window.bridge.undo()
    window.bridge.redo()
    settle(qtbot, window)
    assert window.bridge.session.project is not None
    assert window.bridge.session.project.path == tmp_path / "bridge.crossquote"
    assert len(window.bridge.state.articles) == 2
    assert set(tmp_path.parent.glob("**/crash-*.txt")) == crashes


def test_a_name_that_was_chosen_is_given_to_the_work_it_was_chosen_for(
    window: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    window.intake.add_text(OTHER, "second")
    settle(qtbot, window)
    projects.save_as(other := Session(), tmp_path / "bridge.crossquote")
    assert other.project is not None
    other.project.close()
    window.projects.open_path(tmp_path / "bridge.crossquote")
    window.projects._save_to(tmp_path / "mine.crossquote", window.projects._say_saved)
    settle(qtbot, window)
    assert window.bridge.session.project is not None
    assert window.bridge.session.project.path == tmp_path / "bridge.crossquote"
    assert not window.bridge.state.articles
    with projects.read_project(tmp_path / "mine.crossquote") as saved:
        assert [article.outlet for article in saved.state.articles.values()] == ["Second"]
