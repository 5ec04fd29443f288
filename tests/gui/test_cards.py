"""What the mouse does on a card: its words choose it and open its article, a finding's buttons show when pointed at."""

import operator
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from counting import counted
from crossquote.comparison.instruments.side_by_side import stand_on_scale
from crossquote.gui.controllers.review import FINDING_MENU
from crossquote.gui.desk import Desk
from crossquote.gui.models.cards import cards_of
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.views.board import GAP, Board
from crossquote.gui.views.card import Card, CardStyle
from crossquote.gui.views.finding import FindingRow
from crossquote.gui.views.kept import bars_of
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.model.quote import Speaker
from crossquote.model.utterance import Utterance
from crossquote.work.report import gather_report, gather_utterance
from gui.hand_made import sample_state
from gui.waiting import PATIENCE


def test_a_click_on_the_words_chooses_their_card(desk: Desk) -> None:
    for index in (2, 1):
        card = desk.comparison.board.cards[index]
        QTest.mouseClick(card.words.viewport(), Qt.MouseButton.LeftButton)
        assert desk.comparison.current_article == card.data.article


def test_a_double_click_on_the_words_opens_their_article(desk: Desk) -> None:
    card = desk.comparison.board.cards[1]
    QTest.mouseDClick(card.words.viewport(), Qt.MouseButton.LeftButton)
    assert [reader.article_id for reader in desk.readers.windows] == [card.data.article]


def point_at(row: FindingRow) -> list[QToolButton]:
    """Move the pointer onto a finding; return the buttons that show."""
    at = QPointF(4, 4)
    QApplication.sendEvent(row, QEnterEvent(at, at, at))
    return [button for button in row.findChildren(QToolButton) if button.isVisibleTo(row)]


def test_a_finding_shows_its_buttons_when_pointed_at_and_the_first_has_the_rest(desk: Desk, qtbot: QtBot) -> None:
    known = desk.comparison.board.cards[1].findings[0]
    row = FindingRow(known.number, known.reviewed, desk.shell.appearance.theme, desk.shell)
    row.setGeometry(300, 300, 320, 80)
    row.show()
    assert not row.findChildren(QToolButton)
    buttons = point_at(row)
    assert [button.accessibleName().partition(":")[0] for button in buttons] == ["More", "Why?", "Accept", "Dismiss"]
    with qtbot.waitSignal(row.menu_requested):
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    offered = {action for group in FINDING_MENU for action in group}
    assert {"dismiss-reason", "dismiss-alike", "rule", "note-finding", "why"} <= offered
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not any(button.isVisibleTo(row) for button in buttons)


def test_a_file_that_holds_no_rules_is_refused_by_its_name(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"rules": [{"check": 7}]}', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    desk.shell.actions_by_id["import-rules"].trigger()
    qtbot.waitUntil(desk.banner.isVisible, timeout=PATIENCE)
    assert "other.json" in "\n".join(desk.banner.lines)
    assert not desk.bridge.state.rules


def test_the_window_shows_of_renditions_side_by_side_what_the_report_shows() -> None:
    state = sample_state()
    for told in gather_report(state).utterances:
        cards = cards_of(state.utterances[told.id], state)
        texts = [card.beside for card in cards]
        assert stand_on_scale(texts, texts[0].language) == told.read.scaled
        kept = told.read.kept
        assert [bar.share for bar in bars_of(cards)] == ([kept.shares[row] for row in kept.order] if kept else [])
        assert [card.quoted for card in cards] == [one.quoted for _, one in told.base_first]


@pytest.mark.parametrize(
    ("base", "noted"),
    [
        ("uk", "the base is in another language, and no language package turns Ukrainian into English. B makes this"),
        (None, "the language of the base is unknown"),
    ],
)
def test_what_is_not_compared_as_only_its_base_is_not_read_says_so(base: str | None, noted: str) -> None:
    state = sample_state()
    told = state.utterances["u1"]
    first, *others = told.renditions
    unread = replace(told, renditions=(replace(first, language=base), *others), comparisons=(None,) * 4)
    notes = [card.note for card in cards_of(unread, state)]
    assert not notes[0]
    assert noted in notes[1]
    assert noted in notes[2]
    assert "turns German into English" in notes[3]
    reported = gather_utterance(replace(state, utterances=MappingProxyType({"u1": unread})), "u1")
    assert reported is not None
    base, read = "report.base_not_read", "report.not_compared"
    assert [one.why_uncompared.code for one in reported.renditions] == ["", base, base, read]


def test_a_card_says_whom_its_article_names_where_that_is_another_than_the_utterances(desk: Desk) -> None:
    quote = next(one for one in desk.bridge.state.quotes.values() if one.speaker is not None)
    named = replace(quote, speaker=Speaker(None, "Maria Holm"))
    state = replace(desk.bridge.state, quotes=MappingProxyType({**desk.bridge.state.quotes, quote.id: named}))
    told = state.utterances["u1"]
    cards = cards_of(told, state)
    other = next(card for card in cards if quote.id in card.quotes)
    assert other.credit == "here said by Maria Holm"
    assert other.credit in other.spoken
    alike = replace(quote, speaker=Speaker(None, "Ада Ліндквіст"), language="uk")
    written = replace(state, quotes=MappingProxyType({**desk.bridge.state.quotes, quote.id: alike}))
    assert not any(card.credit for card in cards_of(told, written) if quote.id in card.quotes)
    drawn = Card(other, CardStyle(), desk.shell.appearance.theme)
    assert other.credit in [label.text() for label in drawn.findChildren(QLabel)]
    assert not any(card.credit for card in cards_of(desk.bridge.state.utterances["u1"], desk.bridge.state))


def test_an_utterance_that_is_chosen_lays_each_text_out_a_few_times(desk: Desk) -> None:
    other = next(key for key in desk.bridge.state.utterances if key != desk.comparison.utterance_id)
    with counted("setTextWidth") as laid_out:
        assert desk.utterances.select(other)
        QApplication.processEvents()
    texts = [text for card in desk.comparison.board.cards for text in (card.words, card.original) if text]
    assert 0 < laid_out[0] <= 4 * len(texts)


def test_no_part_of_a_card_has_a_style_sheet_of_its_own(desk: Desk) -> None:
    for card in desk.comparison.board.cards:
        assert not [part for part in card.findChildren(QWidget) if part.styleSheet()]


def test_words_stand_as_wide_as_their_card_whatever_was_measured(desk: Desk) -> None:
    for card in desk.comparison.board.cards:
        card.words.heightForWidth(card.words.width() * 2)
        card.words.grab()
        assert card.words.document().textWidth() == card.words.viewport().width()


LAST = 30
"""The index of the last of many renditions."""


def crowd(desk: Desk) -> None:
    """Let the window come to show an utterance of many renditions."""
    told = desk.bridge.state.utterances["u1"]
    renditions = (told.renditions[0], *told.renditions[1:2] * LAST)
    comparisons = (told.comparisons[0], *told.comparisons[1:2] * LAST)
    many = replace(told, id="many", renditions=renditions, comparisons=comparisons)
    desk.comparison.show_utterance(many, desk.bridge.state)


def test_of_many_cards_those_that_are_seen_are_made_at_once_and_the_rest_between_other_events(
    desk: Desk, qtbot: QtBot
) -> None:
    crowd(desk)
    board = desk.comparison.board
    below = board.viewport().height()
    assert len(board.cards) <= 12
    assert max(card.geometry().bottom() for card in board.cards) >= below
    seen = [card.geometry() for card in board.cards if card.y() < below]
    qtbot.waitUntil(lambda: len(board.cards) == LAST + 1, timeout=PATIENCE)
    assert [card.geometry() for card in board.cards[: len(seen)]] == seen


def test_of_cards_with_long_texts_one_is_made_at_once_and_one_an_event_in_the_room_of_all(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two cards of 390,000 letters held the window for more than a second."""
    board, told = desk.comparison.board, desk.bridge.state.utterances["u1"]
    made: list[int] = []

    def noting(cards: Sequence[Card]) -> None:
        made.append(len(cards))
        Board.add_cards(board, cards)

    monkeypatch.setattr(board, "add_cards", noting)
    three = lengthened(told)
    desk.comparison.show_utterance(three, desk.bridge.state)
    width = board.cards[0].width()
    assert len(board.cards) < 3
    qtbot.waitUntil(lambda: len(board.cards) == 3, timeout=PATIENCE)
    assert made == [1, 1, 1]
    assert width - 2 * GAP < board.cards[0].width() <= width, "but for the bar that it is scrolled by"


def test_a_window_made_larger_lays_out_one_card_with_a_long_text_an_event(desk: Desk, qtbot: QtBot) -> None:
    """Three of 390,000 Chinese letters held the window for a second and a half."""
    board = desk.comparison.board
    desk.comparison.show_utterance(lengthened(desk.bridge.state.utterances["u1"]), desk.bridge.state)
    qtbot.waitUntil(lambda: len(board.cards) == 3 and not board.arranging.busy, timeout=PATIENCE)
    before = [card.width() for card in board.cards]
    steps: list[int] = []
    board.arranging.stepped.connect(
        lambda _: steps.append(sum(map(operator.ne, before, (c.width() for c in board.cards))))
    )
    desk.shell.resize(desk.shell.width() + 120, desk.shell.height())
    assert [card.width() for card in board.cards] == before

    def is_laid_out() -> bool:
        return len({card.width() for card in board.cards}) == 1 and not board.arranging.busy

    qtbot.waitUntil(is_laid_out, timeout=PATIENCE)
    assert steps[-1] == 3
    assert all(after - one <= 1 for one, after in pairwise([0, *steps]))
    assert [card.height() for card in board.cards] == [card.heightForWidth(card.width()) for card in board.cards]


def lengthened(told: Utterance) -> Utterance:
    """Return an utterance of three renditions, the last two of which are very long."""
    short = told.renditions[0]
    long = replace(short, text="We asked for three ferries. " * 2_000)
    return replace(told, id="three", renditions=(short, long, long), comparisons=(None, None, None))


def test_cards_with_long_texts_that_are_made_anew_stay_where_they_were_scrolled_to(desk: Desk, qtbot: QtBot) -> None:
    board = desk.comparison.board
    desk.comparison.show_utterance(lengthened(desk.bridge.state.utterances["u1"]), desk.bridge.state)
    qtbot.waitUntil(lambda: len(board.cards) == 3, timeout=PATIENCE)
    QApplication.processEvents()
    bar = board.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, most = bar.value(), bar.maximum()
    assert place > board.viewport().height()
    three = lengthened(desk.bridge.state.utterances["u1"])
    corrected = replace(three.renditions[1], text=three.renditions[1].text[:-2] + "!")
    renditions = (three.renditions[0], corrected, three.renditions[2])
    desk.comparison.show_utterance(replace(three, renditions=renditions), desk.bridge.state)
    assert len(board.cards) < 3
    qtbot.waitUntil(lambda: len(board.cards) == 3, timeout=PATIENCE)
    QApplication.processEvents()
    assert (bar.value(), bar.maximum()) == (place, most)


def last_made(desk: Desk) -> Card:
    """Return the last of many cards once it is made, and with it all others; no turn of the events makes many."""
    board, made = desk.comparison.board, [len(desk.comparison.board.cards)]
    assert made[0] <= 12
    while board.cards[-1].data.index != LAST:
        QApplication.processEvents()
        made.append(len(board.cards))
    assert max(after - before for before, after in pairwise(made)) <= 12
    assert len(board.cards) == LAST + 1
    return board.cards[-1]


def is_in_view(desk: Desk, part: QWidget) -> bool:
    """Tell whether a part of the cards can be seen on the board."""
    view = desk.comparison.board.viewport()
    return view.rect().intersects(part.rect().translated(part.mapTo(view, QPoint(0, 0))))


def test_the_current_card_stays_in_view_where_the_window_becomes_smaller(desk: Desk, qtbot: QtBot) -> None:
    crowd(desk)
    desk.comparison.previous_rendition()
    card = last_made(desk)
    assert is_in_view(desk, card.words)
    for width, height in ((760, 600), (1300, 700), (800, 900)):
        desk.shell.resize(width, height)
        qtbot.waitUntil(lambda: is_in_view(desk, card.words))


def test_a_card_that_waits_is_gone_to_once_it_is_made_when_its_finding_is(desk: Desk) -> None:
    crowd(desk)
    desk.comparison.show_finding(LAST, 1)
    assert desk.comparison.current_place == FindingPlace("many", LAST, 1)
    card = last_made(desk)
    assert desk.comparison.current_place == FindingPlace("many", LAST, 1)
    assert card.words.lit() == ["two"]
    assert card.property("current")
    assert all(is_in_view(desk, row) for row in card.findings if row.number == 1)


def test_a_card_that_waits_is_gone_to_once_it_is_made_when_it_is_stepped_to(desk: Desk) -> None:
    crowd(desk)
    desk.comparison.previous_rendition()
    card = last_made(desk)
    assert card.property("current")
    assert is_in_view(desk, card)


def test_the_focus_goes_along_to_a_card_that_waits(desk: Desk) -> None:
    crowd(desk)
    desk.comparison.board.cards[1].findings[1].setFocus()
    desk.comparison.show_finding(LAST, 1)
    card = last_made(desk)
    assert desk.shell.focusWidget() in [row for row in card.findings if row.number == 1]
    assert desk.comparison.current_place == FindingPlace("many", LAST, 1)


def test_the_focus_stays_where_it_went_while_a_card_waits(desk: Desk) -> None:
    crowd(desk)
    desk.comparison.board.cards[1].setFocus()
    desk.comparison.previous_rendition()
    desk.workspace.utterances.table.setFocus()
    card = last_made(desk)
    assert card.property("current")
    assert desk.shell.focusWidget() is desk.workspace.utterances.table


def test_of_the_cards_that_wait_the_one_that_was_wished_last_is_gone_to(desk: Desk) -> None:
    crowd(desk)
    desk.comparison.board.cards[1].setFocus()
    desk.comparison.previous_rendition()
    desk.comparison.next_rendition()
    card = last_made(desk)
    assert not card.property("current")
    assert desk.comparison.board.cards[1].property("current")
    assert desk.shell.focusWidget() is desk.comparison.board.cards[1]
    assert not is_in_view(desk, card)


def test_a_card_that_is_made_anew_is_gone_to_again(desk: Desk, qtbot: QtBot) -> None:
    crowd(desk)
    desk.comparison.board.cards[1].setFocus()
    desk.comparison.previous_rendition()
    last_made(desk)
    desk.comparison.head.mark_letters()
    assert len(desk.comparison.board.cards) < LAST
    qtbot.waitUntil(lambda: len(desk.comparison.board.cards) == LAST + 1, timeout=PATIENCE)
    card = desk.comparison.board.cards[-1]
    assert card.property("current")
    assert desk.shell.focusWidget() is card
    assert is_in_view(desk, card)


def test_another_utterance_drops_the_wish_for_a_card_that_waits(desk: Desk) -> None:
    crowd(desk)
    desk.comparison.previous_rendition()
    state = desk.bridge.state
    desk.comparison.show_utterance(state.utterances["u1"], state)
    crowd(desk)
    assert not last_made(desk).property("current")
    assert desk.comparison.current_rendition is None


def test_a_long_outlet_leaves_the_kind_of_a_rendition_whole(desk: Desk, qtbot: QtBot) -> None:
    state = desk.bridge.state
    long = {key: replace(one, outlet="The evening paper of the northern coast") for key, one in state.articles.items()}
    desk.bridge.session.state = replace(state, articles=MappingProxyType(long))
    desk.bridge.catch_up()
    for card in desk.comparison.board.cards:
        tag = next(one for one in card.findChildren(ElidedLabel) if one.text() == card.data.tag)
        qtbot.waitUntil(partial(is_whole, tag), timeout=PATIENCE)


def is_whole(label: QWidget) -> bool:
    return isinstance(label, ElidedLabel) and label.width() >= label.fontMetrics().horizontalAdvance(label.text())
