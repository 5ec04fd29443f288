"""Two texts that scroll in step, whatever becomes of one of them meanwhile."""

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from counting import counted
from crossquote.gui.views.in_step import InStep

LONG = "\n".join(f"Line {number} of a long text." for number in range(300))


def two_texts(qtbot: QtBot) -> tuple[QTextEdit, QTextEdit]:
    """Return two windows that show one long text."""
    both = QTextEdit(), QTextEdit()
    for text in both:
        qtbot.addWidget(text)
        text.resize(300, 200)
        text.setPlainText(LONG)
        text.show()
    return both


def test_a_text_that_became_shorter_is_followed_all_the_same(qtbot: QtBot) -> None:
    left, right = two_texts(qtbot)
    step = InStep(left, right)
    step.pair([(0, 0), (3000, 3000), (6000, 6000)])
    left.setPlainText("\n".join(LONG.split("\n")[:60]))
    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum())
    assert right.verticalScrollBar().value() > right.verticalScrollBar().maximum() // 2


def test_of_a_text_of_many_sentences_some_are_enough_to_follow(qtbot: QtBot) -> None:
    """Where each of forty thousand stands was asked anew with each width: a second and more."""
    left, right = two_texts(qtbot)
    step = InStep(left, right)
    step.pair([(at, at) for at in range(7000)])
    with counted("findBlock") as calls:
        left.verticalScrollBar().setValue(1)
        step._forget()
        left.verticalScrollBar().setValue(left.verticalScrollBar().maximum() // 2)
    assert 0 < calls[0] <= 4000
    assert abs(right.verticalScrollBar().value() - left.verticalScrollBar().value()) <= 2
