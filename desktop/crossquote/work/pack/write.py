"""Writing an evidence pack: report, project, the original bytes of every article, and a manifest of all of them."""

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.write import write_bytes
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.progress import Step, Work
from crossquote.project.store import Project
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
from crossquote.work.report import gather_report

_ODD = re.compile(r"[^\w.-]")
_LONGEST = 60
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_pack(project: Project, path: Path, language: str = "en") -> Work[str]:
    """Write an evidence pack of `project` to `path`; return the SHA-256 of its manifest, to be kept elsewhere.

    Whoever changes a part can write a manifest that fits it: only this number, kept or sent by another way, tells.
    """
    state = project.state()
    total = len(state.articles) + 3
    yield Step(0, total, message("step.writing", file=path.name))
    report = gather_report(state, project.steps(), title=path.stem, language=language)
    parts = {WEB_REPORT: _rendered(report, ".html"), JSON_REPORT: _rendered(report, ".json"), PROJECT: _copied(project)}
    articles = []
    for number, article in enumerate(state.articles.values(), start=1):
        yield Step(number + 2, total, message("step.writing", file=path.name))
        data = project.original(article.sha256) if article.sha256 else None
        part = "" if data is None else _part_name(number, article)
        if data is not None:
            parts[part] = data
        articles.append(PackArticle(article.id, article.outlet, article.sha256, part))
    listed = tuple(PackPart(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in parts.items())
    manifest = manifest_bytes(
        Manifest(report.at, report.version, report.title, report.language, listed, tuple(articles))
    )
    write_bytes(path, _zipped({MANIFEST: manifest, **parts}))
    return hashlib.sha256(manifest).hexdigest()


def _rendered(report: Report, ending: str) -> bytes:
    return known_formats()[ending].render(report)


def _copied(project: Project) -> bytes:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / PROJECT
        project.save_copy(copy)
        return copy.read_bytes()


def _part_name(number: int, article: Article) -> str:
    name = PurePath(article.path.replace("\\", "/")).name
    plain = _ODD.sub("_", name)[-_LONGEST:]
    return f"{ORIGINALS}/{number:04}-{plain or 'article'}"


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for info, data in _entries(parts):
            archive.writestr(info, data)
    return made.getvalue()


def _entries(parts: dict[str, bytes]) -> Iterator[tuple[ZipInfo, bytes]]:
    for name, data in parts.items():
        info = ZipInfo(name, _FIRST_DAY)
        info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
        yield info, data
