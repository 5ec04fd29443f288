"""Every choice in every format: what was left out of a report stands nowhere in it, and what was not is still there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from contracts.exporter import reports
from crossquote.export.choice import Extent, Extra, ReportChoice
from crossquote.export.choosing import choose
from crossquote.export.document import Report, ReportUtterance
from crossquote.export.exporter import known_formats
from crossquote.export.format import ReportPart
from crossquote.export.verify import verify_report, written_of
from crossquote.message import verbatim
from crossquote.model.finding import Severity
from crossquote.model.review import Note, Stamp, Verdict
from crossquote.model.step import StepName
from crossquote.model.translation import SentenceKey, Translation

pytestmark = pytest.mark.usefixtures("kept_processes")

BY = Stamp("Ada", "2025-03-14T10:00:00+00:00")
MEMORY = {ending for ending, one in known_formats().items() if one.holds == {ReportPart.MEMORY}}
WORDS = {
    Extra.NOTES: "notewordnote",
    Extra.EVIDENCE: "evidencewordevidence",
    Extra.LOG: "logwordlog",
}
_TABLE = frozenset({"renditions", "findings", "verdicts", "decisions", "credits"})
_WHOLE = _TABLE | {"articles", "rules", "log"}
HOLDS = {
    **dict.fromkeys((".html", ".pdf", ".docx", ".xlsx", ".md", ".json", ".xml"), _WHOLE),
    ".csv": _TABLE,
    **dict.fromkeys((".tmx", ".xlf"), frozenset({"memory"})),
}
"""What each of our own formats is to hold: what one says of itself is held against this."""
HELD_WITH = {Extra.NOTES: ReportPart.DECISIONS, Extra.EVIDENCE: ReportPart.FINDINGS, Extra.LOG: ReportPart.LOG}
"""The part of a report that each thing which can be left out belongs to."""


@dataclass(frozen=True)
class Marked:
    """A report in which each thing that can be left out has a word of its own."""

    report: Report
    original: str
    translation: str


@lru_cache(maxsize=1)
def marked() -> Marked:
    """Return a report with notes, evidence and a log, of which one rendition is translated."""
    report = reports()["hand"]
    first = next(one for one in report.utterances if any(told.above for told in one.renditions))
    told = next(told for told in first.renditions if told.above)
    utterances = tuple(_marked(one) for one in report.utterances)
    pair = SentenceKey(told.rendition.text, "uk", "en")
    log = (StepName(1, verbatim(WORDS[Extra.LOG]), "Ada", BY.at),)
    memory = {pair: Translation(pair.text, told.rendition.translation or "", (("uk", "en"),), own=True)}
    notes = (*report.notes, *(one.note for one in utterances if one.note))
    made = replace(report, utterances=utterances, log=log, memory=MappingProxyType(memory), notes=notes)
    return Marked(made, told.rendition.text, told.rendition.translation or "")


def _marked(utterance: ReportUtterance) -> ReportUtterance:
    note = Note(f"utterance:{utterance.id}", WORDS[Extra.NOTES], BY)
    renditions = []
    for told in utterance.renditions:
        proof = (verbatim(WORDS[Extra.EVIDENCE]),)
        findings = tuple(replace(one, finding=replace(one.finding, evidence=proof), note=note) for one in told.findings)
        comparison = told.comparison and replace(told.comparison, findings=tuple(one.finding for one in findings))
        renditions.append(replace(told, findings=findings, comparison=comparison))
    return replace(utterance, renditions=tuple(renditions), note=note)


@lru_cache(maxsize=64)
def written(ending: str, choice: ReportChoice) -> str:
    chosen, report = known_formats()[ending], choose(marked().report, choice)
    data = chosen.render(chosen.fit(report))
    verify_report(chosen.fit(report), chosen, data)
    return written_of(tuple(chosen.read(data))).text


def has(ending: str, choice: ReportChoice, text: str) -> bool:
    told = known_formats()[ending].write(text)
    return "".join(told.casefold().split()) in written(ending, choice)


def test_each_format_of_ours_holds_all_that_it_is_to() -> None:
    assert {ending: known_formats()[ending].holds for ending in HOLDS} == HOLDS


@pytest.mark.parametrize("extra", list(WORDS))
@pytest.mark.parametrize("ending", list(known_formats()))
def test_what_is_left_out_is_in_no_format(ending: str, extra: Extra) -> None:
    assert has(ending, ReportChoice(), WORDS[extra]) is (HELD_WITH[extra] in known_formats()[ending].holds)
    assert not has(ending, ReportChoice(left_out=frozenset({extra})), WORDS[extra])


@pytest.mark.parametrize("ending", list(known_formats()))
def test_originals_and_translations_can_each_be_left_out(ending: str) -> None:
    told = marked()
    assert has(ending, ReportChoice(), told.original)
    assert has(ending, ReportChoice(), told.translation)
    without = ReportChoice(left_out=frozenset({Extra.ORIGINALS}))
    assert not has(ending, without, told.original)
    assert has(ending, without, told.translation) is (ending not in MEMORY)
    without = ReportChoice(left_out=frozenset({Extra.TRANSLATIONS}))
    assert not has(ending, without, told.translation)
    assert has(ending, without, told.original) is (ending not in MEMORY)


@pytest.mark.parametrize("ending", list(known_formats()))
def test_with_neither_the_words_of_the_articles_stay(ending: str) -> None:
    choice = ReportChoice(left_out=frozenset({Extra.ORIGINALS, Extra.TRANSLATIONS}))
    assert has(ending, choice, marked().original) is (ending not in MEMORY)
    assert not has(ending, choice, marked().translation)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("ending", list(known_formats()))
def test_of_utterances_that_were_chosen_no_other_is_in_any_format(ending: str, number: int) -> None:
    report = marked().report
    kept = report.shared[number]
    choice = ReportChoice(extent=Extent.CHOSEN, chosen=frozenset({kept.id}))
    for utterance in report.utterances:
        said = [told.rendition.text for told in utterance.renditions if ending not in MEMORY or told.above]
        there = [has(ending, choice, text) for text in said]
        assert there == [utterance is kept] * len(said), utterance.id


EXTENTS: dict[Extent, Callable[[ReportUtterance], bool]] = {
    Extent.ALL: lambda _: True,
    Extent.SHARED: lambda one: one.shared,
    Extent.FOUND: lambda one: any(not said.gone for told in one.renditions for said in told.findings),
    Extent.JUDGED: lambda one: any(told.verdict is not None for told in one.renditions),
}


@pytest.mark.parametrize("extent", list(EXTENTS))
@pytest.mark.parametrize("ending", sorted(set(known_formats()) - MEMORY))
def test_each_extent_is_honoured_by_each_format(ending: str, extent: Extent) -> None:
    report = marked().report
    assert any(told.verdict and told.verdict.verdict is Verdict.ELSEWHERE for told in report.shared[0].renditions)
    choice = ReportChoice(extent=extent)
    for utterance in report.utterances:
        texts = [told.rendition.text for told in utterance.renditions]
        assert all(has(ending, choice, text) is EXTENTS[extent](utterance) for text in texts)


@pytest.mark.parametrize(
    "ending", sorted(end for end, one in known_formats().items() if ReportPart.FINDINGS in one.holds)
)
def test_each_severity_is_honoured_by_each_format(ending: str) -> None:
    found = {
        (told.finding.severity, chosen.message)
        for one in marked().report.utterances
        for told in (said for rendition in one.renditions for said in rendition.findings)
        for chosen in (told.finding,)
    }
    for least in Severity:
        choice = ReportChoice(least=least)
        for severity, message in found:
            text = str(message.fact("text"))
            if severity.rank >= least.rank:
                assert has(ending, choice, text)


def test_notes_on_what_was_not_chosen_are_gone_too() -> None:
    report = marked().report
    notes = tuple(Note(f"utterance:{one.id}", "n", BY) for one in report.utterances)
    chosen = choose(
        replace(report, notes=(*notes, Note("article:x", "n", BY))),
        ReportChoice(extent=Extent.CHOSEN, chosen=frozenset({report.shared[0].id})),
    )
    assert [note.about for note in chosen.notes] == [f"utterance:{report.shared[0].id}", "article:x"]


def test_who_answers_for_it_stands_at_its_head() -> None:
    headed = {ending for ending, one in known_formats().items() if one.holds & {ReportPart.CREDITS, ReportPart.MEMORY}}
    for ending in sorted(headed - {".csv", ".xlf"}):
        assert has(ending, ReportChoice(reviewer="Ada Lindqvist-Roe"), "Ada Lindqvist-Roe"), ending
        assert not has(ending, ReportChoice(), "Ada Lindqvist-Roe"), ending
