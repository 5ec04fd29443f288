"""What is possibly the same utterance is a list under the cards, with the reason; it is counted in the list above.

Terminal and report say it too.
"""

from functools import partial
from io import StringIO
from types import MappingProxyType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from rich.console import Console

from crossquote.cli.show import show_report
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.json import compared_row
from crossquote.gui.desk import Desk
from crossquote.gui.models.utterances import REACH
from crossquote.gui.plain import PlainLabel
from crossquote.gui.speaking import speak
from crossquote.gui.theme.fonts import STEPS_TO_DOUBLE, application_font
from crossquote.gui.views.possible_row import PossibleRow
from crossquote.gui.views.workspace import DOUBTFUL
from crossquote.gui.words import say
from crossquote.message import message
from crossquote.model.state import State
from crossquote.model.utterance import Possible
from crossquote.model.utterances import quotes_of
from crossquote.work.report import gather_report
from crossquote.work.settings import Folding, Settings, save_settings
from gui.opened import open_window
from gui.spoken import SPOKEN
from gui.test_accessibility import unnamed
from gui.told import cut_off
from gui.waiting import settle

REASON = message("reason.shares", words=(message("reason.word", text="ferries"),))
KEYS = Qt.KeyboardModifier


def doubting(state: State, *chances: tuple[str, str, float]) -> State:
    """Return a state where pairs of utterances are possibly one, each as likely as told."""
    made = dict(state.utterances)
    for one, other, chance in chances:
        for here, there in ((one, other), (other, one)):
            made[here] = replace(made[here], possibly=(*made[here].possibly, Possible(there, chance, REASON)))
    return replace(state, utterances=MappingProxyType(made))


@pytest.fixture
def doubtful(state: State) -> State:
    """Return a state where the first two utterances are possibly one."""
    return doubting(state, ("u1", "u2", 0.6))


def show(desk: Desk, state: State, utterance: str = "u1") -> list[PossibleRow]:
    """Show a state, and of that an utterance; return the rows of what is possibly the same."""
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    desk.utterances.select(utterance)
    QApplication.processEvents()
    return rows(desk)


def rows(desk: Desk) -> list[PossibleRow]:
    return [row for row in desk.comparison.possible.rows if row.isVisibleTo(desk.shell)]


def focused(desk: Desk) -> QWidget:
    return desk.shell.focusWidget()


def test_a_row_under_the_cards_says_who_what_how_likely_and_why(empty_desk: Desk, doubtful: State) -> None:
    (row,) = show(empty_desk, doubtful)
    possible = empty_desk.comparison.possible
    assert possible.line.text() == "Possibly the same (1)"
    assert possible.y() >= empty_desk.comparison.board.geometry().bottom()
    said = [label.text() for label in row.findChildren(PlainLabel)]
    assert said == ["Harbour Daily", "Tomas Berg · 60% likely: shares “ferries”"]
    assert row.words.text() == "“There is no danger to the bridge.”"
    assert row.words.accessibleName() == (
        "Possibly the same (60%): Tomas Berg, Harbour Daily: “There is no danger to the bridge.”; shares “ferries”"
    )


def test_what_an_older_file_gives_no_reason_for_is_told_without(empty_desk: Desk, state: State) -> None:
    first = replace(state.utterances["u1"], possibly=(Possible("u2", 0.6),))
    (row,) = show(empty_desk, replace(state, utterances=MappingProxyType({**state.utterances, "u1": first})))
    assert "Tomas Berg · 60% likely" in [label.text() for label in row.findChildren(PlainLabel)]


def test_a_click_on_the_words_leads_there(empty_desk: Desk, doubtful: State) -> None:
    (row,) = show(empty_desk, doubtful)
    QTest.mouseClick(row.words, Qt.MouseButton.LeftButton)
    assert empty_desk.utterances.current_id() == "u2"
    assert len(rows(empty_desk)) == 1


def test_words_fill_the_room_there_is_and_are_whole_in_the_tip(empty_desk: Desk, qtbot: QtBot, state: State) -> None:
    show(empty_desk, doubting(state, ("u1", "u2", 0.6)), "u2")
    empty_desk.comparison.possible.enter()
    whole = f"“{state.utterances['u1'].renditions[0].text}”"
    for width, fits in ((700, False), (1440, True)):
        empty_desk.shell.resize(width, 800)
        (row,) = rows(empty_desk)
        qtbot.waitUntil(partial(shows, row, whole, fits=fits), timeout=2000)
        assert row.words.toolTip().startswith(whole)


def shows(row: PossibleRow, text: str, *, fits: bool) -> bool:
    """Tell whether a row shows `text` whole, or cut short."""
    return (row.words.text() == text) is fits


@pytest.mark.parametrize("by", ["key", "button", "menu"])
@pytest.mark.parametrize("one", [True, False])
def test_it_is_joined_or_parted_by_a_key_a_button_or_a_menu(
    empty_desk: Desk, qtbot: QtBot, doubtful: State, by: str, *, one: bool
) -> None:
    (row,) = show(empty_desk, doubtful)
    if by == "key":
        QTest.keyClick(empty_desk.utterances.table, Qt.Key.Key_G, KEYS.NoModifier if one else KEYS.ShiftModifier)
    elif by == "button":
        QTest.mouseClick(row.join if one else row.part, Qt.MouseButton.LeftButton)
    else:
        choose_from_menu(row, say("window.possible.join" if one else "window.possible.part"))
    settle(qtbot, empty_desk)
    state = empty_desk.bridge.state
    quotes = {quote for key in ("u1", "u2") for each in doubtful.utterances[key].renditions for quote in each.quotes}
    homes = {key for key, known in state.utterances.items() if not quotes.isdisjoint(quotes_of(known))}
    assert len(homes) == 1 if one else len(homes) > 1
    assert not rows(empty_desk), "it is decided"
    assert not empty_desk.shell.actions_by_id["join-possible"].isEnabled()
    shown = state.utterances[empty_desk.utterances.current_id() or ""]
    assert not quotes_of(shown).isdisjoint(quotes_of(doubtful.utterances["u1"])), "the selection stays where one looks"
    assert bool(state.joined) is one
    assert bool(state.parted) is not one


def choose_from_menu(row: PossibleRow, text: str) -> None:
    """Right-click on a row, and choose from the menu there."""
    QApplication.sendEvent(row, context_menu(row))
    (menu,) = row.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == text).trigger()


def context_menu(row: PossibleRow) -> QContextMenuEvent:
    at = row.rect().center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, row.mapToGlobal(at))


@pytest.mark.parametrize("keys", [(Qt.Key.Key_J, Qt.Key.Key_K), (Qt.Key.Key_Down, Qt.Key.Key_Up)])
def test_keys_lead_from_row_to_row_and_act_on_the_current_one(
    empty_desk: Desk, qtbot: QtBot, state: State, keys: tuple[Qt.Key, Qt.Key]
) -> None:
    down, up = keys
    first, second = show(empty_desk, doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5)))
    assert (first.current, second.current) == (True, False)
    QTest.keyClick(empty_desk.utterances.table, Qt.Key.Key_I)
    assert focused(empty_desk) is first.words
    for key, row in ((up, first), (down, second), (down, second), (up, first), (down, second)):
        QTest.keyClick(focused(empty_desk), key)
        assert focused(empty_desk) is row.words
        assert row.current
    assert empty_desk.comparison.current_finding is None, "J and K lead to no finding here"
    QTest.keyClick(focused(empty_desk), Qt.Key.Key_G, KEYS.ShiftModifier)
    settle(qtbot, empty_desk)
    parted = {quote for others in empty_desk.bridge.state.parted.values() for quote in others}
    assert quotes_of(state.utterances["u3"]) <= parted | empty_desk.bridge.state.parted.keys()
    assert quotes_of(state.utterances["u2"]).isdisjoint(parted | empty_desk.bridge.state.parted.keys())


def test_a_button_of_a_row_is_reached_by_tab_and_goes_with_its_row(empty_desk: Desk, state: State) -> None:
    _, second = show(empty_desk, doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5)))
    empty_desk.comparison.possible.enter()
    for _ in range(4):
        QTest.keyClick(focused(empty_desk), Qt.Key.Key_Tab)
    assert focused(empty_desk) is second.join
    assert second.current
    QTest.keyClick(focused(empty_desk), Qt.Key.Key_K)
    assert focused(empty_desk) is empty_desk.comparison.possible.rows[0].words


def test_of_another_utterance_the_likeliest_is_current_again(empty_desk: Desk, state: State) -> None:
    doubtful = doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5), ("u2", "u3", 0.4))
    show(empty_desk, doubtful)
    possible = empty_desk.comparison.possible
    possible.enter()
    QTest.keyClick(focused(empty_desk), Qt.Key.Key_J)
    assert [row.current for row in rows(empty_desk)] == [False, True]
    empty_desk.utterances.select("u2")
    first, _ = rows(empty_desk)
    assert first.current
    assert focused(empty_desk) is first.words
    assert first.utterance == "u1"


def test_the_focus_on_a_button_makes_its_row_current(empty_desk: Desk, state: State) -> None:
    first, second = show(empty_desk, doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5)))
    second.part.setFocus()
    assert (first.current, second.current) == (False, True)


def test_the_focus_stays_in_the_list_and_goes_to_the_cards_once_it_is_empty(empty_desk: Desk, state: State) -> None:
    doubtful = doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5))
    show(empty_desk, doubtful)
    empty_desk.comparison.possible.enter()
    empty_desk.bridge.session.state = doubting(state, ("u1", "u3", 0.5))
    empty_desk.bridge.catch_up()
    (row,) = rows(empty_desk)
    assert focused(empty_desk) is row.words
    empty_desk.bridge.session.state = state
    empty_desk.bridge.catch_up()
    assert focused(empty_desk) is empty_desk.comparison.board.cards[0]


def test_it_is_folded_and_stays_so(empty_desk: Desk, doubtful: State) -> None:
    assert show(empty_desk, doubtful)
    possible = empty_desk.comparison.possible
    QTest.mouseClick(possible.line, Qt.MouseButton.LeftButton)
    assert possible.folding is Folding.FOLDED
    empty_desk.utterances.select("u2")
    assert not rows(empty_desk)
    assert possible.line.isVisibleTo(empty_desk.shell)
    empty_desk.room.keep()
    assert empty_desk.choices.settings.possible_list is Folding.FOLDED


def test_as_it_was_left_it_comes_back(qtbot: QtBot, doubtful: State) -> None:
    save_settings(Settings(possible_list=Folding.FOLDED))
    desk = open_window(qtbot)
    assert not show(desk, doubtful)
    assert desk.comparison.possible.line.isVisibleTo(desk.shell)


def test_what_is_folded_is_seen_before_it_is_joined(empty_desk: Desk, qtbot: QtBot, doubtful: State) -> None:
    show(empty_desk, doubtful)
    empty_desk.comparison.possible.fold(Folding.FOLDED)
    QTest.keyClick(empty_desk.utterances.table, Qt.Key.Key_G)
    settle(qtbot, empty_desk)
    (row,) = rows(empty_desk)
    assert focused(empty_desk) is row.words
    assert empty_desk.bridge.state is doubtful
    QTest.keyClick(row.words, Qt.Key.Key_G)
    settle(qtbot, empty_desk)
    assert empty_desk.bridge.state.joined


def test_where_there_is_little_room_it_is_folded_until_it_is_wanted(empty_desk: Desk, doubtful: State) -> None:
    empty_desk.shell.resize(760, 600)
    assert not show(empty_desk, doubtful)
    assert empty_desk.comparison.possible.line.text() == "Possibly the same (1)"
    empty_desk.comparison.possible.enter()
    (row,) = rows(empty_desk)
    QApplication.processEvents()
    assert row.visibleRegion().boundingRect().height() == row.height()
    assert empty_desk.comparison.board.height() > 60


def test_the_list_of_utterances_counts_and_filters_them(empty_desk: Desk, doubtful: State) -> None:
    show(empty_desk, doubtful, "u3")
    model, bar = empty_desk.utterances.model, empty_desk.utterances.bar
    reach = model.index(model.row_of("u1"), REACH)
    assert reach.data(Qt.ItemDataRole.AccessibleTextRole).endswith("1 possible")
    assert bar.switches[DOUBTFUL].text() == "Possibly the same 2"
    QTest.mouseClick(bar.switches[DOUBTFUL], Qt.MouseButton.LeftButton)
    assert sorted(model.ids()) == ["u1", "u2"]


@pytest.mark.parametrize("key", [KEYS.NoModifier, KEYS.ShiftModifier])
def test_whoever_walks_through_them_by_the_filter_goes_on(
    empty_desk: Desk, qtbot: QtBot, state: State, key: Qt.KeyboardModifier
) -> None:
    show(empty_desk, doubting(state, ("u1", "u2", 0.7)), "u2")
    empty_desk.utterances.bar.toggle(DOUBTFUL)
    QTest.keyClick(empty_desk.utterances.table, Qt.Key.Key_G, key)
    settle(qtbot, empty_desk)
    assert DOUBTFUL in empty_desk.utterances.model.filters
    assert empty_desk.utterances.model.ids() == []


@pytest.mark.parametrize("language", SPOKEN)
def test_it_is_told_and_fits_in_every_language_at_any_size(
    qapp: QApplication, qtbot: QtBot, state: State, language: str
) -> None:
    speak(qapp, language)
    desk = open_window(qtbot)
    desk.shell.resize(760, 600)
    for large in (False, True):
        if large:
            qapp.setFont(application_font(STEPS_TO_DOUBLE))
            desk.shell.appearance.changed.emit()
        show(desk, doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5)))
        see_told_and_fitting(desk, qtbot)


def see_told_and_fitting(desk: Desk, qtbot: QtBot) -> None:
    """See that what is possibly the same is read whole, named, and inside its rows."""
    possible = desk.comparison.possible
    possible.enter()
    qtbot.waitUntil(lambda: cut_off(possible) == [])
    assert unnamed(possible) == []
    for row in rows(desk):
        chance = "70" if row is possible.rows[0] else "50"
        assert all(chance in part.accessibleName() for part in (row.words, row.join, row.part))
        assert row.words.width() >= 60
        outer = row.rect()
        assert all(outer.contains(part.geometry()) for part in row.findChildren(QWidget))


def test_from_the_right_a_row_begins_on_the_right(qapp: QApplication, qtbot: QtBot, state: State) -> None:
    speak(qapp, "ar")
    desk = open_window(qtbot)
    (row,) = show(desk, doubting(state, ("u1", "u2", 0.7)))
    assert row.words.x() > row.join.x() > row.part.x()
    picture = row.words.grab().toImage()
    ink = QColor(desk.shell.appearance.theme.text.ink).rgb()
    written = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) == ink]
    assert min(written) > picture.width() // 2, "short words lie at the side where reading begins"


def test_what_falls_out_of_the_list_leaves_its_place_to_the_next(empty_desk: Desk, state: State) -> None:
    show(empty_desk, doubting(state, ("u1", "u2", 0.7), ("u1", "u3", 0.5)))
    empty_desk.utterances.bar.toggle(DOUBTFUL)
    assert empty_desk.utterances.model.ids() == ["u1", "u2", "u3"]
    empty_desk.utterances.select("u2")
    empty_desk.bridge.session.state = doubting(state, ("u1", "u3", 0.5))
    empty_desk.bridge.catch_up()
    assert empty_desk.utterances.model.ids() == ["u1", "u3"]
    assert empty_desk.utterances.current_id() == "u3"


def test_nothing_is_said_where_nothing_is_possible(desk: Desk) -> None:
    assert not rows(desk)
    assert desk.comparison.possible.isHidden()
    assert not desk.shell.actions_by_id["possible"].isEnabled()


def test_terminal_report_and_json_say_it_too(doubtful: State) -> None:
    first, second, *_ = doubtful.utterances
    report, told = gather_report(doubtful), StringIO()
    show_report(report, Console(file=told, width=200))
    assert told.getvalue().count("Possibly the same (60%)") == sum(one.id in {first, second} for one in report.shared)
    assert "Possibly the same (60%)" in report_html(report)
    assert "; shares “ferries”</p>" in report_html(report)
    assert compared_row(report)["possible"] == [[*sorted((first, second)), 0.6]]
