"""Two fragments against two fragments: each finds the one it renders, and what is said in each is judged."""

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.wording.telling import tell

EN = language_of("en")

BASE = "I really asked Governor Halvorsen, … I have been begging Governor Halvorsen to keep the ferries"
TEXT = (
    "begged Governor Inge Halvorsen to keep ferries … I have strongly requested of Governor Halvorsen that they be kept"
)


def test_a_window_does_not_reach_over_into_another_fragment() -> None:
    comparison = compare(Side(BASE, EN), Side(TEXT, EN))
    paired = {(change.base.of(BASE), change.text.of(TEXT)) for change in comparison.changes}
    assert any("asked" in base and "requested" in text for base, text in paired)
    assert any("begging" in base and "begged" in text for base, text in paired)


def test_the_strength_of_each_is_judged_against_its_own() -> None:
    found = [finding for finding in compare(Side(BASE, EN), Side(TEXT, EN)).findings if finding.check == "strength"]
    assert any("requested" in tell(finding.message) and "really asked" in tell(finding.message) for finding in found)
