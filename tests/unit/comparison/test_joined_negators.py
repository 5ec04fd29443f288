"""Verbs that hold their "not" negate; words that only begin so do not."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of


@pytest.mark.parametrize(
    ("base", "text", "found"),
    [
        ("Smlouvu jsme nepodepsali.", "Smlouvu jsme podepsali.", True),
        ("Zítra do práce půjdeme.", "Zítra do práce nepůjdeme.", True),
        ("Nemáme žádné peníze navíc.", "Peníze navíc nemáme.", False),
        ("Nemocnice stojí u řeky.", "U řeky stojí nemocnice.", False),
        ("V neděli se nehraje.", "Nehraje se v neděli.", False),
        ("Nejen my jsme čekali.", "My jsme čekali.", False),
    ],
)
def test_a_not_that_is_joined_to_its_verb_counts(base: str, text: str, found: bool) -> None:
    language = language_of("cs")
    findings = compare(Side(base, language), Side(text, language)).findings
    assert any(one.check == "negation" for one in findings) is found
