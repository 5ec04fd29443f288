"""Having pages drawn: a process of the program that knows Qt draws them; what a reader looks for is then written in."""

from io import BytesIO
from typing import cast

import msgspec
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

from crossquote.child.limits import Limits
from crossquote.child.question import NamedFunction
from crossquote.child.trouble import ChildError
from crossquote.child.worker import Worker
from crossquote.errors import ErrorCode, UserError
from crossquote.export.document import Report
from crossquote.export.formats.pdf.actual_text import tell_letters
from crossquote.export.formats.pdf.body import paged_text
from crossquote.export.formats.pdf.pages import DrawnHeading, DrawnPages
from crossquote.export.origin import origin_line
from crossquote.language.names import tag_of
from crossquote.message import message
from crossquote.progress import Step, finish

DRAWER = NamedFunction("crossquote.gui.paper.drawer", "draw_pages")
"""Qt stands in one room, above this one: its door is known by name only, and opened by another process."""
_NAMES = frozenset({"/BaseFont", "/FontName"})
_LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")
"""Of the tag before the name of a face that is in the file in part: it is of six capitals."""
_LIMITS = Limits(seconds=120, memory=2_000_000_000, output=400_000_000)


def render_pages(report: Report) -> bytes:
    """Return the report as a PDF, with bookmarks; a UserError where no pages can be drawn on this machine."""
    text = paged_text(report)
    with Worker(DRAWER, _LIMITS) as worker:
        try:
            said = finish(worker.ask(msgspec.msgpack.encode(text), Step(0, 1, message("step.drawing"))))
        except ChildError as error:
            raise UserError(ErrorCode.WRITE, message("error.not-drawn")) from error
    return _finished(msgspec.msgpack.decode(said, type=DrawnPages), text.title, report)


def _finished(drawn: DrawnPages, title: str, report: Report) -> bytes:
    """Return a PDF with bookmarks, its language, and of when it is only what the report says."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(drawn.pdf)))
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(tag_of(report.language))
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )
    writer.add_metadata({"/Title": title, "/Creator": "Crossquote", "/Producer": "Crossquote"} | _moment(report.at))
    writer.add_metadata({"/Origin": origin_line(report)})
    _name_fonts(writer)
    tell_letters(writer, drawn.lines)
    _add_bookmarks(writer, drawn.headings)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _moment(at: str) -> dict[str, str]:
    digits = "".join(char for char in at[: len("2026-11-26T12:00:00")] if char.isdigit())
    return {"/CreationDate": f"D:{digits}Z"} if digits else {}


def _name_fonts(writer: PdfWriter) -> None:
    """Name the parts of faces that are in the file by their order: Qt names them by chance."""
    named: dict[str, str] = {}
    for page in writer.pages:
        fonts = DictionaryObject(cast("DictionaryObject", page["/Resources"])).get("/Font", DictionaryObject())
        for font in fonts.values():
            whole = font.get_object()
            inner = [one.get_object() for one in whole.get("/DescendantFonts", ())]
            for part in (whole, *inner, *(one["/FontDescriptor"] for one in inner)):
                for key in _NAMES & part.keys():
                    tag, _, face = str(part[key]).rpartition("+")
                    tag = named.setdefault(tag, f"/{len(named):06d}".translate(_LETTERS)) if tag else ""
                    part[NameObject(key)] = NameObject(f"{tag}+{face}" if tag else face)


def _add_bookmarks(writer: PdfWriter, headings: tuple[DrawnHeading, ...]) -> None:
    above: list[tuple[int, IndirectObject]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else None
        made = writer.add_outline_item(title=heading.text, page_number=heading.page, parent=parent)
        above.append((heading.level, made))
