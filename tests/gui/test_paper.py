"""Pages: what belongs together is on one."""

from bisect import bisect_right

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.paper.layout import Strip, lay_out

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
    return bisect_right([start for start, _ in strip.pages], top + 1)


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
