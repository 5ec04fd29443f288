"""TEI: each utterance as a critical apparatus (TEI P5, parallel segmentation), with every article as a witness."""

from collections.abc import Iterator

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.formats.tei.edition import edition_lines
from crossquote.export.formats.tei.read_back import read_edition
from crossquote.export.letters import xml_text
from crossquote.message import message


def _render(report: Report) -> bytes:
    return "\n".join(edition_lines(report)).encode()


def _read(data: bytes) -> Iterator[str]:
    return read_edition(data)


FORMAT = Format(
    rank=34,
    ending=".xml",
    media="application/tei+xml",
    name=message("report.format.tei"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=xml_text,
)
