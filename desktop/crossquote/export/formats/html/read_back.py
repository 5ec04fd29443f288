"""Reading an HTML report back: what it says, once its elements are seen to close in their turn."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

_BEGIN = "<!doctype html>"
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>")
"""A tag as the report writes it: in the values of its attributes, angle brackets are escaped."""
_EMPTY = frozenset({"meta", "br"})


def read_page(data: bytes) -> Iterator[str]:
    """Yield the text of a report between its tags; raise ValueError where it is none, or is cut off."""
    page = data.decode()
    if not page.startswith(_BEGIN):
        raise ValueError("it does not begin as a page does")
    parts = _TAG.split(_STYLE.sub("", page.removeprefix(_BEGIN)))
    _check_nesting(zip(parts[1::3], parts[2::3], strict=True))
    text = "".join(parts[::3])
    if "<" in text:
        raise ValueError(f"a tag is not whole: {text[text.index('<') :][:40]!r}")
    yield unescape(text)


def _check_nesting(tags: Iterable[tuple[str, str]]) -> None:
    opened: list[str] = []
    for closes, name in tags:
        if closes:
            if not opened or opened.pop() != name:
                raise ValueError(f"</{name}> closes what is not open")
        elif name not in _EMPTY:
            opened.append(name)
    if opened:
        raise ValueError(f"not closed: {' '.join(opened)}")
