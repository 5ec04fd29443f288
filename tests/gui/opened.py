"""A window opened whole, as the program opens it."""

from pathlib import Path
from typing import TypeVar
from weakref import ref

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.fill import fill_shell
from crossquote.gui.start import open_shell
from crossquote.model.state import State
from gui.waiting import settle

W = TypeVar("W", bound=QWidget)


def open_window(qtbot: QtBot) -> Desk:
    """Return the desk of a window in the light theme; it and the file it keeps its work in are closed with the test."""
    shell = open_shell("light")
    shell.resize(1440, 900)
    desk = fill_shell(shell)
    desk.choices.settings = replace(desk.choices.settings, reviewer_asked=True)  # tests of it ask for themselves
    close_with_test(desk, qtbot)
    shell.show()
    qtbot.waitExposed(shell)
    return desk


def open_on(qtbot: QtBot, state: State) -> Desk:
    """Return the desk of a window that shows `state`."""
    desk = open_window(qtbot)
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    return desk


def open_on_two(qtbot: QtBot, folder: Path) -> Desk:
    """Return the desk of a window that has read two articles, written into `folder`, which report one utterance."""
    desk = open_window(qtbot)
    for name, words in (("one", "We will never open the old bridge"), ("two", "We will open the old bridge")):
        path = folder / f"{name}.txt"
        path.write_text(f"The bridge, {name}\n\n“{words},” said Mayor Ada Lindqvist.\n", encoding="utf-8")
        desk.take_in((str(path),))
        settle(qtbot, desk)
    return desk


def close_with_test(desk: Desk, qtbot: QtBot) -> None:
    """Let a window be closed with the test, where the test has not closed it: one that is closed is freed."""
    kept, placeholder = ref(desk), QWidget()

    def close(_: QWidget, /, _held: QWidget = placeholder) -> None:
        desk = kept()
        if desk is not None and isValid(desk):
            close_work(desk)
            desk.shell.close()
            desk.shell.deleteLater()

    qtbot.addWidget(placeholder, before_close_func=close)


def seen_windows(kind: type[W]) -> list[W]:
    """Return the windows of a kind that are seen."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def answer_asked(text: str) -> None:
    """Give a line of text to the one window that asks for one."""
    (dialog,) = seen_windows(AskDialog)
    assert dialog.line is not None
    dialog.line.setCurrentText(text)
    dialog.give.click()


def close_work(desk: Desk) -> None:
    """Let the work of a window end, close its file, and let the window close without a question."""
    desk.bridge.jobs.wait(10_000)
    desk.projects.let_go()
    desk.shell.may_close = True
