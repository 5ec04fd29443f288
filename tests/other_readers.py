"""Reports as readers that are not ours read them: all that stands in one, as text."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO, StringIO
from types import MappingProxyType

import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from python_calamine import CalamineWorkbook

_TEI = "{http://www.tei-c.org/ns/1.0}"
_XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
_FOOT = 40


def read_elsewhere(ending: str, data: bytes) -> str:
    """Return all that stands in a report of some ending, what is a part of its own (a cell, a paragraph) on a line.

    Where a text and its base are drawn as one, with what was put in and taken out, each stands there for itself.
    """
    return "\n".join(_READERS[ending](data))


def _html(data: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(data.decode())
    page.close()
    yield "".join(page.texts)


class _Page(HTMLParser):
    """Collects the texts of a page that are no style: `texts`."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.cdata_elem != "style":
            self.texts.append(data)


def _pdf(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        yield document[number].get_textpage().get_text_bounded(bottom=_FOOT)


def _docx(data: bytes) -> Iterator[str]:
    document = Document(BytesIO(data))
    for paragraph in document.element.body.iter(qn("w:p")):
        runs = [one for one in paragraph.iter(qn("w:t"), qn("w:delText")) if one.text]
        yield "".join(str(one.text) for one in runs if one.tag == qn("w:t"))
        put_in = {id(one) for change in paragraph.iter(qn("w:ins")) for one in change.iter(qn("w:t"))}
        yield "".join(str(one.text) for one in runs if id(one) not in put_in)
    for comment in document.comments:
        yield comment.author
        yield comment.text


def _xlsx(data: bytes) -> Iterator[str]:
    book = CalamineWorkbook.from_object(BytesIO(data))
    for name in book.sheet_names:
        yield from (str(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row)


def _csv(data: bytes) -> Iterator[str]:
    rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    yield from (cell for row in rows for cell in row)


def _json(data: bytes) -> Iterator[str]:
    waiting = [json.loads(data)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        waiting += reversed(list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else [])


def _markdown(data: bytes) -> Iterator[str]:
    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode()):
        yield from (_without(block.children or [], "s"), _without(block.children or [], "strong"))


def _without(tokens: list[Token], tag: str) -> str:
    """Return what a line says but for what stands in one kind of element."""
    depth, said = 0, ""
    for one in tokens:
        depth += one.nesting * (one.tag == tag)
        said += one.content * (depth == 0 and one.type in {"text", "text_special"})
    return said


def _xml(data: bytes) -> Iterator[str]:
    yield from map(str, etree.fromstring(data).itertext())


def _xliff(data: bytes) -> Iterator[str]:
    tree = etree.fromstring(data)
    for odd in tree.iter(f"{_XLIFF}cp"):
        odd.text = "\ufffd"
    yield from ("".join(map(str, one.itertext())) for one in tree.iter(f"{_XLIFF}note", f"{_XLIFF}source"))
    yield from ("".join(map(str, one.itertext())) for one in tree.iter(f"{_XLIFF}target"))


def _tei(data: bytes) -> Iterator[str]:
    tree = etree.fromstring(data)
    for line in tree.iter(f"{_TEI}ab"):
        witnesses = {one for entry in line.iter(f"{_TEI}lem", f"{_TEI}rdg") for one in str(entry.get("wit")).split()}
        yield from (_along(line, one) for one in sorted(witnesses))
    yield from map(str, tree.itertext())


def _along(line: etree._Element, witness: str) -> str:
    """Return what a witness has in a line with an apparatus."""
    said = line.text or ""
    for entry in line:
        said += "".join(str(part) for one in entry if witness in str(one.get("wit")).split() for part in one.itertext())
        said += entry.tail or ""
    return said


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = MappingProxyType(
    {
        ".html": _html,
        ".pdf": _pdf,
        ".docx": _docx,
        ".xlsx": _xlsx,
        ".csv": _csv,
        ".json": _json,
        ".md": _markdown,
        ".tmx": _xml,
        ".xlf": _xliff,
        ".xml": _tei,
    }
)
