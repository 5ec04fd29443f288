"""What stands beyond blanks."""

import pytest

from crossquote.text.blanks import letter_before


@pytest.mark.parametrize(
    ("text", "place", "skipped", "letter"),
    [
        ("Roe, \n said", 7, "", ","),
        ("Roe, said", 3, "", "e"),
        ("  said", 2, "", ""),
        ("", 0, "", ""),
        ("“We” – said", 7, " –", "”"),
        ("“We”\n said", 6, " –", "\n"),
    ],
)
def test_the_letter_before_blanks_is_found(text: str, place: int, skipped: str, letter: str) -> None:
    assert letter_before(text, place, skipped) == letter
