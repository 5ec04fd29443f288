"""A quote's ends in the reader: dragged by the mouse, moved by the arrows, and kept as one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.theme.tokens import load_theme
from crossquote.gui.units import UnitPlaces
from crossquote.gui.views.quote_ends import QuoteEnds
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.work.edits.bounds import End
from gui.waiting import settle

QUOTE = "u2-coast"


@pytest.fixture
def reader(desk: Desk) -> ReaderWindow:
    desk.wishes.grant(ReadArticle("coast", QUOTE))
    QApplication.processEvents()
    return desk.readers.windows[0]


def words(desk: Desk) -> str:
    return desk.bridge.state.quotes[QUOTE].text(desk.bridge.state.articles["coast"].text)


def centre(reader: ReaderWindow, place: int) -> QPoint:
    """Return where the text stands at a place of the article, in the text's own view."""
    cursor = QTextCursor(reader.text.document())
    cursor.setPosition(reader._places[place])
    return reader.text.cursorRect(cursor).center()


def test_an_end_is_dragged_to_another_word(desk: Desk, qtbot: QtBot, reader: ReaderWindow) -> None:
    article = desk.bridge.state.articles["coast"].text
    assert words(desk) == "There is danger to the bridge."
    handle = reader.ends.handles[End.END]
    assert handle.isVisible()
    target = handle.mapFrom(reader.text.viewport(), centre(reader, article.index("danger to the bridge") + 6))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, target)
    assert words(desk) == "There is danger to the bridge.", "nothing is done before it is let go"
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert words(desk) == "There is danger"
    rendition = desk.bridge.state.utterances[desk.utterances.current_id() or ""]
    assert rendition is not None


def test_the_arrows_move_an_end_by_a_word(desk: Desk, qtbot: QtBot, reader: ReaderWindow) -> None:
    QTest.keyClick(reader.ends.handles[End.END], Qt.Key.Key_Left)
    settle(qtbot, desk)
    assert words(desk) == "There is danger to the bridge"
    QTest.keyClick(reader.ends.handles[End.START], Qt.Key.Key_Right)
    settle(qtbot, desk)
    assert words(desk) == "is danger to the bridge"
    QTest.keyClick(reader.ends.handles[End.START], Qt.Key.Key_Left)
    settle(qtbot, desk)
    assert words(desk) == "There is danger to the bridge"


def test_an_end_keeps_the_focus_and_its_quote_is_still_chosen_after_a_step(
    desk: Desk, qtbot: QtBot, reader: ReaderWindow
) -> None:
    reader.activateWindow()
    qtbot.waitUntil(reader.isActiveWindow)
    handle, chosen = reader.ends.handles[End.END], reader.list.currentIndex().row()
    handle.setFocus()
    for told in ("There is danger to the bridge", "There is danger to the", "There is danger to"):
        QTest.keyClick(reader.focusWidget(), Qt.Key.Key_Left)
        settle(qtbot, desk)
        assert words(desk) == told
        assert reader.focusWidget() is handle
        assert reader.list.currentIndex().row() == chosen >= 0


def test_without_a_chosen_quote_there_are_no_handles(desk: Desk) -> None:
    desk.wishes.grant(ReadArticle("coast"))
    QApplication.processEvents()
    reader = desk.readers.windows[0]
    assert not any(handle.isVisible() for handle in reader.ends.handles.values())
    assert [handle.accessibleName() for handle in reader.ends.handles.values()] == [
        "Start of the quote", "End of the quote",
    ]  # fmt: skip


def test_the_handles_stand_where_the_ends_are_whatever_the_width(reader: ReaderWindow, qtbot: QtBot) -> None:
    quote = next(quote for quote in reader._quotes if quote.id == QUOTE)

    def stand_right() -> bool:
        ends = {End.START: quote.hull.start, End.END: quote.hull.end}
        return all(handle.geometry().contains(centre(reader, ends[end])) for end, handle in reader.ends.handles.items())

    for width in (1100, 760, 900):
        reader.resize(width, 600)
        qtbot.waitUntil(stand_right)
    reader.text.verticalScrollBar().setValue(20)
    qtbot.waitUntil(stand_right)


@pytest.mark.parametrize(
    ("language", "text", "quoted"), [("ar", "قال إن الجسر آمن الآن", "الجسر آمن"), ("en", "it is safe now", "is safe")]
)
def test_the_arrow_that_leads_on_is_the_one_that_reading_goes_by(
    qtbot: QtBot, language: str, text: str, quoted: str
) -> None:
    page = QTextEdit(text)
    qtbot.addWidget(page)
    page.show()
    article = Article("a", text, "title", "outlet", detection=Detection(language, 1.0))
    start = text.index(quoted)
    quote = Quote("q", "a", (Span(start, start + len(quoted)),), QuoteKind.INDIRECT)
    ends = QuoteEnds(page, load_theme("light"))
    ends.show_quote(quote, (quote,), article, UnitPlaces.within(text, Span(0, len(text))))
    on = Qt.Key.Key_Left if language == "ar" else Qt.Key.Key_Right
    for key in (on, Qt.Key.Key_Down):
        with qtbot.waitSignal(ends.bounds_wanted) as wanted:
            QTest.keyClick(ends.handles[End.END], key)
        assert [span.of(text) for span in wanted.args[1]] == [text[start:]]
