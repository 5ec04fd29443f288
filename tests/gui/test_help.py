"""The help on the checks: every finding leads to its page, and every page opens."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from crossquote.comparison.table import known_checks
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.pages import TextPage
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.windows.help import HelpWindow, PageText
from crossquote.wording.catalogue import languages
from crossquote.work.checks import help_pages
from crossquote.work.help import GUIDES, guide_page
from crossquote.work.help_index import find_pages, index_pages
from gui.opened import seen_windows
from gui.test_accessibility import unnamed


def test_a_finding_leads_to_the_page_of_its_check(desk: Desk) -> None:
    row = desk.comparison.board.cards[1].findings[1]
    row.setFocus()
    why = next(button for button in row.findChildren(QToolButton) if button.accessibleName().startswith("Why?"))
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    window = desk.help.window
    assert window is not None
    assert window.current == "strength"
    assert window.text.toPlainText().startswith("Weaker: really asked for “strongly requested”.")
    assert "\nStrength\n" in window.text.toPlainText()


@pytest.mark.parametrize("language", languages())
def test_no_title_is_cut_off(qtbot: QtBot, language: str) -> None:
    appearance = Appearance("light")
    appearance.apply()
    window = HelpWindow(appearance, help_pages(language))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.list.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [640, 1100])
def test_no_picture_is_cut_off(qtbot: QtBot, width: int) -> None:
    appearance = Appearance("light")
    appearance.apply()
    window = HelpWindow(appearance, help_pages("en"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.resize(width, 600)
    for row in range(window.list.count()):
        window.list.setCurrentRow(row)
        QApplication.processEvents()
        assert window.text.horizontalScrollBar().maximum() == 0, window.current


def test_w_asks_why_the_chosen_finding_was_raised(desk: Desk) -> None:
    row = desk.comparison.board.cards[1].findings[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    desk.shell.actions_by_id["why"].trigger()
    assert desk.help.window is not None
    assert desk.help.window.current == "number"


def test_the_menu_lists_every_page(desk: Desk) -> None:
    desk.shell.actions_by_id["checks"].trigger()
    window = desk.help.window
    assert window is not None
    assert window.list.count() == len(help_pages("en"))
    for row in range(window.list.count()):
        window.list.setCurrentRow(row)
        assert window.text.toPlainText().startswith(window.list.item(row).text())
    QApplication.processEvents()
    assert unnamed(window) == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isHidden()


def test_a_link_leads_to_a_page_and_never_outside(desk: Desk) -> None:
    desk.help.show_check("number")
    window = desk.help.window
    assert window is not None
    window.text.anchorClicked.emit(QUrl("money.md"))
    assert window.current == "money"
    window.text.anchorClicked.emit(QUrl("https://example.org/name.md"))
    assert window.current == "money"


def page_ends(window: HelpWindow) -> int:
    """Return how far down in the window its page reaches."""
    QApplication.processEvents()
    return window.text.mapTo(window, QPoint(0, window.text.height())).y()


def test_the_first_page_lists_all_checks_and_leads_to_theirs(desk: Desk) -> None:
    desk.shell.actions_by_id["checks"].trigger()
    window = desk.help.window
    assert window is not None
    assert window.current == ""
    assert not window.switch.isVisible()
    assert page_ends(window) == window.height(), "nothing is left free for a switch that is not there"
    html, told = window.text.toHtml(), window.text.toPlainText()
    for check in known_checks().values():
        assert f'href="{check.id}.md"' in html
        assert all(category in told for category in check.category)
    assert "Requests stand on a scale: suggest, ask, request, urge, demand, order." in told
    window.text.anchorClicked.emit(QUrl("strength.md"))
    assert window.current == "strength"
    assert window.switch.isVisible()
    assert page_ends(window) < window.switch.mapTo(window, QPoint(0, 0)).y()
    desk.shell.actions_by_id["checks"].trigger()
    assert window.current == ""


ELSE = ("getting-started", "reviewing", "sureness", "severity", "translations", "packages", "evidence", "connections")
"""The pages on something else than a check that an action of their own opens."""


def test_a_page_on_something_else_opens_among_all_pages(empty_desk: Desk) -> None:
    for name in ELSE:
        empty_desk.shell.actions_by_id[f"help-{name}"].trigger()
        window = empty_desk.help.window
        assert window is not None
        assert window.isVisible()
        assert window.current == name
        assert window.text.accessibleName() == guide_page(name).title
        assert len(window.text.toPlainText()) > 500
        window.close()


def test_a_page_shows_the_help_s_own_pictures_and_loads_nothing_else(qtbot: QtBot) -> None:
    page = PageText()
    qtbot.addWidget(page)
    page.resize(720, 560)
    page.show_markdown(guide_page("installing").text)
    picture = page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/unsigned.png"))
    assert isinstance(picture, QImage)
    assert not picture.isNull()
    assert picture.deviceIndependentSize().width() == 620
    assert page.document().idealWidth() <= page.viewport().width()
    for elsewhere in (
        "file:///etc/passwd",
        "../icons/crossquote.svg",
        "pictures/../pictures/reader.png",
        "//host/a.png",
    ):
        assert page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(elsewhere)) is None


def searched(desk: Desk, qtbot: QtBot, wanted: str) -> HelpWindow:
    """Return the window of the help, in which `wanted` was looked for by keys."""
    desk.shell.actions_by_id["help-search"].trigger()
    window = desk.help.window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    assert window.search.hasFocus()
    QTest.keyClicks(window.search, wanted)
    return window


def lit(window: HelpWindow) -> set[str]:
    return {one.cursor.selectedText().casefold() for one in window.text.extraSelections()}


def titles(window: HelpWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def test_all_pages_are_searched_and_the_words_are_lit(desk: Desk, qtbot: QtBot) -> None:
    window = searched(desk, qtbot, "negation")
    assert titles(window)[0] == "Negation"
    assert 1 < window.list.count() < len(help_pages("en"))
    assert window.current == "negation"
    assert lit(window) == {"negation"}
    assert window.found.text() == f"Found on {window.list.count()} pages"
    assert window.search.accessibleDescription() == window.found.text()
    assert unnamed(window) == []


def test_going_on_from_the_last_place_leads_to_the_next_page_and_back(desk: Desk, qtbot: QtBot) -> None:
    window = searched(desk, qtbot, "SHA-256")
    first = window.current
    places = len(window.text.extraSelections())
    for _ in range(places):
        QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.current != first
    assert lit(window) == {"sha-256"}
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.current == first
    assert window.finding.told.text() == f"{places} of {places}"


def test_what_is_nowhere_is_said_and_escape_lists_all_again(desk: Desk, qtbot: QtBot) -> None:
    window = searched(desk, qtbot, "zzyzx")
    assert titles(window) == []
    assert window.found.text() == "Not found"
    assert window.text.extraSelections() == []
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.list.count() == len(help_pages("en"))
    assert window.found.isHidden()
    assert window.list.currentItem().data(Qt.ItemDataRole.UserRole) == window.current
    window.start_search()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.isHidden()


def test_down_leads_to_what_was_found_and_a_link_out_of_it_lists_all(desk: Desk, qtbot: QtBot) -> None:
    window = searched(desk, qtbot, "consistent with a translation")
    assert titles(window)[0] == "Evidence in translations"
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.list.hasFocus()
    window.text.anchorClicked.emit(QUrl("preferences.md"))
    assert window.current == "preferences"
    assert window.search.text() == ""
    assert window.list.count() == len(help_pages("en"))


@pytest.mark.parametrize("language", languages())
def test_the_index_has_the_words_that_a_page_shows(qtbot: QtBot, language: str) -> None:
    page = PageText()
    qtbot.addWidget(page)
    pages = [*GUIDES[:3], "packages"]
    index = index_pages(guide_page(name, language) for name in pages)
    for name in pages:
        page.setMarkdown(guide_page(name, language).text)
        words = [word for word in page.toPlainText().split() if word.isalnum()]
        assert [word for word in words if name not in find_pages(index, word)] == []


def test_a_page_before_a_dialog_follows_its_links(desk: Desk) -> None:
    desk.shell.actions_by_id["report"].trigger()
    desk.help.show_packages()
    page = QApplication.activeModalWidget()
    assert isinstance(page, PageDialog)
    page.text.anchorClicked.emit(QUrl("severity.md"))
    assert page.windowTitle() == "How much matters"
    page.text.anchorClicked.emit(QUrl("checks.md"))
    assert page.windowTitle() == "All checks"
    page.reject()


def test_a_page_that_only_tells_is_no_higher_than_its_text(desk: Desk, qtbot: QtBot) -> None:
    for action in ("about", "shortcuts"):
        desk.shell.actions_by_id[action].trigger()
    pages = {one.windowTitle().split(" — ")[0]: one for one in seen_windows(TextPage)}
    about, keys = pages["About Crossquote"], pages["Keyboard shortcuts"]
    qtbot.waitUntil(lambda: keys.text.verticalScrollBar().maximum() > 0)
    assert about.text.verticalScrollBar().maximum() == 0
    assert about.text.height() - about.text.document().size().height() < 30
    for one in (about, keys):
        one.close()
