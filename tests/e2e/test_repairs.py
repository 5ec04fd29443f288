"""A translator's walk through what the program took wrong: each thing is put right where it is seen, and stays in view.

An original is told, a rendition taken out and merged back, a quote's ends pulled on its card and in the reader, a
speaker picked in the text; then the list is sifted, the view kept, and several findings ruled on as one step.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox

from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.views.around import Around
from crossquote.gui.views.card import Card
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.model.review import Ruling
from crossquote.work.edits.bounds import End
from e2e.bundle import put_down
from e2e.person import Person, place_in
from e2e.user import CONTROL, KEY, SHIFT

NAME = "Olena Kovalenko"


@pytest.mark.usefixtures("kept_processes")
def test_what_was_taken_wrong_is_put_right_where_it_is_seen(person: Person, tmp_path: Path) -> None:
    person.drop(put_down(tmp_path))
    person.settle()
    tell_the_original(person)
    take_out_and_merge(person)
    pull_an_end_on_the_card(person)
    put_right_in_the_reader(person)
    sift_and_keep(person)
    rule_on_several(person)


def card_of(person: Person, outlet: str) -> Card:
    """Return the card of an outlet, scrolled to."""
    board = person.desk.comparison.board
    person.qtbot.waitUntil(lambda: any(one.data.outlet == outlet for one in board.cards))
    card = next(one for one in board.cards if one.data.outlet == outlet)
    board.ensureWidgetVisible(card)
    return card


def said(person: Person) -> str:
    """Return what the status bar says was done."""
    return person.desk.steps.said.text()


def tell_the_original(person: Person) -> None:
    """Give an article its day, and say that it is the original: every utterance is compared with its words."""
    articles = person.desk.articles
    row = next(row for row in range(8) if articles.model.index(row).data().startswith("Island"))
    person.click_row(articles.list, row)
    person.press(KEY.Key_F2)
    dialog = person.dialog()
    assert isinstance(dialog, ArticleDialog)
    person.press(KEY.Key_Tab, times=3)
    person.type_in("2026-03-04")
    person.press(KEY.Key_Tab, times=3)
    assert isinstance(dialog.focusWidget(), QCheckBox)
    person.press(KEY.Key_Space)
    person.look("repairs-1-original")
    person.press(KEY.Key_Return)
    state = person.desk.bridge.state
    (article,) = (one for one in state.articles.values() if one.outlet == "Island post")
    assert article.date == "2026-03-04"
    bases = {one.renditions[one.base].article for one in state.utterances.values() if len(one.renditions) > 1}
    assert bases == {article.id}
    assert said(person).startswith("Island post described")


def take_out_and_merge(person: Person) -> None:
    """Take a rendition out by S, find oneself beside it, and merge it back by words: its card is current again."""
    person.click_row(person.desk.utterances.table, 0)
    before = person.utterance()
    card = card_of(person, "Harbour mail")
    person.click_at(card, card.rect().topLeft() + card.rect().center() * 0.1)
    person.press(KEY.Key_S)
    assert len(person.utterance().renditions) == 1
    assert said(person).startswith("Taken out of the utterance, Harbour mail")
    person.look("repairs-2-taken-out")
    person.press(KEY.Key_M, SHIFT)
    dialog = person.dialog()
    assert isinstance(dialog, ListDialog)
    person.type_in("three cracks")
    person.look("repairs-3-merge")
    person.press(KEY.Key_Return)
    assert {one.article for one in person.utterance().renditions} == {one.article for one in before.renditions}
    assert said(person).startswith("Utterances merged, Harbour mail")
    current = person.desk.comparison.current_card
    assert current is not None
    assert current.outlet == "Harbour mail"
    person.look("repairs-4-merged")


def around_of(person: Person, outlet: str) -> Around:
    around = card_of(person, outlet).around
    assert around is not None
    return around


def pull_an_end_on_the_card(person: Person) -> None:
    """Show the sentence around a quote, pull the quote's end two words back, and take that back."""
    person.press(KEY.Key_E)
    words = card_of(person, "Harbour mail").data.text
    (text,) = around_of(person, "Harbour mail").texts
    handle = next(one for (_, end), one in around_of(person, "Harbour mail").handles.items() if end is End.END)
    person.desk.comparison.board.ensureWidgetVisible(handle)
    to = place_in(text, text.toPlainText().index(" was hurt") - 1)
    person.drag(handle, text.viewport(), to)
    assert card_of(person, "Harbour mail").data.text == words.removesuffix(" was hurt")
    assert said(person).startswith("Bounds of a quote moved, Harbour mail")
    person.look("repairs-5-pulled")
    person.press(KEY.Key_Z, CONTROL)
    assert card_of(person, "Harbour mail").data.text == words


def put_right_in_the_reader(person: Person) -> None:
    """Read the card's article, pick who speaks in its text, and pull the quote's beginning on; the caret stays."""
    person.press(KEY.Key_Return, CONTROL)
    reader = person.front()
    assert isinstance(reader, ReaderWindow)
    quote = reader.list.currentIndex().row()
    assert quote == 0
    person.select_words(reader.text, "chief engineer")
    at = reader.text.textCursor().position()
    person.press(KEY.Key_P)
    assert said(person).startswith("Speaker named: chief engineer, Harbour mail")
    assert reader.text.textCursor().position() == at
    person.look("repairs-6-speaker")
    person.press(KEY.Key_Z, CONTROL)
    handle = reader.ends.handles[End.START]
    to = place_in(reader.text, reader.text.toPlainText().index("found four"))
    person.drag(handle, reader.text.viewport(), to)
    assert reader.list.currentIndex().data().endswith(": found four cracks in the second pillar, and no one was hurt")
    person.look("repairs-7-beginning")
    person.press(KEY.Key_Z, CONTROL)
    person.press(KEY.Key_Escape)
    current = person.desk.comparison.current_card
    assert current is not None
    assert current.outlet == "Harbour mail"


def sift_and_keep(person: Person) -> None:
    """Show one outlet's utterances alone, keep that view under a name, leave it and take it again."""
    utterances = person.desk.utterances
    every, bar = utterances.model.rowCount(), utterances.bar
    person.pick(bar.more, "Outlet", "Morgenpost Nord")
    shown = utterances.model.rowCount()
    assert 0 < shown < every
    person.pick(bar.kept, "Keep this view")
    assert isinstance(person.dialog(), AskDialog)
    person.type_in("Nord")
    person.look("repairs-8-view")
    person.press(KEY.Key_Return)
    assert person.shell.counts.text() == "View kept: Nord"
    person.press(KEY.Key_J, CONTROL | SHIFT)
    assert utterances.model.rowCount() == every
    person.pick(bar.kept, "Nord")
    assert utterances.model.rowCount() == shown
    person.look("repairs-9-view-taken")
    person.press(KEY.Key_J, CONTROL | SHIFT)


def rule_on_several(person: Person) -> None:
    """Dismiss three findings at once; what stands behind them is next, and one step takes all three back."""
    person.press(KEY.Key_F8)
    pane = person.desk.workspace.findings
    behind = pane.model.entry(3).place
    person.click_row(pane.list, 0)
    person.press(KEY.Key_Down, SHIFT, times=2)
    person.press(KEY.Key_D)
    person.sign(NAME, "repairs-10-name")
    rulings = person.desk.bridge.state.rulings
    assert [decision.ruling for decision in rulings.values()] == [Ruling.DISMISSED] * 3
    assert said(person).startswith("Findings dismissed: 3")
    assert person.desk.comparison.current_place == behind
    person.look("repairs-11-dismissed")
    person.press(KEY.Key_Z, CONTROL)
    assert not person.desk.bridge.state.rulings
    assert said(person).startswith("Took back “Findings dismissed: 3”")
