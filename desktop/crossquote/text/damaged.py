"""A file of word data that is not as it was made, as after a copy that broke off: what it would tell were wrong."""

from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message


def damaged(path: Path) -> UserError:
    """Return what a user is told of a file of the program's own that is not whole."""
    return UserError(ErrorCode.PROGRAM, message("error.own-file-damaged", file=f"{path.parent.name}/{path.name}"))
