"""Trees of marked-up text: XML and HTML parsed with nothing looked up, followed or expanded."""

from collections.abc import Iterator, Mapping
from typing import Protocol

import regex

from crossquote.articles.charsets import read_as, read_as_utf_8, read_in
from crossquote.articles.damage import damaged, too_large_inside
from crossquote.articles.reader import Hints

_MOST_TAGS = 1_000_000
_MOST_ATTRIBUTES = 2_000_000
_DECLARED = regex.compile(rb"""<\?xml\b[^>]{0,300}?\sencoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")
_DOCTYPE = regex.compile(
    r"(\A\s*+(?:<\?[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+)*+<!DOCTYPE\b[^>\[]*+)\[(.*?)\]\s*>",
    regex.DOTALL | regex.IGNORECASE,
)
"""What a page declares for itself before its first element: parsers of HTML know no such thing."""
_ENTITY = regex.compile(r"<!ENTITY\s+([\w.:-]+)")
_REFERENCE = regex.compile(r"&([\w.:-]+);")


class Element(Protocol):
    """An element of a tree, as lxml has it; `tag` is no text where it is a comment or the like."""

    tag: object
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> "Iterator[Element]": ...

    def __len__(self) -> int: ...

    def get(self, key: str) -> str | None:
        """Return an attribute."""

    def getparent(self) -> "Element | None":
        """Return the element that this one is in."""

    def getprevious(self) -> "Element | None":
        """Return the element before this one in the same."""

    def iter(self, *tags: str) -> "Iterator[Element]":
        """Yield this element and those below it, those with one of `tags` where there are any."""

    def iterancestors(self) -> "Iterator[Element]":
        """Yield the elements around it, the nearest first."""

    def itertext(self) -> Iterator[str]:
        """Yield all text in it."""


def parse_xml(data: bytes, name: str, hints: Hints) -> Element:
    """Return the root of an XML document that is part of a file of the format `name`.

    One that declares entities is refused: none of these formats needs any.
    """
    from lxml import etree  # noqa: PLC0415 - only the child pays for it

    text = _declared(data)
    data = data if text is None else text.encode()
    _hold_count(data, name, hints)
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise damaged(name, hints)
    parser = etree.XMLParser(
        encoding=None if text is None else "utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise damaged(name, hints) from error
    return root


def _declared(data: bytes) -> str | None:
    """Return a document in the encoding that it declares, as browsers take it; None where that is Unicode, or none."""
    found = _DECLARED.match(data)
    named = found[1].decode("ascii") if found else ""
    if (read_as(named) or "utf").startswith("utf"):
        return None
    return read_as_utf_8(data) or read_in(named, data)


def parse_html(text: str, name: str, hints: Hints) -> Element | None:
    """Return the root of a page or a piece of one, None where there is nothing in it; mistakes in it are mended."""
    from lxml import etree  # noqa: PLC0415 - as above

    data = _without_declared(text, name, hints).encode(errors="replace")
    _hold_count(data, name, hints)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: Element | None = etree.fromstring(data, parser) if data.strip() else None
    except (etree.LxmlError, ValueError):
        return None
    return root


def _without_declared(text: str, name: str, hints: Hints) -> str:
    """Return a page without the entities that it declares; one with entities made of entities is refused."""
    declared = _DOCTYPE.match(text)
    if declared is None:
        return text
    if not set(_ENTITY.findall(declared[2])).isdisjoint(_REFERENCE.findall(declared[2])):
        raise damaged(name, hints)
    return f"{declared[1]}>{text[declared.end() :]}"


def _hold_count(data: bytes, name: str, hints: Hints) -> None:
    if data.count(b"<") > _MOST_TAGS or data.count(b"=") > _MOST_ATTRIBUTES:
        raise too_large_inside(name, hints)


def local(element: Element) -> str:
    """Return the name of an element without its name space; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def said(element: Element, name: str) -> str | None:
    """Return the attribute of this name, whatever its name space."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def inner(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of this name, whatever their name space."""
    return (child for child in element if local(child) == name)


def within(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of this name in the tree, whatever their name space, in order."""
    return element.iter(f"{{*}}{name}", name)
