"""Files: the bytes of one that can be an article, read once."""

from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.files import read_file
from crossquote.message import message

MAX_BYTES = 10 * 1024 * 1024
"""The largest file read: a web page or a document has far more bytes than words."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; a `UserError` says why they can't be had."""
    data = read_file(path, MAX_BYTES, "error.article-too-large")
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UserError(ErrorCode.EMPTY, message("error.file-empty"), path=str(path))
    return data
