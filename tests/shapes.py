"""The shape of a report: what in a file is no text, as readers find it that the program does not have itself."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from types import MappingProxyType
from zipfile import ZipFile

from lxml import etree
from markdown_it import MarkdownIt
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_PAIR = re.compile("[\u2066\u2068]([^\u2066-\u2069]*)\u2069")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORMULAS = tuple("=+-@＝＋－＠")


def shape(ending: str, data: bytes) -> frozenset[str]:
    """Return what a report has of elements, attributes, tokens or keys, and what its texts do that no text may."""
    return frozenset(_SHAPES[ending](data))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        for name, value in attrs:
            self.found.append(f"{tag} {name}")
            if name in {"href", "src"}:
                self.found.append(f"leads to {re.sub('[^:#/]', '', (value or ''))[:1] or '?'}{(value or '')[:5]}")

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - as the parser calls it
        self.found.append("a comment")

    def handle_pi(self, data: str) -> None:  # noqa: ARG002 - as the parser calls it
        self.found.append("an instruction")


def _page(data: bytes) -> Iterator[str]:
    page = _Page()
    text = data.decode()
    page.feed(text)
    page.close()
    yield from (re.sub(r"#.*", "#", one) for one in page.found)
    yield from odd_in(text, turns=True)


def odd_in(text: str, *, turns: bool) -> Iterator[str]:
    """Yield what a text does that no text may: control something, or turn the direction of what follows."""
    if _CONTROLS.search(text):
        yield "a control character"
    if turns and _TURNS.search(text) and _TURNS.search(_without_pairs(text)):
        yield "a turn of direction"


def _without_pairs(text: str) -> str:
    """Return a text without marks that set apart what stands between two of them: these turn nothing beside them."""
    bare = _PAIR.sub(r"\1", text)
    return bare if bare == text else _without_pairs(bare)


def _xml(data: bytes, *, seen: bool = False) -> Iterator[str]:
    """Yield the shape of XML; in what is not `seen` but read by programs, letters may be any that are numbers there."""
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for one in tree.iter():
        if not isinstance(one.tag, str):
            yield "no element"
            continue
        yield one.tag
        yield from (f"{one.tag} {key}" for key in one.keys())  # noqa: SIM118 - of an element
        if seen:
            yield from odd_in("".join((one.text or "", one.tail or "")), turns=True)
    yield from odd_in(data.decode(), turns=True)


def _parts(data: bytes) -> Iterator[str]:
    """Yield the shape of a file of several parts: each part's, what it is related to, and fields that are reckoned."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield re.sub(r"\d+", "", name)
            if not name.endswith((".xml", ".rels")):
                continue
            yield from _part(archive.read(name))


@lru_cache(maxsize=64)
def _part(data: bytes) -> frozenset[str]:
    """Return the shape of a part; most are the same in every file of their format."""
    tree = etree.fromstring(data)
    related = (f"related {one.get('TargetMode')}" for one in tree.iter("{*}Relationship"))
    reckoned = (f"reckoned {one.get(key)}" for one in tree.iter("{*}fldSimple") for key in one.keys())  # noqa: SIM118
    return frozenset((*_xml(data, seen=True), *related, *reckoned))


def _table(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8-sig")
    yield from odd_in(text, turns=True)
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    yield f"{len({len(row) for row in rows})} widths"
    pieces = (piece for row in rows for cell in row for piece in re.split(r"[;|\t\r\n]", cell))
    yield from ("a formula" for piece in pieces if piece.strip(" \t").startswith(_FORMULAS))


def _markdown(data: bytes) -> Iterator[str]:
    text = data.decode()
    yield from odd_in(text, turns=True)
    reader = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"])
    for token in reader.parse(text):
        yield f"{token.type} {token.tag}"
        yield from (f"{inner.type} {inner.tag}" for inner in token.children or () if inner.type != "softbreak")


def _json(data: bytes) -> Iterator[str]:
    text = data.decode()
    json.loads(text)
    yield from odd_in(text, turns=True)


def _pdf(data: bytes) -> Iterator[str]:
    reader = PdfReader(BytesIO(data))
    seen: set[int] = set()
    waiting: list[object] = [reader.trailer]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield from (key for key in one if not re.fullmatch(r"/[A-Za-z]*\d+|/[A-Z0-9+]+", key))
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one


_SHAPES: Mapping[str, Callable[[bytes], Iterator[str]]] = MappingProxyType(
    {
        ".html": _page,
        ".docx": _parts,
        ".xlsx": _parts,
        ".csv": _table,
        ".md": _markdown,
        ".json": _json,
        ".tmx": _xml,
        ".xlf": _xml,
        ".xml": _xml,
        ".pdf": _pdf,
    }
)
