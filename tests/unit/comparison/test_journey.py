"""Journeys: a wording that a translation there and back makes of the base is explained so."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.evidence.journey import Journey, explain
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison
from crossquote.wording.paragraph import tell_all

EN = language_of("en")

BASE = "I have strongly requested that the ship be spared."


def explained(text: str, back: str) -> list[str]:
    found = compare(Side(BASE, EN), Side(text, EN))
    told = explain(found, [Journey("uk", back)], EN)
    assert [finding.severity for finding in told.findings] == [finding.severity for finding in found.findings]
    return [finding.check for finding in told.findings if "by way of Ukrainian" in tell_all(finding.evidence)]


def test_the_same_words_in_the_same_place_are_explained() -> None:
    assert "strength" in explained(
        "I really asked that the ship be spared.", "I asked very much that the ship be spared."
    )


@pytest.mark.parametrize(
    "back",
    [
        BASE,
        "I have urgently demanded that the ship be spared.",
        "I have strongly requested that the ship be spared, he asked.",
        "I garbledly asked that the ship be spared.",
        "",
    ],
)
def test_other_words_or_another_place_explain_nothing(back: str) -> None:
    assert explained("I really asked that the ship be spared.", back) == []


def test_without_a_journey_nothing_changes() -> None:
    found = Comparison(BASE, BASE, ())
    assert explain(found, [], EN) is found
    assert explain(found, [Journey("uk", BASE)], EN) is found


def test_the_evidence_names_both_wordings() -> None:
    found = compare(Side(BASE, EN), Side("I asked that the ship be spared.", EN))
    told = explain(found, [Journey("uk", "I asked for the ship to be spared.")], EN)
    (strength,) = (finding for finding in told.findings if finding.check == "strength")
    assert "there and back, “strongly requested” becomes “" in tell_all(strength.evidence)
