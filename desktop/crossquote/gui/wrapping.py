"""How a text of any kind is broken into lines, at a cost that grows with its length and no faster."""

import re
from collections.abc import Iterator

import regex
from PySide6.QtGui import QTextOption

from crossquote.gui.units import units_of
from crossquote.text.scripts import FIRST_SIGN

_UNBROKEN = re.compile(rf"[^ \t\n\r\u2028{FIRST_SIGN}-\U0010ffff]+")
_ENDLESS = 1000
"""Letters that make a run no word, but a picture in letters, a key, a page without blanks."""
_TOGETHER = regex.compile(r"\X{1,8}")
"""What of an endless word stays in one line: letters with the marks that stand on them."""


def wrapping(text: str) -> QTextOption.WrapMode:
    """Return where lines end: between words, and anywhere as soon as one is endless; Qt takes its length's square."""
    if next(_endless(text), None):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def ends_within(text: str) -> list[int]:
    """Return where lines are to end within the endless words of a text, in units of UTF-16, as Qt counts."""
    words = _endless(units_of(text))
    return [word.start() + part.start() for word in words for part in _TOGETHER.finditer(word[0]) if part.start()]


def _endless(text: str) -> Iterator[re.Match[str]]:
    return (run for run in _UNBROKEN.finditer(text) if run.end() - run.start() > _ENDLESS)
