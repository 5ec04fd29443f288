"""Verifying a report: it is made again of its project and held against itself, byte for byte, then part by part."""

import hashlib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from msgspec.structs import replace

from crossquote.errors import ErrorCode, UserError
from crossquote.export.choosing import choose
from crossquote.export.document import Report
from crossquote.export.exporter import format_of
from crossquote.export.format import Format
from crossquote.export.origin import Origin
from crossquote.files import read_file
from crossquote.message import Message, message
from crossquote.progress import Step, Work
from crossquote.version import this_version
from crossquote.work.likeness import hold_texts, hold_words
from crossquote.work.projects import read_project
from crossquote.work.read_back import read_back
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.verification import Verification, Verified

_MOST = 100 * 1024 * 1024


def verify_report_file(path: Path, project: Path) -> Work[Verification]:
    """Return what of the report at `path` holds, made again of `project`; a `UserError` where either can't be read."""
    chosen = format_of(path)
    if chosen is None:
        raise UserError(ErrorCode.FORMAT, message("error.no-report"), path=str(path))
    yield Step(0, 2, message("step.verifying", file=path.name))
    data = read_file(path, _MOST, "error.report-too-large")
    with read_project(project) as session:
        found = list(_originals(session))
        yield Step(1, 2, message("step.verifying", file=path.name))
        found += _verified(path.name, data, chosen, session)
    return Verification(tuple(found))


def _originals(session: Session) -> Iterator[Verified]:
    """Yield of each article whether the project still has the very file that it was read from."""
    for article in session.state.articles.values():
        held = session.project.original(article.sha256) if session.project else None
        if held is None:
            yield Verified(article.outlet, holds=None, told=message("verify.no-original", title=article.title))
            continue
        holds = hashlib.sha256(held).hexdigest() == article.sha256
        code = "verify.original-holds" if holds else "verify.other-original"
        yield Verified(article.outlet, holds=holds, told=message(code, title=article.title))


def _verified(name: str, data: bytes, chosen: Format, session: Session) -> Iterator[Verified]:
    read = read_back(name, chosen.ending, data)
    origin = read.origin
    report = chosen.fit(_made_again(session, origin))
    if origin is not None and origin.program != this_version():
        yield from hold_words(name, read, chosen, report, origin.program)
        return
    rendered = chosen.render(report)
    if rendered == data:
        yield Verified(name, holds=True, told=message("verify.report-holds", count=len(report.utterances)))
        return
    at = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(rendered, data, strict=False)))
    yield Verified(name, holds=False, told=message("verify.other-bytes", at=at))
    if origin is None:
        yield Verified(name, holds=False, told=Message("verify.no-origin"))
    elif origin.steps != report.steps:
        told = message("verify.other-steps", then=origin.steps, now=report.steps)
        yield Verified(name, holds=False, told=told)
    yield from hold_texts(name, read, chosen, report)


def _made_again(session: Session, origin: Origin | None) -> Report:
    steps = session.project.steps() if session.project else ()
    if origin is None:
        return gather_report(session.state, steps)
    report = gather_report(session.state, steps, title=origin.title, lacking=origin.lacking, language=origin.language)
    return choose(replace(report, at=origin.at), origin.choice)
