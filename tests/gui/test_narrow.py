"""The smallest window with the largest text, where letters are wider than here: all of it can be read and reached."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.models.utterances import FINDINGS, REACH, SPEAKER, WORDS
from crossquote.gui.speaking import speak
from crossquote.gui.views.verdicts import Verdicts
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.work.settings import LARGEST
from gui.hand_made import sample_state
from gui.opened import close_work, open_window
from gui.spoken import SPOKEN
from gui.told import cut_off
from gui.waiting import settle
from gui.wide import narrow_again, widen

TAG = 96
"""So wide the language and kind of a rendition are at least, in pixels, where they need as much."""


@pytest.fixture(scope="module", params=SPOKEN)
def opened(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[tuple[Desk, str]]:
    """Return the desk of a window that is as small as it gets, with text as large, and the language it speaks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        speak(qapp, request.param)
        desk = open_window(QtBot(request))
        desk.bridge.session.state = sample_state()
        desk.bridge.catch_up()
        desk.shell.resize(760, 600)
        with pytest.MonkeyPatch.context() as wide:
            widen(wide)
            desk.shell.appearance.choose_size(LARGEST)
            QApplication.processEvents()
            yield desk, request.param
        close_work(desk)
        desk.shell.appearance.choose_size(0)
        narrow_again(qapp)
        desk.shell.close()
        desk.shell.deleteLater()
        speak(qapp, "en")


@pytest.fixture
def small(opened: tuple[Desk, str], qapp: QApplication) -> Iterator[Desk]:
    """Return the desk of that window, whose windows are closed by whoever opens them."""
    desk, language = opened
    speak(qapp, language)
    yield desk
    speak(qapp, "en")


def test_what_the_status_has_no_room_for_ends_with_an_ellipsis_and_is_told_whole(small: Desk) -> None:
    strip = small.shell.counts.parentWidget()
    assert strip is not None
    assert cut_off(strip) == []
    assert small.shell.counts.toolTip() == small.shell.counts.text()


def test_the_bar_shows_buttons_whole_or_by_their_icons_and_nothing_lies_on_anything_else(
    small: Desk, qtbot: QtBot
) -> None:
    shell = small.shell
    qtbot.waitUntil(lambda: all(one.width() >= one.minimumSizeHint().width() for one in shell.buttons))
    assert shell.bar.minimumSizeHint().width() <= shell.bar.width()
    shell.resize(2400, 600)
    qtbot.waitUntil(lambda: all(one.width() > 2 * one.height() for one in shell.buttons))
    shell.resize(760, 600)


def test_the_words_of_an_utterance_keep_room_beside_the_other_columns(small: Desk) -> None:
    table = small.utterances.table
    assert table.horizontalHeader().sectionSize(WORDS) >= 8 * table.fontMetrics().averageCharWidth()


def test_columns_that_could_not_be_read_are_left_out_beside_the_findings(small: Desk, qtbot: QtBot) -> None:
    header = small.utterances.table.horizontalHeader()
    small.shell.actions_by_id["findings"].trigger()
    qtbot.waitUntil(lambda: header.isSectionHidden(FINDINGS))
    shown = [column for column in (SPEAKER, REACH) if not header.isSectionHidden(column)]
    assert all(header.sectionSize(column) >= header.sectionSizeHint(column) for column in shown)
    assert small.workspace.findings.title.text() not in cut_off(small.workspace.findings)
    small.shell.resize(1600, 600)
    qtbot.waitUntil(lambda: not header.isSectionHidden(FINDINGS))
    assert header.sectionSize(FINDINGS) >= header.sectionSizeHint(FINDINGS)
    small.shell.resize(760, 600)
    small.shell.actions_by_id["findings"].trigger()


def opened_by(small: Desk, qtbot: QtBot, action: str) -> QWidget:
    """Return the one window that an action opens."""
    before = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    small.shell.actions_by_id[action].trigger()
    settle(qtbot, small)
    (window,) = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in before]
    return window


def test_a_window_gets_no_wider_than_the_smallest_screen_and_all_in_it_is_read_whole(small: Desk, qtbot: QtBot) -> None:
    for action in ("print", "speakers", "languages", "preferences", "checks"):
        window = opened_by(small, qtbot, action)
        assert window.minimumSizeHint().width() <= 760, action
        if action != "languages":
            window.resize(760, window.height())
            qtbot.waitUntil(partial(is_read_whole, window))
        window.close()


def is_read_whole(window: QWidget) -> bool:
    return cut_off(window) == []


def test_a_dialog_gets_no_narrower_than_what_stands_in_it(small: Desk, qtbot: QtBot) -> None:
    window = opened_by(small, qtbot, "report")
    window.resize(window.minimumWidth(), window.height())
    qtbot.waitUntil(partial(is_read_whole, window))
    window.close()


def test_what_the_head_of_a_card_has_no_room_for_ends_with_an_ellipsis(small: Desk, qtbot: QtBot) -> None:
    for card in small.comparison.board.cards:
        qtbot.waitUntil(partial(has_a_whole_head, card))


def test_verdicts_that_have_no_room_beside_one_another_stand_below(small: Desk, qtbot: QtBot) -> None:
    verdicts = [card.verdicts for card in small.comparison.board.cards if card.verdicts is not None]
    assert verdicts
    for buttons in verdicts:
        qtbot.waitUntil(partial(are_whole, buttons))


def are_whole(verdicts: Verdicts) -> bool:
    """Tell whether all buttons lie inside and have the room that their words need."""
    buttons = verdicts.buttons.values()
    return all(one.width() >= one.sizeHint().width() and verdicts.rect().contains(one.geometry()) for one in buttons)


def has_a_whole_head(card: QWidget) -> bool:
    """Tell whether all labels of a head end with an ellipsis, and what stands behind the outlet has room for words."""
    labels = [one for one in card.children() if isinstance(one, QLabel) and one.y() < card.fontMetrics().height()]
    head = [one for one in labels if isinstance(one, ElidedLabel)]
    assert len(head) >= 2
    assert head == labels
    roomy = head[1].width() >= min(head[1].sizeHint().width(), TAG)
    return roomy and all(one.width() >= one.minimumSizeHint().width() for one in head)
