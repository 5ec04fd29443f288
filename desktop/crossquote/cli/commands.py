"""The commands: the one table of them, each with its options and what does it, which is loaded when it is asked for."""

import argparse
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import NamedTuple

from crossquote.cli import options
from crossquote.cli.status import complain_of_all
from crossquote.loading import loading


class Command(NamedTuple):
    """What can be asked for by `name`: `add_options` says what may follow it, `function` of `module` does it."""

    name: str
    add_options: Callable[[argparse.ArgumentParser], None]
    module: str
    function: str = "run"
    by_lexicons: bool = False
    """Whether it reads texts, or tells of what does: what is wrong with lexicons is told then, of all commands here."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit status; what it takes is loaded only now."""
        status: int = getattr(self.load(), self.function)(arguments)
        if self.by_lexicons:
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
        Command("compare", options.add_compare, "reports", "compare", by_lexicons=True),
        Command("report", options.add_report, "reports", "report", by_lexicons=True),
        Command("pack", options.add_pack, "packs", "run_pack"),
        Command("verify", options.add_verify, "packs", "run_verify"),
        Command("quotes", options.add_articles, "listing", "quotes", by_lexicons=True),
        Command("detect", options.add_articles, "listing", "detect", by_lexicons=True),
        Command("review", options.add_review, "reports", "review"),
        Command("packages", options.add_packages, "packages"),
        Command("checks", options.add_checks, "checks", by_lexicons=True),
        Command("languages", options.add_languages, "languages"),
        Command("archive", options.add_archive, "archive", by_lexicons=True),
        Command("pipe", options.add_pipe, "pipe", by_lexicons=True),
        Command("fetch", options.add_fetch, "fetching"),
        Command("newer-version", options.add_nothing, "newer_version"),
        Command("self-test", options.add_self_test, "self_test"),
        Command("measure-packages", options.add_measuring, "measuring"),
    )
})  # fmt: skip
