"""What is pasted may be of any length: what no article can have is not laid out, and many words are looked for once."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.menu_names import menu_text
from crossquote.text.excess import MAX_LETTERS
from gui.opened import seen_windows


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The bridge\n".ljust(MAX_LETTERS, "a"), ()),
        ("The bridge\n".ljust(MAX_LETTERS + 1, "a"), ("400,001 letters",)),
        ("a\n" * 50_000, ("50,000",)),
    ],
    ids=["fits", "letters", "lines"],
)
def test_a_text_that_no_article_can_have_is_refused_in_words(qtbot: QtBot, text: str, why: tuple[str, ...]) -> None:
    dialog = TextDialog("Before. ")
    qtbot.addWidget(dialog)
    dialog.words.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setText(text)
    dialog.words.insertFromMimeData(data)
    boxes = seen_windows(QMessageBox)
    assert dialog.words.toPlainText() == "Before. " + ("" if why else text)
    assert [told in box.text() for told, box in zip(why, boxes, strict=True)] == [True] * len(why)
    for box in boxes:
        box.done(0)


def test_an_action_is_told_once_however_many_words_are_looked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def noting(menu: str) -> str:
        told.append(menu)
        return menu_text(menu)

    monkeypatch.setattr("crossquote.gui.dialogs.palette.menu_text", noting)
    dialog = PaletteDialog(desk.shell.actions_by_id, desk.shell)
    first = len(told)
    dialog.field.setText("a " * 10_000)
    assert len(told) == 2 * first
    assert dialog.none.isHidden()
    dialog.field.setText("zzz")
    assert not dialog.none.isHidden()
    assert dialog.list.count() == 0
    dialog.field.setText("original")
    assert dialog.none.isHidden()
    assert dialog.list.currentItem().text() == "Mark article as the original"
    dialog.reject()
    dialog.deleteLater()
