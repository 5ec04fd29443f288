"""Looking for a newer version in the window: asked first, stopped at will, and nothing without a yes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.fill import fill_shell
from crossquote.gui.start import open_shell
from crossquote.offline import offline_guard
from gui.test_accessibility import unnamed
from release_feed import NEWER, ReleaseFeed, name_feed, running_feed

pytestmark = pytest.mark.loopback


class Browser(QObject):
    """Takes the place of the browser: notes what would be opened."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ReleaseFeed]:
    with running_feed(monkeypatch) as running:
        name_feed(monkeypatch, tmp_path / "installed", running.address)
        yield running


@pytest.fixture
def browser(empty_desk: Desk) -> Iterator[Browser]:
    one = Browser(empty_desk)
    QDesktopServices.setUrlHandler("https", one, "open")  # type: ignore[arg-type]  # its types want bytes, it a str
    yield one
    QDesktopServices.unsetUrlHandler("https")


def open_dialog(desk: Desk) -> NewerVersionDialog:
    desk.shell.actions_by_id["newer-version"].trigger()
    assert desk.newer_version.dialog is not None
    return desk.newer_version.dialog


def wait_for(qtbot: QtBot, dialog: NewerVersionDialog, heading: str) -> None:
    qtbot.waitUntil(lambda: dialog.heading.text() == heading, timeout=20_000)
    assert unnamed(dialog) == []
    assert dialog.focusWidget() is dialog.leave
    assert dialog.leave.isDefault()


def test_it_says_what_it_would_ask_and_enter_asks_nothing(empty_desk: Desk, feed: ReleaseFeed) -> None:
    dialog = open_dialog(empty_desk)
    assert dialog.heading.text() == f"Ask {feed.host} for a newer version?"
    assert feed.address in dialog.told.text()
    assert "neither your articles nor your settings" in dialog.told.text()
    assert unnamed(dialog) == []
    assert dialog.leave.isDefault()
    assert dialog.focusWidget() is dialog.leave
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert empty_desk.newer_version.dialog is None
    assert feed.asked == []
    assert empty_desk.shell.lock.text() == "● Offline"


def test_a_newer_version_is_told_and_its_page_opens_when_asked(
    empty_desk: Desk, feed: ReleaseFeed, browser: Browser, qtbot: QtBot
) -> None:
    dialog = open_dialog(empty_desk)
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    wait_for(qtbot, dialog, "Crossquote 0.2.0 is out")
    assert "You have 0.1.0." in dialog.told.text()
    assert "2026" in dialog.told.text()
    assert dialog.notes.toPlainText() == "# What is new\n\n- <b>Faster</b> & safer."
    assert dialog.named_page.text() == f"https://{feed.host}/releases/v0.2.0"
    assert browser.opened == []
    QTest.keyClick(dialog.page, Qt.Key.Key_Space)
    assert browser.opened == [f"https://{feed.host}/releases/v0.2.0"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert empty_desk.newer_version.dialog is None


@pytest.mark.qt_log_ignore("does not support QPlatformServices::openUrl", extend=True)
def test_where_there_is_no_browser_the_page_stays_to_be_read(empty_desk: Desk, feed: ReleaseFeed, qtbot: QtBot) -> None:
    """The platform of the tests has no browser to open."""
    dialog = open_dialog(empty_desk)
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    wait_for(qtbot, dialog, "Crossquote 0.2.0 is out")
    QTest.mouseClick(dialog.page, Qt.MouseButton.LeftButton)
    assert dialog.heading.text() == "No browser"
    assert dialog.named_page.isVisible()
    assert dialog.named_page.text() == f"https://{feed.host}/releases/v0.2.0"
    assert unnamed(dialog) == []


def test_a_page_on_another_host_is_a_text_only(empty_desk: Desk, feed: ReleaseFeed, qtbot: QtBot) -> None:
    feed.answer(**NEWER | {"html_url": "https://elsewhere.example/<b>x</b>", "body": None})
    dialog = open_dialog(empty_desk)
    QTest.keyClick(dialog.ask, Qt.Key.Key_Space)
    wait_for(qtbot, dialog, "Crossquote 0.2.0 is out")
    assert "another host" in dialog.told.text()
    assert dialog.named_page.isReadOnly()
    assert dialog.named_page.text() == "https://elsewhere.example/<b>x</b>"
    assert dialog.told.textFormat() is Qt.TextFormat.PlainText
    assert not dialog.page.isVisible()
    assert not dialog.notes.isVisible()


def test_the_newest_version_is_told_so(empty_desk: Desk, feed: ReleaseFeed, qtbot: QtBot) -> None:
    feed.answer(tag_name="0.1.0")
    dialog = open_dialog(empty_desk)
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    wait_for(qtbot, dialog, "You have the newest version")
    assert dialog.told.text() == f"{feed.host} names no version that is newer than yours, 0.1.0."
    assert not dialog.page.isVisible()


def test_no_answer_is_told_with_what_to_do(empty_desk: Desk, feed: ReleaseFeed, qtbot: QtBot) -> None:
    feed.status = 503
    dialog = open_dialog(empty_desk)
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    wait_for(qtbot, dialog, "No answer")
    assert feed.host in dialog.told.text()
    assert "See whether this machine has a network" in dialog.told.text()
    qtbot.waitUntil(lambda: empty_desk.shell.lock.text() == "● Offline")


def press_stop(dialog: NewerVersionDialog) -> None:
    (stop,) = dialog.busy.findChildren(QToolButton)
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)


def press_escape(dialog: NewerVersionDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("give_up", [press_stop, press_escape])
def test_it_shows_on_the_lock_and_can_be_stopped(
    empty_desk: Desk, feed: ReleaseFeed, qtbot: QtBot, give_up: Callable[[NewerVersionDialog], None]
) -> None:
    lock = empty_desk.shell.lock
    assert lock.toolTip() == "Nothing leaves this machine: the program has opened no connection."
    feed.held.clear()
    dialog = open_dialog(empty_desk)
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(feed.asked), timeout=20_000)
    assert lock.text() == "● Online: looking for a newer version"
    assert lock.accessibleName() == "Online: looking for a newer version"
    assert dialog.busy.isVisible()
    assert unnamed(dialog) == []
    give_up(dialog)
    feed.held.set()
    qtbot.waitUntil(lambda: lock.text() == "● Offline", timeout=20_000)
    assert lock.toolTip().startswith("No connection is open. Since the start")
    if empty_desk.newer_version.dialog is not None:
        assert dialog.heading.text() == "Stopped"
    assert empty_desk.banner.lines == []


def test_a_build_without_an_address_says_so_and_asks_nobody(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name_feed(monkeypatch, tmp_path / "installed", "", "0.1.7")
    with offline_guard() as guard:
        dialog = open_dialog(empty_desk)
    assert dialog.heading.text() == "This build has no address to ask"
    assert "Its version is 0.1.7" in dialog.told.text()
    assert not dialog.ask.isVisible()
    assert unnamed(dialog) == []
    assert guard.asked == []


def test_an_address_that_is_not_secure_is_not_asked(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name_feed(monkeypatch, tmp_path / "installed", "http://releases.example/latest")
    empty_desk.shell.actions_by_id["newer-version"].trigger()
    assert empty_desk.newer_version.dialog is None
    assert "https://" in empty_desk.banner.lines[0]


def test_the_start_asks_nobody(qtbot: QtBot, feed: ReleaseFeed, tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("The bridge\n\n“We will open the bridge,” said Mayor Ada Lindqvist.\n", encoding="utf-8")
    with offline_guard() as guard:
        shell = open_shell("light")
        qtbot.addWidget(shell)
        shell.show()
        qtbot.waitExposed(shell)
        desk = fill_shell(shell)
        with qtbot.waitSignal(desk.bridge.came_to_rest, timeout=20_000):
            desk.intake.add([article])
        QApplication.processEvents()
        desk.leave()
    assert guard.asked == []
    assert feed.asked == []
