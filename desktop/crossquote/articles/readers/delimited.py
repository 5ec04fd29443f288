"""CSV and TSV: a table whose rows are articles."""

import csv
import io
import re

from msgspec import Struct

from crossquote.articles.beginning import marked_encoding
from crossquote.articles.columns import TEXT, drafts_of_rows, find_parts, find_text, unknown_columns
from crossquote.articles.damage import damaged
from crossquote.articles.file import MAX_BYTES
from crossquote.articles.reader import Head, Hints, Several, Sureness
from crossquote.articles.readers.plain import decode

_NAME = "csv"
_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = ("\t", ";", ",")
_ROWS, _FEWEST = 20, 2
_MOST_COLUMNS = 500
_SAID = re.compile(r"\A\ufeff?sep=[,;\t|][ \t]*\r?\n", re.IGNORECASE)
"""A first line by which Excel is told what parts columns."""


class DelimitedReader(Struct, frozen=True):
    """Reads each row as an article, by the names of columns, else by their longest."""

    name: str = _NAME
    media: str = "text/csv"
    suffixes: tuple[str, ...] = _SUFFIXES
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the names of its columns; one that is called a table, by columns of which one holds texts."""
        text = _beginning(head)
        named = name.lower().endswith(_SUFFIXES)
        if not (named or _is_headed(text)):
            return Sureness.NO
        delimiter = _delimiter(text, whole=head.whole)
        rows = _rows(text, delimiter, whole=head.whole) if delimiter else []
        known = bool(rows) and (TEXT in find_parts(rows[0]) or find_text(rows) is not None)
        return Sureness.LIKELY if known or (named and len(rows) > 1) else Sureness.NO

    def read(self, data: bytes, hints: Hints) -> Several:
        """Return the articles of the table."""
        csv.field_size_limit(MAX_BYTES)
        text = _SAID.sub("", decode(data, hints))
        rows = _rows(text, _delimiter(text, whole=True) or ",", whole=True, most=None)
        drafts = tuple(drafts_of_rows(rows, _NAME, hints))
        if not drafts:
            known = len(rows) < _FEWEST or TEXT in find_parts(rows[0], hints.columns)
            raise damaged(_NAME, hints) if known else unknown_columns(rows, _NAME, hints)
        return Several(drafts)


READER = DelimitedReader()


def _beginning(head: Head) -> str:
    return _SAID.sub("", head.data.decode(marked_encoding(head.data) or "utf-8", "replace"))


def _is_headed(text: str) -> bool:
    """Tell whether the first line has a name for a column of texts in it."""
    line = text.partition("\n")[0]
    cells = (line.strip().split(delimiter) for delimiter in _DELIMITERS if delimiter in line)
    return any(TEXT in find_parts([cell.strip('"') for cell in row]) for row in cells)


def _delimiter(text: str, *, whole: bool) -> str | None:
    """Return the sign that parts each of the first rows in equally many columns, None where none does.

    Commas come last: they stand in texts.
    """
    for delimiter in _DELIMITERS:
        widths = {len(row) for row in _rows(text, delimiter, whole=whole)}
        if len(widths) == 1 and 1 < min(widths) <= _MOST_COLUMNS:
            return delimiter
    return None


def _rows(text: str, delimiter: str, *, whole: bool, most: int | None = _ROWS) -> list[list[str]]:
    """Return the rows, the first `most` of them; one that is cut off where the text is not whole is left out."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if row:
                rows.append(row)
            if most is not None and len(rows) > most:
                break
    except csv.Error:
        return rows
    return rows if whole or (most is not None and len(rows) > most) else rows[:-1]
