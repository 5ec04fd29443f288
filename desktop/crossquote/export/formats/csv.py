"""CSV: a row a finding, and one for each rendition that has none, with all that it is about."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import chain, repeat

from crossquote.export.citing import file_name
from crossquote.export.document import Report, ReportRendition, ReportUtterance, note_line
from crossquote.export.format import Format, ReportPart
from crossquote.export.letters import cell_text
from crossquote.export.origin import origin_line
from crossquote.export.sheets import RowCells, compared_told, finding_cells, numbered_renditions
from crossquote.export.telling import Teller
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.review import Note
from crossquote.model.signs import verdict_name

_COLUMNS = (
    *("rendition", "speaker", "outlet", "title", "date", "language", "quote", "translation", "compared", "really_said"),
    *("verdict", "who", "when"),
    *("severity", "check", "category", "message", "evidence", "seen", "in_base", "in_rendition", "ruling", "note"),
    *("file", "address", "read_at", "sha256", "remarks", "origin"),
)
"""Of what the table was made, its first row says, in the last column: a line for itself would be taken for a row."""
_BEGIN = r"((?:^|[;|\t\r\n])[ \t]*)"
_SIGN = r"(?='*[=+@\t\r\uff1d\uff0b\uff20\uff0d-])"
_FORMULA = re.compile(_BEGIN + _SIGN)
_GUARDED = re.compile(f"{_BEGIN}'{_SIGN}")
"""Where a spreadsheet may begin a cell, with what it takes for a formula: there an apostrophe goes before it (OWASP).

Which sign parts cells is the spreadsheet's own: in much of Europe it is a semicolon, and quotation marks hold no more.
"""


def _render(report: Report) -> bytes:
    words, made = Teller(report.language), StringIO(newline="")
    lines = csv.writer(made, quoting=csv.QUOTE_ALL)
    lines.writerow([words(f"report.column.{column}") for column in _COLUMNS])
    told = _rows(report, words)
    first = next(told, ("",) * (len(_COLUMNS) - 1))  # of a report without a rendition stands the origin alone
    rows = zip(chain((first,), told), chain((origin_line(report),), repeat("")), strict=False)
    lines.writerows([_guarded(str(cell)) for cell in (*row, origin)] for row, origin in rows)
    return ("\ufeff" + made.getvalue()).encode()


def _rows(report: Report, words: Teller) -> Iterator[RowCells]:
    noted = {told.article.id: told.note for told in report.articles}
    for name, utterance, told in numbered_renditions(report):
        rendition = told.rendition
        head = (
            *(name, utterance.speaker or "", told.article.outlet, told.article.title, told.article.date or ""),
            *(rendition.language or "", rendition.text, rendition.translation or "", compared_told(told, words)),
            utterance.reference,
            *_verdict(told, words),
        )
        source = (*_source(told.article, words), _remarks(utterance, told, noted.get(told.article.id), words))
        for said in told.findings:
            yield *head, *finding_cells(told, said, words), *source
        if not told.findings:
            yield *head, *_blank(head, source), *source
    yield from _unquoted(report, words)


def _unquoted(report: Report, words: Teller) -> Iterator[RowCells]:
    """Yield a row for each article with a note that has no other row, and for each note on what is not there."""
    quoted = {told.article.id for _, _, told in numbered_renditions(report)}
    for told in report.articles:
        one = told.article
        if told.note is not None and one.id not in quoted:
            head = "", "", one.outlet, one.title, one.date or "", one.language or ""
            source = (*_source(one, words), words.of(note_line(told.note)))
            yield *head, *_blank(head, source), *source
    for note in report.other_notes:
        source = "", "", "", "", words.of(note_line(note))
        yield *_blank((), source), *source


def _blank(head: RowCells, source: RowCells) -> RowCells:
    """Return the cells between what a row begins and what it ends with, but for the origin."""
    return ("",) * (len(_COLUMNS) - len(head) - len(source) - 1)


def _verdict(told: ReportRendition, words: Teller) -> tuple[str, str, str]:
    """Return the verdict on a rendition, who gave it, and when; nothing where there is none."""
    if told.verdict is None:
        return "", "", ""
    stamp = told.verdict.stamp
    return words.of(verdict_name(told.verdict.verdict)), stamp.who, words.fact(stamp.at, "moment")


def _remarks(utterance: ReportUtterance, told: ReportRendition, article: Note | None, words: Teller) -> str:
    """Return the notes on an utterance, a rendition of it, and its article, with who wrote them when.

    Findings have their own.
    """
    notes = (utterance.note, *told.notes, article)
    return "\n".join(words.of(note_line(one)) for one in notes if one is not None)


def _source(article: Article, words: Teller) -> tuple[str, ...]:
    read = words.fact(article.source.read_at, "moment") if article.source.read_at else ""
    return file_name(article), article.source.address or "", read, article.sha256


def _guarded(text: str) -> str:
    return _FORMULA.sub(r"\1'", cell_text(text))


def _read(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8-sig")
    if not text.endswith("\r\n"):
        raise ValueError("the last line is not whole")
    before = csv.field_size_limit(len(text) + 1)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    finally:
        csv.field_size_limit(before)
    yield from (_GUARDED.sub(r"\1", cell) for row in rows for cell in row)


FORMAT = Format(
    rank=16,
    ending=".csv",
    media="text/csv",
    name=message("report.format.csv"),
    holds=frozenset(ReportPart) - {ReportPart.ARTICLES, ReportPart.RULES, ReportPart.LOG, ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=cell_text,
)
