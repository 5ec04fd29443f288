"""What tests of the tour do at each step of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.widgets.callout import Callout
from crossquote.work.tour import Stop
from gui.waiting import settle

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SIDES = ("en", pytest.param("ar", marks=pytest.mark.slow))
"""A language that is read from the left, and one from the right: a tour is the same way in each."""


def rest(desk: Desk, qtbot: QtBot) -> None:
    """Wait until all work is done, that of opening the sample too, and the window shows it."""
    settle(qtbot, desk)
    for _ in range(4):
        QApplication.processEvents()


def callout_of(desk: Desk) -> Callout:
    assert desk.tours.walk is not None
    return desk.tours.walk.callout


def stop_of(desk: Desk) -> Stop | None:
    """Return what the tour speaks of now, None where there is no tour."""
    return desk.tours.at.step.stop if desk.tours.at is not None else None


def press(
    desk: Desk, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key, as whoever sits there does: what has the focus gets it."""
    desk.shell.activateWindow()
    qtbot.waitUntil(desk.shell.isActiveWindow)
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None else desk.shell, key, modifier)
    rest(desk, qtbot)


def click(desk: Desk, qtbot: QtBot, part: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at if at is not None else part.rect().center())
    rest(desk, qtbot)
