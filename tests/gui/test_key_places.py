"""Keys of one letter on a keyboard without Latin letters, as Windows and macOS tell of them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.key_places import LETTERS, KeyPlaces
from crossquote.model.state import State
from gui.test_possible import doubting, show
from gui.waiting import settle

PLATFORMS = sorted(LETTERS)
NONE = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, platform: str, letter: str, typed: str, modifier: Qt.KeyboardModifier = NONE) -> bool:
    """Press the key that has `letter` in a Latin layout, and `typed` in the one that is used; tell if it was taken."""
    (key,) = (number for number, known in LETTERS[platform].items() if known == letter)
    event = QKeyEvent(QEvent.Type.KeyPress, ord(typed.upper()), modifier, 0, key, 0, typed)
    return QCoreApplication.sendEvent(widget, event)


@pytest.fixture(params=PLATFORMS)
def platform(request: pytest.FixtureRequest, qapp: QApplication, desk: Desk, qtbot: QtBot) -> str:
    name: str = request.param
    places = KeyPlaces(qapp, LETTERS[name])
    desk.destroyed.connect(places.deleteLater)
    desk.shell.activateWindow()
    qtbot.waitUntil(desk.shell.isActiveWindow)
    desk.shell.search.setFocus()
    desk.utterances.table.setFocus()
    return name


@pytest.mark.parametrize(("next_one", "accept"), [("ت", "ش"), ("о", "ф")])
def test_findings_are_walked_and_accepted(desk: Desk, qtbot: QtBot, platform: str, next_one: str, accept: str) -> None:
    press(desk.utterances.table, platform, "J", next_one)
    assert desk.comparison.current_finding is not None
    press(desk.utterances.table, platform, "A", accept)
    settle(qtbot, desk)
    assert len(desk.bridge.state.rulings) == 1


def test_a_row_that_a_key_leads_on_from_takes_it(desk: Desk, state: State, platform: str) -> None:
    first, second = show(desk, doubting(state, ("u1", "u2", 0.6), ("u1", "u3", 0.5)))
    desk.comparison.possible.enter()
    press(first.words, platform, "J", "ت")
    assert second.current
    assert desk.comparison.current_finding is None


def test_what_is_written_stays_written(desk: Desk, platform: str) -> None:
    desk.shell.search.setFocus()
    press(desk.shell.search, platform, "J", "о")
    assert desk.shell.search.text() == "о"
    assert desk.comparison.current_finding is None


def test_what_is_pressed_with_ctrl_is_left_to_qt(desk: Desk, platform: str) -> None:
    press(desk.utterances.table, platform, "J", "о", Qt.KeyboardModifier.ControlModifier)
    assert desk.comparison.current_finding is None


@pytest.mark.parametrize("platform_", PLATFORMS)
def test_every_letter_has_one_key(platform_: str) -> None:
    assert sorted(LETTERS[platform_].values()) == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
