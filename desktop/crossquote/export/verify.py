"""Verifying a report: what was written is read back, and has to say what the report says."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from crossquote.errors import CheckFailedError
from crossquote.export.document import Report, ReportRendition
from crossquote.export.format import Format, ReportPart
from crossquote.export.letters import TURNS
from crossquote.export.telling import tell_all_once, tell_once
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.review import Note
from crossquote.model.signs import verdict_name

_WORD = re.compile(r"[^\W_]+")


def verify_report(report: Report, chosen: Format, data: bytes) -> None:
    """Raise CheckFailedError where `data` is none of the format, or lacks a text that the format holds."""
    try:
        written = written_of(tuple(chosen.read(data)))
    except ValueError as error:
        msg = f"a report as {chosen.ending} can't be read back: {error}"
        raise CheckFailedError(msg) from error
    lacking = lacking_text(report, chosen, written)
    if lacking is not None:
        msg = f"a report as {chosen.ending} lacks {lacking[:40]!r}"
        raise CheckFailedError(msg)


class Written(Struct, frozen=True):
    """What stands in a file, to be looked through: all of it as one text, and what it gives as one piece each."""

    text: str
    pieces: frozenset[str]


def written_of(pieces: Sequence[str]) -> Written:
    """Return what stands in a file that was read."""
    bare = {piece: _bare(piece) for piece in dict.fromkeys(pieces)}
    return Written("".join(map(bare.__getitem__, pieces)), frozenset(bare.values()))


def lacking_text(report: Report, chosen: Format, written: Written) -> str | None:
    """Return the first text that a format holds of `report` and that is not in what is `written`."""
    at = 0
    for text in dict.fromkeys(texts_of(report, chosen)):
        bare = _bare(chosen.write(text))
        if bare in written.pieces:
            continue
        found = written.text.find(bare, at)  # as a rule they stand there in this order
        at = written.text.find(bare) if found < 0 else found
        if at < 0:
            if not chosen.apart or not all(_bare(chosen.write(word)) in written.text for word in _WORD.findall(text)):
                return text
            at = 0
    return None


def texts_of(report: Report, chosen: Format) -> Iterator[str]:
    """Yield the texts that a format has to hold: those of its parts, as far as there are any in the report."""
    language = chosen.language or report.language
    for part in ReportPart:
        if part in chosen.holds:
            yield from _TEXTS[part](report, language)


def _bare(text: str) -> str:
    """Return `text` without blanks, case, marks of direction, and the signs that are drawn between words."""
    return "".join(TURNS.sub("", text).replace(MISSING_SIGN, "").replace(OUTSIDE_SIGN, "").casefold().split())


def _shown(report: Report) -> Iterator[ReportRendition]:
    """Yield the renditions as they are shown: what can be compared first, the base before the others."""
    for utterance in (*report.shared, *report.alone):
        yield from (one for _, one in utterance.base_first)


def _renditions(report: Report, _language: str) -> Iterator[str]:
    for one in _shown(report):
        yield from _quoted(one)
        yield one.rendition.translation or ""


def _credits(report: Report, _language: str) -> Iterator[str]:
    """Yield who said what is reported, in which outlets, and what was really said."""
    for utterance in (*report.shared, *report.alone):
        yield utterance.speaker or ""
        yield utterance.reference
        yield from (one.article.outlet for _, one in utterance.base_first)


def _quoted(told: ReportRendition) -> Iterator[str]:
    return (span.of(told.article.text) for quote in told.quotes for span in quote.spans)


def _findings(report: Report, language: str) -> Iterator[str]:
    for one in _shown(report):
        for said in one.findings:
            yield tell_once(said.finding.message, language)
            yield tell_all_once(said.finding.evidence, language)


def _decisions(report: Report, _language: str) -> Iterator[str]:
    for one in _shown(report):
        stamps = [said.ruled for said in one.findings if said.ruled is not None]
        yield from (text for _, stamp, reason in stamps for text in (stamp.who, reason))
        if one.verdict is not None:
            yield one.verdict.stamp.who
    for note in _notes(report):
        yield note.text
        yield note.stamp.who


def _verdicts(report: Report, language: str) -> Iterator[str]:
    for one in _shown(report):
        if one.verdict is not None:
            yield tell_once(verdict_name(one.verdict.verdict), language)


def _articles(report: Report, _language: str) -> Iterator[str]:
    for one in (told.article for told in report.articles):
        yield from (one.outlet, one.title, one.date or "", one.sha256)


def _notes(report: Report) -> Iterator[Note]:
    """Yield the notes, each where it is told, and those that stand beside nothing that is shown."""
    yield from (told.note for told in report.articles if told.note is not None)
    yield from (note for utterance in (*report.shared, *report.alone) for note in utterance.remarks)
    yield from report.other_notes


def _rules(report: Report, _language: str) -> Iterator[str]:
    for rule in report.rules:
        yield from (rule.base, rule.text, rule.reason, rule.stamp.who)


def _log(report: Report, language: str) -> Iterator[str]:
    for line in report.log:
        yield line.who
        yield tell_once(line.name, language)


def _memory(report: Report, _language: str) -> Iterator[str]:
    for key, made in report.memory.items():
        yield key.text
        yield made.text


_TEXTS: Mapping[ReportPart, Callable[[Report, str], Iterator[str]]] = MappingProxyType(
    {
        ReportPart.RENDITIONS: _renditions,
        ReportPart.FINDINGS: _findings,
        ReportPart.ARTICLES: _articles,
        ReportPart.CREDITS: _credits,
        ReportPart.DECISIONS: _decisions,
        ReportPart.VERDICTS: _verdicts,
        ReportPart.RULES: _rules,
        ReportPart.LOG: _log,
        ReportPart.MEMORY: _memory,
    }
)
