"""The help on the checks: every finding leads to its page, and every page opens."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from crossquote.comparison.table import known_checks
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.windows.help import HelpWindow, PageText
from crossquote.wording.catalogue import languages
from crossquote.work.checks import checks_page
from crossquote.work.help import check_pages, guide_page
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
    window = HelpWindow(appearance, (checks_page(language), *check_pages(language)))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.list.horizontalScrollBar().maximum() == 0


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
    assert window.list.count() == len(check_pages()) + 1
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


def test_the_first_page_lists_all_checks_and_leads_to_theirs(desk: Desk) -> None:
    desk.shell.actions_by_id["checks"].trigger()
    window = desk.help.window
    assert window is not None
    assert window.current == ""
    assert not window.switch.isVisible()
    html, told = window.text.toHtml(), window.text.toPlainText()
    for check in known_checks().values():
        assert f'href="{check.id}.md"' in html
        assert all(category in told for category in check.category)
    assert "Requests stand on a scale: suggest, ask, request, urge, demand, order." in told
    window.text.anchorClicked.emit(QUrl("strength.md"))
    assert window.current == "strength"
    assert window.switch.isVisible()
    desk.shell.actions_by_id["checks"].trigger()
    assert window.current == ""


@pytest.mark.parametrize(
    "name", ["reviewing", "sureness", "severity", "translations", "packages", "evidence", "connections"]
)
def test_a_page_on_something_else_opens_by_itself(empty_desk: Desk, name: str) -> None:
    empty_desk.shell.actions_by_id[f"help-{name}"].trigger()
    page = QApplication.activeModalWidget()
    assert isinstance(page, PageDialog)
    assert page.windowTitle() == guide_page(name).title
    assert len(page.text.toPlainText()) > 500
    page.reject()


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
