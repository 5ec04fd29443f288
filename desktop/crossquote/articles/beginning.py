"""The beginning of a file, made ready to be compared with the signs of formats."""

import codecs

from crossquote.articles.members import names_in_zip
from crossquote.articles.reader import Head

_LENGTH = 64 * 1024
_SIGNS_OF_MARKS = b"\xef\xbb\xbf\xff\xfe"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The marks of byte order, the longer before those that they begin with."""


def head_of(data: bytes) -> Head:
    """Return the beginning of a file."""
    start = data[:_LENGTH]
    text = start.lstrip(_SIGNS_OF_MARKS).replace(b"\0", b"").decode("ascii", "replace").lstrip()
    return Head(start, text, len(data) <= _LENGTH, names_in_zip(data))


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that the mark of byte order before a text says, None where it has none."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)
