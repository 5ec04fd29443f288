"""The command line: what can be asked, and the exit status that answers.

0 is fine, 1 findings of the severity asked for or a newer version, 2 a usage error, 3 input that could not be read or
an answer that could not be had.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from crossquote.cli import commands, packages, pipe
from crossquote.cli.terminal import print_nowhere, visible
from crossquote.errors import UserError
from crossquote.model.finding import Severity
from crossquote.model.state import READING_LANGUAGE
from crossquote.wording.trouble import tell_error

INTERRUPTED = 130
WindowChecks = tuple[tuple[str, Callable[[], str]], ...]
COMMANDS = ("compare", "quotes", "detect", "review", "packages", "checks", "pipe", "newer-version", "self-test")
WINDOW = """\
crossquote [FILE ...]          open the window, with these articles
crossquote COMMAND ...         one of the commands below, without a window"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="crossquote", usage=WINDOW, description="Checks whether a quotation survived its journey. Offline."
    )
    parser.add_argument("--version", action="version", version=f"crossquote {version('crossquote')}")
    found = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="crossquote")
    compare = _with_files(found.add_parser("compare", help="compare the quotes of articles"))
    compare.add_argument("--json", action="store_true", help="print one JSON object for the whole set")
    compare.add_argument("--html", type=Path, metavar="FILE", help="write a self-contained report")
    severities = [severity.value for severity in Severity]
    compare.add_argument("--fail-on", choices=severities, help="exit with 1 where a finding is this severe or worse")
    compare.add_argument(
        "--read-in", default=READING_LANGUAGE, metavar="CODE", help="the language to compare in (default: en)"
    )
    compare.add_argument("--tmx", type=Path, metavar="FILE", help="take the translations of a memory as your own")
    compare.add_argument("--save", type=Path, metavar="FILE", help="make a project (.crossquote) of it")
    compare.add_argument(
        "--without",
        type=commands.checks_named,
        default=frozenset(),
        metavar="CHECK[,CHECK]",
        help="leave checks out ('crossquote checks' lists them)",
    )
    compare.set_defaults(run=commands.compare)
    quotes = _with_files(found.add_parser("quotes", help="list the quotes of articles"))
    quotes.add_argument("--json", action="store_true", help="print one JSON object an article")
    quotes.set_defaults(run=commands.quotes)
    detect = _with_files(found.add_parser("detect", help="tell the language of articles"))
    detect.add_argument("--json", action="store_true", help="print one JSON object an article")
    detect.set_defaults(run=commands.detect)
    review = found.add_parser("review", help="print what a project holds, with the decisions made")
    review.add_argument("project", type=Path, metavar="PROJECT")
    review.add_argument("--json", action="store_true", help="print one JSON object")
    review.add_argument("--html", type=Path, metavar="FILE", help="write a report with the decisions and the log")
    review.set_defaults(run=commands.review)
    packages.add_parser(found)
    checks = found.add_parser("checks", help="list the checks, with what each looks for")
    checks.add_argument("--json", action="store_true", help="print one JSON object a check")
    checks.set_defaults(run=commands.checks)
    step = found.add_parser("pipe", help="run one step as a JSON-lines filter")
    step.add_argument("step", choices=pipe.STEPS)
    step.set_defaults(run=commands.pipe_step)
    newer = found.add_parser("newer-version", help="ask whether there is a newer version (needs a network)")
    newer.set_defaults(run=commands.newer_version)
    test = found.add_parser("self-test", help="let the program test itself on this machine")
    test.add_argument("--offline", action="store_true", help="leave the window out")
    test.set_defaults(run=commands.self_test, window_checks=None)
    return parser


def _with_files(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--encoding", help="the encoding of files that are not UTF-8 (windows-1251, ...)")
    return parser


def wants_window(argv: Sequence[str]) -> bool:
    """Tell whether `argv` asks for the window: neither a command nor an option stands first."""
    return not argv or not (argv[0] in COMMANDS or argv[0].startswith("-"))


def run(argv: Sequence[str], window_checks: Callable[[], WindowChecks] | None = None) -> int:
    """Run the command line `argv` and return its exit status; errors are for people, on standard error.

    `window_checks` gives the self-test what there is to check of the window, which it loads when it watches.
    """
    arguments = _parser().parse_args(argv)
    if arguments.command == "self-test" and not arguments.offline:
        arguments.window_checks = window_checks
    try:
        status: int = arguments.run(arguments)
    except UserError as error:
        sys.stderr.write(visible(f"crossquote: {tell_error(error)}\n"))
        return commands.BAD_INPUT
    except KeyboardInterrupt:
        sys.stderr.write("crossquote: stopped\n")
        return INTERRUPTED
    except BrokenPipeError:
        print_nowhere()
        return 0
    return status
