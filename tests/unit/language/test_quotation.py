"""Quotation marks: those of the lexicon, of the table for languages without one, and English ones for the rest."""

import pytest

from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.language.quotation import drawn_marks, quotation_marks


@pytest.mark.parametrize(
    ("code", "marks"),
    [
        ("uk", "«»"), ("de", "„“"), ("es", "«»"), ("ar", "«»"), ("nl", "“”"), ("el", "«»"), ("sv", "””"),
        ("he", "””"), ("da", "»«"), ("nb", "«»"), ("bn", "“”"), ("xx", "“”"), (None, "“”"), ("", "“”"),
    ],
)  # fmt: skip
def test_each_language_has_its_own(code: str | None, marks: str) -> None:
    assert "".join(quotation_marks(code)) == marks


def test_a_lexicon_goes_before_the_table() -> None:
    for code in known_languages():
        assert list(quotation_marks(code)) == list(load_lexicon(code).texts("marks", "pairs")[0])


def test_words_are_drawn_in_marks_with_a_blank_inside_where_the_language_has_one() -> None:
    """French words stood in «yes» on cards and in reports, where all of its press prints « yes »."""
    assert drawn_marks("fr") == ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»")
    assert [drawn_marks(code) for code in ("uk", "es", "de", None)] == [
        quotation_marks(code) for code in ("uk", "es", "de", None)
    ]
