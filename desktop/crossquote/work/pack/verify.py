"""Verifying an evidence pack: each part is reckoned anew, and what the project gives is held against the report.

Of a pack whose manifest, or whose archive, is damaged, it says so, and what can be checked still.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_to_file
from crossquote.message import Message, message
from crossquote.progress import Step, Work
from crossquote.work.pack.envelope import frames_hold
from crossquote.work.pack.inside import hold_inside
from crossquote.work.pack.manifest import (
    MANIFEST,
    ORIGINALS,
    PROJECT,
    VERSION,
    Manifest,
    PackArticle,
    PackPart,
    looks_like_pack,
    read_manifest,
)
from crossquote.work.pack.zipped_pack import DAMAGED, MOST_MANIFEST, MOST_PARTS, digest_of, open_pack, read_part
from crossquote.work.verification import Verification, Verified


class _ManifestRead(Struct, frozen=True):
    """What a pack says of itself: its manifest, None where that is none; its bytes; and what is wrong with it."""

    manifest: Manifest | None
    data: bytes = b""
    wrong: str = ""


def verify_pack(path: Path, beside: Path | None = None) -> Work[Verification]:
    """Return what holds in the pack at `path`; a `UserError` where it is none.

    Where there is a project `beside` it, the one in the pack is held against that.
    """
    if not leads_to_file(path):
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=str(path))
    try:
        with open_pack(path) as (archive, whole):
            return (yield from _verified(archive, path, beside, whole=whole))
    except OSError as error:
        raise UserError(
            ErrorCode.UNREADABLE, message("error.unreadable", reason=cause_of(error)), path=str(path)
        ) from error
    except DAMAGED as error:
        raise UserError(ErrorCode.FORMAT, message("error.no-pack"), path=str(path)) from error


def _verified(archive: zipfile.ZipFile, path: Path, beside: Path | None, *, whole: bool) -> Work[Verification]:
    told = _told(archive, path)
    found: list[Verified] = []
    if not whole:
        found.append(Verified(path.name, holds=False, told=Message("pack.no-directory")))
    elif not frames_hold(archive, path):
        found.append(Verified(path.name, holds=False, told=Message("pack.more-bytes")))
    if told.manifest is None:
        found.append(Verified(MANIFEST, holds=False, told=Message(told.wrong)))
        digests = yield from _unnamed(archive, found)
    else:
        digests = {part.name: part.sha256 for part in told.manifest.parts}
        for number, part in enumerate(told.manifest.parts):
            step = Step(number, len(told.manifest.parts) + 1, message("step.verifying", file=part.name))
            found.append((yield from _part(archive, part, step)))
        found += _strangers(archive, digests)
        found += (_article(article, digests) for article in told.manifest.articles)
    yield Step(len(digests), len(digests) + 1, message("step.verifying", file=PROJECT))
    originals = {digest for name, digest in digests.items() if name.startswith(f"{ORIGINALS}/")}
    found += hold_inside(archive, told.manifest, beside, originals)
    return Verification(tuple(found), manifest=hashlib.sha256(told.data).hexdigest() if told.data else "", pack=True)


def _told(archive: zipfile.ZipFile, path: Path) -> _ManifestRead:
    """Return what a pack says of itself; a ValueError where it looks like none."""
    try:
        data = read_part(archive, MANIFEST, MOST_MANIFEST)
        manifest = read_manifest(data)
    except (KeyError, *DAMAGED) as error:
        if not looks_like_pack(archive.namelist()):
            raise ValueError("no manifest") from error
        return _ManifestRead(None, wrong="pack.no-manifest" if isinstance(error, KeyError) else "pack.manifest-damaged")
    if manifest.version != VERSION:
        raise UserError(ErrorCode.FORMAT, message("error.newer-pack"), path=str(path))
    names = {part.name for part in manifest.parts}
    if len(names) < len(manifest.parts) or max(len(names), len(manifest.articles)) > MOST_PARTS:
        return _ManifestRead(None, data, "pack.manifest-damaged")
    return _ManifestRead(manifest, data)


def _unnamed(archive: zipfile.ZipFile, found: list[Verified]) -> Work[dict[str, str]]:
    """Add whether each part can be read, where no manifest says what it was; return their SHA-256 by their names."""
    names = [name for name in dict.fromkeys(archive.namelist()) if name != MANIFEST]
    digests: dict[str, str] = {}
    for number, name in enumerate(names):
        step = Step(number, len(names) + 1, message("step.verifying", file=name))
        try:
            digests[name], _ = yield from digest_of(archive, name, step)
        except (KeyError, *DAMAGED):
            found.append(Verified(name, holds=False, told=Message("pack.part-damaged")))
        else:
            found.append(Verified(name, holds=None, told=message("pack.part-unnamed", sha256=digests[name])))
    return digests


def _part(archive: zipfile.ZipFile, part: PackPart, step: Step) -> Work[Verified]:
    try:
        digest, size = yield from digest_of(archive, part.name, step)
    except KeyError:
        return Verified(part.name, holds=False, told=Message("pack.part-gone"))
    except DAMAGED:
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
