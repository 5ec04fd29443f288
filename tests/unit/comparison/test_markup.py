"""A comparison cut into pieces: nothing of the text is lost, and each change has its look."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.instruments.original_pieces import original_pieces
from crossquote.message import verbatim
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.markup import (
    Look,
    Piece,
    base_pieces,
    only_differences,
    plain_pieces,
    rendition_pieces,
)
from crossquote.model.span import Span
from crossquote.model.state import State
from gui.hand_made import sample_state


@pytest.fixture
def state() -> State:
    return sample_state()


def shown(pieces: tuple[object, ...]) -> list[tuple[str, str]]:
    return [(piece.look.value, piece.text) for piece in pieces if piece.look is not Look.PLAIN]  # type: ignore[attr-defined]


def test_a_rendition_shows_what_changed_and_what_is_missing(state: State) -> None:
    comparison = state.utterances["u1"].comparisons[1]
    assert comparison is not None
    assert shown(rendition_pieces(comparison)) == [
        ("changed", "really asked"), ("changed", "two"), ("outside", "⟨…⟩"),
    ]  # fmt: skip
    assert shown(base_pieces(comparison)) == [
        ("changed", "have strongly requested"), ("changed", "three"), ("outside", "before winter."),
    ]  # fmt: skip


def test_a_lost_word_is_a_caret_here_and_marked_in_the_base(state: State) -> None:
    comparison = state.utterances["u2"].comparisons[1]
    assert comparison is not None
    assert shown(rendition_pieces(comparison)) == [("missing", "‸")]
    assert rendition_pieces(comparison)[1].tip == verbatim("no")
    assert shown(base_pieces(comparison)) == [("changed", "no")]


def test_only_differences_keeps_what_lies_around_them() -> None:
    text = "It was a long and quiet morning in the old harbour when two ships left for the islands in the far north."
    at = text.index("two")
    change = Change(Op.REPLACE, Span(at, at + 3), Span(at, at + 3), ChangeClass.NUMBER)
    pieces = only_differences(rendition_pieces(Comparison(text, text, (change,))))
    assert "".join(piece.text for piece in pieces) == "… the old harbour when two ships left for the…"
    assert only_differences(plain_pieces(text)) == plain_pieces(text)


changes = st.lists(st.tuples(st.sampled_from(list(Op)), st.integers(0, 6), st.integers(0, 6)), max_size=8)


@settings(max_examples=80, deadline=None)
@given(changes, st.sampled_from(list(ChangeClass)))
def test_pieces_hold_the_whole_text(steps: list[tuple[Op, int, int]], kind: ChangeClass) -> None:
    listed, b, t = [], 0, 0
    for op, base, text in steps:
        listed.append(Change(op, Span(b, b + base), Span(t, t + text), kind))
        b, t = b + base, t + text
    comparison = Comparison("б🌊 x. " * b, "ü w\n🌊," * t, tuple(listed))
    for pieces, whole in ((rendition_pieces(comparison), comparison.text), (base_pieces(comparison), comparison.base)):
        spans = [piece for piece in pieces if piece.span is not None and len(piece.span)]
        assert "".join(piece.text for piece in spans) == whole
        assert all(piece.span.of(whole) == piece.text for piece in spans if piece.span)


def test_what_differs_is_marked_in_the_original_too() -> None:
    source = "Я дуже просив"
    links = ((Span(0, 1), Span(0, 1)), (Span(7, 13), Span(2, 7)), (Span(2, 6), Span(8, 17)))
    pieces = (Piece("I "), Piece("asked", Look.CHANGED, Span(2, 7)), Piece(" very much", Look.PLAIN, Span(7, 17)))
    marked = original_pieces(source, pieces, links)
    assert shown_looks(marked) == [("plain", "Я дуже "), ("wording", "просив")]


def shown_looks(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.look.value, piece.text) for piece in pieces]
