"""Steering and reviewing by keys and clicks: what is done is what was meant, and it is said what was done."""

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QTreeWidgetItem

from crossquote.gui.controllers.review import CARD_MENU
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.views.card import Card
from crossquote.gui.wishes.articles import ReadArticle, RemoveArticles
from crossquote.gui.words import say
from crossquote.model.review import Verdict
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.wording.telling import tell
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from e2e.user import CONTROL, KEY, SHIFT, User
from gui.opened import take

FIRST = """The ferry

"We will run the ferry in winter," said Mayor Ada Lindqvist. The captain was pleased. "It never rains here," he said.
"""
SECOND = """Ferry news

"We will not run the ferry in winter," said Mayor Ada Lindqvist.
"""


@pytest.fixture
def story(user: User) -> User:
    """Return a user who has two articles open, which share an utterance."""
    for state in two_articles():
        take(user.qtbot, user.desk, state)
    return user


@cache
def two_articles() -> tuple[State, ...]:
    """Return what the program makes of the first article, and of both."""
    session, states = Session(), list[State]()
    for text, outlet in ((FIRST, "Harbour Post"), (SECOND, "Island Times")):
        finish(add_text(session, text, outlet))
        states.append(session.state)
    return tuple(states)


def open_list(user: User) -> ListDialog[object]:
    user.qtbot.waitUntil(lambda: bool(user.found(ListDialog)))
    user.settle()
    return user.found(ListDialog)[0]


def test_the_history_goes_nowhere_by_enter_or_double_click(story: User) -> None:
    before = story.desk.bridge.state
    story.key(KEY.Key_H, CONTROL)
    dialog = open_list(story)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(dialog.field, key)
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, KEY.Key_Return)
    item = dialog.tree.currentItem()
    assert isinstance(item, QTreeWidgetItem)
    place = dialog.tree.visualItemRect(item).center()
    QTest.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    story.settle()
    assert dialog.isVisible()
    assert story.desk.bridge.state == before
    QTest.keyClick(dialog, KEY.Key_G, Qt.KeyboardModifier.AltModifier)
    story.qtbot.waitUntil(lambda: story.desk.bridge.state != before)


def test_a_rule_is_taken_back_by_its_button_alone(story: User) -> None:
    story.key(KEY.Key_J)
    story.key(KEY.Key_R, SHIFT)
    dialog = story.found(RuleDialog)[0]
    story.click(dialog.make)
    story.key(KEY.Key_R, CONTROL)
    listed = open_list(story)
    QTest.keyClick(listed.field, KEY.Key_Return)
    story.settle()
    assert len(story.desk.bridge.state.rules) == 1
    story.click(listed.act)
    assert not story.desk.bridge.state.rules


def test_what_was_taken_out_is_followed_there_and_back(story: User) -> None:
    shared = story.utterance()
    story.key(KEY.Key_L)
    story.key(KEY.Key_S)
    assert len(story.utterance().renditions) == 1
    article = story.desk.comparison.current_article
    story.key(KEY.Key_Z, CONTROL)
    assert story.utterance() == shared
    assert story.desk.comparison.current_article == article


def test_the_focus_never_falls_into_the_search_field(story: User) -> None:
    before = story.desk.bridge.state
    story.click(story.desk.comparison.board.cards[1])
    assert story.desk.comparison.board.cards[1].hasFocus()
    story.press(KEY.Key_S)
    assert story.desk.comparison.board.cards[0].hasFocus()
    story.press(KEY.Key_Z, CONTROL)
    assert story.desk.bridge.state == before
    assert story.shell.search.text() == ""


def test_a_reader_leads_back_to_its_own_card(story: User) -> None:
    story.click(story.desk.comparison.board.cards[1])
    rainy = next(quote for quote in story.desk.bridge.state.quotes.values() if quote.text(FIRST).startswith("It never"))
    for quote in (rainy.id, story.utterance().renditions[1].quotes[0]):
        story.desk.wishes.grant(ReadArticle(story.desk.bridge.state.quotes[quote].article, quote))
        reader = story.desk.readers.windows[-1]
        story.key(KEY.Key_Return, CONTROL, reader)
        story.qtbot.waitUntil(story.shell.isActiveWindow)
        shown = QApplication.focusWidget()
        assert isinstance(shown, Card)
        assert quote in shown.data.quotes


def test_the_current_card_stays_current_when_it_is_judged(story: User) -> None:
    story.desk.intake.add_text(FIRST.replace("in winter", "in spring"), "Quay News")
    story.settle()
    story.click(story.desk.comparison.board.cards[1])
    story.press(KEY.Key_L)
    story.press(KEY.Key_1)
    story.press(KEY.Key_2)
    verdicts = [card.data.verdict for card in story.desk.comparison.board.cards]
    assert verdicts == [None, None, Verdict.PARAPHRASE]


def test_the_current_card_stays_so_when_one_comes_before_it(story: User) -> None:
    first = next(one.id for one in story.desk.bridge.state.articles.values() if one.outlet == "Harbour Post")
    story.desk.intake.add_text(SECOND.replace("in winter", "in spring"), "Quay News")
    story.settle()
    story.desk.wishes.grant(RemoveArticles((first,)))
    story.settle()
    card = next(one for one in story.desk.comparison.board.cards if one.data.outlet == "Quay News")
    story.click(card)
    story.press(KEY.Key_Z, CONTROL)
    assert len(story.desk.comparison.board.cards) == 3
    shown, current = QApplication.focusWidget(), story.desk.comparison.current_card
    assert isinstance(shown, Card)
    assert shown.data.outlet == "Quay News"
    assert current is not None
    assert current.outlet == "Quay News"


def test_a_ruling_is_said_and_leads_on_to_the_next_open_finding(story: User) -> None:
    story.press(KEY.Key_J)
    first = story.desk.comparison.current_finding
    assert first is not None
    story.press(KEY.Key_A)
    assert story.desk.steps.said.text() == "Accepted: negation, Harbour Post · Ctrl+Z takes it back"
    story.press(KEY.Key_Z, CONTROL)
    assert story.desk.steps.said.text().startswith("Took back “Accepted: negation, Harbour Post” · ")
    assert not story.desk.bridge.state.rulings
    story.press(KEY.Key_K)
    story.press(KEY.Key_D, SHIFT)
    assert story.desk.steps.said.text().startswith("All of negation in this utterance dismissed (1), Harbour Post")


def test_what_does_not_apply_is_not_offered(story: User) -> None:
    offered = story.shell.actions_by_id
    story.desk.utterances.table.setFocus()
    assert not any(offered[name].isEnabled() for name in ("accept", "dismiss", "why", "faithful", "version", "unpin"))
    story.press(KEY.Key_L)
    assert all(offered[name].isEnabled() for name in ("faithful", "split", "base", "move"))
    assert not any(offered[name].isEnabled() for name in ("version", "others", "no-verdict"))
    story.press(KEY.Key_B)
    story.press(KEY.Key_H)
    assert offered["unpin"].isEnabled()
    story.click(story.desk.comparison.board.cards[0])
    assert not any(offered[name].isEnabled() for name in ("base", "faithful"))
    menu = story.desk.review.menu(CARD_MENU)
    names = {action.text() for action in menu.actions()}
    menu.deleteLater()
    assert "Make base" not in {name.replace("&", "") for name in names}
    assert "Back to the automatic base" in {name.replace("&", "") for name in names}
    offered["unpin"].trigger()
    story.settle()
    assert not story.desk.bridge.state.pins


def test_no_letter_typed_in_the_list_goes_to_another_row(story: User) -> None:
    table = story.desk.utterances.table
    table.setFocus()
    row = table.currentIndex().row()
    for key in (KEY.Key_A, KEY.Key_D, KEY.Key_T):
        story.press(key)
    assert table.currentIndex().row() == row


def test_no_menu_has_a_letter_twice(story: User) -> None:
    for name, menu in story.shell.menus.items():
        texts = (action.text().replace("&&", "") for action in menu.actions())
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert sorted(letters) == sorted(set(letters)), name


def test_half_words_are_marked_whole_before_the_reader_and_chosen_there(story: User) -> None:
    article = next(one.id for one in story.desk.bridge.state.articles.values() if one.outlet == "Harbour Post")
    story.desk.wishes.grant(ReadArticle(article))
    reader = story.desk.readers.windows[0]
    start = FIRST.index("captain was pleased")
    cursor = QTextCursor(reader.text.document())
    cursor.setPosition(start + 2)
    cursor.setPosition(start + len("captain was plea"), QTextCursor.MoveMode.KeepAnchor)
    reader.text.setTextCursor(cursor)
    story.key(KEY.Key_Q, window=reader)
    story.qtbot.waitUntil(lambda: bool(story.found(QuoteDialog)))
    dialog = story.found(QuoteDialog)[0]
    assert dialog.parentWidget() is reader
    story.settle()
    story.click(dialog.keep)
    assert reader.list.currentIndex().data().endswith(": captain was pleased")
    story.key(KEY.Key_C, window=reader)
    story.qtbot.waitUntil(lambda: bool(story.found(QuoteDialog)))
    assert story.found(QuoteDialog)[0].parentWidget() is reader
    story.dismiss(QuoteDialog)


def look_for(user: User, text: str) -> None:
    """Type into the search field and go to what it finds."""
    user.key(KEY.Key_F, CONTROL)
    QTest.keyClicks(user.shell.search, text)
    user.press(KEY.Key_Return)


def test_what_only_an_article_says_is_found_there(story: User) -> None:
    work = story.desk.workspace
    look_for(story, "captain pleased")
    assert work.utterances.model.rowCount() == 0
    assert work.articles.list.hasFocus()
    assert work.articles.model.found() == work.articles.selected()
    assert story.shell.counts.text().startswith("Found: utterances 0, articles 1 · ")
    story.press(KEY.Key_Return)
    (reader,) = story.desk.readers.windows
    assert reader.text.textCursor().selectedText() == "captain"
    reader.close()
    story.key(KEY.Key_F, CONTROL)
    story.press(KEY.Key_Escape)
    assert story.shell.search.text() == ""
    assert work.utterances.table.hasFocus()
    assert work.utterances.model.rowCount() == 2
    assert not work.articles.model.found()


def test_the_card_that_has_what_is_looked_for_comes_into_view(story: User) -> None:
    for number in range(9):
        words = "in thirty winters" if number == 7 else f"in winter, nor on day {number} of spring"
        story.desk.intake.add_text(SECOND.replace("in winter", words), f"Quay {number}")
        story.settle()
    board = story.desk.comparison.board
    assert board.verticalScrollBar().value() == 0
    look_for(story, "thirty")
    assert story.desk.utterances.table.hasFocus()
    current = story.desk.comparison.current_card
    assert current is not None
    assert current.outlet == "Quay 7"

    def is_seen() -> bool:
        found = (one for one in board.cards if one.data.outlet == "Quay 7")
        return any(not card.words.visibleRegion().isEmpty() for card in found)

    story.qtbot.waitUntil(is_seen)  # a card far down is made between other events


def test_nothing_is_left_undone_while_it_is_under_way(user: User, tmp_path: Path) -> None:
    for number in range(24):
        text = FIRST.replace("winter", f"winter, for the {number + 2}th time")
        (tmp_path / f"post-{number}.txt").write_text(text, encoding="utf-8")
    told = set()
    user.desk.bridge.jobs.stepped.connect(lambda _: told.add(user.shell.counts.text()))
    user.desk.take_in((str(tmp_path),))
    user.settle()
    assert len(told) > 1
    assert not any("not all compared yet" in line for line in told)


def test_what_an_utterance_says_is_found_and_counted(story: User) -> None:
    look_for(story, "rains")
    utterances = story.desk.utterances
    assert utterances.table.hasFocus()
    assert utterances.model.found() == utterances.model.rowCount() == 1


def test_a_second_click_on_a_header_turns_the_order_round(story: User) -> None:
    table, model = story.desk.utterances.table, story.desk.utterances.model
    header = table.horizontalHeader()
    chosen, first = story.utterance().id, list(model.ids())
    for column, expected in ((3, first), (3, first[::-1]), (0, first), (0, first[::-1])):
        place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert model.ids() == expected
        assert header.sortIndicatorSection() == column
        assert story.utterance().id == chosen
    assert str(model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)).startswith("Severity")


def test_what_is_all_judged_is_done(story: User) -> None:
    story.press(KEY.Key_L)
    story.press(KEY.Key_1)
    index = story.desk.utterances.model.index(0, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "2 articles, 1 of 1 reviewed: done"


def test_while_quotes_are_compared_the_list_says_so(user: User) -> None:
    said = set()
    user.desk.bridge.jobs.stepped.connect(lambda _: said.add(user.desk.utterances.empty.text()))
    user.desk.intake.add_text("Quiet\n\nNobody said anything.\n", "Quiet")
    user.settle()
    assert "Comparing…" in said
    assert user.desk.utterances.empty.text() == "No quotes found yet."


def test_the_buttons_of_a_finding_cover_none_of_its_words(story: User) -> None:
    rows = [row for card in story.desk.comparison.board.cards for row in card.findings]
    assert rows
    for row in rows:
        row.setFocus()
        buttons = [button for button in row.findChildren(QToolButton) if button.isVisible()]
        assert len(buttons) == 4
        places = [button.geometry() for button in buttons]
        assert all(row.rect().contains(place) for place in places)
        story.desk.utterances.table.setFocus()
        drawn = row.grab().toImage()
        for place in places:
            inside = place.intersected(row.rect().adjusted(1, 1, -1, -1))
            across, down = range(inside.left(), inside.right()), range(inside.top(), inside.bottom())
            assert len({drawn.pixel(x, y) for x in across for y in down}) == 1


def test_the_chosen_finding_is_in_view_and_goes_back_to_the_top_with_another_base(story: User) -> None:
    story.shell.resize(800, 560)
    story.press(KEY.Key_J)
    rows = (row for card in story.desk.comparison.board.cards for row in card.findings)
    (row,) = (row for row in rows if row.accessibleDescription() == say("window.finding.chosen"))
    port = story.desk.comparison.board.viewport()
    shown = port.rect().intersected(QRect(row.mapTo(port, QPoint(0, 0)), row.size()))
    assert shown.height() >= min(row.height(), port.height() - 60)
    story.press(KEY.Key_B)
    assert story.desk.comparison.board.verticalScrollBar().value() == 0


def test_why_begins_with_what_the_finding_says(story: User) -> None:
    story.press(KEY.Key_J)
    found = story.desk.comparison.current_finding
    assert found is not None
    story.press(KEY.Key_W)
    window = story.desk.help.window
    assert window is not None
    assert window.text.toPlainText().startswith(tell(found.finding.message))
    story.key(KEY.Key_F1, SHIFT)
    assert not window.text.toPlainText().startswith(tell(found.finding.message))
