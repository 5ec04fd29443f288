"""Text twice as large, on a screen with room for it: all of it can be read and reached, also in wider letters."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.controllers import choices
from crossquote.gui.desk import Desk
from crossquote.gui.speaking import speak
from crossquote.work.settings import LARGEST, LARGEST_IN_ROOM
from gui.hand_made import sample_state
from gui.opened import close_work, open_window
from gui.spoken import SPOKEN
from gui.test_narrow import is_read_whole, opened_by
from gui.told import cut_off
from gui.wide import narrow_again, widen

WIDTH = 1200


@pytest.fixture(params=SPOKEN)
def large(qapp: QApplication, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return the desk of a window with text as large as it gets, in each language."""
    speak(qapp, request.param)
    monkeypatch.setattr(choices, "largest_at", lambda _: LARGEST_IN_ROOM)
    desk = open_window(QtBot(request))
    desk.bridge.session.state = sample_state()
    desk.bridge.catch_up()
    desk.shell.resize(WIDTH, 860)
    with pytest.MonkeyPatch.context() as wide:
        widen(wide)
        desk.choices._choose_size(LARGEST_IN_ROOM)
        QApplication.processEvents()
        yield desk
    close_work(desk)
    desk.choices.usual_size()
    narrow_again(qapp)
    desk.shell.close()
    speak(qapp, "en")


def test_all_is_read_whole(large: Desk, qtbot: QtBot) -> None:
    shell = large.shell
    assert shell.appearance.text_step == LARGEST_IN_ROOM
    qtbot.waitUntil(lambda: shell.bar.minimumSizeHint().width() <= shell.bar.width() <= WIDTH)
    strip = shell.counts.parentWidget()
    assert strip is not None
    assert cut_off(strip) == []
    for action in ("speakers", "languages", "preferences", "checks", "report"):
        window = opened_by(large, qtbot, action)
        assert window.minimumSizeHint().width() <= WIDTH, action
        if action != "languages":
            window.resize(WIDTH, window.height())
            qtbot.waitUntil(partial(is_read_whole, window))
        window.close()


def test_no_more_than_the_screen_has_room_for_is_taken(desk: Desk) -> None:
    assert desk.shell.screen().availableSize().width() < WIDTH
    desk.choices._take_size(LARGEST_IN_ROOM)
    assert desk.shell.appearance.text_step == LARGEST
    desk.choices.usual_size()
