"""`crossquote newer-version`: whether there is one."""

import argparse

from crossquote.cli.status import FINE, FOUND
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.voice import say
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.text.visible import visible
from crossquote.version import this_version
from crossquote.work.newer_version import look_for_newer, release_feed


def run(_: argparse.Namespace) -> int:
    """Ask whether there is a newer version; what there is goes to standard output."""
    feed, current = release_feed(), this_version()
    if feed is None:
        raise UserError(ErrorCode.NETWORK, message("error.no-release-feed", current=current))
    release = show_progress(look_for_newer(feed, current))
    if release is None:
        say("terminal.newest", version=current)
        return FINE
    facts = {"version": release.version, "current": current}
    if release.published:
        say("terminal.newer_published", **facts, published=str(release.published))
    else:
        say("terminal.newer", **facts)
    for text in filter(None, (release.page, release.notes)):
        print_line(visible(f"\n{text}"))
    return FOUND
