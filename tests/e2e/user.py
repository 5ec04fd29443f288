"""One who sits before the window, for the tests that walk through it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.fill import fill_shell
from crossquote.gui.start import open_shell
from crossquote.model.utterance import Utterance
from gui.waiting import settle

D = TypeVar("D", bound=QDialog)
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEY = Qt.Key


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
        settle(self.qtbot, self.desk)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, window: QWidget | None = None) -> None:
        """Press a key in the window, or in another."""
        pressed = window or self.shell
        pressed.activateWindow()
        self.qtbot.waitUntil(pressed.isActiveWindow)
        QTest.keyClick(pressed, key, modifier)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is, as a keyboard does."""
        for _ in range(times):
            self.shell.activateWindow()
            self.qtbot.waitUntil(self.shell.isActiveWindow)
            QTest.keyClick(QApplication.focusWidget() or self.shell, key, modifier)
            self.settle()

    def click(self, widget: QWidget) -> None:
        """Click a button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def found(self, kind: type[D], title: str = "") -> list[D]:
        """Return the dialogs of a kind that are open."""
        listed = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return [one for one in listed if not title or one.windowTitle() == title]

    def answer(self, kind: type[D], act: Callable[[D], QWidget], title: str = "") -> None:
        """Wait for a dialog, let `act` fill it in, and click the button that it returns."""
        self.qtbot.waitUntil(lambda: bool(self.found(kind, title)))
        self.settle()
        button = act(self.found(kind, title)[0])
        assert button.isEnabled()
        self.click(button)

    def dismiss(self, kind: type[D]) -> None:
        """Close the dialogs of a kind by Escape."""
        for dialog in self.found(kind):
            QTest.keyClick(dialog, KEY.Key_Escape)
        self.qtbot.waitUntil(lambda: not self.found(kind))

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
