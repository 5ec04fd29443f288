"""The beginning of a file, made ready to be compared with the signs of formats."""

from crossquote.articles.members import names_in_zip
from crossquote.articles.reader import Head

_LENGTH = 64 * 1024
_MARKS = b"\xef\xbb\xbf\xff\xfe"


def head_of(data: bytes) -> Head:
    """Return the beginning of a file."""
    start = data[:_LENGTH]
    text = start.lstrip(_MARKS).replace(b"\0", b"").decode("ascii", "replace").lstrip()
    return Head(start, text, len(data) <= _LENGTH, names_in_zip(data))
