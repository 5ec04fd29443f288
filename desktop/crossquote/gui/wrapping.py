"""How a text of any kind is broken into lines, at a cost that grows with its length and no faster."""

import re

from PySide6.QtGui import QTextOption

from crossquote.text.scripts import FIRST_SIGN

_UNBROKEN = re.compile(rf"[^ \t\n\r\u2028{FIRST_SIGN}-\U0010ffff]+")
_ENDLESS = 1000
"""Letters that make a run no word, but a picture in letters, a key, a page without blanks."""


def wrapping(text: str) -> QTextOption.WrapMode:
    """Return where lines end: between words, and anywhere as soon as one is endless; Qt takes its length's square."""
    if any(run.end() - run.start() > _ENDLESS for run in _UNBROKEN.finditer(text)):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
