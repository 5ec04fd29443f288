"""The reader's text: what is marked, and what is not."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolButton

from crossquote.gui.desk import Desk
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.work.settings import LARGEST


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
