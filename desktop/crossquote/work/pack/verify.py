"""Verifying an evidence pack: each part is reckoned anew, and what the project gives is held against the report."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from crossquote.errors import ErrorCode, UserError
from crossquote.export.exporter import known_formats
from crossquote.message import Message, message
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.work.newer_version import this_version
from crossquote.work.pack.manifest import (
    JSON_REPORT,
    MANIFEST,
    PROJECT,
    VERSION,
    WEB_REPORT,
    Manifest,
    PackArticle,
    PackPart,
    read_manifest,
)
from crossquote.work.projects import read_project
from crossquote.work.report import gather_report
from crossquote.work.session import Session

_MOST_PARTS = 20_000
_MOST_MANIFEST = 16 * 1024 * 1024
_MOST_REPORT = 256 * 1024 * 1024
_MOST_PART = 1024 * 1024 * 1024
_MOST = 4 * _MOST_PART
"""What all parts may come to, as the archive says it of them; none is read beyond what it says of itself."""
_BLOCK = 1024 * 1024
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, whether it holds (None where that can't be told), and what to say of it."""

    part: str
    holds: bool | None
    told: Message


@dataclass(frozen=True, slots=True)
class PackVerdict:
    """What came of a pack: the SHA-256 of its manifest, and each thing that was looked at."""

    manifest: str
    parts: tuple[Verified, ...]

    @property
    def holds(self) -> bool:
        """Tell whether nothing was found that does not hold."""
        return all(one.holds is not False for one in self.parts)


def verify_pack(path: Path) -> Work[PackVerdict]:
    """Return what holds in the pack at `path`; a `UserError` where it is none."""
    if not path.is_file():
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            return (yield from _verified(archive, path))
    except OSError as error:
        raise UserError(
            ErrorCode.UNREADABLE, message("error.unreadable", reason=error.strerror or str(error)), path=str(path)
        ) from error
    except _DAMAGED as error:
        raise UserError(ErrorCode.FORMAT, message("error.no-pack"), path=str(path)) from error


def _verified(archive: zipfile.ZipFile, path: Path) -> Work[PackVerdict]:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > _MOST_PARTS or unpacked > _MOST or MANIFEST not in {info.filename for info in infos}:
        raise ValueError("no manifest")
    told = _held(archive, MANIFEST, _MOST_MANIFEST)
    manifest = read_manifest(told)
    if manifest.version != VERSION:
        raise UserError(ErrorCode.FORMAT, message("error.newer-pack"), path=str(path))
    found: list[Verified] = []
    for number, part in enumerate(manifest.parts):
        yield Step(number, len(manifest.parts) + 1, message("step.verifying", file=part.name))
        found.append(_part(archive, part))
    found += _strangers(archive, manifest)
    if archive.comment or min(info.header_offset for info in infos):
        found.append(Verified(path.name, holds=False, told=Message("pack.more-bytes")))
    found += (_article(article, manifest) for article in manifest.articles)
    yield Step(len(manifest.parts), len(manifest.parts) + 1, message("step.verifying", file=PROJECT))
    found += _project(archive, manifest)
    return PackVerdict(hashlib.sha256(told).hexdigest(), tuple(found))


def _part(archive: zipfile.ZipFile, part: PackPart) -> Verified:
    try:
        digest, size = _digest(archive, part.name)
    except KeyError:
        return Verified(part.name, holds=False, told=Message("pack.part-gone"))
    except _DAMAGED:
        return Verified(part.name, holds=False, told=Message("pack.part-damaged"))
    holds = (digest, size) == (part.sha256, part.size)
    return Verified(part.name, holds=holds, told=Message("pack.part-holds" if holds else "pack.part-changed"))


def _strangers(archive: zipfile.ZipFile, manifest: Manifest) -> Iterator[Verified]:
    """Yield what the manifest does not know, and names that come twice."""
    known = {MANIFEST, *(part.name for part in manifest.parts)}
    seen: set[str] = set()
    for info in archive.infolist():
        if info.filename not in known or info.filename in seen:
            yield Verified(info.filename, holds=False, told=Message("pack.part-unknown"))
        seen.add(info.filename)


def _article(article: PackArticle, manifest: Manifest) -> Verified:
    if not article.part:
        return Verified(article.outlet, holds=None, told=message("pack.no-original", title=article.title))
    holds = any(part.name == article.part and part.sha256 == article.sha256 for part in manifest.parts)
    code = "pack.original-holds" if holds else "pack.other-original"
    return Verified(article.outlet, holds=holds, told=message(code, title=article.title))


def _project(archive: zipfile.ZipFile, manifest: Manifest) -> Iterator[Verified]:
    """Yield whether the project is of these articles, and whether both reports say what it gives."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / PROJECT
        try:
            _unpack(archive, PROJECT, copy)
            with read_project(copy) as session:
                yield _articles(session.state, manifest)
                yield from _reports(archive, session, manifest)
        except (UserError, KeyError, *_DAMAGED):
            yield Verified(PROJECT, holds=False, told=Message("pack.no-project"))


def _articles(state: State, manifest: Manifest) -> Verified:
    ours = {(one.id, one.sha256) for one in state.articles.values()}
    holds = ours == {(one.id, one.sha256) for one in manifest.articles}
    return Verified(PROJECT, holds=holds, told=Message("pack.articles-hold" if holds else "pack.other-articles"))


def _reports(archive: zipfile.ZipFile, session: Session, manifest: Manifest) -> Iterator[Verified]:
    if manifest.program != this_version():
        told = message("pack.other-version", version=manifest.program)
        yield Verified(JSON_REPORT, holds=None, told=told)
        return
    steps = session.project.steps() if session.project else ()
    report = gather_report(session.state, steps, title=manifest.title, language=manifest.language)
    report = replace(report, at=manifest.at)
    for name, ending in ((JSON_REPORT, ".json"), (WEB_REPORT, ".html")):
        holds = known_formats()[ending].render(report) == _held(archive, name, _MOST_REPORT)
        yield Verified(name, holds=holds, told=Message("pack.report-holds" if holds else "pack.other-report"))


def _digest(archive: zipfile.ZipFile, name: str) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with archive.open(name) as part:
        while block := part.read(_BLOCK):
            digest.update(block)
            size += len(block)
            if size > _MOST_PART:
                raise ValueError("too large")
    return digest.hexdigest(), size


def _unpack(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with archive.open(name) as part, path.open("xb") as file:
        left = _MOST_PART
        while block := part.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise ValueError("too large")
            file.write(block)


def _held(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise ValueError("too large")
    return data
