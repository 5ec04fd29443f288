"""ODT, as LibreOffice and others write it: the text as it stands once all tracked changes are accepted."""

import re
from collections.abc import Iterator

from msgspec import Struct

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.damage import damaged, locked
from crossquote.articles.format_signs import zip_of_type
from crossquote.articles.packed import Packed, unpack
from crossquote.articles.press import articles_in
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness
from crossquote.articles.trees import Element, inner, local, parse_xml, said, within

_NAME = "odt"
_MEDIA = "application/vnd.oasis.opendocument.text"
_SUFFIXES = (".odt", ".ott")
_SIGN = zip_of_type(_MEDIA, *_SUFFIXES)
_GONE = frozenset({
    "tracked-changes", "annotation", "annotation-end", "ruby-text", "note-citation", "forms", "sequence-decls",
    "index-title-template", "hidden-text", "hidden-paragraph", "script", "desc", "title", "image", "object", "math",
    "table-of-content-source", "alphabetical-index-source", "event-listeners", "variable-decls", "user-field-decls",
})  # fmt: skip
"""What has no text of a paragraph: what was deleted, how it is made, what is said of a picture."""
_TITLE_FIELD = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}title"
_APART = frozenset({"note", "frame", "custom-shape", "text-box", "table", "list"})
_PARAGRAPHS = frozenset({"p", "h"})
_TITLES = frozenset({"Title", "Heading_20_1"})
"""Pages of the web are saved with headings that are only styled so."""
_STYLED, _HIDDEN = ("p", "h", "span"), "hidden-text"
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 1000


class OdtReader(Struct, frozen=True):
    """Reads the body; notes follow it, heads and feet of pages and comments are set aside."""

    name: str = _NAME
    media: str = _MEDIA
    suffixes: tuple[str, ...] = _SUFFIXES
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the media type that its first part says, or by its name."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft | Several:
        """Return the document."""
        with unpack(data, _NAME, hints) as packed:
            return _draft(packed, hints)


READER = OdtReader()


def _draft(packed: Packed, hints: Hints) -> Draft | Several:
    manifest = packed.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise locked(_NAME, hints)
    content = packed.read("content.xml")
    if content is None:
        raise damaged(_NAME, hints)
    root = parse_xml(content, _NAME, hints)
    body = next((text for body in within(root, "body") for text in inner(body, "text")), None)
    if body is None:
        raise damaged(_NAME, hints)
    _mark_hidden(root)
    titles = _titles(root)
    notes = [block for note in within(body, "note-body") for block in _blocks(note, titles)]
    comments = [block for one in within(body, "annotation") for block in _blocks(one, titles)]
    aside = (Block(block.text, Kind.ASIDE) for block in (*comments, *_page_heads(packed, hints)))
    return articles_in([*_blocks(body, titles), *notes, *aside], _about(packed, hints))


def _mark_hidden(root: Element) -> None:
    """Call what has a style that is not shown by the name of what is hidden anyway."""
    shown = (one for one in within(root, "text-properties") if said(one, "display") == "none")
    styles = {said(parent, "name") or "" for one in shown if (parent := one.getparent()) is not None}
    styled = [one for name in _STYLED for one in within(root, name)] if styles else []
    for element in styled:
        if said(element, "style-name") in styles:
            element.tag = _HIDDEN


def _titles(root: Element) -> frozenset[str]:
    """Return the names of the styles that titles have: those for them, and those made of them."""
    styles = within(root, "style")
    made = {said(style, "name") or "" for style in styles if said(style, "parent-style-name") in _TITLES}
    return _TITLES | made


def _about(packed: Packed, hints: Hints) -> Draft:
    data = packed.read("meta.xml")
    if data is None:
        return Draft("")
    root = parse_xml(data, _NAME, hints)
    titles = ((one.text or "").strip() for one in within(root, "title"))
    return Draft("", next((text[:500] for text in titles if text), None))


def _page_heads(packed: Packed, hints: Hints) -> Iterator[Block]:
    data = packed.read("styles.xml")
    root = parse_xml(data, _NAME, hints) if data is not None else None
    if root is None:
        return
    seen: set[str] = set()
    for name in ("header", "header-left", "header-first", "footer", "footer-left", "footer-first"):
        for part in within(root, name):
            for block in _blocks(part, frozenset()):
                if block.text not in seen:
                    seen.add(block.text)
                    yield block


def _blocks(root: Element, titles: frozenset[str]) -> Iterator[Block]:
    for paragraph in _paragraphs(root):
        first = local(paragraph) == "h" and said(paragraph, "outline-level") == "1"
        kind = Kind.TITLE if first or said(paragraph, "style-name") in titles else Kind.TEXT
        yield Block("".join(_texts(paragraph)).strip(), kind)


def _paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs in order, what stands in a frame after the paragraph that it hangs on."""
    for child in root:
        name = local(child)
        if _is_gone(child) or name == "note" or said(child, "display") == "none":
            continue
        if name in _PARAGRAPHS:
            yield child
            for box in within(child, "text-box"):
                if _hangs_on(box, child):
                    yield from _paragraphs(box)
        else:
            yield from _paragraphs(child)


def _is_gone(element: Element) -> bool:
    """Tell what has no text of a paragraph; the field that writes out the document's title has the name of another."""
    return local(element) in _GONE and element.tag != _TITLE_FIELD


def _hangs_on(box: Element, paragraph: Element) -> bool:
    """Tell whether a text box hangs on this paragraph, not on one in another box, a note or a comment."""
    return next((above for above in box.iterancestors() if local(above) in _PARAGRAPHS), None) is paragraph


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a paragraph, blanks and breaks as OpenDocument has them: many blanks are one."""
    yield _BLANKS.sub(" ", element.text or "")
    for child in element:
        name = local(child)
        if name == "s":
            yield " " * min(_MOST_BLANKS, _number(said(child, "c")))
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name not in _APART and not _is_gone(child):
            yield from _texts(child)
        yield _BLANKS.sub(" ", child.tail or "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 1
