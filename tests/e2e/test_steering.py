"""Steering and reviewing by keys and clicks: what is done is what was meant, and it is said what was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem

from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.rule import RuleDialog
from e2e.user import CONTROL, KEY, SHIFT, User

FIRST = """The ferry

"We will run the ferry in winter," said Mayor Ada Lindqvist. The captain was pleased. "It never rains here," he said.
"""
SECOND = """Ferry news

"We will not run the ferry in winter," said Mayor Ada Lindqvist.
"""


@pytest.fixture
def story(user: User) -> User:
    """Return a user who has two articles open, which share an utterance."""
    for text, outlet in ((FIRST, "Harbour Post"), (SECOND, "Island Times")):
        user.desk.bridge.add_text(text, outlet, outlet)
        user.settle()
    return user


def open_list(user: User) -> ListDialog:
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
    story.key(KEY.Key_Z, CONTROL)
    assert story.utterance() == shared
