"""Pages that a browser makes of data: their article stands as a piece of a page in a string of one of their scripts."""

from collections.abc import Iterator

import regex

from crossquote.articles.trees import Element
from crossquote.notation import NotationError, parse_json

_STRING = regex.compile(r'"((?:[^"\\]++|\\.)++)("?)', regex.DOTALL)
"""A string; one without an end takes all that is left, so that nothing in it is tried again."""
_PARAGRAPH = regex.compile(r"<p[\s>]", regex.IGNORECASE)
_WRITTEN = regex.compile(r"(?:<|\\u003c)p(?:[\s>]|\\)", regex.IGNORECASE)
_CONTROLS = regex.compile(r"[\x00-\x1f]")
_SHORTEST = 300
_LARGEST = 2 * 1024 * 1024
_FEWEST = 3
_DEEPEST = 3
"""So often data can be written as a string within data."""


def find_scripted(root: Element) -> str:
    """Return the longest piece of a page, of some paragraphs, that a script has as a string; empty where none has."""
    scripts = (script.text or "" for script in root.iter("script"))
    return max((piece for text in scripts if len(text) <= _LARGEST for piece in _pieces(text)), key=len, default="")


def _pieces(text: str, depth: int = 0) -> Iterator[str]:
    for found in _STRING.finditer(text):
        if not found[2] or len(found[1]) < _SHORTEST or not _WRITTEN.search(found[1]):
            continue
        try:
            said = str(parse_json(f'"{_CONTROLS.sub(" ", found[1])}"', most=_LARGEST))
        except NotationError:
            continue
        inner = list(_pieces(said, depth + 1)) if depth < _DEEPEST else []
        yield from inner
        if not inner and len(_PARAGRAPH.findall(said)) >= _FEWEST:
            yield said
