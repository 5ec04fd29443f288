"""What `crossquote fetch` does: asks for one page, which the command names, and keeps it in a file."""

import argparse
from pathlib import Path

from crossquote.cli.status import FINE
from crossquote.cli.terminal import show_progress
from crossquote.cli.voice import say
from crossquote.cli.written_over import agree_on
from crossquote.errors import ErrorCode, UserError
from crossquote.export.write import write_bytes
from crossquote.message import message
from crossquote.online.fetching import LeadsOn
from crossquote.online.hosts import SYSTEM, Network
from crossquote.online.web_address import read_address
from crossquote.work.web_pages import as_saved, fetch_article


def run(arguments: argparse.Namespace, network: Network = SYSTEM) -> int:
    """Fetch a page into a file; say where it led, and what was kept."""
    target: Path = arguments.output
    agreed = agree_on(target, force=arguments.force)
    page = show_progress(fetch_article(read_address(arguments.address), network))
    if isinstance(page, LeadsOn):
        told = message("error.leads-to-another", address=str(page.there))
        raise UserError(ErrorCode.NETWORK, told, path=str(page.here))
    for address in page.passed[1:]:
        say("terminal.fetch.led-on", address=str(address))
    write_bytes(target, as_saved(page), agreed)
    say("terminal.fetch.kept", file=str(target), kilobytes=-(-len(page.data) // 1000))
    return FINE
