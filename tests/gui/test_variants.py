"""The table of variants and the map of what was cut: what they show, and what keys do in them."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.models.cards import cards_of
from crossquote.gui.models.variant_rows import Agreement
from crossquote.gui.wishes.review import PinBase
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from gui.test_accessibility import unnamed


@pytest.fixture
def tabled(desk: Desk) -> Desk:
    desk.shell.actions_by_id["table"].trigger()
    return desk


def with_an_outlier(state: State) -> State:
    """Return `state` with an utterance that one of four renditions tells otherwise."""
    told = (
        "We will send three ferries before winter",
        "We will send three ferries before winter",
        "Nothing was promised to anybody on the coast",
        "We will send three ferries before the winter",
    )
    renditions = tuple(
        Rendition(article, (f"u1-{article}",), "en", text) for article, text in zip(state.articles, told, strict=True)
    )
    utterance = Utterance("u1", "Ada Lindqvist", renditions, 0, (None,) * 4)
    return replace(state, utterances=MappingProxyType({**state.utterances, "u1": utterance}))


def test_the_table_sets_all_renditions_of_one_language_against_all(tabled: Desk) -> None:
    view = tabled.comparison.table
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert view.isVisible()
    assert tabled.comparison.board.isHidden()
    assert [row.card.outlet for row in view.model.rows] == ["Harbour Daily", "Coast Wire", "Прибережна"]
    assert "Not in the table: Küstenblatt (German)." in view.summary.text()
    place = view.model.place_of(1, tabled.comparison._utterance.comparisons[1].findings[1].text)  # type: ignore[union-attr]
    assert view.model.cell(place.row(), place.column()).reading is Agreement.DIFFERS
    assert view.model.cell(place.row(), place.column()).text == "two"
    assert unnamed(tabled.shell) == []
    spoken = str(view.model.data(place, Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Coast Wire, two, differs, critical: Number: two"


def test_the_outlier_is_named(desk: Desk, state: State) -> None:
    desk.bridge.session.state = with_an_outlier(state)
    desk.bridge.catch_up()
    desk.shell.actions_by_id["table"].trigger()
    view = desk.comparison.table
    assert "Outlier: Прибережна" in view.summary.text()
    assert [row.outlier for row in view.model.rows] == [False, False, True, False]
    side = view.model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert str(side).endswith("outlier")


def test_arrows_choose_a_rendition_that_keys_then_act_on(tabled: Desk, qtbot: QtBot) -> None:
    view = tabled.comparison.table
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(0, 0))
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert tabled.comparison.current_article == "coast"
    with qtbot.waitSignal(tabled.comparison.wished) as wish:
        tabled.shell.actions_by_id["base"].trigger()
    assert wish.args == [PinBase("u1", "coast")]


def test_an_outlets_name_offers_what_can_be_done_with_its_rendition(tabled: Desk, qtbot: QtBot) -> None:
    view = tabled.comparison.table
    names = view.table.verticalHeader()
    place = QPoint(10, names.sectionViewportPosition(1) + 5)
    with qtbot.waitSignal(view.menu_requested) as asked:
        names.customContextMenuRequested.emit(place)
    assert asked.args is not None
    assert asked.args[0] == view.model.rows[1].card.index
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_a_finding_is_found_in_the_table(tabled: Desk) -> None:
    tabled.comparison.show_finding(1, 1)
    view = tabled.comparison.table
    assert view.table.currentIndex().data() == "two"
    # What the rendition lacks is found by where the base has it.
    tabled.comparison.show_finding(1, 2)
    assert "before winter" in view.model.cell(0, view.table.currentIndex().column()).text


def test_only_differences_hides_what_all_share(tabled: Desk) -> None:
    view = tabled.comparison.table
    tabled.shell.actions_by_id["only"].trigger()
    hidden = [view.table.isColumnHidden(column) for column in range(view.model.columnCount())]
    assert hidden == [stretch.unanimous for stretch in view.model.stretches]
    assert any(hidden)
    assert not all(hidden)


def test_back_in_columns_the_cards_are_there(tabled: Desk) -> None:
    tabled.shell.actions_by_id["columns"].trigger()
    assert len(tabled.comparison.board.cards) == 4
    assert tabled.comparison.table.isHidden()


def test_the_map_shows_what_each_kept(desk: Desk) -> None:
    kept = desk.comparison.kept
    assert kept.isVisible()
    assert [bar.outlet for bar in kept.bars.bars] == ["Harbour Daily", "Прибережна", "Coast Wire"]
    assert kept.bars.bars[0].ruler
    assert kept.bars.bars[2].share < 1
    assert "Coast Wire" in kept.line.text()


def test_the_map_is_not_shown_where_nothing_was_cut(desk: Desk) -> None:
    desk.workspace.utterances.select("u2")
    assert desk.comparison.kept.isHidden()


def test_the_map_opens_and_closes_and_leads_to_a_card(desk: Desk) -> None:
    kept = desk.comparison.kept
    QTest.mouseClick(kept.line, Qt.MouseButton.LeftButton)
    assert kept.bars.isHidden()
    QTest.mouseClick(kept.line, Qt.MouseButton.LeftButton)
    kept.chosen.emit(1)
    assert desk.comparison.current_article == "coast"


def test_what_a_table_has_no_room_for_is_left_out_and_named(tabled: Desk) -> None:
    view = tabled.comparison.table
    utterance = tabled.comparison._utterance
    assert utterance is not None
    long = "We will. " * 2700
    cards = tuple(
        replace(card, text=long) if card.outlet == "Coast Wire" else card
        for card in cards_of(utterance, tabled.bridge.state)
    )
    view.show_cards(cards)
    assert [row.card.outlet for row in view.model.rows] == ["Harbour Daily", "Прибережна"]
    assert "Coast Wire" in view.summary.text()
