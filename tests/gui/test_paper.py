"""Pages: what belongs together is on one."""

import re
from bisect import bisect_right

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter

from crossquote.export.formats.pdf.pages import FOOT, PagedText
from crossquote.gui.paper.layout import Strip, draw, lay_out

TABLE = (
    "<table width='100%'><thead><tr><th>Outlet</th><th>Quotes</th></tr></thead>"
    "<tr><td>Coast</td><td>4</td></tr></table>"
)


def page_of(strip: Strip, text: str) -> int:
    """Return the number of the page on which a paragraph stands."""
    block = strip.document.begin()
    while block.isValid() and block.text() != text:
        block = block.next()
    top = strip.document.documentLayout().blockBoundingRect(block).top()
    return bisect_right([part.top for part in strip.pages], top + 1)


@pytest.mark.usefixtures("qapp")
def test_the_head_of_a_table_is_on_the_page_of_its_first_row() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setResolution(72)
    seen = set()
    for above in range(30, 75):
        text = f"<p style='margin:0'>{'<br>'.join(['line'] * above)}</p><h2>Articles</h2>{TABLE}"
        strip = lay_out(PagedText("Title", text, ""), device)
        pages = [page_of(strip, name) for name in ("Articles", "Outlet", "Quotes", "Coast")]
        assert len(set(pages)) == 1, above
        seen.add(pages[0])
    assert seen == {1, 2}
    device.deleteLater()


def device_of(paper: QPageSize.PageSizeId, buffer: QBuffer) -> QPdfWriter:
    """Return what draws pages into a buffer, a point for a pixel."""
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setPageSize(QPageSize(paper))
    device.setResolution(72)
    return device


def texts_of(buffer: QBuffer) -> list[str]:
    """Return the texts of pages, without blanks and their feet."""
    document = pypdfium2.PdfDocument(bytes(buffer.data().data()))
    pages = (document[number].get_textpage() for number in range(len(document)))
    return ["".join(page.get_text_bounded(bottom=FOOT).split()) for page in pages]


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
@pytest.mark.usefixtures("qapp")
def test_the_head_of_a_table_is_told_again_on_every_page_that_it_goes_on_to(paper: QPageSize.PageSizeId) -> None:
    buffer = QBuffer()
    device = device_of(paper, buffer)
    rows = "".join(f"<tr><td>row{number}</td><td>·<br>·</td></tr>" for number in range(90))
    head = "<thead><tr><th>Outlet</th><th>Quotes</th></tr></thead>"
    text = f"<p>before</p><table width='100%' cellpadding=3>{head}{rows}</table><p>behind</p>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    pages = texts_of(buffer)
    assert len(pages) > 3
    assert [page.count("Outlet") for page in pages] == [1] * len(pages)
    assert re.findall(r"row\d+", "".join(pages)) == [f"row{number}" for number in range(90)], "none lost, none twice"
    assert "behind" in pages[-1]
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_row_that_is_higher_than_a_page_goes_on_line_by_line() -> None:
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    lines = "<br>".join(f"line{number}." for number in range(200))
    text = f"<table><thead><tr><th>Outlet</th></tr></thead><tr><td>{lines}</td></tr></table>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    pages = texts_of(buffer)
    assert list(dict.fromkeys(re.findall(r"line\d+", "".join(pages)))) == [f"line{number}" for number in range(200)]
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_row_that_says_more_of_the_one_above_is_on_its_page() -> None:
    for above in range(20, 50):
        buffer = QBuffer()
        device = device_of(QPageSize.PageSizeId.A4, buffer)
        rows = "".join(
            f"<tr><td>outlet{number}.</td><td>4</td></tr><tr><td colspan=2>source{number}.</td></tr>"
            for number in range(12)
        )
        text = f"<p style='margin:0'>{'<br>'.join(['line'] * above)}</p><table width='100%'>{rows}</table>"
        draw(lay_out(PagedText("Title", text, ""), device), device)
        for page in texts_of(buffer):
            assert re.findall(r"outlet(\d+)", page) == re.findall(r"source(\d+)", page), above
        device.deleteLater()
