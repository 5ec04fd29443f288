"""The list of findings: in several orders, walked by keys in each, and judged several at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.views.findings import FindingsPane
from crossquote.gui.words import say_fact
from crossquote.model.review import Ruling, Verdict
from crossquote.work.filters import Facet, Filter, Filters
from crossquote.work.settings import FindingOrder, load_settings
from gui.opened import answer_asked
from gui.waiting import settle


@pytest.fixture
def pane(desk: Desk) -> FindingsPane:
    desk.workspace.toggle_findings()
    desk.workspace.findings.list.setFocus()
    return desk.workspace.findings


def listed(pane: FindingsPane) -> list[tuple[str, str]]:
    entries = [pane.model.entry(row) for row in range(pane.model.rowCount())]
    return [(one.finding.check, one.outlet) for one in entries]


def choose(pane: FindingsPane, *rows: int) -> None:
    """Choose rows, as clicks with Ctrl do."""
    flags = QItemSelectionModel.SelectionFlag
    for number, row in enumerate(rows):
        how = flags.Select if number else flags.ClearAndSelect
        pane.list.selectionModel().setCurrentIndex(pane.model.index(row), how)


ORDERED = {
    FindingOrder.LISTED: [
        ("number", "Coast Wire"),
        ("strength", "Coast Wire"),
        ("truncation", "Coast Wire"),
        ("strength", "Прибережна"),
        ("negation", "Coast Wire"),
    ],
    FindingOrder.SEVERITY: [
        ("number", "Coast Wire"),
        ("negation", "Coast Wire"),
        ("strength", "Coast Wire"),
        ("strength", "Прибережна"),
        ("truncation", "Coast Wire"),
    ],
    FindingOrder.CHECK: [
        ("truncation", "Coast Wire"),
        ("negation", "Coast Wire"),
        ("number", "Coast Wire"),
        ("strength", "Coast Wire"),
        ("strength", "Прибережна"),
    ],
    FindingOrder.OUTLET: [
        ("number", "Coast Wire"),
        ("negation", "Coast Wire"),
        ("strength", "Coast Wire"),
        ("truncation", "Coast Wire"),
        ("strength", "Прибережна"),
    ],
}


@pytest.mark.parametrize("order", list(FindingOrder))
def test_j_and_k_walk_in_every_order(desk: Desk, pane: FindingsPane, order: FindingOrder) -> None:
    pane.choose_order(order)
    choose(pane, 0)
    found = listed(pane)
    if order is FindingOrder.CHECK:
        assert sorted(found) == sorted(ORDERED[order])
        assert [check for check, _ in found] == sorted((check for check, _ in found), key=names_of(pane).index)
    else:
        assert found == ORDERED[order]
    walked = []
    for _ in found:
        QTest.keyClick(pane.list, Qt.Key.Key_J)
        entry = pane.model.entry(pane.list.currentIndex().row())
        walked.append((entry.finding.check, entry.outlet))
        assert desk.utterances.current_id() == entry.place.utterance
        current = desk.comparison.current_finding
        assert current is not None
        assert current.finding == entry.finding
    assert walked == found
    QTest.keyClick(pane.list, Qt.Key.Key_K)
    assert pane.list.currentIndex().row() == len(found) - 2


def test_it_opens_by_severity_and_remembers_the_order_that_was_chosen(desk: Desk, pane: FindingsPane) -> None:
    assert pane.order is FindingOrder.SEVERITY
    assert listed(pane) == ORDERED[FindingOrder.SEVERITY]
    pane.choose_order(FindingOrder.OUTLET)
    desk.room.keep()
    assert load_settings().findings_order is FindingOrder.OUTLET


def test_every_order_is_come_back_from(pane: FindingsPane) -> None:
    for order in (FindingOrder.SEVERITY, FindingOrder.OUTLET, FindingOrder.LISTED):
        pane.choose_order(order)
        assert listed(pane) == ORDERED[order]


def test_while_the_list_is_closed_the_keys_lead_through_one_utterance_after_the_other(desk: Desk) -> None:
    walked = []
    for _ in ORDERED[FindingOrder.LISTED]:
        desk.workspace.next_finding()
        found = desk.comparison.current_finding
        walked.append((desk.utterances.current_id(), found.finding.check if found else ""))
    assert walked == [
        ("u1", "number"), ("u1", "strength"), ("u1", "truncation"), ("u1", "strength"), ("u2", "negation"),
    ]  # fmt: skip
    desk.workspace.toggle_findings()
    assert desk.workspace.findings.order is FindingOrder.SEVERITY
    current = desk.workspace.findings.list.currentIndex().row()
    assert listed(desk.workspace.findings)[current] == ("negation", "Coast Wire"), "the same finding stays chosen"


def names_of(pane: FindingsPane) -> list[str]:
    """Return the checks in the order of what they are called."""
    return sorted({check for check, _ in listed(pane)}, key=lambda check: say_fact(check, "check").casefold())


def test_a_ruling_leads_on_in_the_order_of_the_list(desk: Desk, qtbot: QtBot, pane: FindingsPane) -> None:
    pane.choose_order(FindingOrder.SEVERITY)
    QTest.keyClick(pane.list, Qt.Key.Key_J)
    QTest.keyClick(pane.list, Qt.Key.Key_D)
    settle(qtbot, desk)
    found = desk.comparison.current_finding
    assert found is not None
    assert (desk.utterances.current_id(), found.finding.check) == ("u2", "negation")


def test_several_are_dismissed_as_one_step(desk: Desk, qtbot: QtBot, pane: FindingsPane) -> None:
    choose(pane, 0, 1, 4)
    assert pane.several
    titles = [label.text() for label in pane.findChildren(type(pane.title))]
    assert "Findings (5) · 3 chosen" in titles
    QTest.keyClick(pane.list, Qt.Key.Key_D)
    settle(qtbot, desk)
    assert {one.ruling for one in desk.bridge.state.rulings.values()} == {Ruling.DISMISSED}
    assert len(desk.bridge.state.rulings) == 3
    assert listed(pane) == [("strength", "Coast Wire"), ("strength", "Прибережна")]
    assert not pane.none.isVisible()
    choose(pane, 0, 1)
    QTest.keyClick(pane.list, Qt.Key.Key_D)
    settle(qtbot, desk)
    assert pane.none.isVisible(), "an empty list says where they went"


def test_a_ruling_on_several_leads_on_to_what_stands_behind_the_last_of_them(
    desk: Desk, qtbot: QtBot, pane: FindingsPane
) -> None:
    pane.choose_order(FindingOrder.LISTED)
    behind = listed(pane)[3]
    choose(pane, 1, 2)
    QTest.keyClick(pane.list, Qt.Key.Key_D)
    settle(qtbot, desk)
    assert listed(pane)[pane.list.currentIndex().row()] == behind
    found = desk.comparison.current_finding
    assert found is not None
    assert found.finding.check == behind[0]


def test_the_title_says_how_many_are_still_open_as_the_status_bar_does(
    desk: Desk, qtbot: QtBot, pane: FindingsPane
) -> None:
    assert pane.title.text() == "Findings (5)"
    QTest.keyClick(pane.list, Qt.Key.Key_J)
    QTest.keyClick(pane.list, Qt.Key.Key_A)
    settle(qtbot, desk)
    assert pane.title.text() == "Findings (5) · 4 open"
    assert "4 findings open" in desk.shell.counts.text()
    QTest.keyClick(pane.list, Qt.Key.Key_K)
    QTest.keyClick(pane.list, Qt.Key.Key_O)
    settle(qtbot, desk)
    assert pane.title.text() == "Findings (5)"


def test_several_are_dismissed_with_one_reason(desk: Desk, qtbot: QtBot, pane: FindingsPane) -> None:
    choose(pane, 0, 1)
    desk.shell.actions_by_id["dismiss-reason"].trigger()
    answer_asked("style")
    settle(qtbot, desk)
    assert [one.reason for one in desk.bridge.state.rulings.values()] == ["style", "style"]


def test_a_reason_is_told_of_what_was_chosen_when_it_was_asked(desk: Desk, qtbot: QtBot, pane: FindingsPane) -> None:
    """What came in meanwhile filled the list anew, and chose one of them, or none."""
    choose(pane, 0, 1)
    desk.shell.actions_by_id["dismiss-reason"].trigger()
    pane.list.clearSelection()
    answer_asked("style")
    settle(qtbot, desk)
    assert [one.reason for one in desk.bridge.state.rulings.values()] == ["style", "style"]


def test_several_renditions_get_one_verdict(desk: Desk, qtbot: QtBot, pane: FindingsPane) -> None:
    choose(pane, 0, 2, 3)
    assert desk.shell.actions_by_id["distorted"].isEnabled()
    assert not desk.shell.actions_by_id["no-verdict"].isEnabled()
    QTest.keyClick(pane.list, Qt.Key.Key_3)
    settle(qtbot, desk)
    assert [one.verdict for one in desk.bridge.state.verdicts.values()] == [Verdict.DISTORTED, Verdict.DISTORTED]
    choose(pane, 0, 3)
    QTest.keyClick(pane.list, Qt.Key.Key_0)
    settle(qtbot, desk)
    assert not desk.bridge.state.verdicts


def test_the_menu_of_several_offers_what_is_done_to_all(desk: Desk, pane: FindingsPane) -> None:
    choose(pane, 0, 1)
    pane.list.customContextMenuRequested.emit(pane.list.visualRect(pane.model.index(0)).center())
    (menu,) = [menu for menu in desk.shell.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert texts == [
        "Accept finding", "Dismiss finding", "Dismiss with a reason…",
        "Mark as faithful", "Mark as paraphrase", "Mark as distorted", "Mark as not this utterance",
    ]  # fmt: skip
    menu.close()


def test_a_click_leads_to_the_utterance(desk: Desk, pane: FindingsPane) -> None:
    QTest.mouseClick(
        pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(pane.model.index(1)).center()
    )
    assert desk.utterances.current_id() == "u2"
    assert pane.model.row_of(FindingPlace("u2", 1, 0)) == 1


def test_filters_and_order_hold_together(desk: Desk, pane: FindingsPane) -> None:
    pane.choose_order(FindingOrder.OUTLET)
    desk.utterances.narrow(Filters((Filter(Facet.CHECK, "strength"),)))
    assert listed(pane) == [("strength", "Coast Wire"), ("strength", "Прибережна")]
    assert pane.sorting.text() == "by outlet ▾"


def test_what_is_chosen_out_of_sight_is_not_scrolled_to_when_the_room_changes(desk: Desk) -> None:
    table = desk.utterances.table
    table.setMinimumHeight(1)
    desk.utterances._choose_row(0)
    room, bar = table.size(), table.verticalScrollBar()
    table.resize(room.width(), table.horizontalHeader().height() + table.rowHeight(0))
    bar.setValue(bar.maximum())
    assert table.visualRect(table.currentIndex()).bottom() < 0
    table.resize(table.width(), table.height() + 1)
    assert bar.value() > 0


def test_in_a_low_panel_the_findings_have_the_room_of_the_hint(pane: FindingsPane) -> None:
    assert pane.hint.isVisible()
    pane.resize(pane.width(), 160)
    assert not pane.hint.isVisible()
    pane.resize(pane.width(), 500)
    assert pane.hint.isVisible()
