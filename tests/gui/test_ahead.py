"""Reading ahead: the first edit finds ready what it goes on from; who only looks has nothing worked out for them."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crossquote.gui.bridge import Bridge
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import Step, Work, finish
from crossquote.work.basis import Ahead, Basis
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stages.stored import read_stored

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


def test_who_stops_it_is_not_offered_it_again(bridge: Bridge, enough: threading.Event, qtbot: QtBot) -> None:
    bridge.expect_edits()
    bridge.jobs.stop_all()
    qtbot.waitUntil(lambda: bridge.jobs.current is None)
    enough.set()
    with qtbot.waitSignal(bridge.came_to_rest):
        bridge.do(verbatim("Looking"), lambda: None)
    assert bridge.jobs.current is None
    assert bridge.session.basis is None
