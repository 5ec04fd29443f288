"""How an article, or its translation, is written into the text that shows it: in one go, so that it is laid out once.

A document that is in view is laid out anew after each edit, and one of hundreds of thousands of letters takes half a
second for that.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from crossquote.gui.views.level import GAP
from crossquote.gui.wrapping import wrapping
from crossquote.model.span import Span

Formats = Iterable[tuple[Span, QTextCharFormat]]
"""Parts of a text and how each is written; a later one goes over an earlier one."""


def write(text: QTextEdit, words: str, places: Sequence[int], formats: Formats) -> None:
    """Write `words` with `formats` instead of what `text` shows; `places` say where each character will stand.

    Where it shows a text as long, the caret and what is selected stay: it is the same, written anew.
    """
    held = text.textCursor()
    kept = (held.anchor(), held.position()) if text.document().characterCount() == places[-1] + 1 else (0, 0)
    text.clear()
    text.setWordWrapMode(wrapping(words))
    cursor = QTextCursor(text.document())
    cursor.beginEditBlock()
    cursor.setBlockFormat(_paragraph())
    cursor.insertText(words.replace("\r", " "), QTextCharFormat())
    for span, shown in formats:
        select(cursor, span, places)
        cursor.mergeCharFormat(shown)
    cursor.endEditBlock()
    cursor.setPosition(kept[0])
    cursor.setPosition(kept[1], QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)  # what is inserted where the caret stands pushes it to the end


def select(cursor: QTextCursor, span: Span, places: Sequence[int]) -> None:
    """Select with `cursor` a part of what is written."""
    cursor.setPosition(places[span.start])
    cursor.setPosition(places[span.end], QTextCursor.MoveMode.KeepAnchor)


def write_in(text: QTextEdit, font: QFont) -> None:
    """Write in `font` from now on; what `text` shows is gone, where it is in another one."""
    if text.font() != font:
        text.clear()
        text.setFont(font)


def _paragraph() -> QTextBlockFormat:
    """Return how the paragraphs of an article are set."""
    block = QTextBlockFormat()
    block.setLineHeight(116, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(GAP)
    return block
