"""What a report is to hold: what was chosen is there and nothing else, and the report says what it lacks."""

import pytest

from contracts.exporter import reports
from crossquote.export.choice import EVERYTHING, Extent, Extra, ReportChoice
from crossquote.export.choosing import choose
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.verify import verify_report
from crossquote.model.finding import Severity
from crossquote.wording import tell

pytestmark = pytest.mark.usefixtures("kept_processes")

NAMES = ("hand", "harbour-strike", "strange")
CHOICES = (
    ReportChoice(extent=Extent.SHARED),
    ReportChoice(extent=Extent.FOUND, least=Severity.MAJOR),
    ReportChoice(extent=Extent.JUDGED, left_out=frozenset(Extra)),
)


def severities(report: Report) -> set[Severity]:
    return {said.finding.severity for one in report.utterances for told in one.renditions for said in told.findings}


def told(report: Report) -> str:
    return " ".join(tell(note) for note in report.left_out)


@pytest.mark.parametrize("name", NAMES)
def test_all_of_it_is_the_report_itself(name: str) -> None:
    assert choose(reports()[name], EVERYTHING) is reports()[name]
    assert choose(reports()[name], ReportChoice(title="Mine")) is reports()[name]


@pytest.mark.parametrize("name", NAMES)
def test_findings_below_a_severity_are_gone_everywhere_and_that_is_said(name: str) -> None:
    report = reports()[name]
    chosen = choose(report, ReportChoice(least=Severity.MAJOR))
    assert severities(chosen) <= {Severity.MAJOR, Severity.CRITICAL}
    assert [one.found for one in chosen.tallies[:2]] == [one.found for one in report.tallies[:2]]
    assert [one.found for one in chosen.tallies[2:]] == [0, 0]
    assert "below major" in told(chosen)


def test_only_what_several_report_is_kept_and_how_much_is_not_is_said() -> None:
    report = reports()["harbour-strike"]
    chosen = choose(report, ReportChoice(extent=Extent.SHARED))
    assert chosen.utterances == tuple(one for one in report.utterances if one.shared)
    assert f"{len(report.alone) or 'One'}" in told(chosen) or "One" in told(chosen)


def test_a_dismissed_finding_keeps_no_utterance() -> None:
    report = reports()["harbour-strike"]
    for one in choose(report, ReportChoice(extent=Extent.FOUND, least=Severity.CRITICAL)).utterances:
        found = [said for rendition in one.renditions for said in rendition.findings]
        assert any(said.finding.severity is Severity.CRITICAL and not said.gone for said in found)


def test_what_is_left_out_is_nowhere() -> None:
    chosen = choose(reports()["hand"], ReportChoice(left_out=frozenset(Extra)))
    renditions = [one for utterance in chosen.utterances for one in utterance.renditions]
    assert not chosen.log
    assert not chosen.notes
    assert not [one for one in chosen.utterances if one.note]
    assert not [one for one in renditions if one.notes]
    assert not [said for one in renditions for said in one.findings if said.note or said.finding.evidence]


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("ending", list(known_formats()))
def test_every_format_holds_what_was_chosen(ending: str, choice: ReportChoice) -> None:
    chosen = choose(reports()["hand"], choice)
    verify_report(chosen, known_formats()[ending], known_formats()[ending].render(chosen))
