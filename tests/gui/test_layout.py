"""Windows come back as they were left, within the screen that there is."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.bridge import Bridge
from crossquote.gui.crash import CrashReporter
from crossquote.gui.desk import Desk
from crossquote.gui.models.utterances import FINDINGS, REACH, SPEAKER, WORDS
from crossquote.gui.start import open_shell
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.message import message
from crossquote.model.state import State
from crossquote.progress import Step
from crossquote.work.session import Session
from crossquote.work.settings import Settings, load_settings, save_settings
from gui.opened import seen_windows
from gui.waiting import settle

pytestmark = pytest.mark.usefixtures("home")


def opened_anew(qtbot: QtBot, state: State) -> Desk:
    """Return the desk of another window, as the next start opens it."""
    settings = load_settings()
    shell = open_shell("light")
    shell.resize(1440, 900)
    desk = Desk(shell, Bridge(Session(), shell), settings, CrashReporter(shell))
    shell.may_close = True
    qtbot.addWidget(shell)
    shell.show()
    qtbot.waitExposed(shell)
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    QApplication.processEvents()
    return desk


def leave(desk: Desk) -> None:
    """Close a window as a user does who has nothing to lose."""
    desk.leaving.left.emit()
    desk.shell.may_close = True
    desk.shell.close()


def drag(splitter: object, sizes: list[int]) -> None:
    """Move the handles of a splitter, as a user drags them."""
    splitter.setSizes(sizes)  # type: ignore[attr-defined]
    splitter.splitterMoved.emit(sizes[0], 1)  # type: ignore[attr-defined]


def test_columns_hold_what_they_tell_and_grow_with_the_list(desk: Desk) -> None:
    header = desk.utterances.table.horizontalHeader()
    told = desk.utterances.table.fontMetrics().horizontalAdvance("20 in 4 languages")
    assert header.sectionSize(REACH) > told
    before = header.sectionSize(FINDINGS)
    desk.shell.resize(3840, 2160)
    QApplication.processEvents()
    assert header.sectionSize(FINDINGS) > 2 * before
    assert header.sectionSize(WORDS) > sum(map(header.sectionSize, (SPEAKER, REACH, FINDINGS)))


def test_columns_that_nobody_moved_are_the_programs_to_fit(empty_desk: Desk, qtbot: QtBot) -> None:
    """Before there is any list it has no room: columns that went for that were taken for narrowed by the user."""
    empty_desk.shell.resize(1440, 900)
    settle(qtbot, empty_desk)
    empty_desk.intake.open_sample()
    settle(qtbot, empty_desk)
    QApplication.processEvents()
    assert empty_desk.utterances.widths() == ()
    header = empty_desk.utterances.table.horizontalHeader()
    assert header.sectionSize(FINDINGS) >= scaled(190)


def test_panes_columns_and_order_come_back(desk: Desk, qtbot: QtBot, state: State) -> None:
    across, down = desk.workspace.across, desk.workspace.right
    desk.shell.actions_by_id["findings"].trigger()
    QApplication.processEvents()
    drag(across, [300, 780, 360])
    drag(down, [420, 380])
    QApplication.processEvents()
    shared = across.sizes(), down.sizes()
    header = desk.utterances.table.horizontalHeader()
    header.resizeSection(SPEAKER, 210)
    header.setSortIndicator(SPEAKER, Qt.SortOrder.AscendingOrder)
    ids = desk.utterances.model.ids()
    leave(desk)
    again = opened_anew(qtbot, state)
    assert again.workspace.findings.isVisible()
    for was, now in zip(shared, (again.workspace.across.sizes(), again.workspace.right.sizes()), strict=True):
        assert now == pytest.approx(was, abs=6)
    header = again.utterances.table.horizontalHeader()
    assert header.sectionSize(SPEAKER) == 210
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (SPEAKER, Qt.SortOrder.AscendingOrder)
    assert again.utterances.model.ids() == ids


def test_the_window_comes_back_as_large_as_it_was(desk: Desk) -> None:
    desk.shell.resize(770, 610)
    QApplication.processEvents()
    leave(desk)
    shell = open_shell("light")
    shell.take_place(load_settings().window)
    assert (shell.width(), shell.height()) == (770, 610)
    shell.deleteLater()


def test_a_place_that_no_screen_has_is_not_taken(desk: Desk) -> None:
    kept = bytearray(QByteArray.fromBase64(desk.shell.place.encode()).data())
    for at in range(8, len(kept)):
        hurt = QByteArray(bytes(kept[:at] + bytes([kept[at] ^ 0x20]) + kept[at + 1 :]))
        desk.shell.take_place(bytes(hurt.toBase64().data()).decode())
        assert QApplication.primaryScreen().geometry().intersects(desk.shell.geometry()), at


def test_what_nobody_moved_is_left_to_the_program(desk: Desk, home: Path) -> None:
    leave(desk)
    kept = load_settings()
    assert (kept.panes, kept.panes_down, kept.columns, kept.reader) == ("", "", "", "")
    assert kept.window
    assert home.is_dir()


def test_a_reader_comes_back_as_large_as_it_was(desk: Desk, qtbot: QtBot, state: State) -> None:
    article = next(iter(state.articles))
    desk.wishes.grant(ReadArticle(article))
    (reader,) = seen_windows(ReaderWindow)
    reader.resize(700, 500)
    reader.parts.setSizes([400, 0, 300])
    QApplication.processEvents()
    shared = reader.parts.sizes()
    reader.close()
    leave(desk)
    again = opened_anew(qtbot, state)
    again.wishes.grant(ReadArticle(article))
    (reader,) = seen_windows(ReaderWindow)
    QApplication.processEvents()
    assert (reader.width(), reader.height()) == (700, 500)
    assert reader.parts.sizes()[2] == pytest.approx(shared[2], abs=6)
    reader.close()


def test_the_help_comes_back_as_large_as_it_was(desk: Desk, qtbot: QtBot, state: State) -> None:
    desk.help.show_reviewing()
    assert desk.help.window is not None
    desk.help.window.resize(720, 480)
    QApplication.processEvents()
    leave(desk)
    again = opened_anew(qtbot, state)
    again.help.show_reviewing()
    assert again.help.window is not None
    assert (again.help.window.width(), again.help.window.height()) == (720, 480)
    again.help.close()


@pytest.mark.parametrize("size", ["19000 19000", "1 1"])
def test_no_window_is_larger_than_the_screen(qtbot: QtBot, state: State, size: str) -> None:
    save_settings(replace(Settings(), reader=size, help_window=size, panes="9 x 9", columns="19000 19000 19000"))
    desk = opened_anew(qtbot, state)
    desk.wishes.grant(ReadArticle(next(iter(state.articles))))
    desk.help.show_reviewing()
    QApplication.processEvents()
    (reader,) = seen_windows(ReaderWindow)
    for window in (reader, desk.help.window):
        assert window is not None
        assert window.width() <= window.screen().availableSize().width()
        assert window.height() <= window.screen().availableSize().height()
        assert window.isMaximized() is (size == "1 1")
        window.close()
    header = desk.utterances.table.horizontalHeader()
    assert header.length() <= desk.utterances.table.width()


def test_nothing_moves_as_work_begins_and_ends(empty_desk: Desk) -> None:
    """All of the window above the line below it went up by some points, and down again, at each step."""
    QApplication.processEvents()
    assert not empty_desk.busy.isVisible()
    before = empty_desk.shell.stack.geometry()
    empty_desk.busy.show_step(Step(1, 2, message("step.comparing")))
    QApplication.processEvents()
    assert empty_desk.busy.isVisible()
    assert empty_desk.shell.stack.geometry() == before
