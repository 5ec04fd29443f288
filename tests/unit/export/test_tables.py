"""Workbook and CSV: nothing in them is reckoned, ids join the sheets, long texts stay whole."""

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from contracts.exporter import reports
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.formats.xlsx.workbook import MOST_LETTERS
from crossquote.export.sheets import ReportSheet, report_sheets
from crossquote.export.verify import verify_report

STORIES = ("hand", "harbour-strike", "kessrin-dam")


def sheets_of(name: str) -> dict[str, ReportSheet]:
    return {sheet.name: sheet for sheet in report_sheets(reports()[name])}


@pytest.mark.parametrize("name", STORIES)
def test_every_row_has_a_cell_for_each_column_and_an_id_of_its_own(name: str) -> None:
    for sheet in report_sheets(reports()[name]):
        assert {len(row) for row in sheet.rows} <= {len(sheet.columns)}
        if sheet.name != "decisions":
            assert len({row[0] for row in sheet.rows}) == len(sheet.rows)


@pytest.mark.parametrize("name", STORIES)
def test_ids_lead_to_rows_of_the_other_sheets(name: str) -> None:
    sheets = sheets_of(name)
    ids = {kind: {row[0] for row in sheet.rows} for kind, sheet in sheets.items()}
    assert ids["findings"]
    assert {row[1] for row in sheets["renditions"].rows} <= ids["utterances"]
    assert {row[2] for row in sheets["renditions"].rows} <= ids["articles"]
    assert {row[1] for row in sheets["findings"].rows} <= ids["renditions"]
    there = ids["findings"] | ids["renditions"] | ids["utterances"] | ids["articles"]
    assert {row[0] for row in sheets["decisions"].rows} <= there | {""}, "a note on what is gone is about nothing"


@pytest.mark.parametrize("name", STORIES)
def test_no_finding_and_no_rendition_is_left_out(name: str) -> None:
    report, sheets = reports()[name], sheets_of(name)
    renditions = [one for utterance in report.utterances for one in utterance.renditions]
    assert len(sheets["renditions"].rows) == len(renditions)
    assert len(sheets["findings"].rows) == sum(len(one.findings) for one in renditions)


def test_a_workbook_reckons_nothing_and_leads_nowhere() -> None:
    with ZipFile(BytesIO(known_formats()[".xlsx"].render(reports()["strange"]))) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in parts.namelist() if "rels" in name and b"http://example" in parts.read(name)]
    assert len(sheets) == 9
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_no_cell_of_a_table_is_a_formula() -> None:
    report = reports()["hand"]
    first = report.utterances[0]
    bad = replace(report, utterances=(replace(first, speaker="=cmd|' /C calc'!A0"), *report.utterances[1:]))
    rows = list(csv.reader(StringIO(known_formats()[".csv"].render(bad).decode("utf-8-sig"), newline="")))
    assert any(cell.startswith("'=cmd") for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]


def longer(report: Report, text: str) -> Report:
    first = report.utterances[0]
    told = first.renditions[0]
    quote = told.quotes[0]
    start = quote.spans[0].start
    article = replace(told.article, text=told.article.text[:start] + text)
    spans = (replace(quote.spans[0], end=start + len(text)),)
    rendition = replace(told.rendition, text=text, translation=None)
    long = replace(told, article=article, rendition=rendition, quotes=(replace(quote, spans=spans),))
    return replace(
        report, utterances=(replace(first, renditions=(long, *first.renditions[1:])), *report.utterances[1:])
    )


def test_a_text_that_no_cell_holds_goes_on_in_the_next_row() -> None:
    text = "".join(f"word {number} " for number in range(12_000))
    assert len(text) > 3 * MOST_LETTERS
    report, chosen = longer(reports()["hand"], text), known_formats()[".xlsx"]
    verify_report(report, chosen, chosen.render(report))


@pytest.mark.parametrize(
    "text", ["=1", "x;=1", "x\t@y", "x\n  -1", "＝1", "'=1", "''+1", "-5", "a - b", "x; y", "it's"]
)
def test_no_cell_begins_a_formula_whatever_parts_cells_and_each_is_read_as_it_was(text: str) -> None:
    report = reports()["hand"]
    first = report.utterances[0]
    chosen = known_formats()[".csv"]
    data = chosen.render(replace(report, utterances=(replace(first, speaker=text), *report.utterances[1:])))
    cells = {cell for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")) for cell in row}
    for parted in (re.split(r"[;|\t\r\n]", cell) for cell in cells):
        assert not [piece for piece in parted if piece.strip(" \t").startswith(tuple("=+-@＝＋－＠"))]
    assert text in list(chosen.read(data))
