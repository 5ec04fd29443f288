"""A page of the web in the window: asked first, told whom and what, stopped at will, and nothing without a yes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.clipboard import clipping_in
from crossquote.gui.desk import Desk
from crossquote.online.hosts import SYSTEM
from gui.test_accessibility import unnamed
from gui.waiting import settle
from web_site import Site, leading_to

pytestmark = [pytest.mark.loopback, pytest.mark.usefixtures("kept_processes")]


@pytest.fixture
def site(empty_desk: Desk) -> Iterator[Site]:
    assert empty_desk.web_pages.network is SYSTEM
    with Site().running() as running:
        empty_desk.web_pages.network = running.network
        yield running


def paste(desk: Desk, text: str) -> QMessageBox:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    desk.shell.actions_by_id["paste"].trigger()
    return question(desk)


def question(desk: Desk) -> QMessageBox:
    (box,) = [one for one in desk.shell.findChildren(QMessageBox) if one.isVisible()]
    return box


def agree(box: QMessageBox) -> None:
    (button,) = [one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole]
    button.click()


def test_a_pasted_address_asks_and_enter_asks_nobody(empty_desk: Desk, site: Site) -> None:
    box = paste(empty_desk, "http://news.example/")
    assert box.text() == "Fetch this page from news.example?"
    told = box.informativeText()
    assert "http://news.example/" in told
    assert "Neither your articles nor your settings" in told
    assert "not encrypted" in told
    assert unnamed(box) == []
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.defaultButton().click()
    assert (site.looked_up, dict(empty_desk.bridge.state.articles)) == ([], {})


def test_a_shortcut_that_is_dropped_by_itself_asks(empty_desk: Desk, site: Site, qtbot: QtBot, tmp_path: Path) -> None:
    link = tmp_path / "news.url"
    link.write_text("[InternetShortcut]\r\nURL=http://news.example/\r\n", encoding="utf-8")
    empty_desk.take_in((str(link),))
    settle(qtbot, empty_desk)
    box = question(empty_desk)
    assert box.text() == "Fetch this page from news.example?"
    agree(box)
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 1
    assert site.looked_up


def test_a_page_is_fetched_and_read_after_a_yes(empty_desk: Desk, site: Site, qtbot: QtBot) -> None:
    agree(paste(empty_desk, "http://news.example/"))
    assert "news.example" in empty_desk.shell.lock.text()
    qtbot.waitUntil(lambda: len(empty_desk.bridge.state.articles) == 1, timeout=20_000)
    (article,) = empty_desk.bridge.state.articles.values()
    assert (article.source.address, article.outlet) == ("http://news.example/", "news.example")
    qtbot.waitUntil(lambda: empty_desk.shell.lock.text() == "● Offline", timeout=20_000)
    assert len(site.asked) == 1


def test_a_dragged_link_asks_too(empty_desk: Desk, site: Site) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://news.example/x")])
    data.setText("https://news.example/x")
    empty_desk.take_in(clipping_in(data))
    box = question(empty_desk)
    assert "not encrypted" not in box.informativeText()
    box.reject()
    assert site.looked_up == []


@pytest.mark.usefixtures("site")
def test_a_written_address_is_no_article(empty_desk: Desk) -> None:
    empty_desk.intake.add_text("www.news.example/x", "")
    question(empty_desk).reject()
    assert dict(empty_desk.bridge.state.articles) == {}


def test_another_site_is_another_question(empty_desk: Desk, site: Site, qtbot: QtBot) -> None:
    site.answers["/x"] = leading_to("http://other.example/")
    agree(paste(empty_desk, "http://news.example/x"))
    qtbot.waitUntil(lambda: bool(QApplication.activeModalWidget() or _questions(empty_desk)), timeout=20_000)
    box = question(empty_desk)
    assert box.text() == "Fetch this page from other.example?"
    assert "http://news.example/x\nleads on to another site" in box.informativeText()
    assert site.looked_up == ["news.example"]
    agree(box)
    qtbot.waitUntil(lambda: len(empty_desk.bridge.state.articles) == 1, timeout=20_000)


def _questions(desk: Desk) -> list[QMessageBox]:
    return [one for one in desk.shell.findChildren(QMessageBox) if one.isVisible()]


def test_it_is_stopped_at_will(empty_desk: Desk, site: Site, qtbot: QtBot) -> None:
    site.answers["/"] = lambda _connection: site.ending.wait(20)
    agree(paste(empty_desk, "http://news.example/"))
    qtbot.waitUntil(lambda: bool(site.asked), timeout=20_000)
    empty_desk.shell.actions_by_id["stop"].trigger()
    qtbot.waitUntil(lambda: empty_desk.bridge.jobs.current is None, timeout=5_000)
    assert dict(empty_desk.bridge.state.articles) == {}


@pytest.mark.usefixtures("site")
def test_a_page_that_is_none_is_told(empty_desk: Desk, qtbot: QtBot) -> None:
    agree(paste(empty_desk, "http://news.example/gone"))
    qtbot.waitUntil(lambda: "404" in _said(empty_desk), timeout=20_000)
    assert dict(empty_desk.bridge.state.articles) == {}


def _said(desk: Desk) -> str:
    return "\n".join(desk.banner.lines)
