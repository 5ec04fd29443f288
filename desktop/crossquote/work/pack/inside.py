"""What lies in a pack, held against each other: its project, the originals of its articles, both reports."""

import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from crossquote.errors import UserError
from crossquote.export.exporter import known_formats
from crossquote.export.origin import find_origin
from crossquote.message import Message, message
from crossquote.model.state import State
from crossquote.version import this_version
from crossquote.work.likeness import hold_words
from crossquote.work.pack.manifest import JSON_REPORT, PROJECT, WEB_REPORT, Manifest
from crossquote.work.pack.zipped_pack import DAMAGED, read_part, unpack_part
from crossquote.work.projects import read_project
from crossquote.work.read_back import read_back
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.verification import Verified

_LARGER = 4
_MORE = 16 * 1024 * 1024
"""So many times larger, and bytes beside, may be what another version made of a project."""


def hold_inside(
    archive: zipfile.ZipFile, manifest: Manifest | None, beside: Path | None, originals: Collection[str]
) -> Iterator[Verified]:
    """Yield whether the project is of the articles, both reports say what it gives, and it is the one `beside`.

    Without a manifest, reports say themselves of what they were made, and articles are looked for among `originals`,
    the SHA-256 of what lies there.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / PROJECT
        try:
            unpack_part(archive, PROJECT, copy)
            with read_project(copy) as session:
                yield from _articles(session.state, manifest, originals)
                yield from _reports(archive, session, manifest)
                state = session.state
        except (UserError, KeyError, *DAMAGED):
            yield Verified(PROJECT, holds=False, told=Message("pack.no-project"))
            return
    if beside is not None:
        with read_project(beside) as session:
            holds = session.state == state
        yield Verified(beside.name, holds=holds, told=Message("pack.same-project" if holds else "pack.other-project"))


def _articles(state: State, manifest: Manifest | None, originals: Collection[str]) -> Iterator[Verified]:
    if manifest is not None:
        ours = {(one.id, one.sha256) for one in state.articles.values()}
        holds = ours == {(one.id, one.sha256) for one in manifest.articles}
        yield Verified(PROJECT, holds=holds, told=Message("pack.articles-hold" if holds else "pack.other-articles"))
        return
    for article in state.articles.values():
        there = article.sha256 in originals
        told = message("pack.original-holds" if there else "pack.original-unknown", title=article.title)
        yield Verified(article.outlet, holds=there or None, told=told)


def _reports(archive: zipfile.ZipFile, session: Session, manifest: Manifest | None) -> Iterator[Verified]:
    for name in (JSON_REPORT, WEB_REPORT):
        try:
            yield from _report(archive, name, session, manifest)
        except (KeyError, *DAMAGED):
            yield Verified(name, holds=False, told=Message("pack.other-report"))


def _report(archive: zipfile.ZipFile, name: str, session: Session, manifest: Manifest | None) -> Iterator[Verified]:
    """Yield whether a report says what the project gives: the same bytes, where this version made it."""
    chosen = known_formats()[Path(name).suffix]
    steps = session.project.steps() if session.project else ()
    data = read_part(archive, name, archive.getinfo(name).file_size)
    origin = manifest or find_origin(data)
    report = gather_report(session.state, steps)
    if origin is not None:
        report = replace(report, title=origin.title, language=origin.language, at=origin.at)
    rendered = chosen.render(report)
    if origin is not None and origin.program != this_version():
        if len(data) > _LARGER * len(rendered) + _MORE:
            raise ValueError("too large")
        yield from hold_words(name, read_back(name, chosen.ending, data), chosen, report, origin.program)
        return
    holds = rendered == data
    yield Verified(name, holds=holds, told=Message("pack.report-holds" if holds else "pack.other-report"))
