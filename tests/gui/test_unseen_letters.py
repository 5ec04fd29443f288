"""What nobody sees comes in by no field of one line, and turns nothing where a stranger's file has it."""

from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.editable_choice import EditableChoice
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.wishes.articles import AskOfArticles
from gui.opened import open_on_two, seen_windows
from gui.waiting import settle

TURNED = "The \u202etsoP\u202c Post"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
LETTERS = [
    (TURNED, "The tsoP Post"),
    ("\u2066Post\u2069", "Post"),
    ("\u200ePost\u200f\u200b\ufeff\xad", "Post"),
    ("Po\x1b[31mst\nx", "Po[31mst x"),
    ("Po\U000e0073\U000e0074st\ufff9", "Post"),
    (WALES, WALES),
    ("نمی\u200cخواهم", "نمی\u200cخواهم"),
    ("👩\u200d🚒", "👩\u200d🚒"),
]


@pytest.mark.parametrize(("text", "seen"), LETTERS)
def test_a_field_takes_what_is_seen(qtbot: QtBot, text: str, seen: str) -> None:
    given, told, pasted = LineField(text), LineField(), LineField()
    choice = EditableChoice()
    for widget in (given, told, pasted, choice):
        qtbot.addWidget(widget)
    told.setText(text)
    QGuiApplication.clipboard().setText(text)
    pasted.paste()
    choice.setCurrentText(text)
    assert [given.text(), told.text(), pasted.text(), choice.currentText()] == [seen] * 4


def test_what_is_written_goes_on_where_it_was(qtbot: QtBot) -> None:
    field = LineField("Pst")
    qtbot.addWidget(field)
    field.setCursorPosition(1)
    field.insert("\u202eo\u200b")
    assert (field.text(), field.cursorPosition()) == ("Post", 2)
    field.insert("🚒\u2066🚒")
    assert (field.text(), field.cursorPosition()) == ("Po🚒🚒st", 6)
    field.insert("x")
    assert (field.text(), field.cursorPosition()) == ("Po🚒🚒xst", 7)


def with_a_turned_outlet(desk: Desk) -> str:
    """Let an article have an outlet as a stranger's project may tell it; return its id."""
    key, article = next(iter(desk.bridge.state.articles.items()))
    articles = {**desk.bridge.state.articles, key: replace(article, outlet=TURNED)}
    desk.bridge.session.state = replace(desk.bridge.state, articles=MappingProxyType(articles))
    desk.bridge.catch_up()
    return key


def describing(desk: Desk, key: str) -> ArticleDialog:
    desk.wishes.grant(AskOfArticles((key,)))
    (dialog,) = seen_windows(ArticleDialog)
    return dialog


def test_what_nobody_touched_is_left_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    key = with_a_turned_outlet(desk)
    dialog = describing(desk, key)
    assert dialog.fields["outlet"].text() == "The tsoP Post"
    assert not dialog.keep.isEnabled()
    dialog.fields["title"].setText("Another \u2067title\u2069")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    told = desk.bridge.state.articles[key]
    assert (told.outlet, told.title) == (TURNED, "Another title")


def test_steps_are_named_without_what_turns_them(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_on_two(qtbot, tmp_path)
    dialog = describing(desk, with_a_turned_outlet(desk))
    dialog.fields["date"].setText("2025-03-15")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    actions = desk.shell.actions_by_id
    assert "The tsoP Post" in actions["undo"].text()
    assert "The tsoP Post" in desk.steps.said.text()
    assert "The tsoP Post" in desk.steps.said.toolTip()
    actions["undo"].trigger()
    settle(qtbot, desk)
    assert "The tsoP Post" in actions["redo"].text()
