"""CSV: a row a finding, and one for each rendition that has none, with all that it is about."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.letters import cell_text
from crossquote.export.sheets import RowCells, compared_told, finding_cells, numbered_renditions
from crossquote.export.sources import file_name
from crossquote.export.telling import Teller
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.signs import verdict_name

_COLUMNS = (
    *("rendition", "speaker", "outlet", "language", "quote", "translation", "compared", "verdict"),
    *("severity", "check", "category", "message", "evidence", "seen", "in_base", "in_rendition", "ruling", "note"),
    *("file", "address", "read_at", "sha256"),
)
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
    lines.writerows([_guarded(str(cell)) for cell in row] for row in _rows(report, words))
    return ("\ufeff" + made.getvalue()).encode()


def _rows(report: Report, words: Teller) -> Iterator[RowCells]:
    for name, utterance, told in numbered_renditions(report):
        rendition = told.rendition
        verdict = words.of(verdict_name(told.verdict.verdict)) if told.verdict else ""
        head = (
            *(name, utterance.speaker or "", told.article.outlet, rendition.language or ""),
            *(rendition.text, rendition.translation or "", compared_told(told, words), verdict),
        )
        source = _source(told.article, words)
        for said in told.findings:
            yield *head, *finding_cells(told, said, words), *source
        if not told.findings:
            yield *head, *[""] * (len(_COLUMNS) - len(head) - len(source)), *source


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
    holds=frozenset({ReportPart.RENDITIONS, ReportPart.FINDINGS}),
    render=_render,
    read=_read,
    write=cell_text,
)
