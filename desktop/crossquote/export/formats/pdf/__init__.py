"""PDF: the report on pages, drawn by a process of the program that knows Qt; the window prints the same pages."""

from collections.abc import Iterator

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.formats.pdf.letters import told_in_order
from crossquote.message import message


def _render(report: Report) -> bytes:
    from crossquote.export.formats.pdf.drawing import render_pages  # noqa: PLC0415 - loads pypdf

    return render_pages(report)


def _read(data: bytes) -> Iterator[str]:
    from crossquote.export.formats.pdf.reading import read_pages  # noqa: PLC0415 - loads PDFium

    return read_pages(data)


FORMAT = Format(
    rank=11,
    ending=".pdf",
    media="application/pdf",
    name=message("report.format.pdf"),
    holds=frozenset({ReportPart.RENDITIONS, ReportPart.FINDINGS, ReportPart.DECISIONS, ReportPart.LOG}),
    render=_render,
    read=_read,
    write=told_in_order,
    apart=True,  # in a line with a name that is read from the right, lines part and turn all that stands beside it
)
