"""A parser whose own words are the catalogue's: the heads of its help, and what stands before a usage and an error."""

import argparse
import sys
from collections.abc import Iterable
from typing import NoReturn

from crossquote.cli.status import USAGE
from crossquote.cli.voice import VOICE, help_of


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

    def error(self, message: str) -> NoReturn:
        """Say on standard error how it is used and what was wrong."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{VOICE('terminal.usage.error', program=self.prog, message=message)}\n")
