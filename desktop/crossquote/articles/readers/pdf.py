"""PDF: the text of its pages, columns and all, without running heads and the numbers of pages."""

from typing import TYPE_CHECKING

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind, tidy
from crossquote.articles.damage import damaged, locked, too_large_inside
from crossquote.articles.press import articles_in
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

if TYPE_CHECKING:  # only the child pays for it
    from pypdfium2 import PdfDocument, PdfPage

_NAME = "pdf"
_LATE = rb"%PDF-\d\.\d[\r\n]"
_LOCKED = 4
_MOST_PAGES = 2000
_FEW_LETTERS = 20
"""Letters on a page: one that has fewer, and a picture, is taken for a scanned one."""


class PdfReader(Struct, frozen=True):
    """Reads what is printed. Pages that are pictures of text are told, not guessed at."""

    name: str = _NAME
    media: str = "application/pdf"
    suffixes: tuple[str, ...] = (".pdf",)
    trusted: bool = False

    def sniff(self, head: Head, _name: str) -> Sureness:
        """Know it by its first line, if not always as the first thing in the file."""
        if head.text.startswith("%PDF-"):
            return Sureness.CERTAIN
        late = regex.search(_LATE, head.data[:1024]) and b" obj" in head.data
        return Sureness.LIKELY if late else Sureness.NO

    def read(self, data: bytes, hints: Hints) -> Draft | Several:
        """Return the document."""
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - only the child pays for it

        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            raise (locked if getattr(error, "err_code", 0) == _LOCKED else damaged)(_NAME, hints) from error
        try:
            return _draft(document, hints)
        except PdfiumError as error:
            raise damaged(_NAME, hints) from error
        finally:
            document.close()


READER = PdfReader()


def _draft(document: "PdfDocument", hints: Hints) -> Draft | Several:
    from crossquote.articles.paper.heads import part_heads  # noqa: PLC0415 - as above
    from crossquote.articles.paper.lines import lines_on  # noqa: PLC0415 - as above
    from crossquote.articles.paper.paragraphs import paragraphs_of  # noqa: PLC0415 - as above
    from crossquote.articles.paper.printed_page import is_edge, printed_page  # noqa: PLC0415 - as above

    lines, scanned = [], 0
    pages = len(document)
    if pages > _MOST_PAGES:
        raise too_large_inside(_NAME, hints)
    for number in range(pages):
        page = document[number]
        found = list(lines_on(page, number))
        lines += found
        letters = sum(len(line.text) for line in found if not is_edge(line.text))
        scanned += letters < _FEW_LETTERS and _has_picture(page)
        page.close()
    if not lines or scanned == pages:
        raise UserError(ErrorCode.UNREADABLE, message("error.scanned"), path=hints.path)
    text, heads = part_heads(lines)
    aside = (Block(said, Kind.ASIDE) for said in dict.fromkeys(line.text for line in heads))
    warnings = (message("reading.scanned-pages", count=scanned),) if scanned else ()
    told, about = printed_page(list(paragraphs_of(text)), _title(document), [line.text for line in heads])
    return articles_in([*told, *aside], replace(about, warnings=warnings))


def _has_picture(page: "PdfPage") -> bool:
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    return any(True for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _title(document: "PdfDocument") -> str | None:
    return tidy(str(document.get_metadata_value("Title")))[:500] or None
