"""Where what is looked for stands in a text, and where Qt drew it."""

import re
from bisect import bisect_left, bisect_right

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextDocument

from crossquote.model.span import Span

_MOST_WORDS = 100
"""So many words of what is looked for are each looked for, the first: a text takes as much time for each."""
_MARGIN = 12
"""So many pixels do marks reach beyond their line at most."""


def find_places(text: str, wanted: str) -> list[Span]:
    """Return the places of `text` that have `wanted`, in order, whatever the capitals; none where nothing is wanted.

    Where the whole of it stands nowhere together, those of each of its first words.
    """
    words = wanted.split()
    each = list(dict.fromkeys(words))[:_MOST_WORDS]
    for parts in ([r"\s+".join(map(re.escape, words))], list(map(re.escape, each))):
        found = [Span(*match.span()) for match in re.finditer("|".join(parts), text, re.IGNORECASE)] if words else []
        if found:
            return found
    return []


def x_of(value: object) -> float:
    """Return the x of `cursorToX`, which answers a pair in some versions of PySide6."""
    first = value[0] if isinstance(value, tuple) else value
    return float(first)  # type: ignore[arg-type]


def shown_within(document: QTextDocument, rectangle: QRect) -> Span:
    """Return between which characters, in UTF-16 units, the lines of a document lie that a rectangle touches.

    It has one block. Thousands of its lines may lie outside of what is painted.
    """
    block = document.firstBlock()
    layout, top = block.layout(), block.layout().position().y()
    numbers = range(layout.lineCount())
    first = bisect_left(numbers, rectangle.top() - top - _MARGIN, key=lambda number: layout.lineAt(number).y())
    last = bisect_right(numbers, rectangle.bottom() - top + _MARGIN, key=lambda number: layout.lineAt(number).y())
    begun = layout.lineAt(max(first - 1, 0)).textStart() if numbers else 0
    return Span(begun, max(begun, layout.lineAt(last).textStart() if last < len(numbers) else block.length()))
