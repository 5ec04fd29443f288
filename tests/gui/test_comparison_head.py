"""The head of the comparison: whatever the language, no choice is cut off; what has no room is left out."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.models.cards import cards_of
from crossquote.gui.speaking import speak
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.views.comparison_head import ComparisonHead
from crossquote.model.state import State
from crossquote.wording.catalogue import languages

LONG = "The Daily Chronicle of the Harbour and the Islands"


@pytest.mark.parametrize("language", [*languages(), "qps"])
def test_choices_are_whole_at_every_width(language: str, qapp: QApplication, qtbot: QtBot, state: State) -> None:
    speak(qapp, language)
    Appearance("light").apply()
    pane = QWidget()  # which gives a part of a window less than it asks for
    qtbot.addWidget(pane)
    head = ComparisonHead(pane)
    cards = tuple(replace(card, outlet=LONG) for card in cards_of(next(iter(state.utterances.values())), state))
    head.show_cards("Ada Lindqvist", cards)
    pane.show()
    seen = set()
    for width in range(340, 1300, 40):
        head.resize(width, 40)
        QApplication.processEvents()
        shown = [part for part in (head.arrangement, head.detail) if part.isVisible()]
        buttons = [button for part in shown for button in part.findChildren(QToolButton)]
        assert [b.text() for b in buttons if b.width() < b.sizeHint().width()] == []
        assert head.only.width() >= head.only.sizeHint().width() or not head.only.isVisible()
        seen.add((head.detail.isVisible(), head.only.isVisible()))
    assert (True, True) in seen


def test_who_spoke_is_whole_before_the_base_is(qtbot: QtBot, state: State) -> None:
    Appearance("light").apply()
    pane = QWidget()
    qtbot.addWidget(pane)
    head = ComparisonHead(pane)
    cards = tuple(replace(card, outlet=LONG) for card in cards_of(next(iter(state.utterances.values())), state))
    head.show_cards("Ada Lindqvist", cards)
    pane.show()
    for width in (620, 760, 1300):
        head.resize(width, 40)
        QApplication.processEvents()
        assert head.heading.width() >= head.heading.sizeHint().width()
        assert head.arrangement.isVisible()
    assert head.base.width() >= head.base.sizeHint().width()
