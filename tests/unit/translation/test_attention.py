"""Attention: tokens find their places, and links the words that belong together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.translation.attention import find_links, join_links, token_spans


@pytest.mark.parametrize(
    ("text", "tokens", "places"),
    [
        ("Ми просили.", ["▁Ми", "▁про", "сили", "."], ["Ми", "про", "сили", "."]),
        ('It\'s "so"…', ["It", "&apos;s", "&quot;", "so", "&quot;", "..."], ["It", "'s", '"', "so", '"', "…"]),
        ("30-day & co", ["30", "@-@", "day", "&amp;", "c@@", "o"], ["30", "-", "day", "&", "c", "o"]),
        ("ﬁne", ["▁fine"], ["ﬁne"]),
        ("abc", ["x", "abc", "</s>"], [None, "abc", None]),
    ],
)
def test_tokens_find_their_places(text: str, tokens: list[str], places: list[str | None]) -> None:
    assert [span and span.of(text) for span in token_spans(text, tokens)] == places


def links(source: str, text: str, rows: list[list[float]]) -> list[tuple[str, str]]:
    found = find_links(source, source.split(" "), text, text.split(" "), rows)
    return [(a.of(source), b.of(text)) for a, b in found]


def test_a_clear_attention_is_followed() -> None:
    rows = [[0.1, 0.8, 0.1], [0.8, 0.1, 0.1], [0.1, 0.1, 0.8]]
    assert links("Rat sagte ja", "said council yes", rows) == [("sagte", "said"), ("Rat", "council"), ("ja", "yes")]


def test_a_word_that_draws_everything_does_not_get_everything() -> None:
    rows = [[0.3, 0.1, 0.6], [0.1, 0.3, 0.6], [0.1, 0.1, 0.8]]
    found = links("Рада просила миру", "council asked peace", rows)
    assert ("Рада", "council") in found
    assert ("просила", "asked") in found


def test_names_and_numbers_find_each_other_across_scripts() -> None:
    flat = [[0.25] * 4] * 4
    found = links("Путін прийняв 40 гостей", "40 guests met Putin", flat)
    assert ("Путін", "Putin") in found
    assert ("40", "40") in found


def test_links_go_on_through_english() -> None:
    rows = [[0.9, 0.1], [0.1, 0.9]]
    first = find_links("Рада просила", ["Рада", "просила"], "council asked", ["council", "asked"], rows)
    second = find_links("council asked", ["council", "asked"], "Rat fragte", ["Rat", "fragte"], rows)
    joined = join_links(first, second)
    assert [(a.of("Рада просила"), b.of("Rat fragte")) for a, b in joined] == [("Рада", "Rat"), ("просила", "fragte")]


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.lists(st.text(max_size=4), max_size=6), st.lists(st.text(max_size=4), max_size=6))
def test_links_lie_inside_whatever_the_tokens_are(source: str, text: str, coming: list[str], going: list[str]) -> None:
    rows = [[1 / max(1, len(coming))] * len(coming)] * len(going)
    for a, b in find_links(source, coming, text, going, rows):
        assert 0 <= a.start < a.end <= len(source)
        assert 0 <= b.start < b.end <= len(text)
