"""What waits for a window's first paint comes once, after it; and where nothing is painted, all the same."""

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui import painted
from crossquote.gui.painted import AfterPaint


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's
        self.told.append("painted")
        super().paintEvent(event)


def test_it_comes_once_after_the_first_paint(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    AfterPaint(window, lambda: window.told.append("after"))
    window.show()
    qtbot.waitUntil(lambda: "after" in window.told)
    window.repaint()
    assert window.told == ["painted", "after", "painted"]


def test_a_window_that_nobody_sees_does_not_wait_for_ever(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painted, "_PATIENCE", 10)
    window = Window()
    qtbot.addWidget(window)
    AfterPaint(window, lambda: window.told.append("after"))
    qtbot.waitUntil(lambda: window.told == ["after"])
