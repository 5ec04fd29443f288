"""`crossquote checks`: the checks, with what the help says of each."""

import argparse

from msgspec import to_builtins

from crossquote.cli.spoken import interface_language
from crossquote.cli.status import FINE
from crossquote.cli.terminal import print_line
from crossquote.cli.voice import VOICE
from crossquote.export.rows import to_json
from crossquote.model.signs import severity_name
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.joining import Joint
from crossquote.work.checks import CheckSummary, list_checks


def run(arguments: argparse.Namespace) -> int:
    """List the checks with what the help says of each."""
    for check in list_checks(SOURCE if arguments.json else interface_language()):
        print_line(to_json(to_builtins(check)) if arguments.json else _check_lines(check))
    return FINE


def _check_lines(check: CheckSummary) -> str:
    name = check.id if check.on else VOICE("terminal.check_off", name=check.id)
    severities = tuple(severity_name(severity) for severity in check.severity)
    reach = "terminal.check_reach" if check.languages else "terminal.check_everywhere"
    told = VOICE(reach, severities=severities, languages=" ".join(check.languages))
    return f"{VOICE.joined((name, check.summary), Joint.ABOUT)}\n    {told}"
