"""Quotation marks: those of the lexicon, of the table for languages without one, and English ones for the rest."""

import pytest

from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.language.quotation import quotation_marks


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
