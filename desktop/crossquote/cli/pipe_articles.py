"""The step `articles` of `crossquote pipe`: a file by its path, read as the program reads every file."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from crossquote.articles.door import Door
from crossquote.message import message
from crossquote.model.article import body_of
from crossquote.progress import Step, finish
from crossquote.text.detection import detect_article


class ReadRow(Protocol):
    """Returns the answer for the file at a path; a `UserError` says what is wrong with it."""

    def __call__(self, path: str) -> dict[str, Any]: ...  # noqa: D102 - told above


@contextmanager
def open_door() -> Iterator[ReadRow]:
    """Give what reads one file after another, by one child where a child is needed."""
    with Door() as door:
        yield partial(_article_row, door)


def _article_row(door: Door, path: str) -> dict[str, Any]:
    """Return what the file says of itself; null where it does not say, and nothing in its place."""
    document = finish(door.read(Path(path), None, Step(0, 0, message("step.reading", file=path))))
    draft = document.draft
    body = body_of(draft.text, draft.layout)
    return {
        "text": body,
        "title": draft.title,
        "author": list(draft.authors),
        "date": draft.date,
        "language": detect_article(body).language,
        "outlet": draft.outlet,
        "published": draft.published,
        "address": draft.address,
        "media": document.reader.media,
    }
