"""Reading ahead: the first edit finds ready what it goes on from; whoever looks has the window to themselves."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui import idle
from crossquote.gui.bridge import Bridge
from crossquote.gui.idle import Idleness
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import Step, Work, finish
from crossquote.project.store import Project
from crossquote.work.basis import Ahead, Basis
from crossquote.work.build import build
from crossquote.work.edits import review
from crossquote.work.edits.quotes import correct_quote
from crossquote.work.projects import close
from crossquote.work.session import Session
from crossquote.work.stages.kept_basis import keep_basis
from crossquote.work.stages.pipeline import add_text, refresh
from crossquote.work.stages.stored import LABEL, read_ahead, read_stored

pytestmark = pytest.mark.usefixtures("qapp")
TEXT = "Ferries\n\n“The bridge opens on Monday,” Ada Lindqvist said.\n\n“No threat was near,” Per Holm said."


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    """Return a bridge to a session that has just been opened."""
    made = Session()
    for outlet in ("Coast", "Island"):
        finish(add_text(made, TEXT.replace("Monday", f"Monday in {outlet}"), outlet))
    bridge = Bridge(Session(made.state))
    yield bridge
    assert bridge.jobs.wait(5000)


@pytest.fixture
def enough(bridge: Bridge) -> threading.Event:
    """Return what ends reading ahead, which takes its time until then."""
    enough = threading.Event()

    def slow(state: State) -> Work[Basis]:
        while not enough.is_set():
            yield Step(0, 0, verbatim("Reading"))
        return (yield from read_stored(state))

    bridge.session.ahead = Ahead(bridge.session.state, slow(bridge.session.state))
    return enough


def note(bridge: Bridge) -> None:
    bridge.keep(lambda session: review.write_note(session, next(iter(session.state.quotes)), "seen"))


def test_nothing_is_worked_out_for_who_only_looks(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.came_to_rest):
        bridge.do(verbatim("Looking"), lambda: None)
    assert bridge.jobs.current is None
    assert bridge.session.basis is None


def test_after_the_first_decision_an_edit_is_expected(bridge: Bridge, qtbot: QtBot) -> None:
    note(bridge)
    qtbot.waitUntil(lambda: bridge.session.basis is not None and bridge.jobs.current is None)
    assert len(bridge.session.state.notes) == 1


def test_what_is_asked_for_goes_first(bridge: Bridge, enough: threading.Event, qtbot: QtBot) -> None:
    bridge.expect_edits()
    assert bridge.jobs.current is not None
    assert bridge.asked_for is None
    seen: list[Basis | None] = []
    job = bridge.do(verbatim("Looking"), lambda: seen.append(bridge.session.basis))
    with qtbot.waitSignal(job.finished):
        pass
    assert seen == [None]
    enough.set()
    qtbot.waitUntil(lambda: bridge.session.basis is not None)


def test_what_waits_behind_it_is_asked_for(bridge: Bridge, enough: threading.Event, qtbot: QtBot) -> None:
    """A decision that waited for reading ahead to give way was lost where the window was closed at once."""
    bridge.expect_edits()
    job = bridge.do(verbatim("Looking"), lambda: None)
    assert bridge.jobs.current is not job
    assert bridge.asked_for is job
    enough.set()
    qtbot.waitUntil(lambda: bridge.jobs.current is None)
    assert bridge.asked_for is None


def test_who_stops_it_is_not_offered_it_again(bridge: Bridge, enough: threading.Event, qtbot: QtBot) -> None:
    bridge.expect_edits()
    bridge.jobs.stop_all()
    qtbot.waitUntil(lambda: bridge.jobs.current is None)
    enough.set()
    with qtbot.waitSignal(bridge.came_to_rest):
        bridge.do(verbatim("Looking"), lambda: None)
    assert bridge.jobs.current is None
    assert bridge.session.basis is None


def test_while_nobody_is_there_it_is_read_unseen(bridge: Bridge, qtbot: QtBot) -> None:
    steps: list[object] = []
    rests: list[None] = []
    bridge.stepped.connect(steps.append)
    bridge.came_to_rest.connect(lambda: rests.append(None))
    with qtbot.waitSignal(bridge.read):
        bridge.leave_alone()
        assert bridge.jobs.current is not None
        assert bridge.seen is None
    qtbot.waitUntil(lambda: bridge.session.basis is not None and bridge.jobs.current is None)
    assert not steps
    assert not rests


def test_what_waits_for_the_unseen_is_seen(bridge: Bridge, enough: threading.Event, qtbot: QtBot) -> None:
    """It could not be stopped before the unseen had given way."""
    bridge.leave_alone()
    job = bridge.do(verbatim("Looking"), lambda: None)
    assert bridge.jobs.current is not job
    assert bridge.seen is job
    steps: list[Step] = []
    bridge.stepped.connect(steps.append)
    with qtbot.waitSignal(job.finished):
        pass
    assert {step.label for step in steps} <= {verbatim("Looking")}
    enough.set()
    qtbot.waitUntil(lambda: bridge.jobs.current is None)


def test_while_nobody_is_there_it_is_kept_in_the_file(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    with closing(Project(tmp_path / "a.crossquote", new=True)) as project:
        project.record(verbatim("Add"), State(), bridge.session.state)
        bridge.session.project = project
        bridge.expect_edits()
        bridge.leave_alone()
        qtbot.waitUntil(lambda: may_be_read(project) and bridge.jobs.current is None)
        bridge.attend()
        bridge.session.project = None


@pytest.fixture
def kept(bridge: Bridge, tmp_path: Path) -> Iterator[Session]:
    """Return a session of a project that was opened and keeps what its edits go on from."""
    path = tmp_path / "kept.crossquote"
    with closing(Project(path, new=True)) as project:
        session = Session(bridge.session.state, project=project)
        project.record(verbatim("Add"), State(), session.state)
        finish(read_ahead(session))
        finish(keep_basis(session))
    with closing(Project(path)) as project:
        yield Session(project=project)
        assert bridge.jobs.wait(5000)
        bridge.session = Session()


def test_what_the_file_keeps_is_taken_at_once_and_unseen(bridge: Bridge, kept: Session, qtbot: QtBot) -> None:
    steps: list[object] = []
    bridge.stepped.connect(steps.append)
    with qtbot.waitSignal(bridge.read):
        bridge.change_session(kept)
        bridge.attend()
        assert bridge.jobs.current is not None
        assert bridge.seen is None
    assert kept.basis is not None
    assert kept.basis.kept is kept.state
    assert not steps


def test_an_edit_at_once_goes_on_from_what_the_file_keeps(bridge: Bridge, kept: Session, qtbot: QtBot) -> None:
    bridge.change_session(kept)
    some = next(iter(kept.state.quotes))
    labels: list[object] = []
    job = bridge.edit(lambda session: correct_quote(session, some, speaker="Mayor Holm"))
    job.stepped.connect(lambda step: labels.append(step.label))
    with qtbot.waitSignal(job.finished):
        pass
    assert LABEL not in labels
    anew = Session(replace(kept.state, unfinished=True))
    finish(refresh(anew))
    assert kept.state == anew.state


def may_be_read(project: Project) -> bool:
    return project.kept_index(build()) is not None


def test_whoever_comes_back_has_the_window_to_themselves(bridge: Bridge, enough: threading.Event, qtbot: QtBot) -> None:
    bridge.leave_alone()
    bridge.attend()
    qtbot.waitUntil(lambda: bridge.jobs.current is None)
    assert bridge.session.ahead is not None
    enough.set()
    with qtbot.waitSignal(bridge.came_to_rest):
        bridge.do(verbatim("Looking"), lambda: None)
    assert bridge.session.basis is None
    bridge.leave_alone()
    qtbot.waitUntil(lambda: bridge.session.basis is not None)


def test_what_was_read_for_nobody_is_seen_once_an_edit_waits_for_it(
    bridge: Bridge, enough: threading.Event, qtbot: QtBot
) -> None:
    bridge.leave_alone()
    bridge.attend()
    bridge.expect_edits()
    qtbot.waitUntil(lambda: bridge.seen is not None)
    with qtbot.waitSignal(bridge.stepped):
        pass
    enough.set()
    qtbot.waitUntil(lambda: bridge.session.basis is not None and bridge.jobs.current is None)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> int:
    """Let a while be over sooner, and return how many milliseconds it is."""
    monkeypatch.setattr(idle, "_WHILE", 150)
    return 150


def move(window: QWidget) -> None:
    """Move the mouse over a window, as the system tells it."""
    handle = window.windowHandle()
    assert handle is not None
    at, none = QPointF(3, 3), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, moved)


@pytest.mark.usefixtures("quick")
def test_nobody_is_there_once_nothing_has_come_for_a_while(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    idleness = Idleness(window, window)
    ended: list[None] = []
    idleness.ended.connect(lambda: ended.append(None))
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(idleness.began):
        pass
    ended.clear()
    move(window)
    move(window)
    assert len(ended) == 1
    with qtbot.waitSignal(idleness.began):
        pass


def test_who_answers_a_dialog_is_there(qtbot: QtBot, quick: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    dialog.open()
    idleness = Idleness(window, window)
    qtbot.waitExposed(dialog)
    with qtbot.waitSignal(idleness.began, timeout=2 * quick, raising=False) as began:
        pass
    assert not began.signal_triggered
    dialog.reject()
    with qtbot.waitSignal(idleness.began):
        pass


def test_a_project_is_closed_only_when_nobody_reads_ahead_in_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    """Closed under the hands of who read what edits go on from, it was a bug that the user saw."""
    project = Project(tmp_path / "ferries.crossquote", new=True)
    session = Session(project=project)
    finish(add_text(session, TEXT, "Coast"))
    session.basis = session.kept = None
    looks, read = threading.Event(), project.kept_index

    def slowly(about: bytes) -> bytes | None:
        looks.set()
        time.sleep(0.3)
        return read(about)

    project.kept_index = slowly  # type: ignore[method-assign]
    bridge = Bridge(session)
    failed: list[object] = []
    bridge.crashed.connect(failed.append)
    bridge.change_session(session)
    qtbot.waitUntil(looks.is_set, timeout=5000)
    bridge.end_ahead()
    close(session)
    qtbot.waitUntil(lambda: bridge.jobs.current is None, timeout=5000)
    assert failed == []
    assert session.project is None
