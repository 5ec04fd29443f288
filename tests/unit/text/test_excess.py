"""What is too much for one article is told by what it has too much of."""

import pytest

from crossquote.text.excess import MAX_LETTERS, excess


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * MAX_LETTERS, None),
        ("a" * (MAX_LETTERS + 1), "error.text-too-long"),
        ("“a” " * 16_000, "error.too-many-marks"),
        ("a\n" * 40_000, None),
        ("a\n" * 40_001, "error.too-many-lines"),
        ("a\r" * 40_001, "error.too-many-lines"),
        ("a\r\n" * 40_000, None),
        ("No. " * 40_001, "error.too-many-lines"),
        ("No.\n" * 40_000, None),
        ("好。" * 40_001, "error.too-many-lines"),
        ("好。\n" * 40_000, None),
        ("." * MAX_LETTERS, None),
        ("。" * MAX_LETTERS, None),
        ("12.5 " * 60_000, None),
    ],
)
def test_an_article_has_so_many_letters_marks_lines_and_sentences(text: str, code: str | None) -> None:
    told = excess(text)
    assert (told and told.code) == code
