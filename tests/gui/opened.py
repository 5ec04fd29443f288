"""A window opened whole, as the program opens it."""

from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
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
from crossquote.message import message
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from gui.waiting import settle

W = TypeVar("W", bound=QWidget)
TWO = {
    name: f"The bridge, {name}\n\n“{words},” said Mayor Ada Lindqvist.\n"
    for name, words in (("one", "We will never open the old bridge"), ("two", "We will open the old bridge"))
}
"""Two articles that report one utterance, by the names of their files."""


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
    """Return the desk of a window that has taken in two articles, which lie in `folder` and report one utterance."""
    desk = open_window(qtbot)
    for name, text in TWO.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    for state in read_two():
        there = {key: replace(one, path=str(folder / one.path)) for key, one in state.articles.items()}
        take(qtbot, desk, replace(state, articles=MappingProxyType(there)))
    return desk


def take(qtbot: QtBot, desk: Desk, state: State, count: int = 1) -> None:
    """Let a window go on to `state`, made by a step that added so many articles: what they hold was read elsewhere."""
    added = message("did.add-articles", count=count)
    desk.bridge.do(message("window.job.reading"), partial(desk.bridge.session.move_to, state, added))
    settle(qtbot, desk)


@cache
def read_two() -> tuple[State, ...]:
    """Return what the program makes of the first of two articles, and of both; read once, for all windows on them."""
    session, states = Session(), list[State]()
    with TemporaryDirectory() as folder:
        for name, text in TWO.items():
            path = Path(folder, f"{name}.txt")
            path.write_text(text, encoding="utf-8")
            finish(add_files(session, [path]))
            states.append(session.state)
    named = [{key: replace(one, path=Path(one.path).name) for key, one in state.articles.items()} for state in states]
    return tuple(replace(state, articles=MappingProxyType(one)) for state, one in zip(states, named, strict=True))


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
