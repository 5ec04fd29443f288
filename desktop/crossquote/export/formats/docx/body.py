"""The document: head, articles, what was said with its renditions as tracked changes, what stands alone, the log."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from types import MappingProxyType

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt

from crossquote.export.choice import Paper
from crossquote.export.citing import article_source
from crossquote.export.document import Report, ReportUtterance, note_line
from crossquote.export.first_looks import first_looks
from crossquote.export.formats.docx.comments import Comments
from crossquote.export.formats.docx.ink import Dress, Style, element, kept, line, run, table
from crossquote.export.formats.docx.letters import written
from crossquote.export.formats.docx.rendition import rendition_block
from crossquote.export.origin import origin_line
from crossquote.export.parts import FIRST_DAY, pack_parts, unpack_parts
from crossquote.export.summary import (
    RULE_COLUMNS,
    article_note,
    language_told,
    made_by,
    route_told,
    rule_cells,
    said_alone,
    step_told,
    summary,
)
from crossquote.export.telling import Teller, capital, column_heads
from crossquote.language.names import tag_of
from crossquote.model.signs import SIGNS, severity_name
from crossquote.text.instants import instant_of
from crossquote.wording.joining import Joint

_SHEETS: Mapping[Paper, tuple[float, float]] = MappingProxyType({Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)})
"""How wide and high, in millimetres."""
_LONGEST_PROPERTY = 255
"""Letters that a property of a document can have."""
_BETWEEN = Pt(4)
"""How far paragraphs stand apart; the template's are farther than what belongs together should be."""


def render_document(report: Report) -> bytes:
    """Return the report as the bytes of a DOCX file."""
    document = Document()
    _set_up(document, report)
    comments = Comments(document, report.at)
    section = document.element.body[-1]
    for block in _blocks(report, Teller(report.language), comments):
        section.addprevious(block)
    made = BytesIO()
    document.save(made)
    return pack_parts(unpack_parts(made.getvalue()))


def _set_up(document: WordDocument, report: Report) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, _SHEETS[report.choice.paper])
    section.left_margin = section.right_margin = Mm(22)
    section.header.paragraphs[0].text = written(report.title)
    footer = section.footer.paragraphs[0]._p  # noqa: SLF001 - the public way knows no fields
    footer.append(element("fldSimple", run("1"), instr=" PAGE "))
    told = element("docVars", element("docVar", name="origin", val=origin_line(report)))
    document.styles[Style.NORMAL].element.get_or_add_pPr().get_or_add_spacing().after = _BETWEEN
    settings = document.settings.element
    settings.find(qn("w:compat")).addnext(told)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")  # which the template lacks, and the schema wants
    about = document.core_properties
    about.title, about.author, about.comments = written(report.title)[:_LONGEST_PROPERTY], "Crossquote", ""
    about.language = tag_of(report.language)
    about.created = about.modified = _moment(report.at)


def _moment(at: str) -> datetime:
    """Return a moment as the file wants it: UTC without saying so."""
    moment = instant_of(at)
    return moment.replace(tzinfo=None) if moment else datetime(*FIRST_DAY)  # noqa: DTZ001 - as said


def _blocks(report: Report, words: Teller, comments: Comments) -> Iterator[BaseOxmlElement]:
    yield line(words("report.page.kind"), Style.SUBTITLE)
    yield line(report.title or words("report.untitled"), Style.TITLE)
    yield from _summary(report, words)
    yield line(words("report.page.articles"), Style.SECTION)
    yield table(
        _articles(report, words),
        (18, 34, 16, 17, 15),
        column_heads(("outlet", "title", "date", "language", "quotes"), words),
        leftward=words.leftward,
    )
    yield line(words("report.page.translations"), Style.SECTION)
    yield from _translations(report, words)
    yield line(words("report.page.utterances"), Style.SECTION)
    yield kept(line(words("report.docx.legend")))
    for utterance in report.shared:
        yield from _utterance(utterance, report, words, comments)
    yield from _behind(report, words)


def _behind(report: Report, words: Teller) -> Iterator[BaseOxmlElement]:
    """Yield what stands behind the utterances: what was said once, other notes, rules, and the log."""
    if report.alone:
        yield line(words("report.alone"), Style.SECTION)
        yield table(
            (said_alone(one, words) for one in report.alone),
            (22, 58, 20),
            column_heads(("speaker", "quote", "outlet"), words),
            leftward=words.leftward,
        )
    if report.other_notes:
        yield line(words("report.other_notes"), Style.SECTION)
        yield from (line(words.of(note_line(note))) for note in report.other_notes)
    if report.rules:
        yield line(words("report.rules"), Style.SECTION)
        yield table(
            rule_cells(report, words),
            (16, 18, 18, 22, 14, 12),
            column_heads(RULE_COLUMNS, words),
            leftward=words.leftward,
        )
    if report.log:
        yield line(words("report.log"), Style.SECTION)
        yield table(
            _log(report, words), (24, 20, 56), column_heads(("when", "who", "what"), words), leftward=words.leftward
        )


def _summary(report: Report, words: Teller) -> Iterator[BaseOxmlElement]:
    yield line(words("report.page.summary"), Style.SECTION)
    yield table(summary(report, words), (22, 78), leftward=words.leftward)
    yield line(words("report.tallies"), Style.RENDITION)
    rows = (
        (capital(words.of(severity_name(one.severity))), *map(str, (one.found, one.open, one.accepted, one.gone)))
        for one in report.tallies
    )
    yield table(
        rows,
        (28, 18, 18, 18, 18),
        column_heads(("severity", "findings", "open", "accepted", "set_aside"), words),
        leftward=words.leftward,
    )
    yield from (line(words.of(note), own=not words.leftward) for note in report.remarks)
    yield line(words("report.page.first"), Style.RENDITION)
    first = _first(report, words) or [words("report.nothing_first")]
    yield from (line(look, own=not words.leftward) for look in first)


def _first(report: Report, words: Teller) -> list[str]:
    return [
        words.joined(
            (
                f"{SIGNS[look.said.finding.severity]} {words.of(look.said.finding.message)}",
                words.of(look.utterance.name),
                look.rendition.article.outlet,
            ),
            Joint.DOT,
        )
        for look in first_looks(report)
    ]


def _articles(report: Report, words: Teller) -> Iterator[tuple[str, ...]]:
    for told in report.articles:
        article = told.article
        language = language_told(article.language, words)
        yield article.outlet, article.title, article.date or "—", language, str(told.quotes)
        yield (words.joined(article_source(told, words), Joint.DOT),)
        yield from [(note,)] if (note := article_note(told, words)) else []


def _translations(report: Report, words: Teller) -> Iterator[BaseOxmlElement]:
    if not report.packages:
        yield line(words("report.no_translations"))
        return
    rows = ((route_told(one, words), str(one.count), "\n".join(made_by(one, words))) for one in report.packages)
    yield table(
        sorted(rows), (28, 14, 58), column_heads(("route", "quotes", "made_by"), words), leftward=words.leftward
    )


def _utterance(
    utterance: ReportUtterance, report: Report, words: Teller, comments: Comments
) -> Iterator[BaseOxmlElement]:
    reach = words.of(utterance.reach)
    yield line(words.of(utterance.name), Style.UTTERANCE)
    yield kept(line(reach, look=Dress(italic=True)))
    if utterance.note is not None:
        yield kept(line(words.of(note_line(utterance.note)), look=Dress(italic=True)))
    if utterance.reference:
        yield line(words("report.really_said"), Style.RENDITION)
        yield line(utterance.reference, language=report.reading_language)
    for _, told in utterance.base_first:
        yield from rendition_block(told, words, comments)
    yield from (line(words.of(other.line), look=Dress(italic=True)) for other in utterance.possibly)


def _log(report: Report, words: Teller) -> Iterator[tuple[str, ...]]:
    for told in report.log:
        yield words.fact(told.at, "moment"), told.who, step_told(told, words)
