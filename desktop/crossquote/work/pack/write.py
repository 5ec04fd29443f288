"""Writing an evidence pack: report, project, the original bytes of every article, and a manifest of all of them."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.parts import pack_parts
from crossquote.export.write import write_bytes
from crossquote.files import Consent, leads_somewhere
from crossquote.message import SILENCE, Message, message
from crossquote.model.article import Article
from crossquote.progress import Step, Work
from crossquote.project.store import Project
from crossquote.version import this_version
from crossquote.wording.joining import first_few
from crossquote.work.pack.manifest import (
    JSON_REPORT,
    MANIFEST,
    ORIGINALS,
    PROJECT,
    WEB_REPORT,
    Manifest,
    PackArticle,
    PackPart,
    manifest_bytes,
)
from crossquote.work.pack.zipped_pack import MOST_MANIFEST, MOST_PARTS, has_room_for
from crossquote.work.report import gather_report

_ODD = re.compile(r"[^\w.-]")
_LONGEST = 60
_NEW = Consent(told="error.pack-there")
_MADE = dict.fromkeys((MANIFEST, WEB_REPORT, JSON_REPORT, PROJECT), b"")
"""The parts that are made for a pack, beside the originals."""
_NAMED = 3
"""So many outlets are named of which originals are lacking."""


class WrittenPack(Struct, frozen=True):
    """The SHA-256 of a pack's manifest, to be kept elsewhere, and the articles whose files are not in it."""

    manifest: str
    lacking: tuple[PackArticle, ...]

    @property
    def lack(self) -> Message:
        """What is to be said of the articles whose files are not in it: their number, and the first few outlets."""
        outlets = tuple(dict.fromkeys(one.outlet for one in self.lacking))
        told = message("pack.lacks", count=len(self.lacking), outlets=first_few(outlets, _NAMED))
        return told if outlets else SILENCE


def write_pack(project: Project, path: Path, language: str = "en") -> Work[WrittenPack]:
    """Write an evidence pack of `project` to `path`, where there must be no file yet.

    Whoever changes a part can write a manifest that fits it: only this number, kept or sent by another way, tells.
    A `UserError` where there is more than a pack that is read can have, before anything is written.
    """
    _hold_free(path)
    state = project.state()
    total = len(state.articles) + 3
    yield Step(0, total, message("step.writing", file=path.name))
    _hold_room(path, len(state.articles), _MADE)  # before the first original is read
    places: dict[str, str] = {}
    originals: dict[str, bytes] = {}
    for number, article in enumerate(state.articles.values(), start=1):
        yield Step(number, total, message("step.writing", file=path.name))
        data = None if article.sha256 in places else project.original(article.sha256)
        if data is not None:
            places[article.sha256] = _part_name(number, article)
            originals[places[article.sha256]] = data
    _hold_room(path, len(state.articles), {**_MADE, **originals})
    report = gather_report(state, project.steps(), title=path.stem, language=language)
    parts = {
        WEB_REPORT: _rendered(report, ".html"),
        JSON_REPORT: _rendered(report, ".json"),
        PROJECT: _copied(project),
        **originals,
    }
    articles = tuple(
        PackArticle(one.id, one.outlet, one.title, one.sha256, places.get(one.sha256, ""))
        for one in state.articles.values()
    )
    listed = tuple(PackPart(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in parts.items())
    manifest = manifest_bytes(Manifest(report.at, this_version(), report.title, report.language, listed, articles))
    _hold_room(path, len(state.articles), {MANIFEST: manifest, **parts})
    write_bytes(path, pack_parts({MANIFEST: manifest, **parts}), _NEW, lambda _: _hold_free(path))
    return WrittenPack(hashlib.sha256(manifest).hexdigest(), tuple(one for one in articles if not one.part))


def _hold_free(path: Path) -> None:
    """Raise a `UserError` where there is something by now: another may have been written meanwhile."""
    if leads_somewhere(path):
        raise UserError(ErrorCode.WRITE, message("error.pack-there"), path=str(path))


def _hold_room(path: Path, articles: int, parts: Mapping[str, bytes]) -> None:
    """Raise a `UserError` where who reads a pack of so many `articles`, of these parts, would take it for damaged."""
    sizes = {name: len(data) for name, data in parts.items()}
    if articles > MOST_PARTS or sizes[MANIFEST] > MOST_MANIFEST or not has_room_for(sizes):
        raise UserError(ErrorCode.WRITE, message("error.pack-too-many"), path=str(path))


def _rendered(report: Report, ending: str) -> bytes:
    return known_formats()[ending].render(report)


def _copied(project: Project) -> bytes:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / PROJECT
        project.save_copy(copy, with_index=False)
        return copy.read_bytes()


def _part_name(number: int, article: Article) -> str:
    name = PurePath(article.path.replace("\\", "/")).name
    plain = _ODD.sub("_", name)[-_LONGEST:]
    return f"{ORIGINALS}/{number:04}-{plain or 'article'}"
