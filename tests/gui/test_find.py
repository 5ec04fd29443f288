"""What is looked for is shown where it stands: in the list, on the cards, in readers and in the help."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.models.articles import ID_ROLE
from crossquote.gui.units import places_of
from crossquote.gui.widgets.found import find_places
from crossquote.gui.windows.help import HelpWindow
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from gui.opened import seen_windows
from gui.waiting import settle


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("The bridge, the Bridge.", "bridge", ["bridge", "Bridge"]),
        ("The old\n bridge is old.", "old bridge", ["old\n bridge"]),
        ("The bridge is old.", "old bridge", ["bridge", "old"]),
        ("The bridge is old.", "  ", []),
        ("The bridge is old.", "harbour", []),
        ("What (now)? 5 %", "(now)? 5", ["(now)? 5"]),
        ("old bridge", " ".join(["old"] * 200 + ["bridge"]), ["old", "bridge"]),
        ("old bridge", "old " + " ".join(map(str, range(100, 300))) + " bridge", ["old"]),
        ("Der MÜLLER, 𝄞 müller", "müller", ["MÜLLER", "müller"]),
    ],
)
def test_places_are_those_of_all_of_it_else_of_each_word(text: str, wanted: str, places: list[str]) -> None:
    assert [place.of(text) for place in find_places(text, wanted)] == places


def test_a_letter_beyond_the_first_plane_counts_two() -> None:
    assert places_of("a𝄞b") == [0, 1, 3, 4]


def look_for(desk: Desk, qtbot: QtBot, words: str) -> None:
    desk.shell.search.setText(words)
    desk.utterances.find_now()
    settle(qtbot, desk)


def washed(desk: Desk) -> bool:
    """Tell whether the list has the wash of what is looked for."""
    QApplication.processEvents()
    picture = desk.utterances.table.viewport().grab().toImage()
    colour = desk.shell.appearance.theme.surface.found
    at = ((x, y) for y in range(0, picture.height(), 3) for x in range(0, picture.width(), 3))
    return any(picture.pixelColor(x, y).name() == colour for x, y in at)


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_list_and_the_cards_show_it(desk: Desk, qtbot: QtBot, side: Qt.LayoutDirection) -> None:
    desk.shell.setLayoutDirection(side)
    words = next(iter(desk.bridge.state.utterances.values())).renditions[0].shown.split()
    wanted = max(words, key=len).strip("“”.,!?")
    assert not washed(desk)
    look_for(desk, qtbot, wanted)
    assert washed(desk)
    assert wanted.casefold() in [
        found.casefold() for card in desk.comparison.board.cards for found in card.words.found()
    ]
    look_for(desk, qtbot, "")
    assert not washed(desk)
    assert not any(card.words.found() for card in desk.comparison.board.cards)


def test_the_articles_that_have_it_stand_first(desk: Desk, qtbot: QtBot) -> None:
    model, articles = desk.articles.model, desk.bridge.state.articles
    last = list(articles.values())[-1]
    others = " ".join(one.text for one in articles.values() if one is not last).casefold()
    word = next(word for word in last.text.split() if word.isalpha() and word.casefold() not in others)
    desk.articles.select([last.id])
    look_for(desk, qtbot, word)
    assert model.row_of(last.id) == 0
    assert desk.articles.selected() == [last.id]
    look_for(desk, qtbot, "")
    assert model.row_of(last.id) == len(articles) - 1
    assert desk.articles.selected() == [last.id]


def test_the_first_article_that_has_it_is_seen_wherever_one_was(desk: Desk, qtbot: QtBot) -> None:
    view, articles = desk.articles.list, list(desk.bridge.state.articles.values())
    desk.shell.resize(760, 600)
    desk.banner.hide()
    for number in range(20):
        desk.intake.add_text(f"Port {number}\n\nNothing was said at the quay on day {number}.\n", f"Post {number}")
    settle(qtbot, desk)
    desk.articles.select([desk.articles.model.index(19).data(ID_ROLE)])
    view.scrollToBottom()
    word = next(word for word in articles[0].text.split() if word.isalpha() and len(word) > 4)
    look_for(desk, qtbot, word)
    first = desk.articles.model.index(0)
    assert first.data(ID_ROLE) in desk.articles.model.found()
    assert view.viewport().rect().contains(view.visualRect(first))


def test_the_next_that_is_found_is_a_key_away(desk: Desk) -> None:
    keys = [key.toString() for key in desk.shell.actions_by_id["next-utterance"].shortcuts()]
    assert keys == ["Ctrl+Down", "F3"]


def test_a_reader_lights_every_place_and_goes_from_one_to_the_next(desk: Desk, qtbot: QtBot) -> None:
    article = next(iter(desk.bridge.state.articles.values()))
    desk.wishes.grant(ReadArticle(article.id))
    (reader,) = seen_windows(ReaderWindow)
    word = next(word for word in article.text.split() if word.isalpha() and len(word) > 2)
    number = len(find_places(article.text, word))
    qtbot.waitUntil(reader.isActiveWindow)
    QTest.keyClick(reader, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = reader.finding
    assert bar.isVisible()
    bar.field.setText(word)
    assert len(reader.text.extraSelections()) == number
    assert bar.told.text().startswith("1 ")
    first = reader.text.textCursor().selectionStart()
    bar.next()
    assert (reader.text.textCursor().selectionStart() != first) == (number > 1)
    bar.previous()
    assert reader.text.textCursor().selectionStart() == first
    bar.field.setText("qqq zzz")
    assert bar.told.text() == "Not found"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.isVisible()
    assert reader.text.extraSelections() == []
    reader.close()


def test_a_reader_opens_with_what_was_looked_for(desk: Desk, qtbot: QtBot) -> None:
    article = next(iter(desk.bridge.state.articles.values()))
    word = next(word for word in reversed(article.text.split()) if word.isalpha() and len(word) > 2)
    look_for(desk, qtbot, word)
    desk.wishes.grant(ReadArticle(article.id))
    (reader,) = seen_windows(ReaderWindow)
    assert reader.finding.field.text() == word
    assert reader.text.textCursor().selectedText().casefold() == word.casefold()
    reader.close()


def test_the_help_is_looked_through_too(desk: Desk, qtbot: QtBot) -> None:
    desk.shell.actions_by_id["checks"].trigger()
    (window,) = seen_windows(HelpWindow)
    window.show_page("negation")
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    window.finding.field.setText("not")
    assert len(window.text.extraSelections()) > 1
    window.show_page("number")
    assert all(one.cursor.selectedText().casefold() == "not" for one in window.text.extraSelections())
    window.close()


@pytest.mark.parametrize("there", [True, False])
def test_a_reader_looks_for_what_is_looked_for_where_its_article_has_it(desk: Desk, *, there: bool) -> None:
    article = next(iter(desk.bridge.state.articles.values()))
    word = next(word for word in article.text.split() if word.isalpha() and len(word) > 2)
    desk.shell.search.setText(word if there else "qqq zzz")
    desk.wishes.grant(ReadArticle(article.id))
    (reader,) = seen_windows(ReaderWindow)
    assert reader.finding.isVisible() is there
    reader.close()
