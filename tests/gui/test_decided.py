"""What the user decided or wrote while other work was under way is kept, also where that work is stopped."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crossquote.gui.application import Application
from crossquote.gui.controllers import projects
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.frames import Frames
from crossquote.message import message
from crossquote.model.translation import SentenceKey
from crossquote.project.place import Place
from crossquote.project.store import Project
from crossquote.work.edits.own_versions import Offered
from crossquote.work.projects import open_project, save_as
from gui.opened import open_on_two, seen_windows
from gui.waiting import PATIENCE, held_up, settle

_WORDS = "What they said then is on page 12 of the minutes."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """Return the desk of a window whose work has a name."""
    desk = open_on_two(qtbot, tmp_path)
    save_as(desk.bridge.session, tmp_path / "bridge.crossquote")
    return desk


def write(ask: Callable[[], object]) -> None:
    """Answer a question in words."""
    ask()
    (dialog,) = seen_windows(AskDialog)
    assert dialog.words is not None
    dialog.words.setPlainText(_WORDS)
    dialog.give.click()


def busy(desk: Desk) -> Event:
    """Let a window be at work until what is returned is set, or it is stopped."""
    gate = Event()
    desk.bridge.run(message("window.job.reading"), held_up(gate))
    return gate


def test_a_note_is_kept_where_what_it_waits_for_is_stopped(desk: Desk, qtbot: QtBot) -> None:
    busy(desk)
    write(desk.review.note_utterance)
    desk.shell.actions_by_id["stop"].trigger()
    settle(qtbot, desk)
    assert [note.text for note in desk.bridge.state.notes.values()] == [_WORDS]


def test_a_project_that_was_to_be_saved_is_saved(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "other.crossquote"
    monkeypatch.setattr(projects, "ask_place", lambda *_: target)
    busy(desk)
    desk.projects.save_as()
    desk.shell.actions_by_id["stop"].trigger()
    settle(qtbot, desk)
    assert target.is_file()
    assert desk.bridge.session.project is not None
    assert desk.bridge.session.project.path == target


def test_what_was_really_said_is_kept_and_compared_later(desk: Desk, qtbot: QtBot) -> None:
    busy(desk)
    write(desk.review.give_reference)
    desk.shell.actions_by_id["stop"].trigger()
    settle(qtbot, desk)
    assert set(desk.bridge.state.references.values()) == {_WORDS}
    assert desk.bridge.state.unfinished


def test_an_article_that_was_written_is_kept(desk: Desk, qtbot: QtBot) -> None:
    busy(desk)
    desk.intake.add_text(f"“{_WORDS}” said Ada Lindqvist.", "By hand")
    desk.shell.actions_by_id["stop"].trigger()
    settle(qtbot, desk)
    assert "By hand" in [article.outlet for article in desk.bridge.state.articles.values()]


def test_files_that_were_to_be_read_are_left(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text(f"“{_WORDS}” said Ada Lindqvist.", encoding="utf-8")
    busy(desk)
    desk.intake.add([path])
    desk.shell.actions_by_id["stop"].trigger()
    settle(qtbot, desk)
    assert len(desk.bridge.state.articles) == 2


def close_after_question(desk: Desk) -> None:
    desk.shell.close()
    QApplication.processEvents()
    (box,) = seen_windows(QMessageBox)
    box.accept()


def end_session(desk: Desk) -> None:
    desk.leaving.end_session()


@pytest.mark.parametrize("leave", [close_after_question, end_session])
def test_a_note_is_kept_where_the_window_is_closed(
    desk: Desk, qtbot: QtBot, tmp_path: Path, leave: Callable[[Desk], None]
) -> None:
    busy(desk)
    write(desk.review.note_utterance)
    leave(desk)
    qtbot.waitUntil(lambda: not isValid(desk.shell) or not desk.shell.isVisible(), timeout=PATIENCE)
    assert notes_in(tmp_path / "bridge.crossquote") == [_WORDS]


def notes_in(path: Path) -> list[str]:
    """Return what the notes in a project say."""
    session = open_project(path)
    assert session.project is not None
    session.project.close()
    return [note.text for note in session.state.notes.values()]


def test_a_note_written_while_another_project_opens_is_kept_where_it_was_written(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.crossquote"
    Project(other, new=True).close()
    gate = busy(desk)
    desk.projects.open_path(other)
    desk.intake.add([tmp_path / "one.txt"])
    write(desk.review.note_utterance)
    write(desk.review.give_reference)
    gate.set()
    settle(qtbot, desk)
    project = desk.bridge.session.project
    assert project is not None
    assert project.path == other
    assert not desk.bridge.state.notes
    assert len(desk.bridge.state.articles) == 1
    assert notes_in(tmp_path / "bridge.crossquote") == [_WORDS]


def asked(desk: Desk) -> AskDialog:
    """Begin to write a note."""
    desk.review.note_utterance()
    (dialog,) = seen_windows(AskDialog)
    assert dialog.words is not None
    dialog.words.setPlainText(_WORDS)
    return dialog


@pytest.fixture
def frames(qapp: Application, desk: Desk) -> Iterator[Frames]:
    """Return the windows of the program: one."""
    frames = Frames(qapp)
    frames.adopt(desk)
    yield frames
    for one in tuple(frames.desks):
        one.leaving.at_once()
    frames.deleteLater()


def test_a_window_is_not_made_anew_under_a_note_that_is_being_written(frames: Frames, desk: Desk, qtbot: QtBot) -> None:
    """Another language was chosen while files were read: the window waited for those, and then took the note along."""
    gate = busy(desk)
    desk.preferences.spoken.emit()
    dialog = asked(desk)
    gate.set()
    settle(qtbot, desk)
    assert frames.desks == [desk]
    dialog.give.click()
    qtbot.waitUntil(lambda: frames.desks != [desk], timeout=PATIENCE)
    settle(qtbot, frames.desks[0])
    assert [note.text for note in frames.desks[0].bridge.state.notes.values()] == [_WORDS]


def test_a_project_that_the_system_opens_waits_for_a_note_that_is_being_written(
    frames: Frames, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.crossquote"
    Project(other, new=True).close()
    dialog = asked(desk)
    frames.take_in((str(other),))
    settle(qtbot, desk)
    dialog.give.click()
    qtbot.waitUntil(lambda: bool(desk.bridge.session.project and desk.bridge.session.project.path == other))
    assert not desk.bridge.state.notes
    assert notes_in(tmp_path / "bridge.crossquote") == [_WORDS]


def test_a_note_that_was_written_can_be_thrown_away(desk: Desk, qtbot: QtBot) -> None:
    """The answer to the question asked it again, without end."""
    dialog = asked(desk)
    dialog.reject()
    (box,) = seen_windows(QMessageBox)
    box.accept()
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    assert not seen_windows(QMessageBox)
    assert not desk.bridge.state.notes


def test_an_article_that_was_written_is_not_thrown_away_by_a_key(desk: Desk, qtbot: QtBot) -> None:
    desk.intake.write()
    (dialog,) = seen_windows(TextDialog)
    dialog.words.setPlainText(_WORDS)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    (box,) = seen_windows(QMessageBox)
    box.reject()
    assert dialog.words.toPlainText() == _WORDS
    dialog.close()
    (box,) = seen_windows(QMessageBox)
    box.accept()
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    desk.intake.write()
    (dialog,) = seen_windows(TextDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_translations_that_were_written_are_not_thrown_away_by_a_key(desk: Desk, qtbot: QtBot) -> None:
    desk.translations.edit([Offered(SentenceKey("Wir bleiben.", "de", "en"), "a", None)])
    (dialog,) = seen_windows(VersionsDialog)
    dialog.rows[0].edit.setPlainText(_WORDS)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    (box,) = seen_windows(QMessageBox)
    box.accept()
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    assert not desk.bridge.state.sentences


def move_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths of projects lead elsewhere by now; Windows renames no file that is open."""
    monkeypatch.setattr(Place, "holds", lambda _: False)


@pytest.mark.parametrize(
    "begin", [lambda desk: desk.review.note_utterance(), lambda desk: desk.review.give_reference()]
)
def test_words_that_could_not_be_kept_are_given_back(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, begin: Callable[[Desk], None]
) -> None:
    """The project is gone, its disk full: the dialog was closed, and the words were nowhere."""
    with monkeypatch.context() as away:
        move_away(away)
        write(partial(begin, desk))
        settle(qtbot, desk)
    (dialog,) = seen_windows(AskDialog)
    assert dialog.text == _WORDS
    assert dialog.is_written
    dialog.give.click()
    settle(qtbot, desk)
    state = desk.bridge.state
    assert _WORDS in {*state.references.values(), *(note.text for note in state.notes.values())}


def test_esc_and_enter_throw_nothing_away(desk: Desk) -> None:
    desk.review.note_utterance()
    (dialog,) = seen_windows(AskDialog)
    dialog.write(_WORDS)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    (box,) = seen_windows(QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert seen_windows(QMessageBox) == []
    assert seen_windows(AskDialog) == [dialog]
    assert dialog.text == _WORDS


def test_an_article_that_could_not_be_kept_is_given_back(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_away(monkeypatch)
    desk.intake.add_text(f"“{_WORDS}” said Ada Lindqvist.", "By hand")
    settle(qtbot, desk)
    (dialog,) = seen_windows(TextDialog)
    assert dialog.words.toPlainText() == f"“{_WORDS}” said Ada Lindqvist."
    assert dialog.outlet.text() == "By hand"


def test_translations_that_could_not_be_kept_are_given_back(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_away(monkeypatch)
    article = next(iter(desk.bridge.state.articles))
    desk.translations.edit([Offered(SentenceKey("Wir bleiben.", "de", "en"), article, None)])
    (dialog,) = seen_windows(VersionsDialog)
    dialog.rows[0].edit.setPlainText(_WORDS)
    dialog.keep.click()
    settle(qtbot, desk)
    (dialog,) = seen_windows(VersionsDialog)
    assert list(dialog.versions.values()) == [_WORDS]
