"""The files that articles were read from, kept in the project byte for byte."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from crossquote.articles.file import read_bytes
from crossquote.errors import UserError
from crossquote.files import leads_to_file, places_along
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.stages.add_articles import read_files

if TYPE_CHECKING:  # the command line works without a project, and starts without SQLite
    from crossquote.project.store import Project


def keep_originals(project: "Project", articles: Iterable[Article]) -> None:
    """Keep the bytes of the files that `articles` were read from, as far as they are still there and the same.

    A file that lies in another one (an archive, a mail) is taken out of that again. The paths can be a stranger's: none
    is opened on another machine, and only an ordinary file, which never waits.
    """
    wanted = {one.sha256: one.path for one in articles if one.path and project.original(one.sha256) is None}
    inside: dict[Path, None] = {}
    for digest, path in wanted.items():
        place = _place(path)
        if place is not None and str(place) == path:
            _keep(project, place, digest)
        elif place is not None:
            inside[place] = None

    def keep(digest: str, data: bytes) -> None:
        if digest in wanted:
            project.keep_original(digest, data)

    for place in inside:
        finish(read_files(State(), (place,), None, keep))


def _keep(project: "Project", path: Path, digest: str) -> None:
    try:
        data = read_bytes(path)
    except UserError:
        return
    if hashlib.sha256(data).hexdigest() == digest:
        project.keep_original(digest, data)


def _place(path: str) -> Path | None:
    """Return the file that `path` leads to, or into; None where there is none on this machine."""
    return next(filter(leads_to_file, places_along(path)), None)
