"""XLSX: a workbook with a sheet for articles, utterances, renditions, findings and decisions, to sort and filter."""

from collections.abc import Iterator

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.formats.xlsx.read_back import read_workbook
from crossquote.export.letters import cell_text
from crossquote.message import message


def _render(report: Report) -> bytes:
    from crossquote.export.formats.xlsx.workbook import render_workbook  # noqa: PLC0415 - loads xlsxwriter

    return render_workbook(report)


def _read(data: bytes) -> Iterator[str]:
    return read_workbook(data)


FORMAT = Format(
    rank=14,
    ending=".xlsx",
    media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name=message("report.format.xlsx"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=cell_text,
)
