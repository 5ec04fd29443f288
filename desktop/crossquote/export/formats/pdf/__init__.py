"""PDF: the report on pages, drawn by a process of the program that knows Qt; the window prints the same pages.

Its pages are not tagged (PDF/UA): Qt's painter, which is there anyway, makes no structure. What does was measured, and
is beyond the 15 MB that it may weigh in an installer: typst 0.15, of 80 MB (22 MB packed), and WeasyPrint 70, of 60 MB
(fontTools 24, Pillow 20, Pyphen 6, Brotli 5) beside Pango and HarfBuzz, of which there is no wheel.

Words can be searched for and copied in every script: Qt tells readers of the glyphs that the face's own table of
letters has, and `actual_text` of those that only shaping makes, as the joined and the half letters of Hindi. Readers
that know no ActualText (pypdf, PDF.js) find gaps there.
"""

from collections.abc import Iterator

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.formats.pdf.letters import told_in_order
from crossquote.message import message


def _render(report: Report) -> bytes:
    from crossquote.export.formats.pdf.drawing import render_pages  # noqa: PLC0415 - loads pypdf

    return render_pages(report)


def _read(data: bytes) -> Iterator[str]:
    from crossquote.export.formats.pdf.read_back import read_pages  # noqa: PLC0415 - loads PDFium

    return read_pages(data)


FORMAT = Format(
    rank=11,
    ending=".pdf",
    media="application/pdf",
    name=message("report.format.pdf"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=told_in_order,
    apart=True,  # in a line with a name that is read from the right, lines part and turn all that stands beside it
)
