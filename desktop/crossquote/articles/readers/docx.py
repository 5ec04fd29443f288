"""DOCX, as Word and many others write it: the text as it stands once all tracked changes are accepted."""

from collections.abc import Iterator
from posixpath import join, normpath

from msgspec import Struct

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.damage import damaged
from crossquote.articles.format_signs import zip_with
from crossquote.articles.packed import Packed, unpack
from crossquote.articles.press import articles_in
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness
from crossquote.articles.trees import Element, inner, local, parse_xml, said, within

_NAME = "docx"
_SIGN = zip_with(b"word/", ".docx")
_GONE = frozenset({
    "del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "tblPr", "tcPr", "sectPr", "sdtPr", "rt",
    "drawing", "pict", "object", "Fallback", "annotationRef", "footnoteRef", "endnoteRef",
})  # fmt: skip
"""What has no text of the paragraph: what was deleted, how it is shown, what stands apart from it."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_PARAGRAPHS = frozenset({"p", "tbl"})
_TITLES = frozenset({"title", "heading 1"})
_OFF = frozenset({"0", "false", "off"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


class DocxReader(Struct, frozen=True):
    """Reads the body; foot- and endnotes follow it, heads and feet of pages and comments are set aside."""

    name: str = _NAME
    media: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    suffixes: tuple[str, ...] = (".docx", ".docm")
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the folder that its parts are in."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft | Several:
        """Return the document."""
        with unpack(data, _NAME, hints) as packed:
            return _Parts(packed, hints).draft()


READER = DocxReader()


class _Parts:
    """The parts of a document, found by the relations that they have."""

    def __init__(self, packed: Packed, hints: Hints) -> None:
        self._packed, self._hints = packed, hints
        self._main = self._related("", "officeDocument") or ["word/document.xml"]
        self._titles = self._title_styles()

    def draft(self) -> Draft | Several:
        """Return what the document says."""
        root = self._tree(self._main[0])
        if root is None:
            raise damaged(_NAME, self._hints)
        body = list(self._blocks(root))
        notes = list(self._notes(root))
        aside = [block for kind in ("header", "footer", "comments") for block in self._aside(kind)]
        return articles_in([*body, *notes, *aside], self._about())

    def _tree(self, name: str) -> Element | None:
        data = self._packed.read(name)
        return None if data is None else parse_xml(data, _NAME, self._hints)

    def _related(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts that `part` is related to in this way, by the last word of the relation.

        A part that is named many times is read once.
        """
        folder, _, name = part.rpartition("/")
        relations = self._tree(join(folder, "_rels", f"{name}.rels"))
        if relations is None:
            return []
        found = [one for one in within(relations, "Relationship") if (said(one, "Type") or "").endswith(f"/{kind}")]
        targets = (said(one, "Target") or "" for one in found if said(one, "TargetMode") != "External")
        return list(dict.fromkeys(normpath(join(folder, target)).lstrip("/") for target in targets))

    def _title_styles(self) -> frozenset[str]:
        """Return the ids of the styles that titles have; the names of these are the same in every language."""
        found = {"Title", "Heading1"}
        for name in self._related(self._main[0], "styles"):
            root = self._tree(name)
            for style in within(root, "style") if root is not None else ():
                named = next((said(child, "val") or "" for child in inner(style, "name")), "")
                if named.lower() in _TITLES:
                    found.add(said(style, "styleId") or "")
        return frozenset(found)

    def _about(self) -> Draft:
        title = None
        for name in self._related("", "core-properties"):
            root = self._tree(name)
            texts = [(one.text or "").strip() for one in within(root, "title")] if root is not None else []
            title = next((text[:500] for text in texts if text), None)
        return Draft("", title)

    def _notes(self, root: Element) -> Iterator[Block]:
        """Yield the notes in the order in which the text refers to them."""
        for reference, kind in _NOTES.items():
            notes: dict[str, Element] = {}
            for name in self._related(self._main[0], kind):
                tree = self._tree(name)
                notes |= {said(note, "id") or "": note for note in tree if local(note)} if tree is not None else {}
            for one in within(root, reference):
                note = notes.pop(said(one, "id") or "", None)
                if note is not None:
                    yield from self._blocks(note)

    def _aside(self, kind: str) -> Iterator[Block]:
        seen: set[str] = set()
        for name in self._related(self._main[0], kind):
            root = self._tree(name)
            for block in self._blocks(root) if root is not None else ():
                if block.text not in seen:
                    seen.add(block.text)
                    yield Block(block.text, Kind.ASIDE)

    def _blocks(self, root: Element) -> Iterator[Block]:
        """Yield the paragraphs below `root`; one whose mark was deleted goes on in the next."""
        held = ""
        for paragraph in _paragraphs(root):
            held += "".join(_texts(paragraph))
            if _goes_on(paragraph):
                continue
            yield Block(held, Kind.TITLE if _style(paragraph) in self._titles else Kind.TEXT)
            held = ""
        if held:
            yield Block(held)


def _paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs in order, what stands in a text box after the paragraph that it hangs on."""
    for child in root:
        name = local(child)
        if name == "p":
            yield child
            for box in within(child, "txbxContent"):
                if _hangs_on(box, child):
                    yield from _paragraphs(box)
        elif name not in _GONE and not (name == "tr" and _is_deleted_row(child)):
            yield from _paragraphs(child)


def _hangs_on(box: Element, paragraph: Element) -> bool:
    """Tell whether a text box hangs on this paragraph, not on one in another box, nor is said a second time."""
    for above in box.iterancestors():
        if local(above) in ("p", "Fallback"):
            return above is paragraph
    return False


def _is_deleted_row(row: Element) -> bool:
    return any(True for properties in inner(row, "trPr") for _ in inner(properties, "del"))


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a paragraph."""
    for child in element:
        name = local(child)
        if name in _GONE or name in _PARAGRAPHS or (name == "r" and _is_hidden(child)):
            continue
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sym":
            yield _symbol(said(child, "char") or "")
        else:
            yield from _texts(child)


def _symbol(code: str) -> str:
    """Return the sign of a symbol; those of fonts of their own (U+F000 and on) mean nothing elsewhere."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 else ""


def _is_hidden(run: Element) -> bool:
    return any(
        (said(mark, "val") or "1") not in _OFF
        for properties in inner(run, "rPr")
        for mark in inner(properties, "vanish")
    )


def _goes_on(paragraph: Element) -> bool:
    """Tell whether the mark at the end of a paragraph was deleted."""
    marks = (mark for properties in inner(paragraph, "pPr") for mark in inner(properties, "rPr"))
    return any(local(one) in ("del", "moveFrom") for mark in marks for one in mark)


def _style(paragraph: Element) -> str:
    styles = (style for properties in inner(paragraph, "pPr") for style in inner(properties, "pStyle"))
    return next((said(style, "val") or "" for style in styles), "")
