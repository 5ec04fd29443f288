"""What is said of files that can't be read: damaged, locked, or larger inside than they may be."""

from crossquote.articles.reader import MOST_IN_ONE_FILE, Hints
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message


def damaged(name: str, hints: Hints) -> UserError:
    """Return the error for a file of the format `name` that is not as its format wants it."""
    return _told(ErrorCode.UNREADABLE, "error.damaged", name, hints)


def locked(name: str, hints: Hints) -> UserError:
    """Return the error for a file that asks for a password."""
    return _told(ErrorCode.UNREADABLE, "error.locked", name, hints)


def too_large_inside(name: str, hints: Hints) -> UserError:
    """Return the error for a file that unpacks to more than may be, or has more parts."""
    return _told(ErrorCode.TOO_LARGE, "error.too-large-inside", name, hints)


def too_many_inside(name: str, hints: Hints) -> UserError:
    """Return the error for a file that holds more articles than one may."""
    told = message("error.too-many-inside", format=message(f"format.{name}"), most=MOST_IN_ONE_FILE)
    return UserError(ErrorCode.TOO_LARGE, told, path=hints.path)


def _told(kind: ErrorCode, code: str, name: str, hints: Hints) -> UserError:
    return UserError(kind, message(code, format=message(f"format.{name}")), path=hints.path)
