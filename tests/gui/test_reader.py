"""The reader's text: what is marked, and what is not."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from counting import counted
from crossquote.gui.desk import Desk
from crossquote.gui.speaking import speak
from crossquote.gui.views.article_text import draw_article
from crossquote.gui.views.beside_article import sentence_formats
from crossquote.gui.views.quote_list import QuoteList
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.gui.words import say
from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.work.reading import ArticleSentence
from crossquote.work.settings import LARGEST
from gui.opened import open_on
from gui.spoken import SPOKEN
from gui.waiting import settle


def marked(text: QTextEdit) -> str:
    """Return the characters that have a background of their own."""
    cursor, found = QTextCursor(text.document()), ""
    for place in range(text.document().characterCount() - 1):
        cursor.setPosition(place + 1)
        if cursor.charFormat().background().style() is not Qt.BrushStyle.NoBrush:
            found += text.document().characterAt(place)
    return found


def test_only_quotes_are_marked_wherever_the_caret_stood_before(desk: Desk) -> None:
    article, quote = next((found.article, found) for found in desk.bridge.state.quotes.values())
    desk.wishes.grant(ReadArticle(article, quote.id))
    reader = desk.readers.windows[0]
    once = marked(reader.text)
    assert quote.text(desk.bridge.state.articles[article].text) in once
    cursor = QTextCursor(reader.text.document())
    cursor.setPosition(quote.hull.start + 3)
    reader.text.setTextCursor(cursor)
    desk.shell.appearance.choose("dark")
    assert marked(reader.text) == once


def test_how_differences_are_marked_can_be_chosen_from_the_first_utterance_on(desk: Desk) -> None:
    assert desk.comparison.head.detail.isVisible()
    assert desk.comparison.head.only.isVisible()


def test_an_open_reader_follows_the_text_size_and_keeps_its_bar_within_its_width(desk: Desk) -> None:
    article = next(iter(desk.bridge.state.articles))
    desk.wishes.grant(ReadArticle(article))
    reader = desk.readers.windows[0]
    reader.resize(760, 560)
    usual = reader.text.font().pixelSize()
    desk.choices.prefer(replace(desk.choices.settings, text_size=LARGEST))
    assert reader.text.font().pixelSize() == usual + LARGEST
    assert reader.width() == 760
    assert all(button.geometry().right() <= 760 for button in reader.findChildren(QToolButton) if button.isVisible())


def select(reader: ReaderWindow, words: str) -> None:
    """Select words of the article, as a drag of the mouse does."""
    at = reader.text.toPlainText().index(words)
    cursor = reader.text.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    reader.text.setTextCursor(cursor)


def test_speaker_and_cue_are_picked_in_the_text(desk: Desk, qtbot: QtBot) -> None:
    desk.wishes.grant(ReadArticle("coast", "u2-coast"))
    reader = desk.readers.windows[0]
    qtbot.waitUntil(reader.isActiveWindow)
    named, given = (reader.actions_by_id[name] for name in ("reader-speaker", "reader-cue"))
    assert not named.isEnabled()
    select(reader, "Ada Lindqvist")
    assert named.isEnabled()
    QTest.keyClick(reader.text, Qt.Key.Key_P)
    settle(qtbot, desk)
    quote = desk.bridge.state.quotes["u2-coast"]
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    article = desk.bridge.state.articles["coast"]
    assert (quote.speaker.name, quote.speaker.mention.of(article.text)) == ("Ada Lindqvist", "Ada Lindqvist")
    select(reader, "said")
    given.trigger()
    settle(qtbot, desk)
    cue = desk.bridge.state.quotes["u2-coast"].cue
    assert cue is not None
    assert (cue.span.of(article.text), cue.stance) == ("said", Stance.NEUTRAL)
    assert desk.bridge.state.quotes["u2-coast"].speaker == quote.speaker


def test_the_quote_that_is_chosen_is_seen_with_what_is_around_it_and_stays_so(desk: Desk, qtbot: QtBot) -> None:
    long = "\n\n".join(f"Nothing was said at the quay on day {day} either." for day in range(60))
    text = f"{long}\n\n“We stay in the harbour,” said the mayor.\n\n{long}"
    desk.intake.add_text(text, "Harbour Post")
    settle(qtbot, desk)
    quote = next(one for one in desk.bridge.state.quotes.values() if one.spans[0].start > len(long))
    desk.wishes.grant(ReadArticle(quote.article, quote.id))
    reader = desk.readers.windows[-1]
    for height in (700, 420, 600, 360):
        reader.resize(reader.width(), height)
        QApplication.processEvents()
        room, line = reader.text.viewport().height(), reader.text.cursorRect()
        assert line.height() < line.top() < room - 2 * line.height()


def test_the_caret_stays_where_it_is_when_something_was_done_there(desk: Desk, qtbot: QtBot) -> None:
    article, quote = next((found.article, found) for found in desk.bridge.state.quotes.values())
    desk.wishes.grant(ReadArticle(article, quote.id))
    reader = desk.readers.windows[0]
    words = desk.bridge.state.articles[article].text.split()[-1]
    select(reader, words)
    at = reader.text.textCursor().position()
    reader.name_speaker()
    settle(qtbot, desk)
    speaker = desk.bridge.state.quotes[quote.id].speaker
    assert speaker is not None
    assert speaker.mention is not None
    assert reader.text.textCursor().position() == at
    assert reader.text.textCursor().selectedText() == words


def test_a_text_without_blanks_is_broken_anywhere(desk: Desk) -> None:
    number, article = next(iter(desk.bridge.state.articles.items()))
    desk.wishes.grant(ReadArticle(number))
    text = desk.readers.windows[0].text
    assert text.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    draw_article(text, replace(article, text="x" * 2000), (), "", desk.shell.appearance.theme)
    assert text.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere


def test_sentences_without_a_translation_are_written_as_one_stretch(desk: Desk) -> None:
    """Forty thousand were written one by one: seconds of the window's thread."""
    made = Translation("Wir.", "We.", (("de", "en"),), ())
    sentences = [
        ArticleSentence(Span(at, at + 2), Span(at, at + 2), SentenceKey("x", "de", "en"), made if at == 6 else None)
        for at in range(0, 12, 3)
    ]
    written = list(sentence_formats(sentences, desk.shell.appearance.theme))
    assert [span for span, _ in written] == [Span(0, 5), Span(6, 8), Span(9, 11)]


@pytest.mark.parametrize("language", SPOKEN)
def test_what_a_narrow_reader_has_no_button_for_is_behind_one(
    qapp: QApplication, qtbot: QtBot, state: State, language: str
) -> None:
    speak(qapp, language)
    desk = open_on(qtbot, state)
    desk.wishes.grant(ReadArticle(next(iter(state.articles))))
    (reader,) = desk.readers.windows
    for width in (760, 3000):
        reader.resize(width, 600)
        QApplication.processEvents()
        buttons = [button for button in reader.head.findChildren(QToolButton) if button.isVisible()]
        offered = [button.defaultAction() for button in buttons if button is not reader.head.more]
        behind = reader.head.more.menu().actions() if reader.head.more.isVisible() else []
        assert [*offered, *behind] == list(reader.actions_by_id.values())
        assert all(button.geometry().right() < reader.head.width() for button in buttons)
        assert all(button.geometry().left() >= 0 for button in buttons)
    assert not reader.head.more.isVisible()
    reader.resize(760, 600)
    QApplication.processEvents()
    reader.head.more.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is reader.head.more
    assert reader.head.more.accessibleName() == say("window.reader.more")
    menu = reader.head.more.menu()
    QTimer.singleShot(0, menu.close)
    with qtbot.waitSignal(menu.aboutToShow):
        QTest.keyClick(reader.head.more, Qt.Key.Key_Space)
    reader.close()


def test_keys_are_called_as_the_language_calls_them(qapp: QApplication, qtbot: QtBot, state: State) -> None:
    speak(qapp, "de")
    desk = open_on(qtbot, state)
    article = next(one for one in state.articles.values() if one.detection.language == "uk")
    desk.wishes.grant(ReadArticle(article.id))
    (reader,) = desk.readers.windows
    assert "Strg+Return" in reader.actions_by_id["reader-show"].toolTip()
    assert "Umschalt+B" in reader.actions_by_id["reader-take-back-all"].toolTip()
    menu = QMenu(reader)
    reader.beside.offer(menu, QPoint(40, 80), translated=False)
    assert [action.text().rpartition("\t")[2] for action in menu.actions()][-2:] == ["T", "Umschalt+T"]


def test_an_article_is_written_once_when_it_is_opened_at_a_quote(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def noting(*given: Any) -> list[int]:
        drawn.append(given[3])
        return draw_article(*given)

    monkeypatch.setattr("crossquote.gui.windows.reader.draw_article", noting)
    monkeypatch.setattr("crossquote.gui.windows.reader.formats_of", lambda *_: pytest.fail("there is no translation"))
    article, quote = next((quote.article, quote.id) for quote in desk.bridge.state.quotes.values())
    desk.readers.open_article(ReadArticle(article, quote))
    assert drawn == [quote]
    (reader,) = desk.readers.windows
    assert reader.text.textCursor().position() > 0
    assert reader.list.currentIndex().isValid()
    reader.close()


def test_of_the_quotes_beside_an_article_only_those_are_told_that_are_seen(desk: Desk, state: State) -> None:
    """An item and a tip for each of 20,000 quotes held the window up for a second and a half."""
    (quote, *_), text = state.quotes_of("harbour"), state.articles["harbour"].text
    shown = QuoteList(desk.shell.appearance, desk.shell)
    shown.resize(280, 400)
    shown.show()
    told = []
    for number in (50, 50, 5_000):  # once to load the face
        quotes = [replace(quote, id=f"q{row}") for row in range(number)]
        chosen: list[str] = []
        shown.quote_chosen.connect(chosen.append)
        with counted() as calls:
            shown.show_quotes(quotes, text, "q40")
            QApplication.processEvents()
        told.append(calls[0])
        assert chosen == []
        assert shown.currentIndex().row() == 40
        assert shown.visualRect(shown.currentIndex()).bottom() < shown.viewport().height()
    assert told[2] < told[1] + 5 * 5_000, "Qt asks for each row how many there are, to place it; nothing is made of it"
    shown.choose("q4999")
    assert chosen == ["q4999"]
    assert shown.visualRect(shown.currentIndex()).bottom() < shown.viewport().height()
