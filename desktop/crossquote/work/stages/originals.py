"""The files that articles were read from, kept in the project byte for byte."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from crossquote.articles.file import read_bytes
from crossquote.errors import UserError
from crossquote.files import is_abroad
from crossquote.model.article import Article

if TYPE_CHECKING:  # the command line works without a project, and starts without SQLite
    from crossquote.project.store import Project


def keep_originals(project: "Project", articles: Iterable[Article]) -> None:
    """Keep the bytes of the files that `articles` were read from, as far as they are still there and the same.

    The paths can be a stranger's: none is opened on another machine, and only an ordinary file, which never waits.
    """
    for article in articles:
        if _is_at_hand(article.path) and project.original(article.sha256) is None:
            try:
                data = read_bytes(Path(article.path))
            except UserError:
                continue
            if hashlib.sha256(data).hexdigest() == article.sha256:
                project.keep_original(article.sha256, data)


def _is_at_hand(path: str) -> bool:
    return bool(path) and not is_abroad(path) and Path(path).is_file()
