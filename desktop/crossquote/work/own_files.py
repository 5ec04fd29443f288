"""Small files of the program's own that can't be read: set aside, never written anew over what they hold."""

from collections.abc import Callable
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.notation import NotationError


def set_unread_aside(path: Path, read: Callable[[], object]) -> Path | None:
    """Set aside what is at `path` where `read` can't read it; return where it is, None where nothing has to be.

    A `UserError` says that it can't be moved.
    """
    try:
        read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, NotationError):
        from crossquote.project.side_files import set_aside  # noqa: PLC0415 - the first window sets nothing aside

        return set_aside(path, path)
    return None


def told_aside(aside: Path) -> UserError:
    """Return what to tell of a file that was set aside and is now `aside`."""
    return UserError(ErrorCode.UNREADABLE, message("error.own-file-set-aside", file=aside.name))
