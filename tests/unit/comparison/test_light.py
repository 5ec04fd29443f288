"""Light verbs are told with the word they lead up to, and the texts are rebuilt all the same."""

import pytest

from crossquote.comparison.align.diff import check_changes
from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of

EN = language_of("en")


@pytest.mark.parametrize(
    ("base", "text", "joined"),
    [
        ("The strike can finally come to an end", "The strike can finally end", ("come to an end", "end")),
        ("The strike can finally end now", "The strike can finally come to an end now", ("end", "come to an end")),
        ("The strike can finally come to a bitter end", "The strike can finally end", None),
        ("They make the people leave", "The people leave", None),
    ],
)
def test_a_light_verb_is_other_words(base: str, text: str, joined: tuple[str, str] | None) -> None:
    comparison = compare(Side(base, EN), Side(text, EN))
    check_changes(base, text, comparison.changes)
    pairs = {(change.base.of(base), change.text.of(text)) for change in comparison.changes}
    checks = {finding.check for finding in comparison.findings}
    assert (joined in pairs) is (joined is not None)
    if joined:
        assert "wording" in checks
        assert not {"omission", "addition"} & checks
