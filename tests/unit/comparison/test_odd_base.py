"""Where most renditions side against the base, it says so, and no journey is told of them."""

from crossquote.comparison.compare import compare
from crossquote.comparison.evidence.journey import Journey, explain
from crossquote.comparison.evidence.odd_base import odd_findings, tell_odd_base
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison
from crossquote.wording.paragraph import tell_all

EN = language_of("en")

BASE = "We gave the keys of the old mill to Mayor Hollis in May"
OTHER = "We gave the keys of the old mill to Mayor Tamm in May"


def against(base: str, *texts: str) -> list[Comparison | None]:
    return [None, *(compare(Side(base, EN), Side(text, EN)) for text in texts)]


def names(found: Comparison | None) -> list[str]:
    return [tell_all(finding.evidence) for finding in found.findings if finding.check == "name"] if found else []


def test_where_most_agree_on_another_name_it_is_the_base_that_differs() -> None:
    told = tell_odd_base(against(BASE, OTHER, OTHER, "gave the keys of the old mill"))
    assert all("the base may be the one" in evidence for one in told[1:3] for evidence in names(one))
    assert names(told[1])
    assert told[3] is not None
    assert not any("the base may be the one" in tell_all(finding.evidence) for finding in told[3].findings)


def test_two_against_two_or_each_with_another_name_leave_the_base_in_its_right() -> None:
    assert not odd_findings(against(BASE, OTHER, OTHER, BASE))
    assert not odd_findings(against(BASE, OTHER, OTHER.replace("Tamm", "Ebers"), OTHER.replace("Tamm", "Varga")))


def test_no_journey_is_told_of_who_agrees_with_the_others() -> None:
    found = against("the correct way", "the right way", "the right way")
    odd = [finding for _, finding in odd_findings(found)]
    assert odd
    assert found[1] is not None
    journeys = [Journey("uk", "the right way")]
    assert "by way of" in tell_all(explain(found[1], journeys, EN).findings[0].evidence)
    assert explain(found[1], journeys, EN, odd) == found[1]


def test_two_of_one_source_are_no_majority() -> None:
    found = against(BASE, OTHER, OTHER)
    assert odd_findings(found)
    assert not odd_findings(found, (0, 1, 1))
    assert not odd_findings(against(BASE, OTHER, OTHER, BASE), (0, 1, 2, 3))
    assert odd_findings(against(BASE, OTHER, OTHER, BASE), (0, 1, 2, 0))


def test_what_only_another_of_the_bases_source_says_is_nobodys_against_the_base() -> None:
    found = against(BASE, OTHER, BASE)
    assert found[1] is not None
    assert found[1].findings
    assert not odd_findings(found, (0, 0, 1))
