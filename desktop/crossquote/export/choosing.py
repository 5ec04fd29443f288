"""Choosing: a report with what was asked for of it; what was left out, it says."""

from collections.abc import Iterator
from dataclasses import replace

from crossquote.export.choice import EVERYTHING, Extent, Extra, ReportChoice
from crossquote.export.document import Report, ReportFinding, ReportRendition, ReportUtterance, tally
from crossquote.message import Message, message
from crossquote.model.finding import Severity
from crossquote.model.signs import severity_name


def choose(report: Report, choice: ReportChoice) -> Report:
    """Return `report` with what was chosen of it; its notes say what is not in it."""
    if choice == replace(EVERYTHING, title=choice.title):
        return report
    utterances = tuple(_utterance(one, choice) for one in report.utterances if _wanted(one, choice))
    kept = {one.id for one in utterances}
    linked = tuple(
        replace(one, possibly=tuple(other for other in one.possibly if other.possible.utterance in kept))
        for one in utterances
    )
    without_log = Extra.LOG in choice.left_out
    return replace(
        report,
        utterances=linked,
        tallies=tally(linked),
        left_out=(*report.left_out, *_told(choice, len(report.utterances) - len(linked))),
        log=() if without_log else report.log,
        notes=() if Extra.NOTES in choice.left_out else report.notes,
    )


def _wanted(utterance: ReportUtterance, choice: ReportChoice) -> bool:
    match choice.extent:
        case Extent.SHARED:
            return utterance.shared
        case Extent.FOUND:
            return any(_counts(said, choice) and not said.gone for said in _findings(utterance))
        case Extent.JUDGED:
            return any(one.verdict is not None for one in utterance.renditions)
        case Extent.ALL:
            return True


def _findings(utterance: ReportUtterance) -> Iterator[ReportFinding]:
    return (said for one in utterance.renditions for said in one.findings)


def _counts(said: ReportFinding, choice: ReportChoice) -> bool:
    return said.finding.severity.rank >= choice.least.rank


def _utterance(utterance: ReportUtterance, choice: ReportChoice) -> ReportUtterance:
    renditions = tuple(_rendition(one, choice) for one in utterance.renditions)
    note = None if Extra.NOTES in choice.left_out else utterance.note
    return replace(utterance, renditions=renditions, note=note)


def _rendition(told: ReportRendition, choice: ReportChoice) -> ReportRendition:
    findings = tuple(_finding(said, choice) for said in told.findings if _counts(said, choice))
    comparison = told.comparison
    if comparison is not None:
        comparison = replace(comparison, findings=tuple(said.finding for said in findings))
    notes = () if Extra.NOTES in choice.left_out else told.notes
    return replace(told, findings=findings, comparison=comparison, notes=notes)


def _finding(said: ReportFinding, choice: ReportChoice) -> ReportFinding:
    finding = replace(said.finding, evidence=()) if Extra.EVIDENCE in choice.left_out else said.finding
    return replace(said, finding=finding, note=None if Extra.NOTES in choice.left_out else said.note)


def _told(choice: ReportChoice, utterances: int) -> Iterator[Message]:
    """Yield what a reader has to know of what is not there."""
    if utterances:
        yield message(f"report.extent.{choice.extent.value}", count=utterances)
    if choice.least is not Severity.NEUTRAL:
        yield message("report.least", severity=severity_name(choice.least))
    for part in Extra:
        if part in choice.left_out:
            yield Message(f"report.without.{part.value}")
