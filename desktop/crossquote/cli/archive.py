"""`crossquote archive`: many more articles than a project holds, taken in from folders, and what is found in them."""

import argparse
from collections.abc import Callable, Mapping

from crossquote.archive.add import add_folders
from crossquote.archive.added import AddedToArchive
from crossquote.archive.crew import cores
from crossquote.archive.look import list_troubles
from crossquote.cli.status import FINE, complain, complain_of_all, complain_of_own
from crossquote.cli.terminal import print_line, show_progress, show_stoppable
from crossquote.cli.tracing import run_trace, run_utterances
from crossquote.cli.voice import say
from crossquote.cli.watching import UNREAD, run_watch, way_of_reading
from crossquote.errors import UserError
from crossquote.export.rows import message_row, to_json
from crossquote.message import message
from crossquote.wording import tell


def _add(arguments: argparse.Namespace) -> int:
    scheduler = arguments.scheduler or ""
    workers = arguments.workers or (1 if scheduler else cores())
    added = show_stoppable(add_folders(arguments.folders, arguments.archive, way_of_reading(), workers, scheduler))
    complain_of_own(UNREAD)
    status = complain_of_all(added.problems)
    if arguments.json:
        print_line(to_json(_added_row(added)))
    else:
        articles, quotes = (message(f"count.{what}", count=getattr(added, what)) for what in ("articles", "quotes"))
        say("terminal.archive.added", articles=articles, quotes=quotes, again=added.again)
    return status


def _added_row(added: AddedToArchive) -> dict[str, object]:
    return {
        "taken": added.taken,
        "again": added.again,
        "articles": added.articles,
        "quotes": added.quotes,
        "problems": list(map(_problem_row, added.problems)),
    }


def _problem_row(problem: UserError) -> dict[str, object]:
    told = {"message": tell(problem.message), **message_row(problem.message)}
    return {"path": problem.path, "kind": problem.code.value, **told}


def _troubles(arguments: argparse.Namespace) -> int:
    """List the files that something is wrong with: it was told when they were taken in, and is told again."""
    for problem in show_progress(list_troubles(arguments.archive)):
        if arguments.json:
            print_line(to_json(_problem_row(problem)))
        else:
            complain(problem)
    return FINE


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "add": _add, "trace": run_trace, "utterances": run_utterances, "watch": run_watch, "troubles": _troubles,
}  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Run the action that is asked for."""
    return _ACTIONS[arguments.action](arguments)
