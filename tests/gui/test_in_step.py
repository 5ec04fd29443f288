"""Two texts that scroll in step, whatever becomes of one of them meanwhile."""

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from crossquote.gui.views.in_step import InStep

LONG = "\n".join(f"Line {number} of a long text." for number in range(300))


def test_a_text_that_became_shorter_is_followed_all_the_same(qtbot: QtBot) -> None:
    left, right = QTextEdit(), QTextEdit()
    for text in (left, right):
        qtbot.addWidget(text)
        text.resize(300, 200)
        text.setPlainText(LONG)
        text.show()
    step = InStep(left, right)
    step.pair([(0, 0), (3000, 3000), (6000, 6000)])
    left.setPlainText("\n".join(LONG.split("\n")[:60]))
    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum())
    assert right.verticalScrollBar().value() > right.verticalScrollBar().maximum() // 2
