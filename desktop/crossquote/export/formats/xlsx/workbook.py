"""The workbook: a sheet a table, with heads that stay, filters, and nothing that is reckoned."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest
from types import MappingProxyType
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat

from crossquote.export.choice import Paper
from crossquote.export.document import Report
from crossquote.export.letters import cell_text
from crossquote.export.origin import origin_line
from crossquote.export.parts import FIRST_DAY
from crossquote.export.sheets import ReportSheet, RowCells, report_sheets
from crossquote.export.telling import Teller
from crossquote.text.instants import instant_of

_Looks = tuple[CellFormat, CellFormat]
"""Of heads, and of all other cells."""
MOST_LETTERS = 32_000
"""How many a cell is given: Excel holds 32,767, counted in UTF-16 and with its escapes."""
_PAPERS: Mapping[Paper, int] = MappingProxyType({Paper.LETTER: 1, Paper.A4: 9})
"""How workbooks number papers (ECMA-376, part 1, 18.3.1.63)."""
_NARROW, _WIDE = 16, 60
_LINE, _HIGHEST = 15, 409
"""Points: how high a line is, and how high a row can be."""
_WIDE_COLUMNS = frozenset({"quote", "translation", "message", "evidence", "title", "really_said", "what", "note"})
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_FIRST_DAY = datetime(*FIRST_DAY, tzinfo=UTC)


def render_workbook(report: Report) -> bytes:
    """Return the report as the bytes of an XLSX file."""
    made, words = BytesIO(), Teller(report.language)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(made, options)
    workbook.set_properties(
        {
            "title": cell_text(report.title)[:255],
            "author": "Crossquote",
            "created": instant_of(report.at) or _FIRST_DAY,
            "comments": origin_line(report),
        }
    )
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    cell = workbook.add_format({"text_wrap": True, "valign": "top"})
    for sheet in report_sheets(report):
        _draw(workbook, sheet, words, (head, cell), _PAPERS[report.choice.paper])
    workbook.close()
    return made.getvalue()


def _draw(workbook: Workbook, sheet: ReportSheet, words: Teller, looks: _Looks, paper: int) -> None:
    head, look = looks
    page = workbook.add_worksheet(_NOT_IN_NAMES.sub("", words(f"report.sheet.{sheet.name}"))[:31])
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(paper)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if words.leftward:
        page.right_to_left()
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, _width(column))
        page.write_string(0, number, cell_text(words(f"report.column.{column}")), head)
    rows = 0
    for cells in (part for row in sheet.rows for part in _parts(row)):
        rows += 1
        lines = max(_lines(value, column) for value, column in zip(cells, sheet.columns, strict=True))
        if lines > 1:  # LibreOffice does not reckon it as it opens a workbook, and would cut the others off
            page.set_row(rows, min(lines * _LINE, _HIGHEST))
        for number, value in enumerate(cells):
            if isinstance(value, int):
                page.write_number(rows, number, value, look)
            elif value:
                page.write_string(rows, number, value, look)
    page.autofilter(0, 0, max(rows, 1), len(sheet.columns) - 1)


def _width(column: str) -> int:
    return _WIDE if column in _WIDE_COLUMNS else _NARROW


def _lines(value: int | str, column: str) -> int:
    """Return about how many lines a cell takes."""
    if isinstance(value, int):
        return 1
    width = _width(column) - 1
    return sum(max(1, -(-_letters_wide(line) // width)) for line in value.split("\n"))


def _letters_wide(line: str) -> int:
    """Return how many letters wide a line is; those of the East are as wide as two."""
    if line.isascii():
        return len(line)
    return sum(1 + (east_asian_width(each) in "WF") for each in line)


def _parts(row: RowCells) -> Iterator[RowCells]:
    """Yield a row, and where a cell can't hold a text whole, further rows of the same id that go on with it."""
    cut = [[value] if isinstance(value, int) else _pieces(cell_text(value)) for value in row]
    for number, cells in enumerate(zip_longest(*cut, fillvalue="")):
        yield cells if number == 0 else (cut[0][0], *cells[1:])


def _pieces(text: str) -> list[int | str]:
    return [text[at : at + MOST_LETTERS] for at in range(0, len(text), MOST_LETTERS)] or [""]
