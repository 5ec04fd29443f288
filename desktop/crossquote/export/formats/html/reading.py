"""Reading an HTML report back: what it says, once its elements are seen to close in their turn."""

import re
from collections.abc import Iterator
from html import unescape

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>'\"]|'[^']*'|\"[^\"]*\")*)>|<!doctype html>")
_EMPTY = frozenset({"meta", "br"})


def read_page(data: bytes) -> Iterator[str]:
    """Yield the text of a report between its tags; raise ValueError where it is none, or is cut off."""
    page = _STYLE.sub("", data.decode())
    opened: list[str] = []
    at = 0
    for tag in _TAG.finditer(page):
        yield _text(page[at : tag.start()])
        at = tag.end()
        closes, name = tag[1], tag[2]
        if closes and (not opened or opened.pop() != name):
            raise ValueError(f"</{name}> closes what is not open")
        if name and not closes and name not in _EMPTY:
            opened.append(name)
    yield _text(page[at:])
    if opened or not at:
        raise ValueError(f"not closed: {' '.join(opened)}")


def _text(between: str) -> str:
    if "<" in between:
        raise ValueError(f"a tag is not whole: {between[:40]!r}")
    return unescape(between) if "&" in between else between
