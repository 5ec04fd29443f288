"""Laying out: marked-up text as one long strip, cut into pages between its lines, each page with its number below."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
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
)

from crossquote.export.formats.pdf.pages import FOOT, KEPT, MARGIN, DrawnHeading, PagedText
from crossquote.gui.paper.cutting import PagePart, StripPart, cut_pages, join_bands
from crossquote.gui.paper.placing import PlacedParagraph, bands_of, blocks_of, level_of, place_paragraphs
from crossquote.gui.theme.fonts import printed
from crossquote.gui.wrapping import ends_within
from crossquote.message import message
from crossquote.progress import Step, Work, finish, gather

_POINTS = 72
_SIZE, _SMALL = 9.0, 7.5
_GREY = QColor(98, 102, 109)
_LINE_END = "\u2028"
_MAY_END = "\u200b"
_AT_A_TIME = 200
"""Some 10 ms of work: a key or a click that comes meanwhile is answered between."""
_PART = 100_000
"""So many letters of marked-up text are some 20 ms of work."""
_TABLE = "<table"
_BEGINNING = re.compile(rf"<h[1-6]\b|(?<=</table>){_TABLE}\b")
_LABEL = message("step.drawing")
_STEP = Step(0, 0, _LABEL)


class Strip(Struct, frozen=True):
    """A text laid out in points, what of it is on each page, and how large a page is."""

    document: QTextDocument
    pages: tuple[PagePart, ...]
    page: QSizeF


def lay_out(text: PagedText, device: QPagedPaintDevice) -> Strip:
    """Return the text laid out on pages of the device, which has its margins from here."""
    return finish(laying_out(text, device))


def laying_out(text: PagedText, device: QPagedPaintDevice) -> Work[Strip]:
    """Lay the text out on pages of the device, some paragraphs a step: a window has to answer between two of them."""
    page = page_of(device)
    document = yield from _written(text)
    yield from _cut_endless_words(document)
    document.setTextWidth(page.width() - 2 * MARGIN)
    height, splits = page.height() - 2 * MARGIN, True
    while splits:  # paragraphs that were split may be higher
        paragraphs = yield from _paragraphs(document)
        pages = yield from _pages(paragraphs, height)
        splits = _split_paragraphs(document, list(_ends_within(paragraphs, pages)))
    return Strip(document, pages, page)


def _written(text: PagedText) -> Work[QTextDocument]:
    """Return the text as a document, written part by part: of a whole report that takes Qt seconds."""
    first, *others = _parts(text.text)
    document = _document(first, text.style)
    cursor = QTextCursor(document)
    for part in others:
        yield _STEP
        written = _document(part, text.style)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not part.startswith(_TABLE):  # that stands right below the one that it goes on with
            cursor.insertBlock(written.begin().blockFormat(), written.begin().charFormat())
        whole = QTextCursor(written)
        whole.select(QTextCursor.SelectionType.Document)
        cursor.insertFragment(whole.selection())
    return document


def _parts(text: str) -> Iterator[str]:
    """Yield marked-up text in parts that begin with a heading, or with more of a table, and are not too short.

    No heading stands in a table.
    """
    begun = 0
    for found in _BEGINNING.finditer(text):
        if found.start() - begun >= _PART:
            yield text[begun : found.start()]
            begun = found.start()
    yield text[begun:]


def _document(text: str, style: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(printed(_SIZE))
    document.setDefaultStyleSheet(style)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setUndoRedoEnabled(False)
    document.setHtml(text)
    return document


def page_of(device: QPagedPaintDevice) -> QSizeF:
    """Return how large a page of the device is, in points, all of which is ours from here."""
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    return device.pageLayout().fullRect(QPageLayout.Unit.Point).size()


def _paragraphs(document: QTextDocument) -> Work[list[PlacedParagraph]]:
    """Return the paragraphs of a document as Qt lays them out, as many a step as have so many lines."""
    held: list[PlacedParagraph] = []
    since = 0
    for placed in place_paragraphs(document):
        held.append(placed)
        since += 1 + len(placed.lines)
        if since >= _AT_A_TIME:
            since = 0
            yield _STEP
    return held


def _cut_endless_words(document: QTextDocument) -> Work[None]:
    """Let lines end within words without end: Qt takes the square of a word's length; all others stay whole."""
    found = ([block.position() + place for place in ends_within(block.text())] for block in blocks_of(document))
    places = yield from gather(found, _STEP, _AT_A_TIME)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place in reversed(list(chain.from_iterable(places))):
        cursor.setPosition(place)
        cursor.insertText(_MAY_END)
    cursor.endEditBlock()


def _pages(paragraphs: Sequence[PlacedParagraph], height: float) -> Work[tuple[PagePart, ...]]:
    parts = yield from gather(bands_of(paragraphs, height), _STEP, _AT_A_TIME)
    bands = yield from gather(join_bands(parts, height), _STEP, _AT_A_TIME)
    return tuple((yield from gather(cut_pages(bands, height), _STEP, _AT_A_TIME)))


def _ends_within(paragraphs: Iterable[PlacedParagraph], pages: Sequence[PagePart]) -> Iterator[int]:
    """Yield where in the document a page begins within a paragraph."""
    starts = [part.shown.top for part in pages]
    for placed in paragraphs:
        numbers = [bisect_right(starts, line.top) for line in placed.lines]
        ends = (number for number in range(1, len(numbers)) if numbers[number - 1] != numbers[number])
        yield from (placed.begins[number] for number in ends)


def _split_paragraphs(document: QTextDocument, places: Sequence[int]) -> bool:
    """Make two paragraphs of each that goes over the end of a page: Qt would draw its line there on both pages.

    Tells whether there was any.
    """
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
    finish(drawing(strip, device))


def drawing(strip: Strip, device: QPagedPaintDevice) -> Work[None]:
    """Draw the pages of a text that was laid out for the device, one a step."""
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / _POINTS
        painter.scale(scale, scale)
        for number in range(len(strip.pages)):
            if number:
                device.newPage()
            draw_page(strip, painter, number, device.pageLayout().fullRect(QPageLayout.Unit.Point).height())
            yield Step(number + 1, len(strip.pages), _LABEL)
    finally:
        painter.end()


def headings_of(strip: Strip) -> Iterator[DrawnHeading]:
    """Yield the headings of a text that was laid out, each by its first line, with its page."""
    starts = [part.shown.top for part in strip.pages]
    for block in blocks_of(strip.document):
        text = block.text().partition(_LINE_END)[0].strip()
        if text and 0 < level_of(block) < KEPT:
            page = bisect_right(starts, _first_line(strip.document, block)) - 1
            yield DrawnHeading(text, level_of(block), max(page, 0))


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


def _first_line(document: QTextDocument, block: QTextBlock) -> float:
    lines = block.layout()
    within = lines.lineAt(0).y() if lines.lineCount() else 0.0
    return document.documentLayout().blockBoundingRect(block).top() + within
