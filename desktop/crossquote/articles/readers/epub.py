"""EPUB: the chapters of a book one after another, as its spine orders them."""

from collections.abc import Iterator
from posixpath import join, normpath
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.beginning import marked_encoding
from crossquote.articles.blocks import Block, Kind, draft_of
from crossquote.articles.damage import damaged, locked
from crossquote.articles.format_signs import zip_of_type
from crossquote.articles.hypertext import paragraphs_of
from crossquote.articles.packed import Packed, unpack
from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.articles.trees import Element, parse_html, parse_xml, said, within
from crossquote.notation import read_toml
from crossquote.resources import resource

_NAME = "epub"
_MEDIA = "application/epub+zip"
_SUFFIX = ".epub"
_SIGN = zip_of_type(_MEDIA, _SUFFIX)
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_ENCRYPTION = "META-INF/rights.xml"


class EpubReader(Struct, frozen=True):
    """Reads all chapters but tables of contents."""

    name: str = _NAME
    media: str = _MEDIA
    suffixes: tuple[str, ...] = (_SUFFIX,)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the media type that its first part says, or by its name."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the book."""
        with unpack(data, _NAME, hints) as packed:
            place = _package_place(packed, hints)
            package = _tree(packed, place, hints)
            return draft_of(_chapters(packed, package, place, hints), _about(package))


READER = EpubReader()


def _tree(packed: Packed, name: str, hints: Hints) -> Element:
    data = packed.read(name)
    if data is None:
        raise damaged(_NAME, hints)
    return parse_xml(data, _NAME, hints)


def _package_place(packed: Packed, hints: Hints) -> str:
    container = _tree(packed, "META-INF/container.xml", hints)
    places = (said(root, "full-path") for root in within(container, "rootfile"))
    return normpath(next(filter(None, places), "content.opf"))


def _chapters(packed: Packed, package: Element, place: str, hints: Hints) -> Iterator[Block]:
    """Yield the paragraphs of all chapters; only the first can have the title."""
    items = {said(item, "id"): item for item in within(package, "item")}
    folder = place.rpartition("/")[0]
    first = True
    for reference in within(package, "itemref"):
        item = items.pop(said(reference, "idref"), None)
        if item is None or said(item, "media-type") not in _PAGES or "nav" in (said(item, "properties") or "").split():
            continue
        data = packed.read(normpath(join(folder, unquote(said(item, "href") or ""))).lstrip("/"))
        if data is None:
            continue
        if packed.read(_ENCRYPTION) is not None and b"<" not in data:
            raise locked(_NAME, hints)
        root = parse_html(_decoded(data), _NAME, hints)
        for block in paragraphs_of(root, _is_contents) if root is not None else ():
            yield block if first or block.kind is Kind.ASIDE else replace(block, kind=Kind.TEXT)
            first = False


def _decoded(data: bytes) -> str:
    """Return a page of a book: EPUB allows UTF-8 and UTF-16."""
    text = data.decode(marked_encoding(data) or "utf-8", "replace")
    return text.partition("?>")[2] if text.startswith("<?xml") else text


def _is_contents(element: Element) -> bool:
    return element.tag == "nav" or "toc" in (element.get("epub:type") or "").split()


def _about(package: Element) -> Draft:
    """Return what the package says of the book: Dublin Core's title, creators, publisher and language."""

    def texts(name: str) -> list[str]:
        return [text for one in within(package, name) if (text := " ".join((one.text or "").split()))]

    title, publisher = (next(iter(texts(name)), None) for name in ("title", "publisher"))
    unknown = set(read_toml(resource("file_names.toml"))["unknown"])
    authors = tuple(name[:500] for name in texts("creator")[:20] if name.casefold() not in unknown)
    return Draft("", title and title[:500], authors, outlet=publisher and publisher[:500])
