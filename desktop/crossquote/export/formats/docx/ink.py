"""Ink: the elements of WordprocessingML that python-docx has no word for (ECMA-376, part 1, chapter 17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from crossquote.export.formats.docx.letters import written
from crossquote.language.tags import tag_of
from crossquote.text.scripts import reads_right_to_left

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks, in which language (BCP 47) and direction it is."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str = ""
    language: str = ""
    right_to_left: bool = False


PLAIN = Look()


def element(name: str, /, *inner: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element of the main namespace with attributes of it."""
    made = OxmlElement(f"w:{name}", attrs={qn(f"w:{key}"): value for key, value in attributes.items()})
    made.extend(inner)
    return made


def run(text: str, look: Look = PLAIN, *, deleted: bool = False) -> BaseOxmlElement:
    """Return a run of `text`; what was deleted has an element of its own name."""
    words = element("delText" if deleted else "t")
    words.text = written(text)
    words.set(_SPACE, "preserve")
    properties = element("rPr", *_properties(look))
    return element("r", *((properties,) if len(properties) else ()), words)


def paragraph(inner: Iterable[BaseOxmlElement], style: str = "", *, right_to_left: bool = False) -> BaseOxmlElement:
    """Return a paragraph of runs in a style, by its id."""
    properties = element("pPr")
    if style:
        properties.append(element("pStyle", val=style))
    if right_to_left:
        properties.append(element("bidi"))
    return element("p", *((properties,) if len(properties) else ()), *inner)


def line(text: str, style: str = "", *, look: Look = PLAIN, language: str | None = None) -> BaseOxmlElement:
    """Return a paragraph that holds `text` alone, read the way its letters are; line breaks stay in it."""
    right_to_left = reads_right_to_left(text)
    tag = tag_of(language) if language else ""
    look = replace(look, language=tag, right_to_left=right_to_left)
    runs = [part for one in text.split("\n") for part in (element("r", element("br")), run(one, look))][1:]
    return paragraph(runs, style, right_to_left=right_to_left)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> BaseOxmlElement:
    """Return a table; its heads, where it has any, come again on each page."""
    drawn = [_row(heads, head=True)] if heads else []
    drawn += (_row(row) for row in rows)
    columns = max((sum(part.tag == qn("w:tc") for part in row) for row in drawn), default=1)
    properties = element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w="5000", type="pct"),
        element("tblLook", val="04A0"),
    )
    grid = element("tblGrid", *(element("gridCol") for _ in range(columns)))
    return element("tbl", properties, grid, *(drawn or [_row(("",))]))


def _row(cells: Sequence[str], *, head: bool = False) -> BaseOxmlElement:
    drawn = (element("tc", line(cell, look=Look(bold=head))) for cell in cells)
    marks = (element("trPr", element("cantSplit"), element("tblHeader")),) if head else ()
    return element("tr", *marks, *drawn)


def _properties(look: Look) -> Iterable[BaseOxmlElement]:
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
