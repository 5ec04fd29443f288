"""Files: the bytes of one that can be an article, read once."""

from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

MAX_BYTES = 10 * 1024 * 1024
"""The largest file read: a web page or a document has far more bytes than words."""
MAX_LETTERS = 400_000
"""The longest text taken as an article: some 200 pages. All of it is looked through in seconds, and can be left."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; a `UserError` says why they can't be had."""
    name = str(path)
    try:
        if path.is_dir():
            raise UserError(ErrorCode.FOLDER, message("error.folder"), path=name)
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size // (1024 * 1024)
            raise UserError(ErrorCode.TOO_LARGE, message("error.article-too-large", size=size), path=name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, ValueError) as error:  # a name that no system can have: a NUL, half a character
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=name) from error
    except PermissionError as error:
        raise UserError(ErrorCode.PERMISSION, message("error.not-allowed"), path=name) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(ErrorCode.UNREADABLE, message("error.unreadable", reason=reason), path=name) from error
    if len(data) > MAX_BYTES:
        raise UserError(ErrorCode.TOO_LARGE, message("error.no-end"), path=name)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UserError(ErrorCode.EMPTY, message("error.file-empty"), path=name)
    return data
