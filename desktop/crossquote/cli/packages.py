"""`crossquote packages`: what can be asked of the language packages on this machine."""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from crossquote.cli.parser import Parser
from crossquote.cli.paths_named import Paths
from crossquote.cli.voice import help_of

_BY_NAME = (("remove", "+"), ("verify", "*"), ("allow", "+"), ("forbid", "+"))


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command `packages` and what it can do."""
    parser = commands.add_parser("packages", help=help_of("packages"))
    parser.set_defaults(parser=parser)
    found = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = _action(found, "list")
    listing.add_argument("--licence", action="store_true", help=help_of("packages.licence"))
    install = _action(found, "install")
    install.add_argument("sources", type=Path, nargs="+", action=Paths, metavar="PATH")
    for name, number in _BY_NAME:
        _action(found, name).add_argument("names", nargs=number, metavar="PACKAGE", help=help_of("packages.names"))
    available = _action(found, "available")
    available.add_argument("--fetch", action="store_true", help=help_of("packages.fetch"))
    download = _action(found, "download")
    download.add_argument("names", nargs="+", metavar="PAIR", help=help_of("packages.pair"))
    for action in (available, download):
        action.add_argument("--index", metavar="URL", help=help_of("packages.index"))


def _action(found: Any, name: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=help_of(f"packages.{name}"))
    parser.add_argument("--json", action="store_true", help=help_of("json"))
    parser.set_defaults(run=_run)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    """Run the action asked for; what it needs is loaded only now."""
    actions = import_module("crossquote.cli.package_actions").ACTIONS
    status: int = actions[arguments.action](arguments)
    return status
