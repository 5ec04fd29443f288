"""The command line: what can be asked, and the exit status that answers.

0 is fine, 1 findings of the severity asked for or a newer version, 2 a usage error, 3 input that could not be read or
an answer that could not be had.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from crossquote.cli import commands, packages, pipe
from crossquote.cli.parser import Parser
from crossquote.cli.paths_named import Paths
from crossquote.cli.spoken import speaking
from crossquote.cli.status import BAD_INPUT, FINE, INTERRUPTED, UsageError, complain
from crossquote.cli.terminal import print_line, print_nowhere, write_utf8
from crossquote.cli.voice import VOICE, help_of
from crossquote.errors import UserError
from crossquote.export.choice import Extent, Extra
from crossquote.message import Message
from crossquote.model.finding import Severity
from crossquote.resources import resource
from crossquote.version import this_version

WindowChecks = tuple[tuple[str, Callable[[], Message]], ...]
COMMANDS = (
    "compare", "report", "pack", "verify", "quotes", "detect", "review", "packages", "checks", "languages", "pipe",
    "fetch", "newer-version", "self-test", "measure-packages",
)  # fmt: skip


class _Version(argparse.Action):
    """Prints the version, which is found out only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        print_line(f"crossquote {this_version()}")
        parser.exit()


class _Schema(argparse.Action):
    """Prints what JSON reports keep to."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        print_line(resource("report", "report.schema.json").read_text(encoding="utf-8").rstrip())
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    usage = f"{VOICE('terminal.usage.window')}\n{VOICE('terminal.usage.command')}"
    parser = Parser("crossquote", usage, VOICE("terminal.about"))
    parser.add_argument("--version", action=_Version, nargs=0, help=help_of("version"))
    found = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="crossquote")
    _add_compare(_command(found, "compare"))
    _add_report(_command(found, "report"))
    _add_packs(_command(found, "pack"), _command(found, "verify"))
    for name, run in (("quotes", commands.quotes), ("detect", commands.detect)):
        _add_files(reading := _command(found, name))
        reading.add_argument("--json", action="store_true", help=help_of("json_each"))
        reading.set_defaults(run=run)
    _add_review(_command(found, "review"))
    packages.add_parser(found)
    checks = _command(found, "checks")
    checks.add_argument("--json", action="store_true", help=help_of("json_check"))
    checks.set_defaults(run=commands.checks)
    _add_languages(_command(found, "languages"))
    step = _command(found, "pipe")
    step.add_argument("step", choices=pipe.STEPS)
    step.set_defaults(run=commands.pipe_step)
    fetching = _command(found, "fetch")
    fetching.add_argument("address", metavar="ADDRESS", help=help_of("fetch_address"))
    fetching.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help=help_of("fetch_output"))
    fetching.set_defaults(run=_run_fetching)
    _command(found, "newer-version").set_defaults(run=commands.newer_version)
    measuring = _command(found, "measure-packages")
    measuring.add_argument("names", nargs="*", metavar="PACKAGE", help=help_of("packages.names"))
    measuring.add_argument("--json", action="store_true", help=help_of("json_package"))
    measuring.set_defaults(run=_run_measuring)
    test = _command(found, "self-test")
    test.add_argument("--offline", action="store_true", help=help_of("offline"))
    test.set_defaults(run=commands.self_test)
    return parser


def _add_review(review: argparse.ArgumentParser) -> None:
    review.add_argument("project", type=Path, metavar="PROJECT")
    review.add_argument("--json", action="store_true", help=help_of("json"))
    review.add_argument("--html", type=Path, metavar="FILE", help=help_of("review_html"))
    review.set_defaults(run=partial(_run_report, "review"))


def _add_languages(languages: argparse.ArgumentParser) -> None:
    languages.add_argument("--json", action="store_true", help=help_of("json_language"))
    languages.add_argument("--markdown", action="store_true", help=help_of("markdown"))
    languages.add_argument(
        "--check", type=Path, nargs="*", action=Paths, metavar="FILE", help=help_of("check_languages")
    )
    languages.set_defaults(run=_run_languages)


def _run_languages(arguments: argparse.Namespace) -> int:
    """List the languages; what it takes is loaded only now."""
    status: int = import_module("crossquote.cli.languages").run(arguments)
    return status


def _run_fetching(arguments: argparse.Namespace) -> int:
    """Fetch a page; the network's modules are loaded only now."""
    status: int = import_module("crossquote.cli.fetching").run(arguments)
    return status


def _run_measuring(arguments: argparse.Namespace) -> int:
    """Measure language packages; what it takes is loaded only now."""
    status: int = import_module("crossquote.cli.measuring").run(arguments)
    return status


def _command(found: "argparse._SubParsersAction[Parser]", name: str) -> argparse.ArgumentParser:
    parser = found.add_parser(name, help=help_of(name.replace("-", "_")))
    parser.set_defaults(parser=parser)
    return parser


def _add_compare(parser: argparse.ArgumentParser) -> None:
    _add_files(parser)
    _add_choices(parser)
    parser.add_argument("--json", action="store_true", help=help_of("json_set"))
    parser.add_argument("--html", type=Path, metavar="FILE", help=help_of("html"))
    severities = [severity.value for severity in Severity]
    parser.add_argument("--fail-on", choices=severities, help=help_of("fail_on"))
    parser.add_argument("--save", type=Path, metavar="FILE", help=help_of("save"))
    parser.set_defaults(run=partial(_run_report, "compare"))


def _add_report(parser: argparse.ArgumentParser) -> None:
    _add_files(parser, help_of("report_files"))
    _add_choices(parser)
    parser.add_argument(
        "-o", "--output", type=commands.report_path, metavar="FILE", required=True, help=help_of("output")
    )
    parser.add_argument("--schema", action=_Schema, nargs=0, help=help_of("schema"))
    parser.add_argument("--title", default="", help=help_of("title"))
    parser.add_argument("--reviewer", default="", metavar="NAME", help=help_of("reviewer"))
    severities = [one.value for one in Severity]
    parser.add_argument("--only", default=Extent.ALL.value, metavar="WHICH", help=help_of("only"))
    parser.add_argument("--least", choices=severities, default=Severity.NEUTRAL.value, help=help_of("least"))
    parts = [part.value for part in Extra]
    parser.add_argument("--leave-out", choices=parts, action="append", default=[], help=help_of("leave_out"))
    parser.set_defaults(run=partial(_run_report, "report"))


def _add_packs(pack: argparse.ArgumentParser, verify: argparse.ArgumentParser) -> None:
    pack.add_argument("project", type=Path, metavar="PROJECT")
    pack.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help=help_of("pack_output"))
    pack.set_defaults(run=partial(_run_pack, "run_pack"))
    verify.add_argument("pack", type=Path, metavar="PACK|REPORT")
    verify.add_argument("--project", type=Path, metavar="PROJECT", help=help_of("verify_project"))
    verify.add_argument("--json", action="store_true", help=help_of("json"))
    verify.set_defaults(run=partial(_run_pack, "run_verify"))


def _run_pack(name: str, arguments: argparse.Namespace) -> int:
    """Run a command on evidence packs; what it needs is loaded only now."""
    status: int = getattr(import_module("crossquote.cli.packs"), name)(arguments)
    return status


def _add_files(parser: argparse.ArgumentParser, about: str | None = None) -> None:
    parser.add_argument("files", type=Path, nargs="+", action=Paths, metavar="FILE", help=about)
    parser.add_argument("--encoding", help=help_of("encoding"))


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Add how files are compared."""
    parser.add_argument("--read-in", metavar="CODE", help=help_of("read_in"))
    parser.add_argument("--tmx", type=Path, metavar="FILE", help=help_of("tmx"))
    parser.add_argument(
        "--without", type=commands.checks_named, default=frozenset(), metavar="CHECK[,CHECK]", help=help_of("without")
    )


def _run_report(name: str, arguments: argparse.Namespace) -> int:
    """Run a command whose answer is a report; what it needs is loaded only now."""
    status: int = import_module("crossquote.cli.reports").COMMANDS[name](arguments)
    return status


def wants_window(argv: Sequence[str]) -> bool:
    """Tell whether `argv` asks for the window: neither a command nor an option stands first."""
    return not argv or not (argv[0] in COMMANDS or argv[0].startswith("-"))


def run(argv: Sequence[str], window_checks: Callable[[], WindowChecks] | None = None, wrong: Sequence[str] = ()) -> int:
    """Run the command line `argv` and return its exit status; errors are for people, on standard error.

    `window_checks` gives the self-test what there is to check of the window, which it loads when it watches; `wrong` is
    what went wrong before it could watch.
    """
    write_utf8()
    with speaking():
        arguments = _parser().parse_args(argv)
        if arguments.command == "self-test":
            arguments.wrong = wrong
            arguments.window_checks = None if arguments.offline else window_checks
        return _answer(arguments)


def _answer(arguments: argparse.Namespace) -> int:
    try:
        status: int = arguments.run(arguments)
    except UsageError as error:
        arguments.parser.error(str(error))
    except UserError as error:
        complain(error)
        return BAD_INPUT
    except KeyboardInterrupt:
        sys.stderr.write(f"crossquote: {VOICE('terminal.stopped')}\n")
        return INTERRUPTED
    except BrokenPipeError:
        print_nowhere()
        return FINE
    return status
