"""Projection through word links: there and back, in order, never beyond the texts."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.align.projection import (
    join_neighbours,
    rendition_links,
    to_original,
    to_translation,
)
from crossquote.model.span import Span
from crossquote.model.translation import Translation
from crossquote.model.utterance import GAP, Rendition

SOURCE, SHOWN = "Я дуже просила міністра", "I asked the minister very much"
LINKS = (
    (Span(0, 1), Span(0, 1)),
    (Span(7, 14), Span(2, 7)),
    (Span(15, 23), Span(8, 11)),
    (Span(15, 23), Span(12, 20)),
    (Span(2, 6), Span(21, 25)),
    (Span(2, 6), Span(26, 30)),
)


def words(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.of(text) for span in spans]


def test_words_lead_to_the_words_that_they_came_from() -> None:
    assert words(to_original((Span(2, 7), Span(21, 30)), LINKS), SOURCE) == ["дуже", "просила"]
    assert words(to_translation((Span(16, 17),), LINKS), SHOWN) == ["the", "minister"]
    assert to_original((), LINKS) == ()


def test_neighbours_become_one_box() -> None:
    spans = to_original((Span(2, 7), Span(21, 30)), LINKS)
    assert words(join_neighbours(spans, SOURCE), SOURCE) == ["дуже просила"]
    assert words(join_neighbours((Span(0, 1), Span(7, 14)), SOURCE), SOURCE) == ["Я", "просила"]


def test_the_links_of_a_rendition_in_parts_are_shifted() -> None:
    part = Translation("Ні", "No", (("uk", "en"),), links=((Span(0, 2), Span(0, 2)),))
    rendition = Rendition("a", ("q1", "q2"), "uk", f"Ні{GAP}Ні", f"No{GAP}No")
    assert rendition_links(rendition, {"q1": part, "q2": part}) == (
        (Span(0, 2), Span(0, 2)),
        (Span(5, 7), Span(5, 7)),
    )


def test_links_that_no_longer_fit_are_not_used() -> None:
    part = Translation("Ні", "No", (("uk", "en"),), links=((Span(0, 2), Span(0, 2)),))
    assert rendition_links(Rendition("a", ("q",), "uk", "Ні", "Never"), {"q": part}) == ()
    assert rendition_links(Rendition("a", ("q",), "uk", "Ні", "No"), {}) == ()


spans = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: Span(pair[0], sum(pair)))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(spans, spans), max_size=12).map(tuple), st.lists(spans, max_size=4).map(tuple))
def test_places_come_in_order_and_apart(links: tuple[tuple[Span, Span], ...], wanted: tuple[Span, ...]) -> None:
    for found in (to_original(wanted, links), to_translation(wanted, links)):
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert all(len(span) for span in found)
    # What came from a place leads back to it.
    for source, target in links:
        if len(source) and len(target):
            assert any(span.contains(source) for span in to_original((target,), links))
