"""Searching the help: which pages have the words that are looked for, those that are called so first."""

import re
from collections.abc import Iterable

from msgspec import Struct

from crossquote.work.help import HelpPage

_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_INLINE = re.compile(r"[*`]+")
_SIGNS = re.compile(r"^[-|]{3,}$|\||^(?:#+|-|>|\d+\.)\s", re.MULTILINE)


class IndexedPage(Struct, frozen=True):
    """A page by its `id`, with its `title` and all that can be read on it, in small letters, single blanks between."""

    id: str
    title: str
    text: str


def index_pages(pages: Iterable[HelpPage]) -> tuple[IndexedPage, ...]:
    """Return `pages` as they are searched: without the signs of Markdown, without addresses and pictures."""
    return tuple(IndexedPage(page.id, _flat(page.title), _flat(_readable(page.text))) for page in pages)


def find_pages(index: Iterable[IndexedPage], wanted: str) -> tuple[str, ...]:
    """Return the ids of the pages that have every word of `wanted`, inside others too; none where nothing is wanted.

    First those that have them in the title, then those where all stands together, then the rest.
    """
    words = _flat(wanted)
    found = [page for page in index if words and all(word in page.text for word in words.split())]
    return tuple(page.id for page in sorted(found, key=lambda page: _rank(page, words)))


def _rank(page: IndexedPage, words: str) -> int:
    if all(word in page.title for word in words.split()):
        return 0
    return 1 if words in page.text else 2


def _readable(text: str) -> str:
    return _INLINE.sub("", _SIGNS.sub(" ", _LINK.sub(r"\1", _PICTURE.sub(" ", text))))


def _flat(text: str) -> str:
    return " ".join(text.lower().split())
