"""XLSX: a workbook whose sheets are tables of articles."""

import io

from msgspec import Struct

from crossquote.articles.columns import TEXT, drafts_of_rows, find_parts, unknown_columns, within_one_file
from crossquote.articles.damage import damaged, too_large_inside
from crossquote.articles.format_signs import zip_with
from crossquote.articles.packed import unpack
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness

_NAME = "xlsx"
_SIGN = zip_with(b"xl/", ".xlsx")
_MOST_CELLS = 2_000_000


class WorkbookReader(Struct, frozen=True):
    """Reads each row of each sheet as an article, as in other tables; what formulas came to is read, none is run."""

    name: str = _NAME
    media: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    suffixes: tuple[str, ...] = (".xlsx",)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the folder that its parts are in."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Several:
        """Return the articles of all sheets."""
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only the child pays for it

        with unpack(data, _NAME, hints) as packed:
            for name in packed.names:  # so that no more is unpacked than may be, nor anything that is damaged
                packed.read(name)
        drafts: list[Draft] = []
        unknown: list[list[str]] = []
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                if sheet.total_height * sheet.total_width > _MOST_CELLS:
                    raise too_large_inside(_NAME, hints)
                rows = [[str(cell) for cell in row] for row in sheet.to_python()]
                drafts += drafts_of_rows(rows, _NAME, hints)
                unknown = unknown or (rows if len(rows) > 1 and TEXT not in find_parts(rows[0], hints.columns) else [])
        except (CalamineError, ValueError, OSError) as error:
            raise damaged(_NAME, hints) from error
        if not drafts:
            raise unknown_columns(unknown, _NAME, hints) if unknown else damaged(_NAME, hints)
        return Several(tuple(within_one_file(iter(drafts), _NAME, hints)))


READER = WorkbookReader()
