"""Reading a PDF report back, by another library than the one that drew it: the text of its pages without their feet."""

from collections.abc import Iterator

import pypdfium2

from crossquote.export.formats.pdf.letters import told_by_glyphs
from crossquote.export.formats.pdf.pages import FOOT

_END = b"%%EOF"


def read_pages(data: bytes) -> Iterator[str]:
    """Yield the texts of the pages, as far as they can be read; raise ValueError where it is no PDF, or cut off."""
    if not data.rstrip().endswith(_END):
        raise ValueError("it does not end as a PDF does")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    try:
        for number in range(len(document)):
            yield told_by_glyphs(document[number].get_textpage().get_text_bounded(bottom=FOOT))
    finally:
        document.close()
