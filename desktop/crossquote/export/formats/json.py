"""JSON: the whole report as plain values, for scripts. What is told in it is told in English, whatever the language."""

import re
from collections.abc import Iterator
from operator import itemgetter

import msgspec
from msgspec import to_builtins

from crossquote.export.document import (
    Report,
    ReportArticle,
    ReportFinding,
    ReportPackages,
    ReportRendition,
    ReportUtterance,
)
from crossquote.export.format import Format, ReportPart
from crossquote.export.instrument_rows import instrument_row
from crossquote.export.origin import origin_line
from crossquote.export.rows import (
    Row,
    article_row,
    comparison_row,
    finding_row,
    message_row,
    quote_rows,
    to_json,
    told_row,
)
from crossquote.message import message
from crossquote.model.article import Source
from crossquote.model.step import StepName
from crossquote.notation import parse_json
from crossquote.version import this_version
from crossquote.wording import tell

FORMAT_NAME, FORMAT_VERSION = "crossquote-report", 1
"""What a report says of its own shape, which `resources/report/report.schema.json` describes.

The version is raised where a reader of the one before would misread it: not where something is only added.
"""
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NONE = '\n "utterances": []'
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def compared_row(report: Report) -> Row:
    """Return what was found, without what the user made of it."""
    return {
        "articles": [_article_row(one) for one in report.articles],
        "utterances": [_utterance_row(one, reviewed=False) for one in report.utterances],
        "possible": _possible_rows(report),
    }


def reviewed_row(report: Report) -> Row:
    """Return all of it: with verdicts, rulings, rules, notes and the log of who did what when."""
    return {**_head_row(report), "utterances": [_utterance_row(one, reviewed=True) for one in report.utterances]}


def _head_row(report: Report) -> Row:
    """Return all of it but the utterances, which have their place there."""
    review = report.review
    return {
        "format": FORMAT_NAME,
        "version": FORMAT_VERSION,
        "program": this_version(),
        "made": report.at or None,
        "reviewer": report.choice.reviewer or None,
        "origin": origin_line(report),
        "title": report.title,
        "reading_language": report.reading_language,
        "left_out": [told_row(told) for told in report.left_out],
        "articles": [_article_row(one) for one in report.articles],
        "utterances": [],
        "possible": _possible_rows(report),
        "checks_off": list(report.off),
        "packages": [_packages_row(one) for one in report.packages],
        "progress": {
            "reviewed": review.reviewed,
            "renditions": review.renditions,
            "open_findings": review.open_findings,
        },
        "rules": [to_builtins(rule) for rule in report.rules],
        "notes": [to_builtins(note) for note in report.notes],
        "log": [_log_row(line) for line in report.log],
    }


def _article_row(told: ReportArticle) -> Row:
    return {
        **article_row(told.article),
        "cannot_judge": list(told.cannot_judge),
        "same_text": list(told.copies),
        **_source_row(told.article.source),
    }


def _source_row(source: Source) -> Row:
    return {
        "address": source.address,
        "published": source.published,
        "read_at": source.read_at,
        "media": source.media,
        "reader": source.reader,
        "warnings": [told_row(told) for told in source.warnings],
    }


def _packages_row(made: ReportPackages) -> Row:
    stamps = [to_builtins(stamp) for stamp in made.stamps]
    return {"route": list(made.route), "packages": stamps, "sample": made.sample, "quotes": made.count}


def _utterance_row(utterance: ReportUtterance, *, reviewed: bool) -> Row:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "base": utterance.base,
        "reference": utterance.reference or None,
        "renditions": [
            _judged(one, _rendition_row(one)) if reviewed else _rendition_row(one) for one in utterance.renditions
        ],
        **instrument_row(utterance.read),
    }


def _possible_rows(report: Report) -> list[list[str | float]]:
    """Return the pairs of utterances that are possibly the same, each once, with how likely that is."""
    pairs = {
        (min(one.id, other.possible.utterance), max(one.id, other.possible.utterance)): other.possible.chance
        for one in report.utterances
        for other in one.possibly
    }
    return [[*pair, likely] for pair, likely in pairs.items()]


def _rendition_row(told: ReportRendition) -> Row:
    rendition, comparison, text = told.rendition, told.comparison, told.article.text
    return {
        "article": rendition.article,
        "language": rendition.language,
        "quotes": [row for quote in told.quotes for row in quote_rows(quote, text, told.named)],
        "repeated": [row for quote in told.repeated for row in quote_rows(quote, text)],
        "translation": rendition.translation,
        "speaker": told.speaker,
        "paragraphs": list(told.paragraphs),
        "reason": tell(rendition.reason),
        "reason_message": message_row(rendition.reason) if rendition.reason else None,
        **(comparison_row(comparison) if comparison else {"changes": [], "unlikely": []}),
        "findings": [finding_row(said.finding) for said in told.findings],
    }


def _judged(told: ReportRendition, row: Row) -> Row:
    """Return the `row` of a rendition with what the user made of it and of its findings."""
    findings = [{**found, **_made_of(said)} for found, said in zip(row["findings"], told.findings, strict=True)]
    return {**row, "findings": findings, "verdict": to_builtins(told.verdict) if told.verdict else None}


def _made_of(said: ReportFinding) -> Row:
    return {
        "ruling": to_builtins(said.decision) if said.decision else None,
        "silenced_by": said.rule.id if said.rule else None,
        "note": to_builtins(said.note) if said.note else None,
    }


def _log_row(line: StepName) -> Row:
    return {**to_builtins(line), "name": tell(line.name)}


def _render(report: Report) -> bytes:
    """Return the report, each utterance made a text before the next is gathered: all of them at once weigh a lot."""
    head, _, end = to_json(_head_row(report), indent=1).partition(_NONE)
    utterances = (_indented(_utterance_row(one, reviewed=True)) for one in report.utterances)
    inner = f"[{','.join(utterances)}\n ]" if report.utterances else "[]"
    return f"{head}{_NONE.removesuffix('[]')}{inner}{end}".encode()


def _indented(row: Row) -> str:
    """Return a row as it stands in a list of the report: no text within it has an end of a line."""
    return f"\n{to_json(row, indent=1)}".replace("\n", "\n  ")


def _read(data: bytes) -> Iterator[str]:
    text = data.decode()
    _check(text)
    yield from (
        parse_json(found) if "\\" in found else found[1:-1] for found in map(itemgetter(0), _STRING.finditer(text))
    )


def _written(text: str) -> str:
    """Return a text as JSON has it: two halves of a character, one after the other, are that character there."""
    if _HALVES.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _check(text: str) -> None:
    """Raise ValueError where `text` is no JSON; only the slower of two ways knows lone surrogates."""
    if "\\ud" in text:
        parse_json(text, most=len(text))
    else:
        try:
            msgspec.json.decode(text, type=msgspec.Raw)  # looked through, not kept
        except RecursionError as error:
            raise ValueError(str(error)) from error


FORMAT = Format(
    rank=20,
    ending=".json",
    media="application/json",
    name=message("report.format.json"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=_written,
    language="en",
)
