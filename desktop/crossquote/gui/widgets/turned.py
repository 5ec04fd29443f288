"""Pages of the help that are read from right to left: what Markdown and Qt leave as it stands is turned round."""

import re

from crossquote.text.direction import begins_leftward

_CODE = re.compile(r"`[^`\n]+`")
_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
_CELLS = re.compile(r"(?<!\\)\|")


def turn_page(text: str) -> str:
    """Return a page, where it is read from right to left, with its tables begun there, and with code set apart.

    Qt draws the first column of a table on the left, whatever is written in it.
    """
    if not begins_leftward(text):
        return text
    return _CODE.sub(lambda code: f"\u2066{code[0]}\u2069", _ROW.sub(_turn_row, text))


def _turn_row(row: re.Match[str]) -> str:
    cells = _CELLS.split(row[0])[1:-1]
    return f"|{'|'.join(reversed(cells))}|"
