"""The overview in a real window: it is a page that leads to what is chosen there, and follows what changes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.models.overview import LINE_ROLE, OverviewLine
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.overview import OverviewPane
from crossquote.gui.wishes.articles import RemoveArticles
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ONE = 'One\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n\n"It rained," she said.\n'
TWO = 'Two\n\n"We will open the new harbour bridge on Tuesday," Mayor Ada Lindqvist said.\n'
HOSTILE = "<img src=x>Three\n\n“We will open the new harbour bridge on Monday,” Mayor Ada Lindqvist said.\n"


@pytest.fixture(scope="module")
def told() -> State:
    """Return what three outlets tell, worked out once: a state never changes."""
    session = Session()
    for outlet, text in (("One", ONE), ("Two", TWO), ("<img src=x>Three", HOSTILE)):
        finish(add_text(session, text, outlet))
    return session.state


@pytest.fixture
def state(told: State) -> State:
    return told


def shown(desk: Desk) -> OverviewPane:
    """Return the overview, shown."""
    desk.shell.actions_by_id["overview"].trigger()
    assert desk.overviews.pane is not None
    assert desk.shell.stack.currentWidget() is desk.overviews.pane
    return desk.overviews.pane


def test_it_shows_what_each_article_made_of_it(desk: Desk) -> None:
    pane = shown(desk)
    assert (pane.matrix.rowCount(), pane.matrix.columnCount()) == (3, 1)
    cells = [pane.matrix.index(row, 0).data(ACCESSIBLE) for row in range(3)]
    assert cells[0].endswith(": base")
    assert any(cell.endswith((": major", ": critical", ": minor")) for cell in cells)
    assert [pane.quoted.line(row).label for row in range(pane.quoted.rowCount())] == ["Ada Lindqvist"]
    assert pane.printed.rowCount() == 3
    assert "1" in pane.numbers.text()


def test_columns_share_the_room_from_the_beginning(desk: Desk, qtbot: QtBot) -> None:
    desk.shell.resize(1440, 900)
    header = shown(desk).table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionSize(0) == scaled(150))


def test_a_cell_leads_to_its_rendition(desk: Desk) -> None:
    pane = shown(desk)
    worst = pane.matrix.overview.worst
    assert worst is not None
    row = pane.matrix.overview.articles.index(worst.article)
    pane.table.setCurrentIndex(pane.matrix.index(row, 0))
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert desk.shell.stack.currentWidget() is desk.workspace
    assert not desk.shell.actions_by_id["overview"].isChecked()
    found = desk.comparison.current_rendition
    assert found is not None
    assert found.article == pane.matrix.overview.articles[row]


def test_bars_of_one_list_are_of_one_length_however_wide_letters_are(desk: Desk) -> None:
    pane = shown(desk)
    pane.quoted.show_lines([OverviewLine("Ada", told, share=1.0) for told in ("i" * 12, "W" * 8)])
    pane.quoted_list.setFixedHeight(90)
    QApplication.processEvents()
    found, bar = pane.quoted_list, QColor(desk.shell.appearance.theme.accent.main).rgb()
    picture = found.viewport().grab().toImage()
    heights = (found.visualRect(pane.quoted.index(row)).center().y() for row in range(2))
    narrow, wide = (sum(picture.pixel(x, y) == bar for x in range(picture.width())) for y in heights)
    assert narrow == wide > 0


def test_an_outlet_and_a_speaker_lead_to_their_utterances(desk: Desk) -> None:
    pane = shown(desk)
    for found, model, many in ((pane.nearest_list, pane.nearest, 1), (pane.quoted_list, pane.quoted, 2)):
        label = model.line(0).label
        found.setCurrentIndex(model.index(0))
        QTest.keyClick(found, Qt.Key.Key_Return)
        assert desk.shell.stack.currentWidget() is desk.workspace
        assert desk.utterances.model.filters.chosen[-1].value == label
        assert desk.utterances.model.rowCount() == many
        desk.utterances.clear_filters()
        shown(desk)


def test_the_worst_is_begun_with(desk: Desk) -> None:
    pane = shown(desk)
    worst = pane.matrix.overview.worst
    assert worst is not None
    QTest.mouseClick(pane.begin, Qt.MouseButton.LeftButton)
    assert desk.utterances.current_id() == worst.utterance


def test_escape_and_the_action_lead_back(desk: Desk) -> None:
    pane = shown(desk)
    QTest.keyClick(pane.table, Qt.Key.Key_Escape)
    assert desk.shell.stack.currentWidget() is desk.workspace
    shown(desk)
    desk.shell.actions_by_id["overview"].trigger()
    assert desk.shell.stack.currentWidget() is desk.workspace


@pytest.mark.parametrize("name", ["next", "next-utterance", "rows"])
def test_what_is_done_among_the_utterances_leads_there(desk: Desk, name: str) -> None:
    shown(desk)
    desk.shell.actions_by_id[name].trigger()
    assert desk.shell.stack.currentWidget() is desk.workspace


def test_it_follows_what_changes(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(desk)
    desk.wishes.grant(RemoveArticles((pane.matrix.overview.articles[-1],)))
    qtbot.waitUntil(lambda: pane.matrix.rowCount() == 2, timeout=20_000)
    assert desk.shell.stack.currentWidget() is pane


def test_it_goes_when_nothing_is_open(desk: Desk, qtbot: QtBot) -> None:
    shown(desk)
    desk.wishes.grant(RemoveArticles(tuple(desk.bridge.state.articles)))
    qtbot.waitUntil(lambda: not desk.bridge.state.articles, timeout=20_000)
    assert desk.shell.stack.currentWidget() is desk.shell.start_page


def test_a_stranger_s_words_stay_plain(desk: Desk) -> None:
    pane = shown(desk)
    tips = [pane.matrix.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    lines = [pane.printed.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert not any("<img" in str(tip) for tip in (*tips, *lines))
    assert pane.printed.index(0).data(LINE_ROLE) is not None
    QToolTip.showText(QPoint(0, 0), str(tips[0]), pane)


@pytest.mark.parametrize("width", [760, 1440])
def test_nothing_is_cut_off_at_the_side(desk: Desk, qtbot: QtBot, width: int) -> None:
    pane = shown(desk)
    desk.shell.resize(width, 700)
    qtbot.wait(50)
    for part in (pane.table, pane.nearest_list, pane.quoted_list, pane.printed_list, pane.begin, pane.numbers):
        right = part.mapTo(pane, QPoint(part.width(), 0)).x()
        assert right <= pane.width()
