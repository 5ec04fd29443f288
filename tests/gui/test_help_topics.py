"""F1 opens the page on what has the focus: each part of a window has one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.help_topics import ELSEWHERE, TOPICS, topic_of
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.work.checks import help_pages
from gui.opened import seen_windows


def reader(desk: Desk) -> ReaderWindow:
    """Return a reader of the first article."""
    desk.wishes.grant(ReadArticle(next(iter(desk.bridge.state.articles))))
    (window,) = seen_windows(ReaderWindow)
    return window


PARTS: dict[str, tuple[Callable[[Desk], QWidget], str]] = {
    "a finding": (lambda desk: desk.comparison.board.cards[1].findings[1], "strength"),
    "a card": (lambda desk: desk.comparison.board.cards[1], "reviewing"),
    "the list of utterances": (lambda desk: desk.utterances.table, "reviewing"),
    "the list of articles": (lambda desk: desk.articles.list, "articles"),
    "the search": (lambda desk: desk.shell.search, "reviewing"),
    "the first page": (lambda desk: desk.shell.start_page, "getting-started"),
    "a reader": (lambda desk: reader(desk).text, "articles"),
    "the translation in a reader": (lambda desk: reader(desk).translation, "translations"),
    "nothing": (lambda desk: desk.shell, ELSEWHERE),
}
DIALOGS = {
    "report": "Hand on a report",
    "languages": "Language packages",
    "preferences": "Preferences",
    "switch-checks": "All checks",
    "write": "Articles: what is read",
    "newer-version": "Going online",
    "reviewer": "Reviewing",
}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_its_page(standing: Desk, part: str) -> None:
    find, page = PARTS[part]
    assert topic_of(find(standing)) == page
    for window in seen_windows(ReaderWindow):
        window.close()


def test_every_page_that_is_named_is_there() -> None:
    assert {page for _, page in TOPICS} <= {page.id for page in help_pages("en")}


def test_f1_asks_about_the_finding_that_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    row = desk.comparison.board.cards[1].findings[1]
    qtbot.waitUntil(desk.shell.isActiveWindow)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F1)
    assert desk.help.window is not None
    assert desk.help.window.current == "strength"


def test_f1_asks_in_a_reader(desk: Desk, qtbot: QtBot) -> None:
    window = reader(desk)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.text, Qt.Key.Key_F1)
    assert desk.help.window is not None
    assert desk.help.window.current == "articles"


@pytest.mark.parametrize("action", DIALOGS)
def test_f1_asks_before_a_dialog(standing: Desk, qtbot: QtBot, action: str) -> None:
    standing.shell.actions_by_id[action].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    page = QApplication.activeModalWidget()
    assert isinstance(page, PageDialog)
    assert page.windowTitle() == DIALOGS[action]
    QTest.keyClick(page, Qt.Key.Key_F1)
    assert QApplication.activeModalWidget() is page
