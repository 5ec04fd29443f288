"""`crossquote archive watch`: takes in what arrives in folders, and tells of what is followed in other words."""

import argparse
from collections.abc import Sequence
from functools import partial

from crossquote.archive.added import AddedToArchive
from crossquote.archive.crew import cores
from crossquote.archive.taking import WayOfReading
from crossquote.cli.status import FINE, complain, complain_of_own
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.tracing import article_row, flat, quote_row, said_line
from crossquote.cli.voice import VOICE
from crossquote.export.rows import to_json
from crossquote.work.columns import known_columns, unread_columns
from crossquote.work.encodings import known_encodings, unread_encodings
from crossquote.work.tracing import read_target
from crossquote.work.watching import Arrived, Watch, watch

UNREAD = (unread_columns, unread_encodings)
"""What asks for the files of the program's own in which that stands, and which can't be read."""


def way_of_reading() -> WayOfReading:
    """Return how files are read that do not say it, as the user told it before."""
    return WayOfReading(tuple(known_columns()), tuple(known_encodings().items()))


def run_watch(arguments: argparse.Namespace) -> int:
    """Watch folders until it is stopped, or look once."""
    followed = [one for target in arguments.follow for one in show_progress(read_target(target))]
    way = way_of_reading()
    complain_of_own(UNREAD)
    folders, workers = tuple(arguments.folders), arguments.workers or cores()
    watched = Watch(folders, arguments.archive, tuple(followed), way, workers)
    tell = partial(_tell, as_json=arguments.json)
    show_progress(watch(watched, tell, arguments.seconds, once=arguments.once))
    return FINE


def _tell(added: AddedToArchive, arrived: Sequence[Arrived], *, as_json: bool) -> None:
    for problem in added.problems:
        complain(problem)
    for one in arrived:
        if as_json:
            print_line(
                to_json({"followed": one.sought.items[0].text, **article_row(one.rendition), **quote_row(one.quote)})
            )
        else:
            print_line(VOICE("terminal.archive.arrived", words=flat(one.sought.items[0].text)))
            print_line(f"  {said_line(one.rendition, one.quote)}")
