"""The window as a user has it, filled with a small state; every job is waited for by its signals."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crossquote.gui.bridge import Bridge
from crossquote.gui.crash import CrashReporter
from crossquote.gui.desk import Desk
from crossquote.gui.speaking import speak
from crossquote.gui.start import open_shell
from crossquote.gui.words import LANGUAGE
from crossquote.model.state import State
from crossquote.wording.catalogue import SOURCE
from crossquote.work.session import Session
from crossquote.work.settings import Settings
from freed import free_what_is_let_go
from gui.hand_made import sample_state
from gui.opened import close_work, open_window
from gui.wide import narrow_again, widen


@pytest.fixture(autouse=True)
def _nothing_is_left_open(qapp: QApplication) -> Iterator[None]:
    """Close what a test leaves open behind it, in English and in the usual size again: the next one starts afresh."""
    usual = qapp.font()
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.done(QDialog.DialogCode.Rejected)
            widget.deleteLater()
    free_what_is_let_go()  # first of all: what follows would dress it anew
    if qapp.property(LANGUAGE) is not None:
        speak(qapp, SOURCE)  # Qt's own words and the direction, too
    qapp.setProperty(LANGUAGE, None)
    if qapp.font().pixelSize() != usual.pixelSize():
        qapp.setStyleSheet("")  # a size is known by its sheet
        qapp.setFont(usual)


@pytest.fixture
def state() -> State:
    return sample_state()


@pytest.fixture
def empty_desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    """Return the desk of a window that has just been opened."""
    qapp.setStyle("Fusion")
    shell = open_shell("light")
    shell.resize(1440, 900)
    desk = Desk(shell, Bridge(Session(), shell), Settings(reviewer_asked=True), CrashReporter(shell))
    shell.show()
    qtbot.waitExposed(shell)
    yield desk
    if isValid(shell):  # a window that was closed is freed
        desk.bridge.jobs.wait(10_000)
        shell.may_close = True
        shell.close()
        shell.deleteLater()


@pytest.fixture(scope="module")
def standing(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """Return the desk of a window that shows the small state, for all tests of a module that leave it as it is.

    Dialogs that are opened before it are closed after each.
    """
    qapp.setProperty(LANGUAGE, None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        desk = open_window(QtBot(request))
        desk.bridge.session.state = sample_state()
        desk.bridge.catch_up()
        yield desk
        close_work(desk)
        desk.shell.close()
        desk.shell.deleteLater()


@pytest.fixture
def desk(empty_desk: Desk, state: State) -> Desk:
    """Return the desk of a window that shows the small state."""
    empty_desk.bridge.session.state = state
    empty_desk.bridge.catch_up()
    return empty_desk


@pytest.fixture
def wide_letters(qapp: QApplication) -> Iterator[None]:
    """Let every letter take more room."""
    with pytest.MonkeyPatch.context() as patch:
        widen(patch)
        yield
    narrow_again(qapp)
