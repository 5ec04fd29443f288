"""Texts without blanks: lines end anywhere in them, since Qt takes the square of a word's length."""

import pytest
from PySide6.QtGui import QGuiApplication, QTextOption
from pytestqt.qtbot import QtBot

from crossquote.gui.widgets.text_field import TextField
from crossquote.gui.wrapping import ends_within, wrapping

ANYWHERE = QTextOption.WrapMode.WrapAnywhere
BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("", BETWEEN_WORDS),
        ("We have asked for it. " * 1000, BETWEEN_WORDS),
        ("我们已经强烈要求。" * 1000, BETWEEN_WORDS),
        ("x" * 1000, BETWEEN_WORDS),
        (f"We {'x' * 1001} it", ANYWHERE),
        ("a\N{NO-BREAK SPACE}" * 1000, ANYWHERE),
        ("ب" * 2000, ANYWHERE),
    ],
)
def test_only_an_endless_word_is_broken_anywhere(text: str, mode: QTextOption.WrapMode) -> None:
    assert wrapping(text) is mode


def test_what_is_written_into_a_field_is_broken_as_it_needs(qtbot: QtBot) -> None:
    field = TextField("We have asked for it.")
    qtbot.addWidget(field)
    assert field.wordWrapMode() is BETWEEN_WORDS
    QGuiApplication.clipboard().setText("x" * 20_000)
    field.paste()
    assert field.wordWrapMode() is ANYWHERE
    field.setPlainText("We have.")
    assert field.wordWrapMode() is BETWEEN_WORDS


def test_an_endless_word_ends_between_its_letters_and_the_others_stay_whole() -> None:
    said = "We 🙂 have asked "
    assert ends_within(said * 500) == []
    ends = ends_within(said + "x" * 1001 + " again")
    assert ends[:2] == [len(said) + 1 + 8, len(said) + 1 + 16], "the face takes two units"
    assert len(ends) == 1001 // 8
    marked = "xa\N{COMBINING ACUTE ACCENT}" * 1000
    assert not any(marked[at] == "\N{COMBINING ACUTE ACCENT}" for at in ends_within(marked))
    assert ends_within("a" + "\N{COMBINING ACUTE ACCENT}" * 2000) == []
