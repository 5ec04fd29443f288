"""DOCX: a document for Word, each rendition as tracked changes of its base, each finding and note as a comment."""

from collections.abc import Iterator

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.formats.docx.letters import written
from crossquote.message import message


def _render(report: Report) -> bytes:
    from crossquote.export.formats.docx.body import render_document  # noqa: PLC0415 - loads lxml

    return render_document(report)


def _read(data: bytes) -> Iterator[str]:
    from crossquote.export.formats.docx.read_back import read_document  # noqa: PLC0415 - loads lxml

    return read_document(data)


FORMAT = Format(
    rank=12,
    ending=".docx",
    media="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    name=message("report.format.docx"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=written,
)
