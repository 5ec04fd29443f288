"""Trouble: what a `UserError` says to a person, in one line: to which file, what happened, and what to do."""

from crossquote.errors import IN_WINDOW, UserError
from crossquote.message import Message
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.joining import Joint, join_told
from crossquote.wording.telling import has_words, tell


def tell_error(error: UserError, language: str = SOURCE, *, in_window: bool = False) -> str:
    """Return the whole path, what happened and what to do: for a terminal and a log, or for a window."""
    where = f"{error.path}: " if error.path else ""
    return f"{where}{tell(error.message, language)}.{_advised(error, language, in_window=in_window)}"


def tell_trouble(error: UserError, name: str, language: str = SOURCE, *, advice: bool = True) -> str:
    """Return the same for a window, where a file's `name` is enough; without `advice` only what happened."""
    told = tell(error.message, language).rstrip(".")
    what = join_told((name, told), Joint.ABOUT, language) if name else told[:1].upper() + told[1:]
    return f"{what}.{_advised(error, language, in_window=True) if advice else ''}"


def _advised(error: UserError, language: str, *, in_window: bool) -> str:
    """Return what to do, in the words for a window where that has words of its own."""
    own = Message(error.message.code + IN_WINDOW, error.message.facts)
    advice = own if in_window and has_words(own.code, language) else error.advice
    return f" {tell(advice, language)}" if has_words(advice.code, language) else ""
