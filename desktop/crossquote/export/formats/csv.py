"""CSV: a row a finding, and one for each rendition that has none, with all that it is about."""

import csv
from collections.abc import Iterator
from io import StringIO

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.sheets import RowCells, compared_told, finding_cells, numbered_renditions
from crossquote.export.telling import Teller
from crossquote.export.xml_text import xml_text
from crossquote.message import message
from crossquote.model.signs import verdict_name

_COLUMNS = (
    *("rendition", "speaker", "outlet", "language", "quote", "translation", "compared", "verdict"),
    *("severity", "check", "category", "message", "evidence", "seen", "in_base", "in_rendition", "ruling", "note"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; such a cell begins with an apostrophe (OWASP)."""


def _render(report: Report) -> bytes:
    words, made = Teller(report.language), StringIO(newline="")
    lines = csv.writer(made)
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
        for said in told.findings:
            yield *head, *finding_cells(told, said, words)
        if not told.findings:
            yield *head, *[""] * (len(_COLUMNS) - len(head))


def _guarded(text: str) -> str:
    plain = xml_text(text)
    return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain


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
    yield from (cell for row in rows for cell in row)


FORMAT = Format(
    rank=16,
    ending=".csv",
    media="text/csv",
    name=message("report.format.csv"),
    holds=frozenset({ReportPart.RENDITIONS, ReportPart.FINDINGS}),
    render=_render,
    read=_read,
    write=xml_text,
)
