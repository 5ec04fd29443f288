"""How much can be one article: more of it would hold up whoever reads it, at every look."""

import re

from crossquote.message import Message, message
from crossquote.text.marks import count_marks

MAX_LETTERS = 400_000
"""The longest text taken as an article: some 200 pages. All of it is looked through in seconds, and can be left."""
_MAX_MARKS = 30_000
"""The most quotation marks and apostrophes that such a text may have: nobody says so much in 200 pages."""
MAX_LINES = 40_000
"""The most lines and ends of sentences: nobody writes so many in 200 pages, and each is laid out by itself."""
_END = re.compile(r"[.!?…](?=[^\S\n])|[。！？](?![。！？\n])|\n|\r(?!\n)")


def excess(text: str) -> Message | None:
    """Return what `text` has more of than an article can; None where there is room for it."""
    if len(text) > MAX_LETTERS:
        return message("error.text-too-long", letters=len(text), most=MAX_LETTERS)
    if len(text) > _MAX_MARKS and (marks := count_marks(text)) > _MAX_MARKS:
        return message("error.too-many-marks", marks=marks, most=_MAX_MARKS)
    if len(text) > MAX_LINES and (lines := sum(1 for _ in _END.finditer(text))) > MAX_LINES:
        return message("error.too-many-lines", lines=lines, most=MAX_LINES)
    return None
