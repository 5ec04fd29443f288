"""Small files of the program's own that can't be read: told of, or set aside; never written over what they hold."""

from collections.abc import Callable
from pathlib import Path

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.notation import NotationError
from crossquote.paths import NoOrdinaryFileError


def set_unread_aside(path: Path, read: Callable[[], object]) -> Path | None:
    """Set aside what is at `path` where `read` can't read it; return where it is, None where nothing has to be.

    A `UserError` says that it can't be moved.
    """
    if isinstance(_why_not(read), NoOrdinaryFileError | None):  # a pipe, or a folder, is left where it is
        return None
    from crossquote.project.side_files import set_aside  # noqa: PLC0415 - the first window sets nothing aside

    return set_aside(path, path)


def told_unread(path: Path, read: Callable[[], object]) -> UserError | None:
    """Return what to tell of the file at `path` where `read` can't read it and it is left as it is, else None."""
    error = _why_not(read)
    if error is None:
        return None
    why = error.why if isinstance(error, NotationError) else cause_of(error)
    return UserError(ErrorCode.UNREADABLE, message("error.own-file-unread", why=why), path=str(path))


def told_aside(aside: Path) -> UserError:
    """Return what to tell of a file that was set aside and is now `aside`."""
    return UserError(ErrorCode.UNREADABLE, message("error.own-file-set-aside", file=aside.name))


def _why_not(read: Callable[[], object]) -> OSError | NotationError | None:
    """Return why `read` can't read its file; None where it can, or where there is none."""
    try:
        read()
    except NoOrdinaryFileError as error:
        return error
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, NotationError) as error:
        return error
    return None
