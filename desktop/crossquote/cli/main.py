"""The command line: what can be asked, and the exit status that answers.

0 is fine, 1 findings of the severity asked for or a newer version, 2 a usage error, 3 input that could not be read,
output that could not be written, or an answer that could not be had.
"""

import argparse
import logging
from collections.abc import Callable, Sequence

from crossquote.cli.commands import COMMANDS
from crossquote.cli.parser import Parser
from crossquote.cli.spoken import speaking
from crossquote.cli.status import BAD_INPUT, FINE, INTERRUPTED, UsageError, complain, complain_of_own
from crossquote.cli.terminal import print_line, print_nowhere, write_utf8
from crossquote.cli.voice import VOICE, help_of
from crossquote.errors import UserError
from crossquote.message import Message
from crossquote.streams import write_aside
from crossquote.version import this_version
from crossquote.work.settings import unread_settings

_UNSAID = logging.NullHandler()
"""Takes what the program would note of itself: it is no line for whoever reads standard error, and no log is kept."""
WindowChecks = tuple[tuple[str, Callable[[], Message]], ...]


class _Version(argparse.Action):
    """Prints the version, which is found out only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        print_line(f"crossquote {this_version()}")
        parser.exit()


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """Return what reads `argv`: every command by its name, that which is asked for with its options."""
    usage = f"{VOICE('terminal.usage.window')}\n{VOICE('terminal.usage.command')}"
    parser = Parser("crossquote", usage, VOICE("terminal.about"))
    parser.add_argument("--version", action=_Version, nargs=0, help=help_of("version"))
    found = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="crossquote")
    for name, command in COMMANDS.items():
        its = found.add_parser(name, help=help_of(name.replace("-", "_")))
        its.set_defaults(parser=its, run=command.run)
        if name in argv:
            command.add_options(its)
    return parser


def run(argv: Sequence[str], window_checks: Callable[[], WindowChecks] | None = None, wrong: Sequence[str] = ()) -> int:
    """Run the command line `argv` and return its exit status; errors are for people, on standard error.

    `window_checks` gives the self-test what there is to check of the window, which it loads when it watches; `wrong` is
    what went wrong before it could watch.
    """
    write_utf8()
    logging.getLogger("crossquote").addHandler(_UNSAID)
    with speaking():
        try:
            arguments = _parser(argv).parse_args(argv)
            if arguments.command == "self-test":
                arguments.wrong = wrong
                arguments.window_checks = None if arguments.offline else window_checks
            return _answer(arguments)
        except UserError as error:
            complain(error)
            return BAD_INPUT


def _answer(arguments: argparse.Namespace) -> int:
    complain_of_own([unread_settings])
    try:
        status: int = arguments.run(arguments)
    except UsageError as error:
        arguments.parser.error(str(error))
    except KeyboardInterrupt:
        write_aside(f"crossquote: {VOICE('terminal.stopped')}\n")
        return INTERRUPTED
    except BrokenPipeError:
        print_nowhere()
        return FINE
    return status
