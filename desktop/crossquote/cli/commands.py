"""The commands: the one table of them; what may follow one, and what does it, are loaded when it is asked for.

The window comes by here: that no command is asked for is known before anything is loaded.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, NamedTuple

from crossquote.loading import loading

if TYPE_CHECKING:
    import argparse


class Command(NamedTuple):
    """What can be asked for by `name`: `options` has what says what may follow it, `function` of `module` does it."""

    name: str
    options: str
    module: str
    function: str = "run"
    by_lexicons: bool = False
    """Whether it reads texts, or tells of what does: what is wrong with lexicons is told then, of all commands here."""

    def add_options(self, parser: "argparse.ArgumentParser") -> None:
        """Add what may follow it."""
        getattr(import_module("crossquote.cli.options"), self.options)(parser)

    def run(self, arguments: "argparse.Namespace") -> int:
        """Do it and return the exit status; what it takes is loaded only now."""
        status: int = getattr(self.load(), self.function)(arguments)
        if self.by_lexicons:
            from crossquote.cli.status import complain_of_all  # noqa: PLC0415 - the window does without
            from crossquote.language.together import language_troubles  # noqa: PLC0415 - not all commands need any

            complain_of_all(language_troubles())
        return status

    def load(self) -> ModuleType:
        """Return the module that does it, with all that it takes."""
        with loading():
            return import_module(f"crossquote.cli.{self.module}")


COMMANDS: Mapping[str, Command] = MappingProxyType({
    command.name: command
    for command in (
        Command("compare", "add_compare", "reports", "compare", by_lexicons=True),
        Command("report", "add_report", "reports", "report", by_lexicons=True),
        Command("pack", "add_pack", "packs", "run_pack"),
        Command("verify", "add_verify", "packs", "run_verify"),
        Command("quotes", "add_articles", "listing", "quotes", by_lexicons=True),
        Command("detect", "add_articles", "listing", "detect", by_lexicons=True),
        Command("review", "add_review", "reports", "review"),
        Command("packages", "add_packages", "packages"),
        Command("checks", "add_checks", "checks", by_lexicons=True),
        Command("languages", "add_languages", "languages"),
        Command("archive", "add_archive", "archive", by_lexicons=True),
        Command("pipe", "add_pipe", "pipe", by_lexicons=True),
        Command("fetch", "add_fetch", "fetching"),
        Command("newer-version", "add_nothing", "newer_version"),
        Command("self-test", "add_self_test", "self_test"),
        Command("measure-packages", "add_measuring", "measuring"),
    )
})  # fmt: skip


def wants_window(argv: Sequence[str]) -> bool:
    """Tell whether `argv` asks for the window: neither a command nor an option stands first."""
    return not argv or not (argv[0] in COMMANDS or argv[0].startswith("-"))
