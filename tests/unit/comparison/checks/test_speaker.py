"""The speaker check: sure within a language, careful across two."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Original, Side
from crossquote.language.language import language_of
from crossquote.model.finding import Severity

EN = language_of("en")

SAID = "The bridge will open on Monday"


@pytest.mark.parametrize(
    ("ours", "theirs", "language", "severity"),
    [
        ("Ada Lindqvist", "Tomas Berg", "en", Severity.MAJOR),
        ("White Harbour", "Біла Гавань", "uk", Severity.NEUTRAL),
        ("Ada Lindqvist", "Ада Ліндквіст", "uk", None),
        ("Ada Lindqvist", "the mayor", "en", None),
    ],
)
def test_speakers(ours: str, theirs: str, language: str, severity: Severity | None) -> None:
    source = None if language == "en" else Original("Міст відкриють у понеділок", language_of(language))
    found = compare(Side(SAID, EN, speaker=ours), Side(SAID, EN, source, speaker=theirs)).findings
    assert [finding.severity for finding in found if finding.check == "speaker"] == ([severity] if severity else [])
