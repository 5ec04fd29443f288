"""Placing: where paragraphs and rows of tables stand on a long strip; Qt is asked once of each paragraph."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextLine, QTextTable

from crossquote.gui.paper.cutting import Band, StripPart, joined, line_of


class PlacedParagraph(Struct, frozen=True):
    """A paragraph as it stands on the strip, in points; `begins` says where in the document each of its lines begins.

    `table` is where the table begins that it stands in, -1 where it stands in none; `row` is its row there. It stands
    in the `head` of the table, or its row `goes_on` in the one below, which says more of it; or it is a `heading`.
    """

    top: float
    bottom: float
    lines: tuple[StripPart, ...]
    begins: tuple[int, ...]
    empty: bool
    heading: bool
    table: int = -1
    row: int = -1
    head: bool = False
    goes_on: bool = False

    @property
    def cell(self) -> StripPart:
        """It with its lines, the last of which may reach out of it."""
        return joined([StripPart(self.top, self.bottom), *self.lines])


class _TableTeller:
    """Tells of paragraphs, one after the other, where their table begins and which of its rows they stand in.

    A table without a head that follows directly on another goes on with that one: Qt lays out a whole table at once, so
    a long one is written in several.
    """

    def __init__(self) -> None:
        self._last: QTextTable | None = None
        self._begins, self._above, self._parted = -1, 0, True

    def pass_by(self, block: QTextBlock) -> None:
        """Take note of a paragraph that stands in no table."""
        self._parted = self._parted or bool(block.text())

    def place(self, placed: PlacedParagraph, table: QTextTable, position: int) -> PlacedParagraph:
        """Return a paragraph as one of a table."""
        last = self._last
        if last is None or table.firstPosition() != last.firstPosition():
            goes_on = not self._parted and not table.format().headerRowCount()
            self._above = self._above + last.rows() if last is not None and goes_on else 0
            self._begins = self._begins if goes_on else table.firstPosition()
            self._last = table
        self._parted = False
        row = table.cellAt(position).row()
        head = 0 <= row < table.format().headerRowCount()
        goes_on = _goes_on_below(table, row)
        return replace(placed, table=self._begins, row=self._above + row, head=head, goes_on=goes_on)


def place_paragraphs(document: QTextDocument) -> Iterator[PlacedParagraph]:
    """Yield the paragraphs of a document as they stand on the strip."""
    tables = _TableTeller()
    for block in blocks_of(document):
        place, layout = document.documentLayout().blockBoundingRect(block), block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        placed = PlacedParagraph(
            top=place.top(),
            bottom=place.bottom(),
            lines=tuple(_stretch(line, place.top()) for line in lines),
            begins=tuple(block.position() + line.textStart() for line in lines),
            empty=not block.text(),
            heading=bool(level_of(block)),
        )
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is None:
            tables.pass_by(block)
            yield placed
        else:
            yield tables.place(placed, table, block.position())


def _goes_on_below(table: QTextTable, row: int) -> bool:
    """Tell whether the row below one is one cell, which says more of it."""
    if row + 1 >= table.rows():
        return False
    across = [table.cellAt(one, 0).columnSpan() == table.columns() > 1 for one in (row, row + 1)]
    return across == [False, True]


def bands_of(paragraphs: Sequence[PlacedParagraph], height: float) -> Iterator[Band]:
    """Yield the lines of paragraphs, and the rows of tables that a page has room for, below the head of their table."""
    tables = [-1, *(placed.table for placed in paragraphs), -1]
    for placed, above, below in zip(paragraphs, tables, tables[2:], strict=False):
        if not (placed.empty and placed.table < 0 <= max(above, below)):  # Qt lays that over the table's own lines
            yield from _lines(placed)
    yield from (row for row in _rows(paragraphs) if row.fits(height))


def _lines(placed: PlacedParagraph) -> Iterator[Band]:
    held = placed.heading or placed.head or placed.goes_on
    for number, line in enumerate(placed.lines):
        yield Band(line, held or (number == 0 and len(placed.lines) > 1))


def _rows(paragraphs: Sequence[PlacedParagraph]) -> Iterator[Band]:
    heads = _heads(paragraphs)
    for (table, _), row in groupby(paragraphs, lambda placed: (placed.table, placed.row)):
        if table >= 0:
            first, *others = row
            shown = joined([first.cell, *(placed.cell for placed in others)])
            yield Band(shown, first.head or first.goes_on, None if first.head else heads.get(table))


def _heads(paragraphs: Sequence[PlacedParagraph]) -> dict[int, StripPart]:
    """Return the heads of tables, each down to its first row, by where the tables begin."""
    heads: dict[int, StripPart] = {}
    below: dict[int, float] = {}
    for placed in paragraphs:
        table = placed.table
        if placed.head:
            heads[table] = joined([heads.get(table, placed.cell), placed.cell])
        elif table >= 0:
            below[table] = min(below.get(table, placed.top), placed.top)
    return {
        table: replace(head, bottom=max(head.bottom, below[table])) for table, head in heads.items() if table in below
    }


def lines_within(document: QTextDocument, block: QTextBlock) -> Iterator[StripPart]:
    """Yield the lines of a paragraph as they stand on the strip."""
    top, layout = document.documentLayout().blockBoundingRect(block).top(), block.layout()
    for line in map(layout.lineAt, range(layout.lineCount())):
        yield _stretch(line, top)


def _stretch(line: QTextLine, top: float) -> StripPart:
    return line_of(top + line.y(), top + line.y() + line.height())


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document, those in tables as well, in the order in which they are drawn."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def level_of(block: QTextBlock) -> int:
    """Return the level of a heading, 0 for any other paragraph."""
    return block.blockFormat().headingLevel()
