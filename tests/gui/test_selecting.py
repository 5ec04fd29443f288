"""A finding selects its words: in the rendition, in the base, and in the original that was translated."""

from types import MappingProxyType

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crossquote.gui.desk import Desk
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import Translation

SHOWN = "I asked very much that the ministry send three ferries before winter."


def with_links(state: State) -> State:
    """Return `state` with what links the Ukrainian rendition to its translation."""
    source = state.utterances["u1"].renditions[2].text
    links = tuple(
        (Span(source.index(old), source.index(old) + len(old)), Span(SHOWN.index(new), SHOWN.index(new) + len(new)))
        for old, new in (("Я", "I"), ("просила", "asked"), ("дуже", "very much"), ("три", "three"))
    )
    made = Translation(source, SHOWN, (("uk", "en"),), links=links)
    return replace(state, evidence=MappingProxyType({"u1-pryberezhna": made}))


def test_a_finding_selects_its_words_in_all_three_texts(empty_desk: Desk, state: State) -> None:
    desk = empty_desk
    desk.bridge.session.state = with_links(state)
    desk.bridge.catch_up()
    base, _, card, _ = desk.comparison.board.cards
    assert card.original is not None
    QTest.mouseClick(card.findings[0], Qt.MouseButton.LeftButton)
    assert card.words.lit() == ["asked very much"]
    assert base.words.lit() == ["strongly requested"]
    assert card.original.lit() == ["дуже просила"]


def test_what_differs_in_the_translation_is_marked_in_the_original(empty_desk: Desk, state: State) -> None:
    empty_desk.bridge.session.state = with_links(state)
    empty_desk.bridge.catch_up()
    original = empty_desk.comparison.board.cards[2].original
    assert original is not None
    assert [piece.text for piece in original.marked()] == ["дуже", "просила"]
