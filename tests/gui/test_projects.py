"""Project files by the menu: every step is kept, comes back after reopening, and can be taken back."""

from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.message import message
from crossquote.model.review import Verdict
from crossquote.project.store import Project
from crossquote.text.one_source import Trace, trace_of
from crossquote.work.edits.articles import remove_articles
from crossquote.work.left_at import left_at
from crossquote.work.projects import open_project
from crossquote.work.recent import forget_recent
from crossquote.work.stages.pipeline import add_text
from gui.opened import open_on_two, seen_windows
from gui.waiting import held_up, settle


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Desk:
    """Return the desk of a window that keeps its work, with two articles read."""
    return open_on_two(qtbot, tmp_path)


def boxes() -> list[QMessageBox]:
    return seen_windows(QMessageBox)


def test_a_verdict_can_be_taken_back_by_its_name(kept: Desk, qtbot: QtBot) -> None:
    shared = next(key for key, found in kept.bridge.state.utterances.items() if len(found.renditions) > 1)
    kept.utterances.select(shared)
    card = next(card for card in kept.comparison.board.cards if not card.data.base)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    card_outlet = card.data.outlet
    kept.comparison.judge_current(Verdict.DISTORTED)
    settle(qtbot, kept)
    undo = kept.shell.actions_by_id["undo"]
    assert undo.text() == f"&Undo “{card_outlet} marked as distorted”"
    undo.trigger()
    settle(qtbot, kept)
    assert not kept.bridge.state.verdicts
    assert kept.shell.actions_by_id["redo"].text() == f"R&edo “{card_outlet} marked as distorted”"
    kept.shell.actions_by_id["redo"].trigger()
    settle(qtbot, kept)
    assert [said.verdict for said in kept.bridge.state.verdicts.values()] == [Verdict.DISTORTED]


def test_undo_and_redo_in_a_burst_each_have_their_turn(kept: Desk, qtbot: QtBot) -> None:
    shared = next(key for key, found in kept.bridge.state.utterances.items() if len(found.renditions) > 1)
    kept.utterances.select(shared)
    QTest.mouseClick(
        next(card for card in kept.comparison.board.cards if not card.data.base), Qt.MouseButton.LeftButton
    )
    undo, redo = (kept.shell.actions_by_id[name] for name in ("undo", "redo"))
    kept.comparison.judge_current(Verdict.DISTORTED)
    for action in (undo, redo, undo, redo):
        assert action.isEnabled(), "what is asked for before is done before"
        action.trigger()
    settle(qtbot, kept)
    assert [said.verdict for said in kept.bridge.state.verdicts.values()] == [Verdict.DISTORTED]
    assert not redo.isEnabled()


def test_what_could_not_be_read_is_told_of_its_own_project_alone(kept: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    kept.take_in((str(tmp_path / "empty.txt"), str(tmp_path / "one.txt")))
    settle(qtbot, kept)
    assert [line.partition(" ")[0] for line in kept.banner.lines] == ["1", "empty.txt:"]
    kept.shell.actions_by_id["close"].trigger()
    settle(qtbot, kept)
    assert not kept.bridge.state.articles
    assert not any("empty.txt" in line or "open already" in line for line in kept.banner.lines)
    assert not kept.shell.actions_by_id["unread"].isEnabled()


def test_saved_work_is_there_when_it_is_opened_again(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bridge.crossquote"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    kept.shell.actions_by_id["save"].trigger()
    settle(qtbot, kept)
    assert kept.shell.windowTitle() == "bridge – Crossquote"
    before = kept.bridge.state
    kept.shell.close()
    qtbot.waitUntil(lambda: not kept.shell.isVisible(), timeout=10_000)
    session = open_project(target)
    assert session.state == before
    assert session.project is not None
    session.project.close()


@pytest.mark.parametrize("deed", ["save", "memory"])
def test_where_the_ending_is_added_no_file_is_written_over_without_a_word(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    """The system asked whether "bridge" is to be replaced, which was not there; "bridge.crossquote" was."""
    target = tmp_path / ("bridge.crossquote" if deed == "save" else "bridge.tmx")
    target.write_bytes(b"")
    answers = iter([str(target.with_suffix("")), ""])
    offered: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kind: str) -> tuple[str, str]:
        offered.append(path)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    (kept.shell.actions_by_id["save"].trigger if deed == "save" else kept.translations.ask_export)()
    settle(qtbot, kept)
    assert offered[1:] == [str(target)]
    assert target.read_bytes() == b""


def test_a_dropped_project_is_opened(kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "bridge.crossquote"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    kept.shell.actions_by_id["save-as"].trigger()
    settle(qtbot, kept)
    copy = tmp_path / "copy.crossquote"
    copy.write_bytes(target.read_bytes())
    looking = list[Thread]()

    def look_through(text: str) -> Trace:
        looking.append(current_thread())
        return trace_of(text)

    monkeypatch.setattr("crossquote.work.copies.trace_of", look_through)
    kept.take_in((str(copy),))
    settle(qtbot, kept)
    assert len(looking) == 2
    assert main_thread() not in looking, "the window would stand still as long"
    assert kept.shell.windowTitle() == "copy – Crossquote"
    assert len(kept.bridge.state.articles) == 2
    assert kept.utterances.model.rowCount() > 0


def test_what_is_dropped_is_looked_at_in_its_turn_and_holds_nothing_up(
    kept: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """Of 10,000 paths each was looked at before the window went on, on another machine too."""
    gate = Event()
    kept.bridge.run(message("window.job.comparing"), held_up(gate))
    dropped = tmp_path / "bridge"
    kept.take_in((str(tmp_path / "gone.txt"), str(dropped)))
    Project(dropped, new=True).close()
    gate.set()
    settle(qtbot, kept)
    project = kept.bridge.session.project
    assert project is not None
    assert project.path == dropped
    assert "Opened bridge alone: a project takes the place of what is open." in kept.banner.lines
    assert not kept.intake.unread


def test_work_whose_articles_were_all_taken_out_is_asked_about_too(kept: Desk, qtbot: QtBot) -> None:
    """A click on Delete too many, and closing: nothing could bring them back."""
    kept.bridge.edit(lambda session: remove_articles(session, tuple(session.state.articles)))
    settle(qtbot, kept)
    assert not kept.bridge.state.articles
    kept.shell.close()
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    box.button(QMessageBox.StandardButton.Cancel).click()
    kept.shell.actions_by_id["undo"].trigger()
    settle(qtbot, kept)
    assert len(kept.bridge.state.articles) == 2


@pytest.mark.parametrize("waiting", [False, True])
@pytest.mark.parametrize("answer", ["Cancel", "Discard", "Save"])
def test_work_whose_articles_were_all_taken_out_is_asked_about_before_another_is_opened(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, waiting: bool
) -> None:
    """It was discarded without a word, and with it the steps that would have brought them back."""
    other, saved = tmp_path / "other.crossquote", tmp_path / "saved.crossquote"
    Project(other, new=True).close()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(saved), ""))
    before = kept.bridge.session
    assert before.project is not None
    path = before.project.path
    kept.bridge.edit(lambda session: remove_articles(session, tuple(session.state.articles)))
    if not waiting:
        settle(qtbot, kept)
    kept.projects.open_path(other)
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert box.text() == "Save this work as a project?"
    box.button(getattr(QMessageBox.StandardButton, answer)).click()
    settle(qtbot, kept)
    now = kept.bridge.session
    assert (now is before) is (answer == "Cancel")
    assert path.exists() is (answer == "Cancel")
    assert saved.exists() is (answer == "Save")
    if answer == "Save":
        kept.projects.open_path(saved)
        settle(qtbot, kept)
    if answer != "Discard":
        kept.shell.actions_by_id["undo"].trigger()
        settle(qtbot, kept)
        assert len(kept.bridge.state.articles) == 2


def test_what_saving_sets_aside_is_told(
    kept: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bridge.crossquote"
    target.with_name("bridge.crossquote-wal").write_bytes(b"somebody's")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    kept.shell.actions_by_id["save-as"].trigger()
    settle(qtbot, kept)
    assert [line for line in kept.banner.lines if "bridge.crossquote-wal.set-aside" in line]
    assert target.with_name("bridge.crossquote-wal.set-aside").read_bytes() == b"somebody's"


@pytest.mark.parametrize(("answer", "stays"), [("Cancel", True), ("Discard", False)])
def test_work_without_a_name_is_asked_about(kept: Desk, qtbot: QtBot, answer: str, stays: bool) -> None:
    kept.shell.close()
    qtbot.waitUntil(lambda: bool(boxes()))
    box = boxes()[0]
    button = box.button(getattr(QMessageBox.StandardButton, answer))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kept.shell.isVisible() is stays
    assert (kept.bridge.session.project is not None) is stays


def test_a_project_opens_at_the_utterance_where_it_was_left(kept: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    more = 'More\n\n"The road to the harbour is closed until Monday," said Maria Holm.\n'
    kept.bridge.edit(lambda session: add_text(session, more, "Harbour Post"))
    target = tmp_path / "bridge.crossquote"
    kept.projects._save_to(target, lambda _: None)
    settle(qtbot, kept)
    last = list(kept.bridge.state.utterances)[-1]
    assert kept.utterances.current_id() != last
    assert kept.utterances.select(last)
    kept.projects.begin_new()
    settle(qtbot, kept)
    kept.projects.open_path(target)
    settle(qtbot, kept)
    assert kept.utterances.current_id() == last
    forget_recent()
    assert left_at(target) == ""
