"""Where reading goes from right to left, an utterance is chosen as it is elsewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.model.state import State
from gui.opened import open_window


@pytest.fixture
def _mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("_mirrored")
def test_an_utterance_is_chosen_before_and_after_the_list_is_laid_out(qtbot: QtBot, state: State) -> None:
    desk = open_window(qtbot)
    first, second, *_ = state.utterances
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    for wanted in (second, first):
        assert desk.utterances.select(wanted)
        assert desk.utterances.current_id() == wanted
        assert [row.row() for row in desk.utterances.table.selectionModel().selectedRows()] != []
        QApplication.processEvents()
    assert desk.comparison.board.cards
