"""Reading a workbook back: the texts of its cells, row by row; what goes on in a further row is put together."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from crossquote.export.parts import parse_part, unpack_parts

_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_COLUMN = re.compile("[A-Z]+")


def read_workbook(data: bytes) -> Iterator[str]:
    """Yield the texts of a workbook; raise ValueError where it is none, is cut off, or reckons anything."""
    parts = unpack_parts(data)
    strings = [_text(one) for one in parse_part(parts, "xl/sharedStrings.xml").iter(f"{_M}si")]
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            yield from _sheet(parse_part(parts, name), strings)


def _sheet(sheet: ET.Element, strings: list[str]) -> Iterator[str]:
    if sheet.find(f".//{_M}f") is not None:
        raise ValueError("a cell is a formula")
    held: dict[str, str] = {}
    for row in sheet.iter(f"{_M}row"):
        cells = dict(_cell(cell, strings) for cell in row.iter(f"{_M}c"))
        if held and cells.get("A") != held.get("A"):
            yield from held.values()
            held = cells
        else:
            held |= {column: held.get(column, "") * (column != "A") + text for column, text in cells.items()}
    yield from held.values()


def _cell(cell: ET.Element, strings: list[str]) -> tuple[str, str]:
    found = _COLUMN.match(cell.get("r", ""))
    value = cell.findtext(f"{_M}v") or ""
    return found[0] if found else "", strings[int(value)] if cell.get("t") == "s" else value


def _text(string: ET.Element) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(one.text or "" for one in string.iter(f"{_M}t")))
