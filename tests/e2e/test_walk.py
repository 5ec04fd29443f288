"""A newcomer's walk through the window by keys and clicks: sample story, review, saving, and all the way back.

The second part does the same with an article of one's own, and with what can go wrong.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.fill import fill_shell
from crossquote.gui.garbage import GarbageCollector
from crossquote.gui.start import open_shell
from crossquote.gui.widgets.carrying import RENDITION
from crossquote.model.review import Ruling
from crossquote.model.utterance import Utterance

D = TypeVar("D", bound=QDialog)
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEY = Qt.Key
FIRST = """The ferry

"We will run the ferry in winter," said Mayor Ada Lindqvist. The captain was pleased. "It never rains here," he said.
"""
SECOND = """Ferry news

"We will not run the ferry in winter," said Mayor Ada Lindqvist.
"""


class User:
    """One who sits before the window: presses keys, clicks, answers dialogs."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.open()

    def open(self, paths: tuple[str, ...] = ()) -> None:
        """Start the program."""
        self.shell = open_shell("light")
        self.shell.resize(1200, 800)
        self.desk: Desk = fill_shell(self.shell)
        self.qtbot.addWidget(self.shell, before_close_func=lambda _: self.leave())
        self.shell.show()
        self.qtbot.waitExposed(self.shell)
        if paths:
            self.desk.take_in(paths)
        self.settle()

    def leave(self) -> None:
        """Leave nothing behind, whatever happened."""
        self.desk.bridge.jobs.wait(10_000)
        self.desk.projects.let_go()
        self.shell.may_close = True

    def settle(self) -> None:
        """Wait until all work is done."""
        self.qtbot.waitUntil(lambda: self.desk.bridge.jobs.current is None, timeout=30_000)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, window: QWidget | None = None) -> None:
        """Press a key in the window, or in another."""
        pressed = window or self.shell
        pressed.activateWindow()
        self.qtbot.waitUntil(pressed.isActiveWindow)
        QTest.keyClick(pressed, key, modifier)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click a button."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self, kind: type[D], act: Callable[[D], QWidget]) -> None:
        """Wait for a dialog, let `act` fill it in, and click the button that it returns."""

        def found() -> list[D]:
            return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        button = act(found()[0])
        assert button.isEnabled()
        self.click(button)

    def card_button(self, text: str) -> QToolButton:
        """Return the first verdict button of this name that is not pressed."""
        return next(
            button
            for card in self.desk.comparison.board.cards
            if card.verdicts is not None
            for button in card.verdicts.buttons.values()
            if button.text() == text and not any(other.isChecked() for other in card.verdicts.buttons.values())
        )

    def utterance(self) -> Utterance:
        """Return the utterance that is shown."""
        key = self.desk.comparison.utterance_id
        assert key is not None
        return self.desk.bridge.state.utterances[key]

    def quit(self) -> None:
        """Close the window."""
        self.shell.close()
        self.qtbot.waitUntil(lambda: not self.shell.isVisible())


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[User]:
    """Return a user whose program collects its garbage as the real one does."""
    collector = GarbageCollector()
    collector.start()
    yield User(qtbot)
    collector.stop()


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
    assert user.shell.actions_by_id["undo"].text().startswith("&Undo: Compare with")
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


def choose_last(dialog: ListDialog) -> QWidget:
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
    user.desk.open_article(next(iter(user.desk.bridge.state.articles)))
    reader = user.desk.readers[0]
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
    assert len(user.desk.bridge.state.articles) == 1
    assert user.desk.banner.isVisible()
    said = "\n".join(user.desk.banner.lines)
    for name in ("empty.txt", "picture.txt", tmp_path.name):
        assert name in said


def test_unsaved_work_is_asked_about_and_may_stay(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    user.shell.close()
    user.answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Cancel))
    assert user.shell.isVisible()
    user.shell.close()
    user.answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Discard))
    assert not user.shell.isVisible()


def test_a_rendition_is_dragged_to_another_utterance(user: User) -> None:
    paste(user, FIRST, "Harbour Post")
    paste(user, SECOND, "Island Times")
    table, shown = user.desk.utterances.table, user.desk.comparison.utterance_id
    island = next(card.data.article for card in user.desk.comparison.board.cards if card.data.outlet == "Island Times")
    other = next(row for row in range(table.model().rowCount()) if user.desk.utterances.model.id_at(row) != shown)
    words = user.desk.bridge.state.utterances[user.desk.utterances.model.id_at(other) or ""].renditions[0].text
    data = QMimeData()
    data.setData(RENDITION, island.encode())
    middle = table.visualRect(table.model().index(other, 1)).center()
    drop = QDropEvent(middle.toPointF(), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    enter = QDragEnterEvent(middle, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    for event in (enter, drop):
        QApplication.sendEvent(table.viewport(), event)
    user.settle()
    assert {one.text for one in user.utterance().renditions} >= {words}
    assert len(user.utterance().renditions) == 2


def test_work_without_a_name_is_offered_on_the_first_page_of_the_next_start(user: User) -> None:
    paste(user, SECOND, "Island Times")
    before = user.desk.bridge.state
    user.desk.leave()
    user.open()
    again = next(one for one in user.shell.start_page.findChildren(QPushButton) if one.text().startswith("Unsaved"))
    user.click(again)
    assert user.desk.bridge.state == before
