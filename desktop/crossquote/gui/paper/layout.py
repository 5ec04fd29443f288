"""Laying out: marked-up text as one long strip, cut into pages between its lines, each page with its number below."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
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
from crossquote.gui.paper.cutting import Band, PagePart, StripPart, cut_pages, join_bands, joined, line_of
from crossquote.gui.theme.fonts import printed
from crossquote.gui.wrapping import ends_within

_POINTS = 72
_SIZE, _SMALL = 9.0, 7.5
_GREY = QColor(98, 102, 109)
_LINE_END = "\u2028"
_MAY_END = "\u200b"


class Strip(Struct, frozen=True):
    """A text laid out in points, and what of it is on each page."""

    document: QTextDocument
    pages: tuple[PagePart, ...]


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
    document.setUndoRedoEnabled(False)
    document.setHtml(text.text)
    _cut_endless_words(document)
    document.setTextWidth(page.width() - 2 * MARGIN)
    height = page.height() - 2 * MARGIN
    pages = tuple(_pages(document, height))
    while _split_paragraphs(document, [part.shown.top for part in pages]):
        pages = tuple(_pages(document, height))  # paragraphs that were split may be higher
    return Strip(document, pages)


def _cut_endless_words(document: QTextDocument) -> None:
    """Let lines end within words without end: Qt takes the square of a word's length; all others stay whole."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in blocks_of(document):
        for place in reversed(ends_within(block.text())):
            cursor.setPosition(block.position() + place)
            cursor.insertText(_MAY_END)
    cursor.endEditBlock()


def _pages(document: QTextDocument, height: float) -> Iterator[PagePart]:
    return cut_pages(list(join_bands((*_lines(document), *_rows(document, height)), height)), height)


def _split_paragraphs(document: QTextDocument, starts: Sequence[float]) -> bool:
    """Make two paragraphs of each that goes over the end of a page: Qt would draw its line there on both pages.

    Tells whether there was any.
    """
    places: list[int] = []
    for block in blocks_of(document):
        lines = block.layout()
        top = document.documentLayout().blockBoundingRect(block).top()
        pages = [bisect_right(starts, top + lines.lineAt(number).y()) for number in range(lines.lineCount())]
        ends = (number for number in range(1, len(pages)) if pages[number - 1] != pages[number])
        places += (block.position() + lines.lineAt(number).textStart() for number in ends)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # after each edit the rest of a paragraph would be laid out anew, and one can be the report
    for place in reversed(places):
        cursor.setPosition(place)
        upper = cursor.blockFormat()
        lower = QTextBlockFormat(upper)
        lower.setTopMargin(0)
        upper.setBottomMargin(0)
        cursor.setBlockFormat(upper)
        if document.characterAt(place - 1) == _LINE_END:  # kept, it would leave an empty line behind
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertBlock(lower)
    cursor.endEditBlock()
    return bool(places)


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
    starts = [part.shown.top for part in strip.pages]
    for block in blocks_of(strip.document):
        text = block.text().partition(_LINE_END)[0].strip()
        if text and 0 < _level(block) < KEPT:
            page = bisect_right(starts, _first_line(strip.document, block)) - 1
            yield DrawnHeading(text, _level(block), max(page, 0))


def draw_page(strip: Strip, painter: QPainter, number: int, height: float) -> None:
    """Draw a page of a strip, counted from 0 and so many points high, where the painter stands, a unit a point."""
    width = strip.document.textWidth()
    at = MARGIN
    for stretch in strip.pages[number].stretches:
        _draw_stretch(strip, painter, at, stretch)
        at += stretch.height
    painter.setFont(printed(_SMALL))
    painter.setPen(_GREY)
    foot = QRectF(MARGIN, height - FOOT, width, FOOT / 2)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{number + 1} / {len(strip.pages)}")


def _draw_stretch(strip: Strip, painter: QPainter, at: float, stretch: StripPart) -> None:
    """Draw a part of a strip on a page, so far from its upper edge."""
    width = strip.document.textWidth()
    painter.save()
    painter.translate(MARGIN, at - stretch.top)
    painter.setClipRect(QRectF(0, stretch.top, width, stretch.height))
    lines = QAbstractTextDocumentLayout.PaintContext()
    first, last = stretch.within
    lines.clip = QRectF(0, first, width, last - first)
    ink = QPalette(lines.palette)
    ink.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    lines.palette = ink  # paper is white, whatever the theme of the window
    strip.document.documentLayout().draw(painter, lines)
    painter.restore()


def _lines(document: QTextDocument) -> Iterator[Band]:
    for block in blocks_of(document):
        lines = () if _is_beside_table(block) else tuple(lines_within(document, block))
        held = bool(_level(block)) or _is_head(block) or _goes_on_below(block)
        yield from (Band(line, held or (number == 0 and len(lines) > 1)) for number, line in enumerate(lines))


def _is_beside_table(block: QTextBlock) -> bool:
    """Tell whether a paragraph is the empty one before or behind a table, which Qt lays over the table's own lines."""
    return not block.text() and _table_of(block) < 0 <= max(_table_of(block.previous()), _table_of(block.next()))


def lines_within(document: QTextDocument, block: QTextBlock) -> Iterator[StripPart]:
    """Yield the lines of a paragraph as they stand on the strip."""
    top, layout = document.documentLayout().blockBoundingRect(block).top(), block.layout()
    for line in map(layout.lineAt, range(layout.lineCount())):
        yield line_of(top + line.y(), top + line.y() + line.height())


def _heads(document: QTextDocument) -> dict[int, StripPart]:
    """Return the heads of tables, each down to its first row, by where the tables begin."""
    heads: dict[int, StripPart] = {}
    below: dict[int, float] = {}
    for block in blocks_of(document):
        top, table = document.documentLayout().blockBoundingRect(block).top(), _table_of(block)
        if _is_head(block):
            cell = _cell(document, block)
            heads[table] = joined([heads.get(table, cell), cell])
        elif table >= 0:
            below[table] = min(below.get(table, top), top)
    return {
        table: replace(head, bottom=max(head.bottom, below[table])) for table, head in heads.items() if table in below
    }


def _cell(document: QTextDocument, block: QTextBlock) -> StripPart:
    """Return a paragraph of a cell with its lines, the last of which may reach out of it."""
    place = document.documentLayout().blockBoundingRect(block)
    return joined([StripPart(place.top(), place.bottom()), *lines_within(document, block)])


def _table_of(block: QTextBlock) -> int:
    """Return where the table of a block begins; -1 where it stands in none."""
    table: QTextTable | None = QTextCursor(block).currentTable() if block.isValid() else None
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


def _rows(document: QTextDocument, height: float) -> Iterator[Band]:
    """Yield the rows of tables that a page has room for, below the head of their table."""
    heads, rows = _heads(document), dict[tuple[int, int], Band]()
    for block in blocks_of(document):
        if _table_of(block) >= 0:
            key = _table_of(block), _row_of(block)
            cell = _cell(document, block)
            head = None if _is_head(block) else heads.get(_table_of(block))
            row = rows.get(key, Band(cell, _is_head(block) or _goes_on_below(block)))
            rows[key] = Band(joined([row.shown, cell]), row.goes_on, head)
    yield from (row for row in rows.values() if row.fits(height))


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
