"""Ink: the elements of WordprocessingML that python-docx has no word for (ECMA-376, part 1, chapter 17)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct
from msgspec.structs import replace

from crossquote.export.formats.docx.letters import written
from crossquote.language.names import tag_of
from crossquote.text.direction import begins_leftward
from crossquote.text.scripts import reads_right_to_left

_W = qn("w:p").removesuffix("p")
_WHOLE = 100
_TWIPS = 9400
"""How wide the text of a page is, in twentieths of a point."""
_SET_APART = re.compile("[\u2066\u2068]([^\u2066-\u2069]*)\u2069")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Dress(Struct, frozen=True):
    """How a run looks, in which language (BCP 47) and direction it is."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str = ""
    language: str = ""
    right_to_left: bool = False


PLAIN = Dress()


class Style(StrEnum):
    """How a paragraph is laid out, by the id that python-docx's own template has it by."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    SECTION = "Heading1"
    UTTERANCE = "Heading2"
    RENDITION = "Heading3"
    COMMENT = "CommentText"


def element(name: str, /, *inner: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element of the main namespace with attributes of it."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(f"{_W}{key}", value)
    made.extend(inner)
    return made


def run(text: str, look: Dress = PLAIN, *, deleted: bool = False) -> BaseOxmlElement:
    """Return a run of `text`; what was deleted has an element of its own name."""
    words = element("delText" if deleted else "t")
    words.text = written(text)
    words.set(_SPACE, "preserve")
    properties = element("rPr", *_properties(look))
    return element("r", *((properties,) if len(properties) else ()), words)


def paragraph(
    inner: Iterable[BaseOxmlElement], style: Style = Style.NORMAL, *, right_to_left: bool = False
) -> BaseOxmlElement:
    """Return a paragraph of runs in a style, by its id."""
    properties = element("pPr")
    if style is not Style.NORMAL:
        properties.append(element("pStyle", val=style.value))
    if right_to_left:
        properties.append(element("bidi"))
    return element("p", *((properties,) if len(properties) else ()), *inner)


def kept(block: BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph that stays on the page of what follows it; its style is said before that."""
    properties = block.find(qn("w:pPr"))
    if properties is None:
        properties = element("pPr")
        block.insert(0, properties)
    properties.insert(int(properties.find(qn("w:pStyle")) is not None), element("keepNext"))
    return block


def runs_leftward(text: str) -> bool:
    """Tell whether a paragraph is read from right to left: it begins so, or most of its letters are."""
    return begins_leftward(text) or reads_right_to_left(text)


def line(
    text: str, style: Style = Style.NORMAL, *, look: Dress = PLAIN, language: str | None = None, own: bool = False
) -> BaseOxmlElement:
    """Return a paragraph that holds `text` alone, read the way its letters are; line breaks stay in it.

    What is the report's `own` words, told in a language that is read from the left, is read so whatever it begins with.
    """
    right_to_left = not own and runs_leftward(text)
    tag = tag_of(language) if language else ""
    look = replace(look, language=tag, right_to_left=right_to_left)
    runs = [part for one in text.split("\n") for part in (element("r", element("br")), *_runs(one, look))][1:]
    return paragraph(runs, style, right_to_left=right_to_left)


def _runs(text: str, look: Dress) -> Iterator[BaseOxmlElement]:
    """Yield a line as runs: among words that are read from right to left, what is set apart is one of its own."""
    pieces = _SET_APART.split(text) if look.right_to_left else [text]
    for number, piece in enumerate(pieces):
        if piece or len(pieces) == 1:
            yield run(piece, replace(look, right_to_left=begins_leftward(piece)) if number % 2 else look)


def table(
    rows: Iterable[Sequence[str]], shares: Sequence[int], heads: Sequence[str] = (), *, leftward: bool = False
) -> BaseOxmlElement:
    """Return a table whose columns have these `shares` of its width (in hundredths); its heads come on each page.

    The columns of a `leftward` one begin on the right.
    """
    drawn = [_row(heads, shares, head=True)] if heads else []
    drawn += (_row(row, shares) for row in rows)
    properties = element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        *((element("bidiVisual"),) if leftward else ()),
        element("tblW", w=str(50 * _WHOLE), type="pct"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="04A0"),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(_TWIPS * share // _WHOLE)) for share in shares))
    return element("tbl", properties, grid, *(drawn or [_row([""] * len(shares), shares)]))


def _row(cells: Sequence[str], shares: Sequence[int], *, head: bool = False) -> BaseOxmlElement:
    """Return a row, which no page parts; one cell alone takes the whole of it. Each line of a cell is a paragraph."""
    if len(cells) < len(shares):
        widths = [
            element("tcPr", element("tcW", w=str(50 * _WHOLE), type="pct"), element("gridSpan", val=str(len(shares))))
        ]
    else:
        widths = [element("tcPr", element("tcW", w=str(50 * share), type="pct")) for share in shares]
    look = Dress(bold=head)
    drawn = (
        element("tc", width, *(line(part, look=look) for part in cell.split("\n")))
        for width, cell in zip(widths, cells, strict=True)
    )
    marks = (element("cantSplit"), *((element("tblHeader"),) if head else ()))
    return element("tr", element("trPr", *marks), *drawn)


def _properties(look: Dress) -> Iterable[BaseOxmlElement]:
    """Yield the properties of a run in the order that the schema wants."""
    if look.bold:
        yield from (element("b"), element("bCs"))
    if look.italic:
        yield from (element("i"), element("iCs"))
    if look.struck:
        yield element("strike")
    if look.colour:
        yield element("color", val=look.colour)
    if look.right_to_left:
        yield element("rtl")
    if look.language:
        yield element("lang", **({"bidi": look.language} if look.right_to_left else {"val": look.language}))
