"""Verifying an evidence pack: each part is reckoned anew, and what the project gives is held against the report."""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from msgspec.structs import replace

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.export.exporter import known_formats
from crossquote.message import Message, message
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.version import this_version
from crossquote.work.pack.frames import frames_hold
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
from crossquote.work.pack.verification import Verification, Verified
from crossquote.work.projects import read_project
from crossquote.work.report import gather_report
from crossquote.work.session import Session

_MOST_PARTS = 20_000
_MOST_MANIFEST = 16 * 1024 * 1024
_MOST_PART = 1024 * 1024 * 1024
_MOST = 4 * _MOST_PART
"""What all parts may come to, as the archive says it of them; none is read beyond what it says of itself."""
_PACKED = 100
"""So many times smaller than its parts a pack can be, if these come to much: no text, page or project packs better."""
_MUCH = 64 * 1024 * 1024
_END, _END_OF_LARGE = b"PK\5\6", b"PK\6\7"
_END_HEADER, _BEFORE_END = struct.Struct("<12xL6x"), 20
_END_WITHIN = 64 * 1024 + _END_HEADER.size
_MOST_DIRECTORY = _MOST_PARTS * 200
"""Bytes of an archive's own list of its parts, which Python holds in memory whole."""
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BLOCK = 1024 * 1024
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OverflowError,
)  # fmt: skip


def verify_pack(path: Path, beside: Path | None = None) -> Work[Verification]:
    """Return what holds in the pack at `path`; a `UserError` where it is none.

    Where there is a project `beside` it, the one in the pack is held against that.
    """
    if not path.is_file():
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=str(path))
    try:
        _hold_directory(path)
        with zipfile.ZipFile(path) as archive:
            return (yield from _verified(archive, path, beside))
    except OSError as error:
        raise UserError(
            ErrorCode.UNREADABLE, message("error.unreadable", reason=cause_of(error)), path=str(path)
        ) from error
    except _DAMAGED as error:
        raise UserError(ErrorCode.FORMAT, message("error.no-pack"), path=str(path)) from error


def _hold_directory(path: Path) -> None:
    """Raise a ValueError where an archive lists far more than a pack can hold, before anything reads the list.

    An archive that is larger than 4 GB, or has more than 65,535 parts, is none of ours either.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_WITHIN))
        tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or tail[max(0, end - _BEFORE_END) : end].startswith(_END_OF_LARGE):
        raise ValueError("no archive")
    (size,) = _END_HEADER.unpack_from(tail, end)
    if size > _MOST_DIRECTORY:
        raise ValueError("too many parts")


def _verified(archive: zipfile.ZipFile, path: Path, beside: Path | None) -> Work[Verification]:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > _MOST_PARTS or unpacked > min(_MOST, max(_MUCH, _PACKED * path.stat().st_size)):
        raise ValueError("too large")
    if MANIFEST not in {info.filename for info in infos}:
        raise ValueError("no manifest")
    told = _held(archive, MANIFEST, _MOST_MANIFEST)
    manifest = read_manifest(told)
    if manifest.version != VERSION:
        raise UserError(ErrorCode.FORMAT, message("error.newer-pack"), path=str(path))
    digests = {part.name: part.sha256 for part in manifest.parts}
    if len(digests) < len(manifest.parts) or len(digests) > _MOST_PARTS:
        raise ValueError("parts that stand there twice, or too many")
    found: list[Verified] = []
    for number, part in enumerate(manifest.parts):
        step = Step(number, len(manifest.parts) + 1, message("step.verifying", file=part.name))
        found.append((yield from _part(archive, part, step)))
    found += _strangers(archive, digests)
    if not frames_hold(archive, path):
        found.append(Verified(path.name, holds=False, told=Message("pack.more-bytes")))
    found += (_article(article, digests) for article in manifest.articles)
    yield Step(len(manifest.parts), len(manifest.parts) + 1, message("step.verifying", file=PROJECT))
    found += _project(archive, manifest, beside)
    return Verification(tuple(found), manifest=hashlib.sha256(told).hexdigest())


def _part(archive: zipfile.ZipFile, part: PackPart, step: Step) -> Work[Verified]:
    try:
        digest, size = yield from _digest(archive, part.name, step)
    except KeyError:
        return Verified(part.name, holds=False, told=Message("pack.part-gone"))
    except _DAMAGED:
        return Verified(part.name, holds=False, told=Message("pack.part-damaged"))
    holds = (digest, size) == (part.sha256, part.size)
    return Verified(part.name, holds=holds, told=Message("pack.part-holds" if holds else "pack.part-changed"))


def _strangers(archive: zipfile.ZipFile, digests: Mapping[str, str]) -> Iterator[Verified]:
    """Yield what the manifest does not know, and names that come twice."""
    known = {MANIFEST, *digests}
    seen: set[str] = set()
    for info in archive.infolist():
        if info.filename not in known or info.filename in seen:
            yield Verified(info.filename, holds=False, told=Message("pack.part-unknown"))
        seen.add(info.filename)


def _article(article: PackArticle, digests: Mapping[str, str]) -> Verified:
    if not article.part:
        return Verified(article.outlet, holds=None, told=message("pack.no-original", title=article.title))
    holds = digests.get(article.part) == article.sha256
    code = "pack.original-holds" if holds else "pack.other-original"
    return Verified(article.outlet, holds=holds, told=message(code, title=article.title))


def _project(archive: zipfile.ZipFile, manifest: Manifest, beside: Path | None) -> Iterator[Verified]:
    """Yield whether the project is of these articles, both reports say what it gives, and it is the one `beside`."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / PROJECT
        try:
            _unpack(archive, PROJECT, copy)
            with read_project(copy) as session:
                yield _articles(session.state, manifest)
                yield from _reports(archive, session, manifest)
                state = session.state
        except (UserError, KeyError, *_DAMAGED):
            yield Verified(PROJECT, holds=False, told=Message("pack.no-project"))
            return
    if beside is not None:
        with read_project(beside) as session:
            holds = session.state == state
        yield Verified(beside.name, holds=holds, told=Message("pack.same-project" if holds else "pack.other-project"))


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
        rendered = known_formats()[ending].render(report)
        holds = rendered == _beginning(archive, name, len(rendered) + 1)
        yield Verified(name, holds=holds, told=Message("pack.report-holds" if holds else "pack.other-report"))


def _opened(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Open a part; one that is packed in another way than ours is refused: Python unpacks those without measure."""
    info = archive.getinfo(name)
    if info.compress_type not in _WAYS:
        raise ValueError("packed in another way")
    return archive.open(info)


def _digest(archive: zipfile.ZipFile, name: str, step: Step) -> Work[tuple[str, int]]:
    digest, size = hashlib.sha256(), 0
    with _opened(archive, name) as part:
        while block := part.read(_BLOCK):
            yield step
            digest.update(block)
            size += len(block)
            if size > _MOST_PART:
                raise ValueError("too large")
    return digest.hexdigest(), size


def _unpack(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with _opened(archive, name) as part, path.open("xb") as file:
        left = _MOST_PART
        while block := part.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise ValueError("too large")
            file.write(block)


def _held(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    data = _beginning(archive, name, most + 1)
    if len(data) > most:
        raise ValueError("too large")
    return data


def _beginning(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with _opened(archive, name) as part:
        return part.read(most)
