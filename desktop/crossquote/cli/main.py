"""The command line: what can be asked, and the exit status that answers."""

import argparse
import sys
from collections.abc import Sequence

from crossquote.cli import pipe


def _pipe(arguments: argparse.Namespace) -> int:
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = 0
    for right, answer in pipe.run_step(arguments.step, sys.stdin):
        sys.stdout.write(answer + "\n")
        status = status if right else 1
    return status


def run(argv: Sequence[str]) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="crossquote")
    commands = parser.add_subparsers(dest="command", required=True)
    step = commands.add_parser("pipe", help="run one step as a JSON-lines filter")
    step.add_argument("step", choices=pipe.STEPS)
    step.set_defaults(run=_pipe)
    arguments = parser.parse_args(argv)
    status: int = arguments.run(arguments)
    return status
