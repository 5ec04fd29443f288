"""The first page is read whole, in each language, also in a small window with large text."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from crossquote.gui.speaking import speak
from crossquote.gui.start import open_shell
from crossquote.gui.views.go_on import GoOnWith
from crossquote.gui.views.left_work import LeftTold, LeftWork
from crossquote.gui.views.start_page import StartPage
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.project.store import Project
from crossquote.wording.catalogue import PSEUDO, languages
from crossquote.work.recent import forget_recent, remember
from crossquote.work.settings import LARGEST
from gui.opened import open_window
from gui.told import cut_off


def small_window(qapp: QApplication, qtbot: QtBot, language: str) -> Shell:
    """Return the first page with all that it can tell, as small as a window gets, with text as large."""
    speak(qapp, language)
    shell = open_shell("light")
    qtbot.addWidget(shell)
    shell.may_close = True
    shell.resize(760, 600)
    shell.appearance.choose_size(LARGEST)
    shell.start_page.tell_of_tour(told=True)
    recent = GoOnWith(shell.start_page)
    shell.start_page.add_above(recent)
    recent.show_projects([("A long name " * 12, "long.crossquote"), ("R&D", "short.crossquote")])
    about = "Harbour Daily, Coast Wire, Kystbladet, … · 287 articles · 8,012 quotes · 28 November 2026, 12:03"
    shell.start_page.add_above(LeftWork(LeftTold(Path("x"), say("window.left.crashed"), about), shell.start_page))
    shell.show()
    qtbot.waitExposed(shell)
    QApplication.processEvents()
    return shell


def beyond(page: StartPage) -> int:
    """Return by how much a page is wider than what is seen of it."""
    (area,) = page.findChildren(QScrollArea)
    return area.horizontalScrollBar().maximum()


@pytest.mark.parametrize("language", languages())
def test_no_line_goes_on_beyond_the_window(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    shell = small_window(qapp, qtbot, language)
    assert beyond(shell.start_page) == 0
    assert cut_off(shell.start_page) == []


@pytest.mark.usefixtures("wide_letters")
@pytest.mark.parametrize("language", [*languages(), PSEUDO])
def test_nor_where_letters_are_wider(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    shell = small_window(qapp, qtbot, language)
    assert beyond(shell.start_page) == 0
    assert cut_off(shell.start_page) == []


def offered(page: StartPage) -> list[QPushButton]:
    """Return the buttons of a page that are not about work that was left behind."""
    return [one for one in page.findChildren(QPushButton) if not isinstance(one.parent(), LeftWork)]


def test_buttons_stand_in_one_line_where_there_is_room(qapp: QApplication, qtbot: QtBot) -> None:
    shell = small_window(qapp, qtbot, "en")
    buttons = [one for one in offered(shell.start_page) if one.objectName() != "recent"]
    assert len({button.y() for button in buttons}) == 1
    shell.resize(1440, 900)
    QApplication.processEvents()
    assert len({button.y() for button in buttons}) == 1


def test_a_long_name_is_shortened_and_said_whole(qapp: QApplication, qtbot: QtBot) -> None:
    shell = small_window(qapp, qtbot, "en")
    long, short = (one for one in shell.start_page.findChildren(QPushButton) if one.objectName() == "recent")
    assert long.text().endswith("…")
    assert long.accessibleName() == "A long name " * 12
    assert short.text() == "R&&D"


def test_whoever_has_projects_begins_at_the_last_one(qtbot: QtBot, tmp_path: Path) -> None:
    """In a low window they stood below what is seen of the page, and Return opened the sample."""
    for name in ("harbour", "ferry"):
        Project(tmp_path / f"{name}.crossquote", new=True).close()
        remember(tmp_path / f"{name}.crossquote")
    desk = open_window(qtbot)
    desk.shell.resize(760, 600)
    QApplication.processEvents()
    page = desk.shell.start_page
    first = desk.projects.recent.page.first
    assert first is not None
    assert first.text().startswith("ferry")
    assert page.focusProxy() is first
    assert desk.shell.focusWidget() is first
    assert first.visibleRegion().boundingRect() == first.rect()
    forget_recent()
    desk.projects.recent.show()
    button = page.focusProxy()
    assert isinstance(button, QPushButton)
    assert button.objectName() == "primary"
