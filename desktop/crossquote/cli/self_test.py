"""`crossquote self-test`: what the program finds when it tests itself."""

import argparse
from itertools import chain

from crossquote.cli.status import FINE, FOUND
from crossquote.cli.terminal import print_line
from crossquote.cli.voice import VOICE
from crossquote.message import verbatim
from crossquote.wording.joining import Joint
from crossquote.work.selftest.trials import Result, run_checks


def run(arguments: argparse.Namespace) -> int:
    """Let the program test itself, under a guard that refuses every connection; say what was checked."""
    status = FINE
    before = (Result("start", right=False, detail=verbatim(line)) for line in arguments.wrong)
    for result in chain(before, run_checks(*filter(None, [arguments.window_checks]))):
        told = VOICE("terminal.ok" if result.right else "terminal.failed")
        print_line(f"{told:<6}  {VOICE.joined((result.name, VOICE.of(result.detail)), Joint.ABOUT)}")
        status = status if result.right else FOUND
    return status
