"""Hypertext: the paragraphs of a page, as chapters of books, mails and feeds have them. All of it is read.

What a page of the web has around its article is for the reader of such pages to tell.
"""

import re
from collections.abc import Callable, Iterator

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.drawn import drawn_marks
from crossquote.articles.trees import Element

_SILENT = frozenset({
    "script", "style", "head", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "select",
    "button", "textarea", "rt", "rp", "map",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "o:p",
})  # fmt: skip
"""What stands within a line; whatever else there is begins a new paragraph."""
RAISED = frozenset({"sup", "a"})
_LONGEST_MARK = 5
_BACK = "↩↑⤴\ufe0e"
_TITLES = frozenset({"h1"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def _nowhere(_element: Element) -> bool:
    return False


def paragraphs_of(root: Element, is_aside: Callable[[Element], bool] = _nowhere) -> Iterator[Block]:
    """Yield the paragraphs below `root`; those in an element that `is_aside` are asides."""
    from lxml import etree  # noqa: PLC0415 - only the child pays for it

    held: list[str] = []
    aside = title = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = _tag(element)
        starts = event == "start"
        if tag not in _INLINE and tag != "br":
            yield from _flushed(held, aside, title)
        if _is_silent(element, tag):
            if starts:
                walker.skip_subtree()
        else:
            step = 1 if starts else -1
            aside += step * is_aside(element)
            title += step * (tag in _TITLES)
            opening, closing = drawn_marks(element)
            if starts:
                held.append("\n" if tag == "br" else opening + _text(element, element.text))
            else:
                held.append(closing)
        if not starts:
            held.append(_text(element.getparent(), element.tail))
    yield from _flushed(held, aside, title)


def _flushed(held: list[str], aside: int, title: int) -> Iterator[Block]:
    """Yield the paragraph that is held, if there is one, and hold the next."""
    text = re.sub(" {2,}", " ", "".join(held))
    held.clear()
    if text.strip():
        yield Block(text, Kind.ASIDE if aside else Kind.TITLE if title else Kind.TEXT)


def _tag(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _text(parent: Element | None, text: str | None) -> str:
    if not text or (parent is not None and _tag(parent) == "pre"):
        return text or ""
    return _BLANKS.sub(" ", text)


def _is_silent(element: Element, tag: str) -> bool:
    return tag in _SILENT or _is_hidden(element) or (tag in RAISED and is_note_mark(element))


def is_note_mark(element: Element) -> bool:
    """Tell the number of a note: short, raised, and a link within the text; so is the arrow that leads back from it."""
    links = [one for one in element.iter("a") if "#" in (one.get("href") or "")]
    said = "".join(map(str, element.itertext())).strip() if links else ""
    if not links or len(said) > _LONGEST_MARK:
        return False
    if said and not said.strip(_BACK):
        return True
    raised = element.tag == "sup" or any(True for _ in element.iter("sup"))
    return raised or "noteref" in (element.get("epub:type") or "")


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    unread = _tag(element) not in _INLINE and (element.get("aria-hidden") or "").strip().lower() == "true"
    return unread or element.get("hidden") is not None or "display:none" in style
