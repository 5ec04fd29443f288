"""Choosing: a report with what was asked for of it; what was left out, it says."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.export.choice import EVERYTHING, Extent, Extra, ReportChoice
from crossquote.export.document import Report, ReportArticle, ReportFinding, ReportRendition, ReportUtterance, tally
from crossquote.export.wordless import without_original, without_translations
from crossquote.message import Message, message
from crossquote.model.finding import Severity
from crossquote.model.review import Note
from crossquote.model.signs import severity_name
from crossquote.model.span import Span
from crossquote.model.translation import SentenceKey, Translation

_WORDS = frozenset({Extra.ORIGINALS, Extra.TRANSLATIONS})


def choose(report: Report, choice: ReportChoice) -> Report:
    """Return `report` with what was chosen of it; its notes say what is not in it."""
    choice = replace(choice, title="")
    if replace(choice, reviewer="", paper=EVERYTHING.paper) == EVERYTHING:
        return report if choice == EVERYTHING else replace(report, choice=choice)
    utterances = tuple(_utterance(one, choice) for one in report.utterances if _wanted(one, choice))
    linked = tuple(_linked(utterances, report.utterances, choice))
    whole = len(linked) == len(report.utterances)
    return replace(
        report,
        articles=tuple(map(_uncommented, report.articles)) if Extra.NOTES in choice.left_out else report.articles,
        utterances=linked,
        tallies=tally(linked),
        left_out=(*report.left_out, *_told(choice, len(report.utterances) - len(linked))),
        log=() if Extra.LOG in choice.left_out else report.log,
        notes=() if Extra.NOTES in choice.left_out else report.notes if whole else _notes(report.notes, linked),
        memory=_memory(report, None if whole else linked, choice),
        choice=choice,
    )


def _uncommented(told: ReportArticle) -> ReportArticle:
    return replace(told, note=None)


def _linked(
    kept: Iterable[ReportUtterance], told: Iterable[ReportUtterance], choice: ReportChoice
) -> Iterator[ReportUtterance]:
    """Yield what is kept, with links to no other; what is possibly the same is told in the words of its base."""
    kept = tuple(kept)
    there = {one.id for one in kept}
    if Extra.TRANSLATIONS in choice.left_out:
        there -= {one.id for one in told if one.renditions[one.base].rendition.translation is not None}
    for one in kept:
        yield replace(one, possibly=tuple(other for other in one.possibly if other.possible.utterance in there))


def _wanted(utterance: ReportUtterance, choice: ReportChoice) -> bool:
    match choice.extent:
        case Extent.SHARED:
            return utterance.shared
        case Extent.FOUND:
            return any(_counts(said, choice) and not said.gone for said in _findings(utterance))
        case Extent.JUDGED:
            return any(one.verdict is not None for one in utterance.renditions)
        case Extent.CHOSEN:
            return utterance.id in choice.chosen
        case Extent.ALL:
            return True


def _findings(utterance: ReportUtterance) -> Iterator[ReportFinding]:
    return (said for one in utterance.renditions for said in one.findings)


def _counts(said: ReportFinding, choice: ReportChoice) -> bool:
    return said.finding.severity.rank >= choice.least.rank


def _utterance(utterance: ReportUtterance, choice: ReportChoice) -> ReportUtterance:
    renditions = tuple(_rendition(one, choice) for one in utterance.renditions)
    note = None if Extra.NOTES in choice.left_out else utterance.note
    kept = replace(utterance, renditions=renditions, note=note)
    return without_translations(kept) if Extra.TRANSLATIONS in choice.left_out else kept


def _rendition(told: ReportRendition, choice: ReportChoice) -> ReportRendition:
    findings = tuple(_finding(said, choice) for said in told.findings if _counts(said, choice))
    comparison = told.comparison
    if comparison is not None:
        comparison = replace(comparison, findings=tuple(said.finding for said in findings))
    notes = () if Extra.NOTES in choice.left_out else told.notes
    kept = replace(told, findings=findings, comparison=comparison, notes=notes)
    return without_original(kept) if _WORDS & choice.left_out == {Extra.ORIGINALS} else kept


def _finding(said: ReportFinding, choice: ReportChoice) -> ReportFinding:
    finding = replace(said.finding, evidence=()) if Extra.EVIDENCE in choice.left_out else said.finding
    return replace(said, finding=finding, note=None if Extra.NOTES in choice.left_out else said.note)


def _notes(notes: Iterable[Note], kept: Iterable[ReportUtterance]) -> tuple[Note, ...]:
    """Return the notes on what is kept, and those on articles."""
    about = {note.about for utterance in kept for note in utterance.remarks}
    return tuple(note for note in notes if note.about in about or note.about.startswith("article:"))


def _memory(
    report: Report, kept: Iterable[ReportUtterance] | None, choice: ReportChoice
) -> Mapping[SentenceKey, Translation]:
    """Return the sentences whose translations are wanted: pairs, of which no side can be left out."""
    if _WORDS & choice.left_out:
        return MappingProxyType({})
    if kept is None:
        return report.memory
    spoken = "\n".join(span.of(one.article.text) for each in kept for one in each.renditions for span in _spans(one))
    return MappingProxyType({key: made for key, made in report.memory.items() if key.text in spoken})


def _spans(told: ReportRendition) -> Iterator[Span]:
    return (span for quote in told.quotes for span in quote.spans)


def _told(choice: ReportChoice, utterances: int) -> Iterator[Message]:
    """Yield what a reader has to know of what is not there."""
    if utterances:
        yield message(f"report.extent.{choice.extent.value}", count=utterances)
    if choice.least is not Severity.NEUTRAL:
        yield message("report.least", severity=severity_name(choice.least))
    for part in Extra:
        if part in choice.left_out:
            yield Message(f"report.without.{part.value}")
