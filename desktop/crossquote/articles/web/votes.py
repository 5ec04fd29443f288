"""What others take for the article: trafilatura, resiliparse, and the page itself where it tells its text."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from msgspec import Struct

from crossquote.articles.trees import Element
from crossquote.articles.web.blocks import PageBlock

_TOKEN = re.compile(r"\w+")
_TOGETHER = 4
"""So many words in a row are looked for: fewer stand anywhere, more are broken by what one side leaves out."""
_MOSTLY = 0.5
_TELLING = 200
"""Letters from which on what a page says to machines is its text, and not a summary."""
_MOST_ELEMENTS = 8_000
"""Of a page of which the first is asked: twice as many of one kind take it four times as long. Articles have half."""


class Vote(Struct, frozen=True):
    """Who takes a block for a part of the article; `told` is None where the page does not say its text to machines."""

    first: bool
    second: bool
    told: bool | None


def count_words(text: str) -> int:
    """Return how many words a text has; where they have no blanks between, its pieces between signs."""
    return sum(1 for _ in _TOKEN.finditer(text))


def ask(page: str, root: Element, told: str, blocks: list[PageBlock]) -> list[Vote]:
    """Return a vote for each block of a page; `told` is the text that the page itself says it has.

    Of a page of very many elements the second is asked alone.
    """
    first, second = _SearchedText("" if _is_long(root) else _first_opinion(page)), _SearchedText(_second_opinion(page))
    own = _SearchedText(told) if len(told) > _TELLING else None
    return [
        Vote(first.has(block.text), second.has(block.text), own.has(block.text) if own else None) for block in blocks
    ]


def _is_long(root: Element) -> bool:
    return next(islice(root.iter(), _MOST_ELEMENTS, None), None) is not None


def _first_opinion(page: str) -> str:
    with _no_socket_tried():
        from trafilatura import extract  # noqa: PLC0415 - only the child pays for it

    return extract(page, include_comments=False, with_metadata=False) or ""


def _second_opinion(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - as above

    return extract_plain_text(page, main_content=True, alt_texts=False, links=False, list_bullets=False)


@contextmanager
def _no_socket_tried() -> Iterator[None]:
    """Keep urllib3, which trafilatura brings along, from trying a socket of IPv6 out while it is imported."""
    told = socket.has_ipv6
    setattr(socket, "has_ipv6", False)  # noqa: B010 - a constant, as its types say
    try:
        yield
    finally:
        setattr(socket, "has_ipv6", told)  # noqa: B010 - as above


class _SearchedText:
    """A text, made ready to be asked whether it has another in it."""

    def __init__(self, text: str) -> None:
        self._rows = set(_rows(_TOKEN.findall(text)))
        self._lines = {" ".join(_TOKEN.findall(line)) for line in text.split("\n")}

    def has(self, text: str) -> bool:
        """Tell whether most of `text` stands in it; of a few words, whether they are a line of it."""
        words = _TOKEN.findall(text)
        if len(words) < _TOGETHER:
            return bool(words) and " ".join(words) in self._lines
        rows = set(_rows(words))
        return len(rows & self._rows) > _MOSTLY * len(rows)


def _rows(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_TOGETHER)), strict=False)
