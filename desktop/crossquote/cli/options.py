"""The options of each command: what follows its name. What they are checked against is loaded when they are given."""

import argparse
import os
from importlib import import_module
from pathlib import Path
from typing import Any

from crossquote.cli.paths_named import Paths, path_named
from crossquote.cli.terminal import print_line
from crossquote.cli.voice import VOICE, help_of
from crossquote.export.choice import Extent, Extra, Paper
from crossquote.files import leads_to_folder
from crossquote.model.finding import Severity
from crossquote.resources import resource

_DIGITS = 9
_PACKAGE_ACTIONS = (("remove", "+"), ("verify", "*"), ("allow", "+"), ("forbid", "+"))
"""What can be done with packages that are there, and how many may be named."""


class _Schema(argparse.Action):
    """Prints what JSON reports keep to."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        print_line(resource("report", "report.schema.json").read_text(encoding="utf-8").rstrip())
        parser.exit()


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Add files, how they are compared, and how that is shown."""
    _add_files(parser)
    _add_choices(parser)
    parser.add_argument("--json", action="store_true", help=help_of("json_set"))
    parser.add_argument("--html", type=path_named, metavar="FILE", help=help_of("html"))
    parser.add_argument("--force", action="store_true", help=help_of("force"))
    severities = [severity.value for severity in Severity]
    parser.add_argument("--fail-on", choices=severities, help=help_of("fail_on"))
    parser.add_argument("--save", type=path_named, metavar="FILE", help=help_of("save"))


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add files or a project, and what goes into the report on them."""
    _add_files(parser, help_of("report_files"))
    _add_choices(parser)
    parser.add_argument("-o", "--output", type=report_path, metavar="FILE", required=True, help=help_of("output"))
    parser.add_argument("--schema", action=_Schema, nargs=0, help=help_of("schema"))
    parser.add_argument("--title", default="", help=help_of("title"))
    parser.add_argument("--force", action="store_true", help=help_of("force"))
    parser.add_argument("--reviewer", metavar="NAME", help=help_of("reviewer"))
    parser.add_argument("--paper", choices=[one.value for one in Paper], help=help_of("paper"))
    severities = [one.value for one in Severity]
    parser.add_argument("--only", default=Extent.ALL.value, metavar="WHICH", help=help_of("only"))
    parser.add_argument("--least", choices=severities, default=Severity.NEUTRAL.value, help=help_of("least"))
    parts = [part.value for part in Extra]
    parser.add_argument("--leave-out", choices=parts, action="append", default=[], help=help_of("leave_out"))


def add_pack(parser: argparse.ArgumentParser) -> None:
    """Add what an evidence pack is made of, and where it goes."""
    parser.add_argument("project", type=path_named, metavar="PROJECT")
    parser.add_argument("-o", "--output", type=path_named, metavar="FILE", required=True, help=help_of("pack_output"))


def add_verify(parser: argparse.ArgumentParser) -> None:
    """Add what is verified, and against what."""
    parser.add_argument("pack", type=path_named, metavar="PACK|REPORT")
    parser.add_argument("--project", type=path_named, metavar="PROJECT", help=help_of("verify_project"))
    parser.add_argument("--json", action="store_true", help=help_of("json"))


def add_articles(parser: argparse.ArgumentParser) -> None:
    """Add files that are looked at one by one."""
    _add_files(parser)
    parser.add_argument("--json", action="store_true", help=help_of("json_each"))


def add_review(parser: argparse.ArgumentParser) -> None:
    """Add a project, and how it is shown."""
    parser.add_argument("project", type=path_named, metavar="PROJECT")
    parser.add_argument("--json", action="store_true", help=help_of("json"))
    parser.add_argument("--html", type=path_named, metavar="FILE", help=help_of("review_html"))
    parser.add_argument("--force", action="store_true", help=help_of("force"))


def add_packages(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with language packages."""
    found = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = _add_action(found, "list")
    listing.add_argument("--licence", action="store_true", help=help_of("packages.licence"))
    install = _add_action(found, "install")
    install.add_argument("sources", type=path_named, nargs="+", action=Paths, metavar="PATH")
    for name, number in _PACKAGE_ACTIONS:
        _add_action(found, name).add_argument("names", nargs=number, metavar="PACKAGE", help=help_of("packages.names"))
    available = _add_action(found, "available")
    available.add_argument("--fetch", action="store_true", help=help_of("packages.fetch"))
    download = _add_action(found, "download")
    download.add_argument("names", nargs="+", metavar="PAIR", help=help_of("packages.pair"))
    for action in (available, download):
        action.add_argument("--index", metavar="URL", help=help_of("packages.index"))


def add_archive(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with an archive of many articles."""
    found = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    adding = _add_archive_action(found, "add")
    _add_folders(adding)
    adding.add_argument("--scheduler", metavar="ADDRESS", help=help_of("archive.scheduler"))
    tracing = _add_archive_action(found, "trace")
    tracing.add_argument("target", metavar="WORDS|PROJECT#ID|FILE", help=help_of("archive.target"))
    tracing.add_argument("--language", type=language_named, metavar="CODE", help=help_of("archive.language"))
    tracing.add_argument("--speaker", metavar="NAME", help=help_of("archive.speaker"))
    tracing.add_argument("--without-packages", action="store_true", help=help_of("archive.without_packages"))
    utterances = _add_archive_action(found, "utterances")
    utterances.add_argument("--most", choices=["quoted", "changed"], default="quoted", help=help_of("archive.most"))
    utterances.add_argument("--count", type=positive, default=20, metavar="NUMBER", help=help_of("archive.count"))
    watching = _add_archive_action(found, "watch")
    _add_folders(watching)
    watching.add_argument(
        "--follow", action="append", default=[], metavar="WORDS|PROJECT#ID|FILE", help=help_of("archive.follow")
    )
    watching.add_argument("--seconds", type=positive, default=60, metavar="NUMBER", help=help_of("archive.seconds"))
    watching.add_argument("--once", action="store_true", help=help_of("archive.once"))
    _add_archive_action(found, "troubles")


def add_checks(parser: argparse.ArgumentParser) -> None:
    """Add how checks are listed."""
    parser.add_argument("--json", action="store_true", help=help_of("json_check"))


def add_languages(parser: argparse.ArgumentParser) -> None:
    """Add how languages are listed, or which lexicons are looked through for mistakes."""
    parser.add_argument("--json", action="store_true", help=help_of("json_language"))
    parser.add_argument("--markdown", action="store_true", help=help_of("markdown"))
    parser.add_argument(
        "--check", type=path_named, nargs="*", action=Paths, metavar="FILE", help=help_of("check_languages")
    )


def add_pipe(parser: argparse.ArgumentParser) -> None:
    """Add the step that is run as a filter."""
    parser.add_argument("step", choices=import_module("crossquote.cli.pipe").STEPS)


def add_fetch(parser: argparse.ArgumentParser) -> None:
    """Add which page is fetched, and where it goes."""
    parser.add_argument("address", metavar="ADDRESS", help=help_of("fetch_address"))
    parser.add_argument("-o", "--output", type=path_named, metavar="FILE", required=True, help=help_of("fetch_output"))
    parser.add_argument("--force", action="store_true", help=help_of("force"))


def add_nothing(_: argparse.ArgumentParser) -> None:
    """Add nothing: it is asked for by its name alone."""


def add_measuring(parser: argparse.ArgumentParser) -> None:
    """Add which packages are measured."""
    parser.add_argument("names", nargs="*", metavar="PACKAGE", help=help_of("packages.names"))
    parser.add_argument("--json", action="store_true", help=help_of("json_package"))


def add_self_test(parser: argparse.ArgumentParser) -> None:
    """Add whether the window is left out."""
    parser.add_argument("--offline", action="store_true", help=help_of("offline"))


def _add_files(parser: argparse.ArgumentParser, about: str | None = None) -> None:
    parser.add_argument("files", type=path_named, nargs="+", action=Paths, metavar="FILE", help=about)
    parser.add_argument("--encoding", help=help_of("encoding"))


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Add how files are compared."""
    parser.add_argument("--read-in", type=reading_language_named, metavar="CODE", help=help_of("read_in"))
    parser.add_argument("--tmx", type=path_named, metavar="FILE", help=help_of("tmx"))
    parser.add_argument(
        "--without", type=checks_named, default=frozenset(), metavar="CHECK[,CHECK]", help=help_of("without")
    )


def _add_action(found: Any, name: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=help_of(f"packages.{name}"))
    parser.add_argument("--json", action="store_true", help=help_of("json"))
    return parser


def _add_archive_action(found: Any, name: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=help_of(f"archive.{name}"))
    parser.add_argument("--archive", type=path_named, metavar="DIR", required=True, help=help_of("archive.folder"))
    parser.add_argument("--json", action="store_true", help=help_of("json"))
    return parser


def _add_folders(parser: argparse.ArgumentParser) -> None:
    """Add what goes into an archive, and how many processes take it in."""
    parser.add_argument(
        "folders", type=path_named, nargs="+", action=Paths, metavar="FOLDER", help=help_of("archive.folders")
    )
    parser.add_argument("--workers", type=positive, metavar="NUMBER", help=help_of("archive.workers"))


def positive(text: str) -> int:
    """Return the whole number that is given; one below 1, or of more than nine digits, is a usage error."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _DIGITS and int(text) > 0):
        raise argparse.ArgumentTypeError(VOICE("terminal.usage.no_number", given=text))
    return int(text)


def checks_named(text: str) -> frozenset[str]:
    """Return the ids of checks in a list with commas; one that there is not is a usage error."""
    from crossquote.comparison.table import known_checks  # noqa: PLC0415 - loads all checks

    names = frozenset(name.strip() for name in text.split(",") if name.strip())
    unknown = sorted(names - known_checks().keys())
    if unknown:
        raise argparse.ArgumentTypeError(VOICE("terminal.usage.no_check", checks=tuple(unknown)))
    return names


def language_named(text: str) -> str:
    """Return the code of a language that is named by it, or as the web does ("pt-BR")."""
    from crossquote.language.tags import code_of  # noqa: PLC0415 - loads lexicons

    return code_of(text)


def reading_language_named(text: str) -> str:
    """Return the code of a language that can be compared in; any other is a usage error."""
    from crossquote.language.together import readable_languages  # noqa: PLC0415 - as above

    code = language_named(text)
    if code not in readable_languages():
        told = VOICE("terminal.usage.no_language", given=text, languages=readable_languages())
        raise argparse.ArgumentTypeError(told)
    return code


def report_path(text: str) -> Path:
    """Return the path of a report; a folder, or one whose ending is of no format, is a usage error."""
    from crossquote.export.exporter import format_of, known_formats  # noqa: PLC0415 - only what asks for a report

    path = path_named(text)
    if leads_to_folder(path) or text.endswith(("/", os.sep)):
        raise argparse.ArgumentTypeError(VOICE("terminal.usage.folder", folder=text))
    if format_of(path) is None:
        raise argparse.ArgumentTypeError(
            VOICE("terminal.usage.no_format", file=path.name, endings=tuple(known_formats()))
        )
    return path
