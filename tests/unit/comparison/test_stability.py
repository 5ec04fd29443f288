"""Stability: a finding is held against what the engine could have written instead."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.evidence.stability import content_of, mark_stability
from crossquote.comparison.reading.side import Original, Side
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding, Seen, Severity
from crossquote.wording.paragraph import tell_all

EN = language_of("en")

BASE = "The port council must never pay the old guild of the harbour."
ORIGINAL = Original("Eski limanda kimse para ödemez.", language_of("tr"))
"""A language without word lists: what is found in its translations is seen in those alone."""


def against(text: str, source: Original | None = ORIGINAL) -> Comparison:
    return compare(Side(BASE, EN), Side(text, EN, source))


def only(comparison: Comparison, check: str) -> Finding:
    (found,) = (finding for finding in comparison.findings if finding.check == check)
    return found


MAY = "The port council may never pay the old guild of the harbour."


def test_what_all_translations_have_is_stable() -> None:
    other = against("The port council may never pay the old guild of that harbour.")
    found = only(mark_stability(against(MAY), [other, other, other]), "modality")
    assert tell_all(found.evidence).endswith("Stable in 4 of 4 translations.")
    assert found.seen is Seen.TRANSLATION


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ([BASE, MAY, MAY], "Another of 4 translations lacks it."),
        ([BASE, MAY, BASE], "2 of 4 translations lack it."),
    ],
)
def test_what_another_translation_lacks_is_unstable_and_at_most_minor(others: list[str], says: str) -> None:
    found = only(mark_stability(against(MAY), [against(text) for text in others]), "modality")
    assert found.seen is Seen.UNSTABLE
    assert found.severity.rank <= Severity.MINOR.rank
    assert tell_all(found.evidence).endswith(says)


def test_an_addition_is_known_by_its_place_or_its_words() -> None:
    added = "The port council must never pay the old corrupt guild of the harbour."
    moved = "The corrupt port council must never pay the old guild of the harbour."
    assert only(against(added), "addition").severity is Severity.MINOR
    assert only(mark_stability(against(added), [against(moved)]), "addition").seen is Seen.TRANSLATION
    assert only(mark_stability(against(added), [against(BASE)]), "addition").seen is Seen.UNSTABLE


def test_what_the_original_bears_out_stays_what_it_is() -> None:
    source = Original("Der Hafenrat darf die alte Gilde des Hafens bezahlen.", language_of("de"))
    text = "The port council must pay the old guild of the harbour."
    found = against(text, source)
    marked = only(mark_stability(found, [against(BASE, source)]), "negation")
    assert marked.seen is Seen.ORIGINAL
    assert marked.severity is only(found, "negation").severity
    assert "Another of 2 translations lacks it." in tell_all(marked.evidence)


def test_what_does_not_matter_is_left_alone() -> None:
    found = against("The port council must never pay the elderly guild of the harbour.")
    neutral = [finding for finding in found.findings if finding.severity is Severity.NEUTRAL]
    assert neutral
    marked = mark_stability(found, [against(BASE)]).findings
    assert [finding for finding in marked if finding.severity is Severity.NEUTRAL] == neutral
    assert mark_stability(found, []) is found


def test_a_stop_an_article_or_a_word_said_twice_make_no_other_translation() -> None:
    said = content_of("I asked the council to spare the mill.", EN)
    assert said == content_of("I asked the council to spare mill mill", EN)
    assert said != content_of("I begged the council to spare the mill.", EN)
    assert content_of("We may pay.", EN) != content_of("We must pay.", EN)
