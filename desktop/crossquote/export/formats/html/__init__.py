"""HTML: one self-contained page, without scripts, that any browser shows and prints."""

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.html.read_back import read_page
from crossquote.export.letters import printable
from crossquote.message import message


def _render(report: Report) -> bytes:
    return report_html(report).encode()


FORMAT = Format(
    rank=10,
    ending=".html",
    media="text/html",
    name=message("report.format.html"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=read_page,
    write=printable,
)
