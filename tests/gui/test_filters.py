"""The row of filters: switches, chips and menus agree with the list, the findings and the line of counts."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.models import utterances
from crossquote.gui.speaking import speak
from crossquote.gui.views.filter_bar import SWITCHED
from crossquote.gui.wishes.review import ForgetView, KeepView
from crossquote.work.filters import UNCOMPARED, UNREVIEWED, Facet, Filter, Filters
from crossquote.work.saved_views import SavedView, read_views, tell_views
from crossquote.work.settings import LARGEST, load_settings, save_settings
from gui.opened import answer_asked, seen_windows
from gui.spoken import SPOKEN
from gui.waiting import settle

CRITICAL = Filter(Facet.OUTCOME, "critical")
MAJOR = Filter(Facet.OUTCOME, "major")
BERG = Filter(Facet.SPEAKER, "Tomas Berg")
COAST = Filter(Facet.OUTLET, "Coast Wire")


def captions(desk: Desk) -> list[str]:
    """Return what the row of filters says, as far as it is seen."""
    bar = desk.utterances.bar
    return [button.text() for button in (bar.all, *bar.switches.values(), *bar.chips) if button.isVisible()]


def press_switch(desk: Desk, one: Filter) -> None:
    QTest.mouseClick(desk.utterances.bar.switches[one], Qt.MouseButton.LeftButton)


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def open_menu(menu: QMenu) -> QMenu:
    menu.aboutToShow.emit()
    return menu


def part_of(menu: QMenu, name: str) -> QMenu:
    part = next(action.menu() for action in menu.actions() if action.text() == name)
    assert isinstance(part, QMenu)
    return part


def test_switches_say_what_they_would_show(desk: Desk) -> None:
    assert captions(desk) == [
        "All 3",
        "In several articles 2",
        "Critical 2",
        "Major 1",
        "Not compared 1",
        "Unreviewed 2",
    ]
    press_switch(desk, MAJOR)
    assert desk.utterances.model.ids() == ["u1"]
    assert desk.shell.counts.text().startswith("Shown: utterances 1 of 3 · ")
    press_switch(desk, CRITICAL)
    assert desk.utterances.model.ids() == ["u1", "u2"]
    press_switch(desk, CRITICAL)
    press_switch(desk, MAJOR)
    assert desk.utterances.model.ids() == ["u1", "u2", "u3"]
    assert desk.utterances.bar.all.isChecked()


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_narrow_window_has_two_rows_of_filters_and_the_others_in_the_menu(
    qapp: QApplication, desk: Desk, qtbot: QtBot, language: str, theme: str
) -> None:
    speak(qapp, language)
    desk.shell.appearance.choose(theme)
    desk.shell.resize(760, 600)
    desk.workspace.toggle_findings()
    bar = desk.utterances.bar
    desk.utterances.narrow(Filters((CRITICAL,)))
    desk.utterances.clear_filters()
    two = bar.flow.contentsMargins().top() + bar.flow.contentsMargins().bottom() + 2 * (bar.all.height() + 4)
    qtbot.waitUntil(lambda: bar.height() <= two)
    counts, number = desk.utterances.model.counts(SWITCHED), len(desk.bridge.state.utterances)
    away = [one for one, switch in bar.switches.items() if not switch.isVisible() and 0 < counts[one] < number]
    menu = open_menu(bar.more.menu())
    listed = [action.text() for part in menu.findChildren(QMenu) for action in part.actions()]
    for one in away:
        assert bar.switches[one].text() in listed
    chosen = Filter(Facet.VERDICT, UNREVIEWED)
    assert chosen in away
    desk.utterances.narrow(Filters((chosen,)))
    qtbot.waitUntil(bar.switches[chosen].isVisible)
    desk.shell.resize(1440, 900)
    desk.workspace.toggle_findings()
    desk.utterances.clear_filters()
    qtbot.waitUntil(bar.switches[chosen].isVisible)


def test_findings_are_those_that_pass(desk: Desk) -> None:
    desk.workspace.toggle_findings()
    found = desk.workspace.findings.model
    assert found.rowCount() == 5
    press_switch(desk, MAJOR)
    assert [found.entry(row).finding.check for row in range(found.rowCount())] == ["strength", "strength"]
    desk.utterances.narrow(Filters((MAJOR, COAST)))
    assert [found.entry(row).outlet for row in range(found.rowCount())] == ["Coast Wire"]
    desk.utterances.narrow(Filters((Filter(Facet.OUTCOME, UNCOMPARED),)))
    assert desk.utterances.model.ids() == ["u1"]
    assert found.rowCount() == 0


def test_what_was_chosen_in_the_menu_is_a_chip(desk: Desk, qtbot: QtBot) -> None:
    bar = desk.utterances.bar
    menu = open_menu(bar.more.menu())
    assert entries(menu)[:3] == ["Speaker", "Outlet", "Language"]
    speakers = part_of(menu, "Speaker")
    assert entries(speakers) == ["Unknown 1", "Ada Lindqvist 1", "Tomas Berg 1"]
    speakers.actions()[2].trigger()
    assert desk.utterances.model.ids() == ["u2"]
    assert [chip.text() for chip in bar.chips] == ["Speaker: Tomas Berg ×"]
    checks = part_of(open_menu(bar.more.menu()), "Check")
    assert entries(checks) == ["negation 1"]
    bar.chips[0].setFocus()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Delete)
    assert not bar.chips
    assert desk.utterances.model.ids() == ["u1", "u2", "u3"]
    qtbot.waitUntil(lambda: desk.shell.focusWidget() is bar.all)


@pytest.mark.parametrize("name", ["more", "kept"])
def test_a_menu_of_filters_opens_as_often_as_it_is_asked_for(desk: Desk, name: str) -> None:
    button: QToolButton = getattr(desk.utterances.bar, name)
    shown = entries(open_menu(button.menu()))
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as it goes once a menu is closed
        assert button.menu() is not None
        assert entries(open_menu(button.menu())) == shown


def test_all_of_many_are_offered_in_a_list(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossquote.gui.views.filter_bar._MOST", 2)
    bar = desk.utterances.bar
    menu = open_menu(bar.more.menu())
    speakers = part_of(menu, "Speaker")
    assert entries(speakers) == ["Unknown 1", "Ada Lindqvist 1", "Choose from all…"]
    speakers.actions()[-1].trigger()
    (dialog,) = seen_windows(ListDialog)
    assert dialog.windowTitle() == "Speaker"
    assert dialog.tree.topLevelItemCount() == 3
    dialog.field.setText("berg")
    dialog.act.click()
    assert not seen_windows(ListDialog)
    assert bar.filters == Filters((BERG,))
    assert desk.utterances.model.ids() == ["u2"]


def test_what_is_looked_for_is_a_chip_too(desk: Desk) -> None:
    desk.utterances.narrow(Filters((BERG,)))
    desk.shell.search.setText("bridge")
    desk.utterances.find_now()
    bar = desk.utterances.bar
    assert captions(desk)[0] == "All 1"
    assert [chip.text() for chip in bar.chips] == ["Speaker: Tomas Berg ×", "“bridge” ×"]
    QTest.mouseClick(bar.chips[1], Qt.MouseButton.LeftButton)
    assert desk.shell.search.text() == ""
    assert desk.utterances.model.filters == Filters((BERG,))
    desk.shell.search.setText("nobody says this")
    desk.utterances.find_now()
    assert desk.utterances.empty.text() == "Nothing matches. Ctrl+Shift+J shows everything again."
    desk.shell.actions_by_id["clear-filters"].trigger()
    assert desk.shell.search.text() == ""
    assert desk.utterances.model.ids() == ["u1", "u2", "u3"]
    assert not desk.shell.actions_by_id["clear-filters"].isEnabled()


def test_who_is_gone_to_is_shown_whatever_the_filters(desk: Desk) -> None:
    desk.utterances.narrow(Filters((BERG,)))
    assert desk.utterances.select("u3")
    assert not desk.utterances.model.filters
    assert desk.utterances.bar.all.isChecked()


def test_a_view_is_kept_taken_and_forgotten(desk: Desk, qtbot: QtBot, home: Path) -> None:
    desk.utterances.narrow(Filters((BERG,)))
    desk.shell.search.setText("bridge")
    desk.utterances.find_now()
    desk.shell.actions_by_id["keep-view"].trigger()
    answer_asked(" The bridge ")
    settle(qtbot, desk)
    view = SavedView("The bridge", Filters((BERG,)), "bridge")
    assert read_views(load_settings().views) == (view,)
    assert desk.shell.counts.text() == "View kept: The bridge"
    assert home.is_dir()
    desk.utterances.clear_filters()
    menu = open_menu(desk.utterances.bar.kept.menu())
    assert entries(menu) == ["The bridge", "Keep this view…", "Forget a view"]
    menu.actions()[0].trigger()
    assert desk.utterances.model.ids() == ["u2"]
    assert desk.shell.search.text() == "bridge"
    desk.wishes.grant(ForgetView("The bridge"))
    assert read_views(load_settings().views) == ()
    assert entries(open_menu(desk.utterances.bar.kept.menu())) == ["Keep this view…"]


@pytest.mark.usefixtures("home")
def test_views_that_another_window_keeps_meanwhile_stay(desk: Desk) -> None:
    theirs = SavedView("Theirs", Filters((BERG,)))
    save_settings(replace(load_settings(), views=tell_views([theirs])))
    desk.wishes.grant(KeepView(Filters((BERG,)), "bridge"))
    answer_asked("Ours")
    assert [view.name for view in read_views(load_settings().views)] == ["Theirs", "Ours"]
    save_settings(replace(load_settings(), views=""))
    desk.wishes.grant(KeepView(Filters((BERG,)), "bridge"))
    answer_asked("Ours")
    assert [view.name for view in read_views(load_settings().views)] == ["Ours"]


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_narrow_row_goes_on_in_the_next_line(desk: Desk, side: Qt.LayoutDirection) -> None:
    bar = desk.utterances.bar
    desk.shell.setLayoutDirection(side)
    low = bar.height()
    desk.shell.resize(780, 600)
    desk.utterances.narrow(Filters((BERG, COAST, Filter(Facet.LANGUAGE, "en"), Filter(Facet.KIND, "direct"))))
    QApplication.processEvents()
    assert bar.height() > low
    parts = [part for part in (bar.all, *bar.switches.values(), *bar.chips, bar.more, bar.kept) if part.isVisible()]
    assert all(bar.rect().contains(part.geometry()) for part in parts)
    assert not any(one.geometry().intersects(other.geometry()) for one in parts for other in parts if one is not other)
    starts = bar.title.x() if side is Qt.LayoutDirection.LeftToRight else bar.width() - bar.title.geometry().right() - 1
    assert starts == 14


def test_nothing_that_is_judged_moves_until_the_filter_is_chosen_anew(desk: Desk, qtbot: QtBot) -> None:
    press_switch(desk, Filter(Facet.VERDICT, UNREVIEWED))
    desk.utterances.select("u2")
    desk.comparison.next_rendition()
    desk.shell.actions_by_id["faithful"].trigger()
    settle(qtbot, desk)
    assert desk.utterances.model.ids() == ["u1", "u2"]
    assert "Unreviewed 1" in captions(desk)


def test_what_switches_show_is_looked_at_in_parts_and_comes_to_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(utterances, "_LOOKED_AT", 1)
    state = desk.bridge.state
    model = utterances.UtteranceModel()
    model.show_state(state)
    with monkeypatch.context() as looked:
        assert len(list(model.counting(SWITCHED))) == len(state.utterances)
        looked.setattr(utterances, "lines_of", None)
        assert model.counts(SWITCHED) == desk.utterances.model.counts(SWITCHED)


def test_in_a_narrow_window_with_large_text_the_words_keep_room_beside_the_other_columns(desk: Desk) -> None:
    desk.shell.resize(760, 600)
    desk.shell.appearance.choose_size(LARGEST)
    QApplication.processEvents()
    assert desk.utterances.table.horizontalHeader().sectionSize(utterances.WORDS) >= 80
    desk.shell.appearance.choose_size(0)


def test_two_utterances_are_seen_at_least_however_many_lines_the_filters_take(desk: Desk) -> None:
    desk.shell.actions_by_id["findings"].trigger()
    desk.shell.resize(760, 600)
    QApplication.processEvents()
    desk.bridge.catch_up()
    bar, table = desk.utterances.bar, desk.utterances.table
    assert bar.height() > 2 * bar.all.height()
    assert table.viewport().height() >= 2 * table.verticalHeader().defaultSectionSize()


def test_the_bar_of_the_smallest_window_says_in_words_what_its_buttons_do(desk: Desk) -> None:
    desk.shell.resize(760, 600)
    QApplication.processEvents()
    assert {one.toolButtonStyle() for one in desk.shell.buttons} == {Qt.ToolButtonStyle.ToolButtonTextBesideIcon}
