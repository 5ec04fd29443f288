"""The tour: walked by keys and by mouse, left at each step, told to who can't see it; nothing of it stays behind."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.speaking import speak
from crossquote.gui.walk import Walk
from crossquote.gui.widgets.callout import Callout
from crossquote.gui.widgets.follower import Follower, seen_part
from crossquote.gui.words import say, say_message
from crossquote.model.review import Verdict
from crossquote.work.settings import Settings, load_settings, save_settings
from crossquote.work.tour import STEPS, Stop
from gui.heard import hear
from gui.opened import close_work, open_window, seen_windows
from gui.sample_story import take_sample
from gui.test_accessibility import unnamed
from gui.test_freed import widgets
from gui.touring import CONTROL, KEY, SIDES, callout_of, click, press, rest, stop_of


@pytest.fixture(scope="module", params=SIDES)
def sample(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[tuple[Desk, str]]:
    """Return the desk of a window with the sample open, and the language it speaks; whoever looks leaves it so."""
    qtbot = QtBot(request)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        save_settings(Settings(reviewer_asked=True))
        speak(qapp, request.param)
        desk = open_window(qtbot)
        take_sample(desk, qtbot)
        rest(desk, qtbot)
        yield desk, request.param
        close_work(desk)
        desk.shell.close()
        desk.shell.deleteLater()


@pytest.fixture
def toured(sample: tuple[Desk, str], qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """Return the desk of a window in which the tour has just begun, from the menu."""
    desk, language = sample
    speak(qapp, language)
    rest(desk, qtbot)
    desk.utterances.select(desk.utterances.model.ids()[0])
    desk.utterances.table.setFocus()
    desk.shell.actions_by_id["tour"].trigger()
    rest(desk, qtbot)
    yield desk
    desk.tours.leave()
    for _ in range(5):
        if desk.bridge.state.verdicts or desk.bridge.state.rulings:
            desk.bridge.undo()
            rest(desk, qtbot)


def close_dialogs() -> None:
    for dialog in seen_windows(ReportDialog):
        dialog.reject()


def test_the_tour_is_walked_by_keys_that_do_what_it_tells(toured: Desk, qtbot: QtBot) -> None:
    table = toured.utterances.table
    walked = [stop_of(toured)]
    for key in (KEY.Key_Down, KEY.Key_L, KEY.Key_J, KEY.Key_1):
        press(toured, qtbot, key)
        assert QApplication.focusWidget() is table
        walked.append(stop_of(toured))
    assert walked == [Stop.LIST, Stop.CARDS, Stop.FINDING, Stop.FINDING, Stop.REPORT]
    assert next(iter(toured.bridge.state.verdicts.values())).verdict is Verdict.FAITHFUL
    press(toured, qtbot, KEY.Key_E, CONTROL)
    assert stop_of(toured) is None
    assert len(seen_windows(ReportDialog)) == 1
    close_dialogs()


def test_the_tour_is_walked_by_a_mouse_that_does_what_it_tells(toured: Desk, qtbot: QtBot) -> None:
    table = toured.utterances.table
    click(toured, qtbot, table.viewport(), table.visualRect(toured.utterances.model.index(1, 2)).center())
    assert stop_of(toured) is Stop.CARDS
    card = next(card for card in toured.comparison.board.cards if not card.data.base)
    click(toured, qtbot, card, QPoint(card.width() // 2, 6))
    assert stop_of(toured) is Stop.FINDING
    (row, *_) = card.findings
    click(toured, qtbot, row)
    assert stop_of(toured) is Stop.FINDING
    card = next(card for card in toured.comparison.board.cards if not card.data.base)
    assert card.verdicts is not None
    click(toured, qtbot, card.verdicts.buttons[Verdict.PARAPHRASE])
    assert stop_of(toured) is Stop.REPORT
    report = toured.shell.actions_by_id["report"]
    click(toured, qtbot, next(one for one in toured.shell.buttons if one.defaultAction() is report))
    assert stop_of(toured) is None
    close_dialogs()


def test_next_and_back_are_clicked_and_the_focus_stays_where_it_was(toured: Desk, qtbot: QtBot) -> None:
    callout, table = callout_of(toured), toured.utterances.table
    assert not callout.back.isEnabled()
    places = []
    for button in (callout.next, callout.next, callout.back, callout.next, callout.next):
        click(toured, qtbot, button)
        places.append(stop_of(toured))
        assert toured.shell.focusWidget() is table
    assert places == [Stop.CARDS, Stop.FINDING, Stop.CARDS, Stop.FINDING, Stop.REPORT]
    assert callout.next.text() == say("window.tour.finish")
    click(toured, qtbot, callout.next)
    assert stop_of(toured) is None
    assert toured.shell.focusWidget() is table


def test_tab_leads_to_its_buttons_at_each_step(toured: Desk, qtbot: QtBot) -> None:
    callout = callout_of(toured)
    press(toured, qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget() is callout.next
    press(toured, qtbot, KEY.Key_Space)
    press(toured, qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget() is callout.back
    press(toured, qtbot, KEY.Key_Space)
    assert stop_of(toured) is Stop.LIST
    assert QApplication.focusWidget() is callout.next
    for place in (Stop.CARDS, Stop.FINDING, Stop.REPORT):
        press(toured, qtbot, KEY.Key_Space)
        assert stop_of(toured) is place
        assert QApplication.focusWidget() is callout.next
    press(toured, qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget() is callout.back
    press(toured, qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget() is callout.leave
    press(toured, qtbot, KEY.Key_Space)
    assert stop_of(toured) is None
    assert QApplication.focusWidget() is toured.utterances.table


def by_escape(desk: Desk, qtbot: QtBot) -> None:
    press(desk, qtbot, KEY.Key_Escape)


def by_button(desk: Desk, qtbot: QtBot) -> None:
    click(desk, qtbot, callout_of(desk).leave)


@pytest.mark.parametrize("leave", [by_escape, by_button])
def test_it_can_be_left_at_each_step_and_nothing_stays_behind(
    toured: Desk, qtbot: QtBot, leave: Callable[[Desk, QtBot], None]
) -> None:
    toured.tours.leave()
    before = widgets()
    for at in range(len(STEPS)):
        toured.choices.settings = replace(toured.choices.settings, tour_due=True)
        toured.shell.actions_by_id["tour"].trigger()
        rest(toured, qtbot)
        for _ in range(at):
            click(toured, qtbot, callout_of(toured).next)
        assert stop_of(toured) is STEPS[at].stop
        leave(toured, qtbot)
        assert stop_of(toured) is None
        assert widgets() == before
        for kind in (Walk, Callout, Follower):
            assert toured.shell.findChildren(kind) == []
        assert not toured.choices.settings.tour_due
        assert not load_settings().tour_due
    table = toured.utterances.table
    press(toured, qtbot, KEY.Key_Escape)
    assert QApplication.focusWidget() is table


def test_each_step_is_told_to_a_screen_reader(toured: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said = hear(monkeypatch)
    callout = callout_of(toured)
    click(toured, qtbot, callout.next)
    step = STEPS[1]
    title, text = say_message(step.title), say_message(step.text)
    assert callout.accessibleName() == say("window.tour.name", title=title, number=2, all=4)
    assert callout.accessibleDescription() == text
    assert callout.accessibleName() in said[0]
    assert text in said[0]
    assert unnamed(toured.shell) == []


def test_escape_first_ends_what_is_nearer(toured: Desk, qtbot: QtBot) -> None:
    toured.shell.search.setFocus()
    toured.shell.search.setText("x")
    press(toured, qtbot, KEY.Key_Escape)
    assert toured.shell.search.text() == ""
    assert stop_of(toured) is Stop.LIST


def test_it_follows_what_it_speaks_of(toured: Desk, qtbot: QtBot) -> None:
    callout, shell = callout_of(toured), toured.shell
    top = callout.y()
    toured.workspace.right.setSizes([200, 500])
    rest(toured, qtbot)
    assert callout.y() < top
    assert callout.y() == seen_part(toured.utterances.table).bottom() + 1
    toured.shell.actions_by_id["overview"].trigger()
    rest(toured, qtbot)
    assert not callout.isVisible()
    toured.shell.actions_by_id["overview"].trigger()
    rest(toured, qtbot)
    assert callout.isVisible()
    shell.appearance.choose("dark")
    click(toured, qtbot, callout.next)
    shell.appearance.choose("light")
    rest(toured, qtbot)
    card = next(card for card in toured.comparison.board.cards if not card.data.base)
    assert callout.geometry().bottom() == seen_part(card).top() - 1


def test_a_finding_is_pointed_at_from_the_side_that_is_read_next(toured: Desk, qtbot: QtBot) -> None:
    callout = callout_of(toured)
    for _ in range(2):
        click(toured, qtbot, callout.next)
    row = next(card for card in toured.comparison.board.cards if card.findings).findings[0]
    seen = seen_part(row)
    leftward = QApplication.isRightToLeft()
    assert (callout.geometry().right() < seen.left()) is leftward
    assert (callout.geometry().left() > seen.right()) is not leftward
    press(toured, qtbot, KEY.Key_J)
    place = toured.comparison.current_place
    assert place is not None
    assert row.number == place.number


def test_of_a_finding_that_is_too_high_the_head_is_seen(toured: Desk, qtbot: QtBot) -> None:
    shell, size = toured.shell, toured.shell.size()
    shell.resize(760, 600)
    shell.appearance.choose_size(16)
    rest(toured, qtbot)
    callout = callout_of(toured)
    for _ in range(2):
        click(toured, qtbot, callout.next)
    assert toured.tours.walk is not None
    row = toured.tours.walk.part()
    assert row.height() > toured.comparison.board.viewport().height()
    assert seen_part(row).top() == row.mapTo(shell, QPoint()).y()
    assert not callout.geometry().intersects(seen_part(row))
    shell.appearance.choose_size(0)
    shell.resize(size)
    rest(toured, qtbot)


def test_one_window_remembers_for_all(toured: Desk) -> None:
    toured.tours.leave()
    for due, place in ((False, None), (True, Stop.LIST)):
        toured.choices.settings = replace(toured.choices.settings, tour_due=True)
        save_settings(replace(load_settings(), tour_due=due))
        toured.tours._offer()
        toured.bridge.came_to_rest.emit()
        assert stop_of(toured) is place
