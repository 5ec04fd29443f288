"""Quotation marks: which open, which close, which are none, and that pairing them takes time in proportion."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.pairing import find_marked, paragraphs
from hang import no_hang

EN = language_of("en")


def _contents(text: str, language: str = "en") -> list[str]:
    return [pair.content.of(text) for pair in find_marked(text, paragraphs(text), language_of(language))]


@pytest.mark.parametrize(
    ("text", "language", "contents"),
    [
        ("“a” and “b”", "en", ["a", "b"]),
        ('"a" and "b"', "en", ["a", "b"]),
        ("„a“ und »b«", "de", ["a", "b"]),
        ("« a » et “b”", "fr", [" a ", "b"]),
        ("”a” och ”b”", "sv", ["a", "b"]),
        ("「a」と『b』", "ja", ["a", "b"]),
        ("``a'' and ''b''", "en", ["a", "b"]),
        ("'a' and ‘b’", "en", ["a", "b"]),
        ("“a ‘b’ c”", "en", ["a ‘b’ c"]),
        ('"a "b" c"', "en", ['a "b" c']),
        ('“a" and "b”', "en", ["a", "b"]),
        ("it's the dogs' and the '90s", "en", []),
        ('a 27" screen and a 5\'10" board', "en", []),
        ("die US“-Leute", "de", []),
    ],
)
def test_pairs_marks_by_sense(text: str, language: str, contents: list[str]) -> None:
    assert _contents(text, language) == contents


def test_a_paragraph_that_opens_again_continues_the_one_before() -> None:
    text = "“One.\n“Two.”"
    first, second = find_marked(text, paragraphs(text), EN)
    assert (first.closed, first.continues) == (False, True)
    assert (second.closed, second.content.of(text)) == (True, "Two.")


def test_a_mark_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = "He said: “One.\nTwo."
    (pair,) = find_marked(text, paragraphs(text), EN)
    assert (pair.closed, pair.content.of(text)) == (False, "One.")


def test_a_mark_closed_in_a_later_paragraph_spans_them() -> None:
    text = "“One.\nTwo.” Three."
    (pair,) = find_marked(text, paragraphs(text), EN)
    assert pair.content.of(text) == "One.\nTwo."


@pytest.mark.parametrize("piece", ['"', '" ', "“", "' ", "“\n", "'a ", '"a'])
def test_hostile_input_takes_time_in_proportion(piece: str) -> None:
    text = piece * 20_000
    with no_hang():
        find_marked(text, paragraphs(text), EN)


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        ("“We come. He said:\nNo.", "en", "We come."),
        ("«Մենք կգանք վաղը: Հետո կգնանք տուն:\nՆա գնաց:", "hy", "Մենք կգանք վաղը: Հետո կգնանք տուն:"),
    ],
)
def test_a_colon_leads_on_where_it_ends_no_sentence(text: str, language: str, content: str) -> None:
    known = language_of(language)
    assert [pair.content.of(text).strip() for pair in find_marked(text, paragraphs(text), known)] == [content]
