"""Exit statuses, and what is said on standard error before some of them."""

from collections.abc import Callable, Iterable

from crossquote.cli.spoken import interface_language
from crossquote.cli.terminal import visible_line
from crossquote.errors import UserError
from crossquote.message import Fact, message
from crossquote.model.article import Article
from crossquote.streams import write_aside
from crossquote.wording import tell
from crossquote.wording.joining import Joint, join_told
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
    """Say something in one line, whatever names of files and outlets have in them."""
    write_aside(f"{visible_line(f'crossquote: {told}')}\n")


def remark_on(articles: Iterable[Article]) -> None:
    """Say on standard error what is to be known of articles that were read."""
    for article in articles:
        for warning in article.source.warnings:
            told = tell(warning, interface_language())
            _warn(join_told((article.outlet, told), Joint.ABOUT, interface_language()))


def complain_of_own(unread: Iterable[Callable[[], UserError | None]]) -> None:
    """Say on standard error which files of the program's own can't be read: it goes on as if there were none."""
    for ask in unread:
        if problem := ask():
            complain(problem)


def complain_of_all(problems: Iterable[UserError]) -> int:
    """Say on standard error what could not be read; return the exit status that follows."""
    status = FINE
    for problem in problems:
        complain(problem)
        status = BAD_INPUT
    return status
