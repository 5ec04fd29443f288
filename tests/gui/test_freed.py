"""What is closed is freed: no dialog, box, menu or reader stays behind in memory."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crossquote.errors import ErrorCode, UserError
from crossquote.gui.application import Application
from crossquote.gui.controllers.review import CARD_MENU
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.frames import Frames
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.gui.wishes.packages import DownloadMissing, FetchIndex
from crossquote.gui.wishes.quotes import MoveQuote
from crossquote.message import message
from gui.opened import open_window
from gui.test_pseudo import OPENING, kept, story  # noqa: F401 - fixtures
from gui.waiting import Lasting, settle


def widgets() -> list[str]:
    """Return the names of the classes of all widgets that there are, once what is to be deleted is."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return sorted(type(one).__name__ for one in QApplication.allWidgets())


def close_all(desk: Desk) -> None:
    """Close every window but the main one, as Escape does."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window is not desk.shell:
            window.done(QDialog.DialogCode.Rejected) if isinstance(window, QDialog) else window.close()


def left_by(desk: Desk, qtbot: QtBot, open_one: Callable[[], object]) -> list[str]:
    """Open and close something twice; return the widgets that the second leaves behind."""
    counts = []
    for _ in range(2):
        open_one()
        settle(qtbot, desk)
        close_all(desk)
        counts.append(widgets())
    return sorted((Counter(counts[-1]) - Counter(counts[0])).elements())


def test_what_an_action_opens_is_freed(kept: Desk, qtbot: QtBot) -> None:  # noqa: F811 - the fixture
    actions = kept.shell.actions_by_id
    left = {action: left_by(kept, qtbot, actions[action].trigger) for action in OPENING}
    assert {action: names for action, names in left.items() if names} == {}


def crash(desk: Desk) -> None:
    desk.bridge.crashed.emit(RuntimeError("a mistake"))


def offer_copy(desk: Desk) -> None:
    problem = UserError(ErrorCode.IN_USE, message("error.package", why=""), path="x.crossquote")
    desk.projects._take_over(Path("x.crossquote"), problem)


def close_window(desk: Desk) -> None:
    desk.shell.close()


BESIDES: dict[str, Callable[[Desk], object]] = {
    "crash": crash,
    "copy": offer_copy,
    "close": close_window,
    "network": lambda desk: desk.wishes.grant(FetchIndex()),
    "missing": lambda desk: desk.wishes.grant(DownloadMissing(())),
    "reader": lambda desk: desk.wishes.grant(ReadArticle(next(iter(desk.bridge.state.articles)))),
    "menu": lambda desk: desk.review.menu(CARD_MENU).popup(QPoint(10, 10)),
    "article's menu": lambda desk: desk.articles._show_menu(
        desk.articles.list.visualRect(desk.articles.model.index(0)).center()
    ),
    "utterance's menu": lambda desk: desk.utterances._show_menu(QPoint(60, 10)),
}


def test_a_reader_that_was_closed_while_its_wish_was_looked_into_leaves_the_answer_to_the_window(
    kept: Desk,  # noqa: F811 - the fixture
    qtbot: QtBot,
) -> None:
    quote = next(iter(kept.bridge.state.quotes.values()))
    kept.wishes.grant(ReadArticle(quote.article))
    settle(qtbot, kept)
    (reader,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ReaderWindow) and one.isVisible())
    reader.wished.emit(MoveQuote(quote.id))
    reader.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(reader)
    settle(qtbot, kept)
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ListDialog) and one.isVisible())
    assert dialog.parent() is kept.shell
    close_all(kept)


def test_what_comes_up_besides_is_freed(kept: Desk, qtbot: QtBot) -> None:  # noqa: F811 - the fixture
    left = {which: left_by(kept, qtbot, partial(show, kept)) for which, show in BESIDES.items()}
    assert {which: names for which, names in left.items() if names} == {}


@pytest.fixture
def frames(qapp: Application, qtbot: QtBot) -> Iterator[Frames]:
    """Return the windows of the program: one."""
    frames = Frames(qapp)
    frames.adopt(open_window(qtbot))
    yield frames
    frames.deleteLater()


def test_a_window_that_is_closed_is_freed_while_another_stays(frames: Frames, qtbot: QtBot) -> None:
    before = widgets()
    another = frames.open_another()
    settle(qtbot, another)
    gone = [weakref.ref(one) for one in (another, another.shell, another.bridge, another.bridge.session)]
    another.leaving.at_once()
    del another
    assert sorted((Counter(widgets()) - Counter(before)).elements()) == []
    gc.collect()
    assert [one() for one in gone] == [None] * len(gone)


def test_a_window_whose_work_did_not_stop_is_freed_with_it(frames: Frames, qtbot: QtBot) -> None:
    another, lasting = frames.open_another(), Lasting()
    settle(qtbot, another)
    shell = another.shell
    lasting.begin(another, qtbot)
    another.leaving.at_once()
    widgets()
    assert isValid(shell)
    assert not lasting.open_at_its_end
    qtbot.waitUntil(lambda: not isValid(shell))
    assert lasting.open_at_its_end == [True]


def test_a_window_that_speaks_another_language_now_is_freed_when_its_work_has_ended(
    frames: Frames, qtbot: QtBot
) -> None:
    before, lasting = frames.desks[0], Lasting()
    shell = before.shell
    lasting.begin(before, qtbot)
    frames.make_anew(before)
    assert lasting.open_at_its_end == [True]
    qtbot.waitUntil(lambda: not isValid(shell))
    settle(qtbot, frames.desks[0])
    frames.desks[0].leaving.at_once()
