"""Trouble: what a `UserError` says to a person, in one line: to which file, what happened, and what to do."""

from crossquote.errors import UserError
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.telling import has_words, tell


def tell_error(error: UserError, language: str = SOURCE) -> str:
    """Return the whole path, what happened and what to do: for a terminal and a log."""
    where = f"{error.path}: " if error.path else ""
    return f"{where}{tell(error.message, language)}.{_advised(error, language)}"


def tell_trouble(error: UserError, name: str, language: str = SOURCE, *, advice: bool = True) -> str:
    """Return the same for a window, where a file's `name` is enough; without `advice` only what happened."""
    told = tell(error.message, language).rstrip(".")
    what = f"{name}: {told}" if name else told[:1].upper() + told[1:]
    return f"{what}.{_advised(error, language) if advice else ''}"


def _advised(error: UserError, language: str) -> str:
    return f" {tell(error.advice, language)}" if has_words(error.advice.code, language) else ""
