"""A newcomer's walk through the window by keys and clicks: sample story, review, saving, and all the way back.

The second part does the same with an article of one's own, and with what can go wrong.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget

from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.views.left_work import LeftWork
from crossquote.gui.widgets.dragging import RENDITION, UTTERANCE
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.model.finding import Finding
from crossquote.model.review import Ruling
from e2e.user import CONTROL, KEY, NONE, SHIFT, User

FIRST = """The ferry

"We will run the ferry in winter," said Mayor Ada Lindqvist. The captain was pleased. "It never rains here," he said.
"""
SECOND = """Ferry news

"We will not run the ferry in winter," said Mayor Ada Lindqvist.
"""


def write(text: str) -> Callable[[AskDialog], QWidget]:
    def fill(dialog: AskDialog) -> QWidget:
        if dialog.line is not None:
            dialog.line.setEditText(text)
        if dialog.words is not None:
            dialog.words.setPlainText(text)
        return dialog.give

    return fill


def judge_everything(user: User) -> None:
    """Give every rendition of the shown utterance a verdict, by keys."""
    number = len(user.utterance().renditions) - 1
    for place in range(number):
        user.key(KEY.Key_L)
        user.key((KEY.Key_1, KEY.Key_2, KEY.Key_3)[place % 3])


def rule_on_findings(user: User) -> None:
    """Walk findings; accept one, dismiss others, with a reason, all of a kind, and by a rule."""
    user.key(KEY.Key_J)
    user.key(KEY.Key_A)
    user.key(KEY.Key_J)
    user.key(KEY.Key_D)
    user.key(KEY.Key_J)
    user.key(KEY.Key_R)
    user.answer(AskDialog, write("Same meaning"))
    user.key(KEY.Key_J)
    user.key(KEY.Key_D, SHIFT)
    user.key(KEY.Key_J)
    user.key(KEY.Key_R, SHIFT)
    user.answer(RuleDialog, lambda dialog: dialog.make)


def test_the_sample_story_is_reviewed_saved_and_taken_back(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = next(
        button for button in user.shell.start_page.findChildren(QPushButton) if "sample" in button.text().casefold()
    )
    user.click(sample)
    assert len(user.desk.bridge.state.articles) == 7
    rule_on_findings(user)
    state = user.desk.bridge.state
    rulings = [decision.ruling for decision in state.rulings.values()]
    assert rulings.count(Ruling.ACCEPTED) == 1
    assert rulings.count(Ruling.DISMISSED) >= 3
    assert "Same meaning" in {decision.reason for decision in state.rulings.values()}
    assert len(state.rules) == 1
    user.click(user.card_button("Faithful"))
    judge_everything(user)
    assert len(user.desk.bridge.state.verdicts) == len(user.utterance().renditions) - 1
    assert f"{len(user.desk.bridge.state.verdicts)} of" in user.shell.counts.text()
    user.key(KEY.Key_N)
    user.answer(AskDialog, write("Ask for the recording."))
    assert [note.text for note in user.desk.bridge.state.notes.values()] == ["Ask for the recording."]
    user.key(KEY.Key_B)
    assert user.shell.actions_by_id["undo"].text().startswith("&Undo “Compared with")
    target = tmp_path / "walk.crossquote"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    user.key(KEY.Key_S, CONTROL)
    assert user.shell.windowTitle() == "walk – Crossquote"
    kept = user.desk.bridge.state
    user.quit()
    user.open((str(target),))
    assert user.desk.bridge.state == kept
    user.key(KEY.Key_H, CONTROL)
    user.answer(ListDialog, choose_last)
    assert not user.desk.bridge.state.articles
    assert user.shell.stack.currentWidget() is user.shell.start_page
    undone = 0
    while user.shell.actions_by_id["redo"].isEnabled():
        assert user.shell.actions_by_id["redo"].text() != "R&edo"
        user.key(KEY.Key_Z, SHIFT | CONTROL)
        undone += 1
    assert undone > 10
    assert user.desk.bridge.state == kept


def choose_last(dialog: ListDialog[object]) -> QWidget:
    """Choose the last line: in the history, the beginning."""
    line = dialog.tree.topLevelItem(dialog.tree.topLevelItemCount() - 1)
    assert line is not None
    dialog.tree.setCurrentItem(line)
    return dialog.act


def paste(user: User, text: str, outlet: str) -> None:
    def fill(dialog: TextDialog) -> QWidget:
        dialog.outlet.setText(outlet)
        dialog.words.setPlainText(text)
        return dialog.add

    user.key(KEY.Key_N, CONTROL)
    user.answer(TextDialog, fill)


def test_articles_of_ones_own_are_corrected_moved_and_referred_to(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    paste(user, SECOND, "Island Times")
    assert len(user.utterance().renditions) == 2
    user.key(KEY.Key_L)
    user.key(KEY.Key_S)
    assert len(user.utterance().renditions) == 1
    user.key(KEY.Key_M)
    user.answer(ListDialog, lambda dialog: dialog.act)
    assert len(user.utterance().renditions) == 2
    user.key(KEY.Key_L)
    user.key(KEY.Key_C)

    def rename(dialog: QuoteDialog) -> QWidget:
        dialog.speaker.setEditText("Ada Lindqvist-Berg")
        return dialog.keep

    user.answer(QuoteDialog, rename)
    assert "Ada Lindqvist-Berg" in {
        quote.speaker.name for quote in user.desk.bridge.state.quotes.values() if quote.speaker
    }
    user.key(KEY.Key_N, SHIFT)
    user.answer(AskDialog, write("Compare the minutes."))
    assert user.desk.comparison.noted.text() == "Note: Compare the minutes."
    user.key(KEY.Key_B, SHIFT)
    user.answer(AskDialog, write("We shall run no ferry in winter"))
    assert user.utterance().reference
    assert user.desk.comparison.board.cards[0].data.outlet == "What was really said"
    while user.shell.actions_by_id["undo"].isEnabled():
        user.key(KEY.Key_Z, CONTROL)
    assert not user.desk.bridge.state.articles


def test_a_quote_is_marked_and_taken_away_in_the_reader(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    user.desk.wishes.grant(ReadArticle(next(iter(user.desk.bridge.state.articles))))
    reader = user.desk.readers.windows[0]
    before = len(user.desk.bridge.state.quotes)
    cursor = QTextCursor(reader.text.document())
    start = FIRST.index("The captain")
    cursor.setPosition(start)
    cursor.setPosition(start + len("The captain was pleased"), QTextCursor.MoveMode.KeepAnchor)
    reader.text.setTextCursor(cursor)
    user.key(KEY.Key_Q, window=reader)
    user.answer(QuoteDialog, lambda dialog: dialog.keep)
    quotes = user.desk.bridge.state.quotes
    assert len(quotes) == before + 1
    assert "The captain was pleased" in {quote.text(FIRST) for quote in quotes.values()}
    reader.show_quote(next(key for key, quote in quotes.items() if "captain" in quote.text(FIRST)))
    user.key(KEY.Key_X, window=reader)
    assert len(user.desk.bridge.state.quotes) == before
    user.key(KEY.Key_Z, CONTROL, reader)
    assert len(user.desk.bridge.state.quotes) == before + 1
    user.key(KEY.Key_Escape, window=reader)
    assert not reader.isVisible()


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(user: User, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (tmp_path / "good.txt").write_text(SECOND, encoding="utf-8")
    data = QMimeData()
    names = ("empty.txt", "picture.txt", "good.txt", "")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    QGuiApplication.clipboard().setMimeData(data)
    user.key(KEY.Key_V, CONTROL)
    QGuiApplication.clipboard().clear()  # Qt would free what lies there after Python has ended, and crash
    assert len(user.desk.bridge.state.articles) == 1
    assert user.desk.banner.isVisible()
    said = "\n".join(user.desk.banner.lines)
    for name in ("empty.txt", "picture.txt"):
        assert said.count(name) == 1


def test_unsaved_work_is_asked_about_and_may_stay(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    user.shell.close()
    user.answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Cancel))
    assert user.shell.isVisible()
    user.shell.close()
    user.answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Discard))
    assert not user.shell.isVisible()


def drop(user: User, kind: str, what: str, row: int) -> None:
    """Let something go on a row of the utterances, looking at the hint on the way."""
    table = user.desk.utterances.table
    data = QMimeData()
    data.setData(kind, what.encode())
    middle = table.visualRect(table.model().index(row, 1)).center()
    held = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(middle, Qt.DropAction.MoveAction, data, held, NONE)
    over = QDragMoveEvent(middle, Qt.DropAction.MoveAction, data, held, NONE)
    QApplication.sendEvent(table.viewport(), enter)
    QApplication.sendEvent(table.viewport(), over)
    assert table.hinted.row() == (row if over.isAccepted() else -1)
    if over.isAccepted():
        let_go = QDropEvent(middle.toPointF(), Qt.DropAction.MoveAction, data, held, NONE)
        QApplication.sendEvent(table.viewport(), let_go)
        assert not table.hinted.isValid()
    user.settle()


def test_a_rendition_is_dragged_to_another_utterance(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    paste(user, SECOND, "Island Times")
    table, shown = user.desk.utterances.table, user.desk.comparison.utterance_id
    island = next(card.data.article for card in user.desk.comparison.board.cards if card.data.outlet == "Island Times")
    other = next(row for row in range(table.model().rowCount()) if user.desk.utterances.model.id_at(row) != shown)
    words = user.desk.bridge.state.utterances[user.desk.utterances.model.id_at(other) or ""].renditions[0].text
    drop(user, RENDITION, island, other)
    assert {one.text for one in user.utterance().renditions} >= {words}
    assert len(user.utterance().renditions) == 2


def test_an_utterance_is_dragged_onto_another_and_never_onto_itself(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    paste(user, SECOND, "Island Times")
    model, shown = user.desk.utterances.model, user.utterance().id
    outlet = user.desk.comparison.board.cards[0].data.outlet
    before = user.desk.bridge.state
    drop(user, UTTERANCE, shown, model.row_of(shown))
    assert user.desk.bridge.state is before
    drop(user, UTTERANCE, shown, next(row for row in range(model.rowCount()) if model.id_at(row) != shown))
    assert len(user.desk.bridge.state.utterances) == 1
    assert user.shell.actions_by_id["undo"].text() == f"&Undo “Utterances merged, {outlet}”"
    user.key(KEY.Key_Z, CONTROL)
    assert user.desk.bridge.state == before


def test_a_finding_is_noted_its_check_turned_off_and_rules_taken_in(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(user, FIRST, "Harbour Post")
    paste(user, SECOND, "Island Times")
    user.key(KEY.Key_J)
    found = user.desk.comparison.current_finding
    assert found is not None
    assert found.key.check == "negation"
    user.key(KEY.Key_F)
    user.answer(AskDialog, write("The minutes have the “not”."))
    rows = [row for card in user.desk.comparison.board.cards for row in card.findings]
    assert [row.reviewed.note.text for row in rows if row.reviewed.note] == ["The minutes have the “not”."]
    assert "Note: The minutes" in next(row for row in rows if row.reviewed.note).accessibleName()
    user.key(KEY.Key_R, SHIFT)
    user.answer(RuleDialog, lambda dialog: dialog.make)
    path = tmp_path / "rules.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.key(KEY.Key_R, CONTROL)
    user.answer(ListDialog, lambda dialog: dialog.other)
    user.answer(ListDialog, lambda dialog: dialog.act)
    assert not user.desk.bridge.state.rules
    user.answer(ListDialog, lambda dialog: dialog.more)
    user.answer(ListDialog, lambda dialog: dialog.act, title="Import rules")
    assert len(user.desk.bridge.state.rules) == 1
    user.dismiss(ListDialog)
    user.key(KEY.Key_Z, CONTROL)
    assert not user.desk.bridge.state.rules
    user.key(KEY.Key_J)
    user.key(KEY.Key_W)
    window = user.desk.help.window
    assert window is not None
    check = window.current
    assert check in {finding.check for finding in findings_of(user)}
    assert window.switch.text() == "Turn this check off"
    user.click(window.switch)
    assert window.switch.text() == "Turn this check on"
    assert user.desk.bridge.state.checks_off == check
    assert check not in {finding.check for finding in findings_of(user)}
    user.key(KEY.Key_Escape, window=window)
    user.key(KEY.Key_K, SHIFT | CONTROL)
    user.answer(ChecksDialog, lambda dialog: dialog.all)
    user.answer(ChecksDialog, lambda dialog: dialog.keep)
    assert user.desk.bridge.state.checks_off == ""
    assert check in {finding.check for finding in findings_of(user)}


def findings_of(user: User) -> list[Finding]:
    return [finding for one in user.utterance().comparisons if one for finding in one.findings]


def test_one_quote_is_placed_moved_and_taken_out_in_the_reader(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    paste(user, SECOND, "Island Times")
    paste(user, "Bridge\n\nThe ferry will not run in winter, as the mayor told us.\n", "Bridge News")
    article = list(user.desk.bridge.state.articles)[-1]
    user.desk.wishes.grant(ReadArticle(article))
    reader = user.desk.readers.windows[0]
    marked = "The ferry will not run in winter"
    select(reader, marked)
    user.key(KEY.Key_Q, window=reader)
    user.answer(QuoteDialog, choose_home("rains"))
    quote = next(key for key, one in user.desk.bridge.state.quotes.items() if one.article == article)
    assert home_of(user, quote) == {marked, "It never rains here"}
    reader.show_quote(quote)
    user.key(KEY.Key_M, window=reader)
    user.answer(ListDialog, lambda dialog: dialog.act)
    assert any("ferry in winter" in words for words in home_of(user, quote))
    assert user.utterance().id in {one.id for one in user.desk.bridge.state.utterances.values()}
    user.key(KEY.Key_S, window=reader)
    assert home_of(user, quote) == {marked}
    user.key(KEY.Key_Z, CONTROL, reader)
    assert len(home_of(user, quote)) > 1


def select(reader: ReaderWindow, words: str) -> None:
    cursor = QTextCursor(reader.text.document())
    start = reader.text.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    reader.text.setTextCursor(cursor)


def choose_home(words: str) -> Callable[[QuoteDialog], QWidget]:
    """Wait until the dialog offers utterances; choose the one with `words`."""

    def choose(dialog: QuoteDialog) -> QWidget:
        texts = [dialog.home.itemText(row) for row in range(dialog.home.count())]
        assert dialog.why.text()
        dialog.home.setCurrentIndex(next(row for row, text in enumerate(texts) if words in text))
        return dialog.keep

    return choose


def home_of(user: User, quote: str) -> set[str]:
    """Return the words of all renditions of the utterance that a quote belongs to."""
    utterances = user.desk.bridge.state.utterances.values()
    home = next(one for one in utterances if any(quote in rendition.quotes for rendition in one.renditions))
    return {rendition.text for rendition in home.renditions}


def test_work_without_a_name_is_offered_on_the_first_page_of_the_next_start(user: User) -> None:
    paste(user, SECOND, "Island Times")
    before = user.desk.bridge.state
    user.desk.leave()
    user.open()
    (again,) = user.shell.start_page.findChildren(LeftWork)
    user.click(again.buttons[0])
    assert user.desk.bridge.state == before
