"""Exit statuses, and what is said on standard error before some of them."""

from collections.abc import Iterable

from crossquote.cli.spoken import interface_language
from crossquote.cli.terminal import visible
from crossquote.errors import UserError
from crossquote.message import Fact, message
from crossquote.streams import write_aside
from crossquote.wording import tell
from crossquote.wording.trouble import tell_error

FINE, FOUND, USAGE, BAD_INPUT, INTERRUPTED = 0, 1, 2, 3, 130


class UsageError(Exception):
    """What was asked for makes no sense; it is said with how to ask."""


def complain(problem: UserError) -> None:
    """Say on standard error what went wrong."""
    _warn(tell_error(problem, interface_language()))


def remark(code: str, /, **facts: Fact) -> None:
    """Say on standard error what is to be known, though nothing went wrong."""
    _warn(tell(message(code, **facts), interface_language()))


def _warn(told: str) -> None:
    write_aside(visible(f"crossquote: {told}\n"))


def complain_of_all(problems: Iterable[UserError]) -> int:
    """Say on standard error what could not be read; return the exit status that follows."""
    status = FINE
    for problem in problems:
        complain(problem)
        status = BAD_INPUT
    return status
