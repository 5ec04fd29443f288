"""`crossquote packages`: what can be asked of the language packages on this machine."""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

_NAMES = "uk-en, translate-uk_en, or a folder"
_BY_NAME = (
    ("remove", "remove from this machine", "+"),
    ("verify", "see whether packages are whole, load, and translate (all of them where none is named)", "*"),
    ("allow", "let sample packages translate your own articles", "+"),
    ("forbid", "keep sample packages to the sample stories", "+"),
)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `packages` and what it can do."""
    parser = commands.add_parser("packages", help="list, install, verify, remove and fetch language packages")
    found = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = _action(found, "list", "what is on this machine")
    listing.add_argument("--licence", action="store_true", help="with what each says of its licence")
    install = _action(found, "install", "install from .argosmodel files, folders, or a stick")
    install.add_argument("sources", type=Path, nargs="+", metavar="PATH")
    for name, text, number in _BY_NAME:
        _action(found, name, text).add_argument("names", nargs=number, metavar="PACKAGE", help=_NAMES)
    available = _action(found, "available", "what Argos offers, from the kept index")
    available.add_argument("--fetch", action="store_true", help="fetch the index first (needs a network)")
    download = _action(found, "download", "fetch and install packages (needs a network)")
    download.add_argument("names", nargs="+", metavar="PAIR", help="uk-en")
    for action in (available, download):
        action.add_argument("--index", metavar="URL", help="another index of packages than Argos's own")


def _action(found: Any, name: str, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=text)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=_run)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    """Run the action asked for; what it needs is loaded only now."""
    actions = import_module("crossquote.cli.package_actions").ACTIONS
    status: int = actions[arguments.action](arguments)
    return status
