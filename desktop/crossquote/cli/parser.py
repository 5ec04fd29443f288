"""A parser whose own words are the catalogue's: the heads of its help, a usage's and an error's, and what is wrong."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from crossquote.cli.status import USAGE
from crossquote.cli.terminal import print_line
from crossquote.cli.voice import VOICE, help_of
from crossquote.wording.joining import Joint

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_ABOUT = re.compile(r"argument ([^:]+): (.+)", re.DOTALL)
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)", re.DOTALL), "terminal.usage.lacking"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)", re.DOTALL), "terminal.usage.unknown"),
    (
        re.compile(
            r"invalid choice: (?P<given>.+?)(?:, maybe you meant .+\?)? \(choose from (?P<choices>.+)\)", re.DOTALL
        ),
        "terminal.usage.choice",
    ),
    (re.compile(r"ambiguous option: (?P<given>.+) could match (?P<matches>.+)", re.DOTALL), "terminal.usage.ambiguous"),
    (re.compile(r"ignored explicit argument (?P<given>.+)", re.DOTALL), "terminal.usage.no_value"),
    (re.compile(r"expected (?:one|at least one) argument"), "terminal.usage.valueless"),
)
"""What `argparse` says of a wrong line, and as what it is told: it has English alone, and neither codes nor kinds of
error."""


class Formatter(argparse.HelpFormatter):
    """Says that a usage is one in the language of the command line."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: "Iterable[argparse._MutuallyExclusiveGroup]",
        prefix: str | None = None,
    ) -> None:
        """Add the usage behind its own word for it."""
        word = f"{VOICE('terminal.usage.word')} "
        super().add_usage(usage, actions, groups, word if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Reads what is asked of one command; the parsers of commands below it are of this kind, too."""

    def __init__(self, prog: str, usage: str | None = None, description: str | None = None) -> None:
        super().__init__(prog, usage, description, formatter_class=Formatter, add_help=False)
        self._positionals.title, self._optionals.title = help_of("arguments"), help_of("options")
        self.add_argument("-h", "--help", action="help", help=help_of("help"))

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Write the help: to standard output as any command writes there, where `argparse` hides that it can't."""
        if file is None:
            print_line(self.format_help().rstrip("\n"))
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Say on standard error how it is used and what was wrong."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{VOICE('terminal.usage.error', program=self.prog, message=_told(message))}\n")


def _told(wrong: str) -> str:
    """Return what is wrong in the catalogue's words; what is in them already, or is not known, as it is."""
    if about := _ABOUT.fullmatch(wrong):
        return VOICE.joined((about[1], _told(about[2])), Joint.ABOUT)
    told = ((pattern.fullmatch(wrong), code) for pattern, code in _COMPLAINTS)
    return next((VOICE(code, **match.groupdict()) for match, code in told if match), wrong)
