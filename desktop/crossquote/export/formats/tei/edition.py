"""The edition: a header with the witnesses and the steps, then a division for each utterance."""

from collections.abc import Iterator
from datetime import date, datetime

from crossquote.export.citing import article_source, page_address
from crossquote.export.document import Report, ReportArticle, note_line
from crossquote.export.formats.tei.element import element, said_element, text_element
from crossquote.export.formats.tei.utterance import Witnesses, utterance_lines
from crossquote.export.letters import language_tag
from crossquote.export.origin import origin_line
from crossquote.export.origin_lines import provenance
from crossquote.export.summary import step_told
from crossquote.export.telling import Teller
from crossquote.model.step import StepName
from crossquote.version import this_version
from crossquote.wording.joining import Joint

_TEI = "http://www.tei-c.org/ns/1.0"


def edition_lines(report: Report) -> Iterator[str]:
    """Yield the lines of an edition of a report."""
    words = Teller(report.language)
    witnesses: Witnesses = {told.article.id: f"A{number}" for number, told in enumerate(report.articles, start=1)}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<TEI xmlns="{_TEI}" xml:lang="{language_tag(report.language)}">'
    yield from _header(report, witnesses, words)
    yield "<text><body>"
    for number, utterance in enumerate((*report.shared, *report.alone), start=1):
        yield from utterance_lines(utterance, f"U{number}", report.reading_language, witnesses, words)
    if report.other_notes:
        notes = (text_element("p", words.of(note_line(note))) for note in report.other_notes)
        yield element("div", text_element("head", words("report.other_notes")), *notes, type="notes")
    if not report.utterances and not report.other_notes:
        yield element("p")
    yield "</body></text>"
    yield "</TEI>\n"


def _header(report: Report, witnesses: Witnesses, words: Teller) -> Iterator[str]:
    yield "<teiHeader><fileDesc>"
    yield element("titleStmt", text_element("title", report.title or words("report.untitled")))
    yield element("publicationStmt", text_element("p", f"Crossquote {this_version()}"))
    yield "<sourceDesc><listWit>"
    yield from (_witness(told, witnesses, words) for told in report.articles)
    yield from _derived(report, witnesses, words)
    yield "</listWit></sourceDesc></fileDesc>"
    yield "<encodingDesc>"
    yield element("projectDesc", *(text_element("p", line) for line in provenance(report, words)))
    label = text_element("label", "Crossquote")
    made = element(
        "application", label, text_element("p", origin_line(report)), ident="crossquote", version=this_version()
    )
    yield element("appInfo", made)
    yield element("variantEncoding", method="parallel-segmentation", location="internal")
    yield "</encodingDesc>"
    if report.log:
        yield element("revisionDesc", *(_change(step, words) for step in report.log))
    yield "</teiHeader>"


def _witness(told: ReportArticle, witnesses: Witnesses, words: Teller) -> str:
    article = told.article
    address = page_address(article)
    bibl = element(
        "bibl",
        said_element("title", article.title, article.language, level="a"),
        text_element("author", article.author) if article.author else "",
        text_element("publisher", article.outlet),
        text_element("date", article.date, when=_day(article.date)) if article.date else "",
        text_element("ref", address, target=address) if address else "",
        text_element("note", words.joined(article_source(told, words), Joint.DOT), type="source"),
        text_element("note", words.of(note_line(told.note)), type="note") if told.note else "",
    )
    return element("witness", bibl, xml_id=witnesses[article.id], n=_token(article.id))


def _derived(report: Report, witnesses: Witnesses, words: Teller) -> Iterator[str]:
    """Yield the witnesses that are no article: translations of some, and what was really said."""
    renditions = [told for one in report.utterances for told in one.renditions]
    translated = {told.article.id for told in renditions if told.rendition.translation is not None}
    for key in (key for key in witnesses if key in translated):
        name = words("report.tei.translation", of=witnesses[key], into=report.reading_language)
        yield text_element("witness", name, xml_id=f"{witnesses[key]}t", corresp=f"#{witnesses[key]}")
    if any(one.reference for one in report.utterances):
        yield text_element("witness", words("report.really_said"), xml_id="R")
    if not report.articles:
        yield text_element("witness", words("count.articles", count=0))


def _change(step: StepName, words: Teller) -> str:
    who = text_element("name", step.who) if step.who else ""
    return element("change", who, text_element("desc", step_told(step, words)), when=_moment(step.at))


def _day(told: str) -> str:
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return ""


def _moment(told: str) -> str:
    try:
        return datetime.fromisoformat(told).isoformat()
    except ValueError:
        return ""


def _token(told: str) -> str:
    return "".join(told.split())
