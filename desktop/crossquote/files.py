"""Files: the bytes of one, read once, and no more of them than there may be."""

from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_MEBIBYTE = 1024 * 1024


def read_file(path: Path, most: int, too_large: str) -> bytes:
    """Return the bytes of a file, `most` at the most; a `UserError` says why they can't be had.

    `too_large` is the code of what is said of a larger one.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise UserError(ErrorCode.FOLDER, message("error.folder"), path=name)
        size = path.stat().st_size
        if size > most:
            raise UserError(ErrorCode.TOO_LARGE, message(too_large, size=size // _MEBIBYTE), path=name)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, ValueError) as error:  # a name that no system can have: a NUL, half a character
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=name) from error
    except PermissionError as error:
        raise UserError(ErrorCode.PERMISSION, message("error.not-allowed"), path=name) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(ErrorCode.UNREADABLE, message("error.unreadable", reason=reason), path=name) from error
    if len(data) > most:
        raise UserError(ErrorCode.TOO_LARGE, message("error.no-end"), path=name)
    return data
