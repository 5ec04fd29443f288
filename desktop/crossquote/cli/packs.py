"""Evidence packs on the command line: writing one of a project, and verifying one, part by part."""

import argparse
from pathlib import Path

from crossquote.cli.spoken import interface_language
from crossquote.cli.status import FINE, FOUND, UsageError
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.voice import VOICE, say
from crossquote.export.exporter import known_formats
from crossquote.export.rows import message_row, to_json
from crossquote.files import leads_to_same
from crossquote.progress import Work
from crossquote.text.visible import visible
from crossquote.wording import tell
from crossquote.wording.joining import Joint
from crossquote.work.pack.verify import verify_pack
from crossquote.work.pack.write import write_pack
from crossquote.work.projects import read_project
from crossquote.work.verification import Verification, Verified
from crossquote.work.verify_report import verify_report_file

_SIGNS = {True: "✓", False: "✗", None: "?"}


def run_pack(arguments: argparse.Namespace) -> int:
    """Write an evidence pack of a project, and print the SHA-256 of its manifest."""
    project, output = arguments.project, arguments.output
    if output.suffix.lower() != ".zip":
        raise UsageError(VOICE("terminal.usage.no_pack", file=output.name))
    if leads_to_same(output, project):
        raise UsageError(VOICE("terminal.usage.own_input"))
    with read_project(project) as session:
        if session.project is not None:
            made = show_progress(write_pack(session.project, output, interface_language()))
            say("pack.manifest", sha256=made.manifest)
            if made.lack:
                print_line(VOICE.of(made.lack))
    return FINE


def run_verify(arguments: argparse.Namespace) -> int:
    """Say of each part of a pack, or of a report, whether it holds; the exit status is 1 where something does not."""
    verdict = show_progress(_verifying(arguments.pack, arguments.project))
    if arguments.json:
        parts = [
            {"part": one.part, "holds": one.holds, "message": tell(one.told), **message_row(one.told)}
            for one in verdict.parts
        ]
        print_line(to_json({"holds": verdict.holds, "manifest": verdict.manifest, "parts": parts}))
    else:
        for one in verdict.parts:
            print_line(visible(_line(one)))
        if verdict.manifest:
            say("pack.manifest", sha256=verdict.manifest)
        if verdict.pack:
            say("pack.holds" if verdict.holds else "pack.changed")
        else:
            say("verify.holds" if verdict.holds else "verify.changed")
    return FINE if verdict.holds else FOUND


def _verifying(path: Path, project: Path | None) -> Work[Verification]:
    if path.suffix.lower() not in known_formats():
        return verify_pack(path, project)
    if project is None:
        raise UsageError(VOICE("terminal.usage.report_alone"))
    return verify_report_file(path, project)


def _line(one: Verified) -> str:
    return f"{_SIGNS[one.holds]} {VOICE.joined((one.part, VOICE.of(one.told)), Joint.ABOUT)}"
