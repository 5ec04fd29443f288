"""Laying out: marked-up text as one long strip, cut into pages between its lines, each page with its number below."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTextTable,
)

from crossquote.export.formats.pdf.pages import FOOT, KEPT, MARGIN, DrawnHeading, PagedText
from crossquote.gui.theme.fonts import printed

_POINTS = 72
_SIZE, _SMALL = 9.0, 7.5
_INSIDE = 0.5
"""Points: lines that reach less into a page are another page's; what is drawn of a line is never cut."""
_GREY = QColor(98, 102, 109)
_LINE_END = "\u2028"


class Strip(Struct, frozen=True):
    """A text laid out in points, and of each page where on the strip it begins and ends."""

    document: QTextDocument
    pages: tuple["PagePart", ...]


class PagePart(Struct, frozen=True):
    """Where on a strip a page begins and ends; a table that goes on there has its `head` above it again."""

    top: float
    bottom: float
    head: tuple[float, float] | None = None


class _Band(Struct, frozen=True):
    """A part of the strip through which no page can end: a line, or lines of cells side by side.

    One that `goes_on` is a heading, the head of a table, or the first line of more: it stays with what follows.
    `head` is where the head of its table begins and ends, of a whole row that is not the head itself.
    """

    top: float
    bottom: float
    goes_on: bool
    head: tuple[float, float] | None = None


def lay_out(text: PagedText, device: QPagedPaintDevice) -> Strip:
    """Return the text laid out on pages of the device, which has its margins from here."""
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    page = device.pageLayout().fullRect(QPageLayout.Unit.Point)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(printed(_SIZE))
    document.setDefaultStyleSheet(text.style)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(text.text)
    document.setTextWidth(page.width() - 2 * MARGIN)
    height = page.height() - 2 * MARGIN
    _split_paragraphs(document, [part.top for part in cut_pages(list(_bands(document, height)), height)])
    return Strip(document, tuple(cut_pages(list(_bands(document, height)), height)))


def _split_paragraphs(document: QTextDocument, starts: Sequence[float]) -> None:
    """Make two paragraphs of each that goes over the end of a page: Qt would draw its line there on both pages."""
    places: list[int] = []
    for block in blocks_of(document):
        lines = block.layout()
        top = document.documentLayout().blockBoundingRect(block).top()
        pages = [bisect_right(starts, top + lines.lineAt(number).y()) for number in range(lines.lineCount())]
        ends = (number for number in range(1, len(pages)) if pages[number - 1] != pages[number])
        places += (block.position() + lines.lineAt(number).textStart() for number in ends)
    for place in reversed(places):
        cursor = QTextCursor(document)
        cursor.setPosition(place)
        upper = cursor.blockFormat()
        lower = QTextBlockFormat(upper)
        lower.setTopMargin(0)
        upper.setBottomMargin(0)
        cursor.setBlockFormat(upper)
        cursor.insertBlock(lower)


def draw(strip: Strip, device: QPagedPaintDevice) -> None:
    """Draw the pages of a text that was laid out for the device."""
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / _POINTS
        painter.scale(scale, scale)
        for number in range(len(strip.pages)):
            if number:
                device.newPage()
            draw_page(strip, painter, number, device.pageLayout().fullRect(QPageLayout.Unit.Point).height())
    finally:
        painter.end()


def headings_of(strip: Strip) -> Iterator[DrawnHeading]:
    """Yield the headings of a text that was laid out, each by its first line, with its page."""
    starts = [part.top for part in strip.pages]
    for block in blocks_of(strip.document):
        text = block.text().partition(_LINE_END)[0].strip()
        if text and 0 < _level(block) < KEPT:
            page = bisect_right(starts, _first_line(strip.document, block)) - 1
            yield DrawnHeading(text, _level(block), max(page, 0))


def cut_pages(bands: Sequence[_Band], height: float) -> Iterator[PagePart]:
    """Yield where each page begins and ends: none ends in a line, nor with one that goes on, if it has others."""
    at = 0
    while at < len(bands):
        end, head = at + 1, bands[at].head
        room = height - (head[1] - head[0] if head else 0)
        while end < len(bands) and bands[end].bottom - bands[at].top <= room:
            end += 1
        last = end
        while end < len(bands) and last > at + 1 and bands[last - 1].goes_on:
            last -= 1
        last = end if bands[last - 1].goes_on else last
        yield PagePart(bands[at].top, bands[last - 1].bottom, head)
        at = last


def draw_page(strip: Strip, painter: QPainter, number: int, height: float) -> None:
    """Draw a page of a strip, counted from 0 and so many points high, where the painter stands, a unit a point."""
    width = strip.document.textWidth()
    part = strip.pages[number]
    at = MARGIN
    for top, bottom in ((part.head,) if part.head else ()) + ((part.top, part.bottom),):
        _draw_part(strip, painter, at, (top, bottom))
        at += bottom - top
    painter.setFont(printed(_SMALL))
    painter.setPen(_GREY)
    foot = QRectF(MARGIN, height - FOOT, width, FOOT / 2)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{number + 1} / {len(strip.pages)}")


def _draw_part(strip: Strip, painter: QPainter, at: float, part: tuple[float, float]) -> None:
    """Draw a part of a strip on a page, so far from its upper edge."""
    top, bottom = part
    painter.save()
    painter.translate(MARGIN, at - top)
    painter.setClipRect(QRectF(0, top, strip.document.textWidth(), bottom - top))
    lines = QAbstractTextDocumentLayout.PaintContext()
    lines.clip = QRectF(0, top + _INSIDE, strip.document.textWidth(), bottom - top - 2 * _INSIDE)
    ink = QPalette(lines.palette)
    ink.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    lines.palette = ink  # paper is white, whatever the theme of the window
    strip.document.documentLayout().draw(painter, lines)
    painter.restore()


def _bands(document: QTextDocument, height: float) -> Iterator[_Band]:
    """Yield the bands of a strip from its top, a row as one if a page has room for it; an empty strip has none."""
    lines = sorted((*_lines(document), *_rows(document, height)), key=lambda line: (line.top, line.bottom))
    if not lines:
        return
    band = lines[0]
    for line in lines[1:]:
        if line.top < band.bottom:
            head = band.head or line.head
            band = _Band(band.top, max(band.bottom, line.bottom), band.goes_on and line.goes_on, head)
        else:
            yield band
            band = line
    yield band


def _lines(document: QTextDocument) -> Iterator[_Band]:
    for block in blocks_of(document):
        top, lines = document.documentLayout().blockBoundingRect(block).top(), block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            held = _is_head(block) or _goes_on_below(block)
            goes_on = bool(_level(block)) or held or (number == 0 and lines.lineCount() > 1)
            yield _Band(top + line.y(), top + line.y() + line.height(), goes_on)


def _heads(document: QTextDocument) -> dict[int, tuple[float, float]]:
    """Return where the heads of tables begin, and where their first rows do, by where the tables begin."""
    tops: dict[int, float] = {}
    below: dict[int, float] = {}
    for block in blocks_of(document):
        if _row_of(block) >= 0:
            found = tops if _is_head(block) else below
            top = document.documentLayout().blockBoundingRect(block).top()
            found[_table_of(block)] = min(found.get(_table_of(block), top), top)
    return {table: (tops[table], below[table]) for table in tops if table in below}


def _table_of(block: QTextBlock) -> int:
    """Return where the table of a block begins; -1 where it stands in none."""
    table: QTextTable | None = QTextCursor(block).currentTable()
    return -1 if table is None else table.firstPosition()


def _row_of(block: QTextBlock) -> int:
    table: QTextTable | None = QTextCursor(block).currentTable()
    return -1 if table is None else table.cellAt(block.position()).row()


def _head_rows(block: QTextBlock) -> int:
    table: QTextTable | None = QTextCursor(block).currentTable()
    return 0 if table is None else table.format().headerRowCount()


def _goes_on_below(block: QTextBlock) -> bool:
    """Tell whether the row below that of a block is one cell, which says more of it."""
    table: QTextTable | None = QTextCursor(block).currentTable()
    if table is None or _row_of(block) + 1 >= table.rows():
        return False
    across = [table.cellAt(row, 0).columnSpan() == table.columns() > 1 for row in (_row_of(block), _row_of(block) + 1)]
    return across == [False, True]


def _rows(document: QTextDocument, height: float) -> Iterator[_Band]:
    """Yield the rows of tables that no page is higher than."""
    heads, rows = _heads(document), dict[tuple[int, int], _Band]()
    for block in blocks_of(document):
        if _table_of(block) >= 0:
            key = _table_of(block), _row_of(block)
            place = document.documentLayout().blockBoundingRect(block)
            head = None if _is_head(block) else heads.get(_table_of(block))
            goes_on = _is_head(block) or _goes_on_below(block)
            row = rows.get(key, _Band(place.top(), place.bottom(), goes_on))
            rows[key] = _Band(min(row.top, place.top()), max(row.bottom, place.bottom()), row.goes_on, head)
    yield from (row for row in rows.values() if row.bottom - row.top <= height)


def _is_head(block: QTextBlock) -> bool:
    """Tell whether a block stands in the head of a table."""
    return 0 <= _row_of(block) < _head_rows(block)


def _first_line(document: QTextDocument, block: QTextBlock) -> float:
    lines = block.layout()
    within = lines.lineAt(0).y() if lines.lineCount() else 0.0
    return document.documentLayout().blockBoundingRect(block).top() + within


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document, those in tables as well, in the order in which they are drawn."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _level(block: QTextBlock) -> int:
    return block.blockFormat().headingLevel()
