"""The sentence around a quote, shown on its card on demand: there its ends are dragged, or moved by the arrows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.views.around import Around
from crossquote.gui.views.quote_ends import EndHandle
from crossquote.work.edits.bounds import End
from gui.waiting import settle

QUOTE = "u2-coast"


@pytest.fixture
def around(desk: Desk) -> Around:
    """Return what stands around the second rendition of the second utterance, shown by its key."""
    assert desk.utterances.select("u2")
    desk.comparison.choose_article("coast")
    QApplication.processEvents()
    QTest.keyClick(desk.comparison.board.cards[1], Qt.Key.Key_E)
    QApplication.processEvents()
    return shown(desk)


def shown(desk: Desk) -> Around:
    (found,) = [card.around for card in desk.comparison.board.cards if card.around is not None]
    assert found.isVisible()
    return found


def handle(desk: Desk, end: End) -> EndHandle:
    return shown(desk).handles[QUOTE, end]


def words(desk: Desk) -> str:
    return desk.bridge.state.quotes[QUOTE].text(desk.bridge.state.articles["coast"].text)


def test_the_sentence_is_shown_and_hidden_by_a_key(desk: Desk, around: Around) -> None:
    (text,) = around.texts
    assert text.toPlainText() == "Tomas Berg said: “There is danger to the bridge.”"
    assert desk.comparison.current_article == "coast"
    QTest.keyClick(desk.comparison.board.cards[1], Qt.Key.Key_E)
    assert all(card.around is None for card in desk.comparison.board.cards)


def test_an_end_is_dragged_to_another_word(desk: Desk, qtbot: QtBot, around: Around) -> None:
    (text,) = around.texts
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index("danger") + 6)
    pulled = handle(desk, End.END)
    target = pulled.mapFrom(text.viewport(), text.cursorRect(cursor).center())
    QTest.mousePress(pulled, Qt.MouseButton.LeftButton)
    QTest.mouseMove(pulled, target)
    assert words(desk) == "There is danger to the bridge.", "nothing is done before it is let go"
    QTest.mouseRelease(pulled, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert words(desk) == "There is danger"
    assert desk.comparison.current_article == "coast"
    assert "There is danger" in shown(desk).texts[0].toPlainText(), "what was asked for stays open"


@pytest.mark.usefixtures("around")
def test_the_arrows_move_an_end_by_a_word_and_stay_on_it(desk: Desk, qtbot: QtBot) -> None:
    handle(desk, End.END).setFocus()
    for told in ("There is danger to the bridge", "There is danger to the", "There is danger to"):
        holder = QApplication.focusWidget()
        assert holder is handle(desk, End.END)
        QTest.keyClick(holder, Qt.Key.Key_Left)
        settle(qtbot, desk)
        assert words(desk) == told


def test_both_ends_are_reached_by_tab(desk: Desk, around: Around) -> None:
    desk.comparison.board.cards[1].setFocus()
    reached = []
    for _ in range(12):
        QTest.keyClick(desk.shell.focusWidget(), Qt.Key.Key_Tab)
        reached.append(desk.shell.focusWidget())
    assert [one for one in reached if one in around.handles.values()] == list(around.handles.values())


def test_handles_stand_where_the_ends_are_whatever_the_width(desk: Desk, qtbot: QtBot, around: Around) -> None:
    (text,) = around.texts

    def at(place: int) -> QPoint:
        cursor = QTextCursor(text.document())
        cursor.setPosition(place)
        return text.cursorRect(cursor).center()

    start = text.toPlainText().index("There")
    ends = {End.START: start, End.END: start + len("There is danger to the bridge.")}
    for width in (1440, 900, 1100):
        desk.shell.resize(width, 900)
        qtbot.waitUntil(
            lambda: all(around.handles[QUOTE, end].geometry().contains(at(ends[end])) for end in End), timeout=3000
        )


def test_in_the_table_the_cards_are_shown_instead(desk: Desk) -> None:
    desk.utterances.select("u2")
    desk.comparison.head.show_table()
    desk.comparison._choose(1)
    desk.shell.actions_by_id["around"].trigger()
    assert shown(desk).texts
