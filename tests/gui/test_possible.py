"""What is possibly the same utterance is said over the comparison, in terminal and report; a click leads there."""

from collections.abc import Mapping
from functools import partial
from io import StringIO
from types import MappingProxyType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from rich.console import Console

from crossquote.cli.show import show_report
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.json import compared_row
from crossquote.gui.desk import Desk
from crossquote.gui.views.possible import PossibleLine
from crossquote.model.state import State
from crossquote.model.utterance import Possible
from crossquote.model.utterances import quotes_of
from crossquote.work.report import gather_report
from gui.waiting import settle


@pytest.fixture
def doubtful(state: State) -> State:
    """Return a state where the first two utterances are possibly one."""
    first, second, *_ = state.utterances.values()
    told = ((first, second), (second, first))
    found = {one.id: replace(one, possibly=(Possible(other.id, 0.6),)) for one, other in told}
    return replace(state, utterances=MappingProxyType({**state.utterances, **found}))


def lines(desk: Desk) -> Mapping[str, QPushButton]:
    return {
        line.text(): line for line in desk.comparison.possible.findChildren(QPushButton) if line.isVisibleTo(desk.shell)
    }


def test_a_line_over_the_comparison_says_it_and_leads_there(empty_desk: Desk, doubtful: State) -> None:
    first, second, *_ = doubtful.utterances
    empty_desk.bridge.session.state = doubtful
    empty_desk.bridge.catch_up()
    empty_desk.utterances.select(first)
    ((text, line),) = lines(empty_desk).items()
    assert text.startswith("Possibly the same (60%)")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert empty_desk.utterances.current_id() == second
    assert len(lines(empty_desk)) == 1


def fills(line: QPushButton, *, whole: bool) -> bool:
    """Tell whether a line is shown whole, or as one that is cut short."""
    return (line.text() == line.accessibleName()) is whole


def test_the_words_fill_the_room_there_is(empty_desk: Desk, qtbot: QtBot, doubtful: State) -> None:
    empty_desk.bridge.session.state = doubtful
    empty_desk.bridge.catch_up()
    empty_desk.utterances.select(next(iter(doubtful.utterances)))
    for width, whole in ((700, False), (1440, True)):
        empty_desk.shell.resize(width, 800)
        (line,) = lines(empty_desk).values()
        qtbot.waitUntil(partial(fills, line, whole=whole), timeout=2000)


@pytest.mark.parametrize("by", ["key", "button"])
@pytest.mark.parametrize("one", [True, False])
def test_it_is_joined_or_kept_apart_by_a_key_or_a_button(
    empty_desk: Desk, qtbot: QtBot, doubtful: State, by: str, *, one: bool
) -> None:
    first, second, *_ = doubtful.utterances
    empty_desk.bridge.session.state = doubtful
    empty_desk.bridge.catch_up()
    empty_desk.utterances.select(first)
    QApplication.processEvents()
    if by == "key":
        modifier = Qt.KeyboardModifier.NoModifier if one else Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(empty_desk.utterances.table, Qt.Key.Key_G, modifier)
    else:
        (line,) = [one for one in empty_desk.comparison.possible.findChildren(PossibleLine) if one.isVisible()]
        QTest.mouseClick(line.join if one else line.part, Qt.MouseButton.LeftButton)
    settle(qtbot, empty_desk)
    state = empty_desk.bridge.state
    quotes = {quote for key in (first, second) for each in doubtful.utterances[key].renditions for quote in each.quotes}
    homes = {key for key, known in state.utterances.items() if not quotes.isdisjoint(quotes_of(known))}
    assert len(homes) == 1 if one else len(homes) > 1
    assert not lines(empty_desk), "it is decided"
    assert not empty_desk.shell.actions_by_id["join-possible"].isEnabled()
    shown = state.utterances[empty_desk.utterances.current_id() or ""]
    assert not quotes_of(shown).isdisjoint(quotes_of(doubtful.utterances[first])), "the selection stays where one looks"
    assert bool(state.joined) is one
    assert bool(state.parted) is not one


def test_nothing_is_said_where_nothing_is_possible(desk: Desk) -> None:
    assert not lines(desk)
    assert desk.comparison.possible.isHidden()


def test_terminal_report_and_json_say_it_too(doubtful: State) -> None:
    first, second, *_ = doubtful.utterances
    report, told = gather_report(doubtful), StringIO()
    show_report(report, Console(file=told, width=200))
    assert told.getvalue().count("Possibly the same (60%)") == sum(one.id in {first, second} for one in report.shared)
    assert "Possibly the same (60%)" in report_html(report)
    assert compared_row(report)["possible"] == [[*sorted((first, second)), 0.6]]
