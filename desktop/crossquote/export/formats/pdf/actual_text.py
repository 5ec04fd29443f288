"""Telling readers of a PDF what its glyphs say, where they can't tell by themselves (ISO 32000-1, 14.9.4: ActualText).

Qt tells it of those glyphs alone that a face names for a letter, not of those that shaping makes: the joined and half
letters of Hindi, the letters of Arabic. What was drawn is known line by line, and Qt writes glyph by glyph; the two are
held against each other, and nothing is told of a page where they do not agree.

A word that is shaped is told as a whole. Where one reads from right to left, a reader turns the order of what it reads
glyph by glyph, and of nothing else: there each glyph is told to be its letter (9.10.3: ToUnicode).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import regex
from msgspec import Struct
from pypdf import PageObject, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from crossquote.export.formats.pdf.pages import DrawnGlyph, DrawnLine, from_left

_WRITTEN = re.compile(
    rb"/Span << /ActualText <> >> BDC\n.*?EMC\n|/(F\d+) \S+ Tf|(\S+) \S+ Td <([0-9A-F]{4})> Tj\n", re.DOTALL
)
"""As Qt writes: a face before each piece of text, then each glyph with how far to the right it is of the one before.

Where a face has nothing bold, all of a piece is drawn once more beside it, and says nothing.
"""
_TOLD = re.compile(r"<([0-9A-F]{4})> <[0-9A-F]{4}> (?:<([0-9A-F]+)>|\[([^\]]*)\])")
"""As Qt tells of glyphs: from a code to a code, the letters of the first, or of each."""
_LETTER = regex.compile(r"\p{L}|\p{M}")
_BEGIN, _END = "endcodespacerange\n", "endcmap"
_MOST = 100
"""Codes that one part of such a table may tell of."""
_Code = tuple[str, int]
"""A glyph of the file: the name of its face there, and its code."""


class _FontFace(Struct, frozen=True):
    """A face of the file: what Qt tells of its codes, and the table in which it does."""

    told: Mapping[int, str]
    table: StreamObject


class _WrittenGlyph(Struct, frozen=True):
    """A glyph as it stands among the bytes that draw a page, from `begin` to `end`, and how far right it is drawn."""

    code: _Code
    place: float
    begin: int
    end: int


_WrittenLine = list[tuple[_WrittenGlyph, DrawnGlyph]]
"""What is written beside what was drawn."""


def tell_letters(writer: PdfWriter, lines: Sequence[Sequence[DrawnLine]]) -> None:
    """Write into a PDF that Qt made what its glyphs say, page by page; one without lines tells it by itself."""
    numbers: dict[_Code, int] = {}
    forms: dict[_Code, set[str]] = defaultdict(set)
    faces: dict[str, _FontFace] = {}
    for page, drawn in zip(writer.pages, lines, strict=False):
        if drawn:
            faces |= {name: face for name, face in _faces(page).items() if name not in faces}
            contents = cast("StreamObject", page["/Contents"].get_object())
            groups = list(_groups(_agreeing(contents.get_data(), drawn, numbers)))
            contents.set_data(_spanned(contents.get_data(), list(_places(groups, faces))))
            for group in groups:
                if group[0][1].leftward:
                    forms[group[0][0].code].add(group[0][1].letters if len(group) == 1 else "")
    for name, face in faces.items():
        told = {code[1]: next(iter(said)) for code, said in forms.items() if code[0] == name and len(said) == 1}
        _tell_face(face, {code: said for code, said in told.items() if _LETTER.fullmatch(said)})


def _agreeing(data: bytes, drawn: Sequence[DrawnLine], numbers: dict[_Code, int]) -> list[_WrittenLine]:
    """Return the lines of a page; none where a code would be of two glyphs.

    `numbers` are those of the glyphs whose codes are known.
    """
    written, found, at = list(_written(data)), list[_WrittenLine](), 0
    for line in drawn:
        found.append(list(zip(from_left(written[at : at + len(line)]), line, strict=False)))
        at += len(line)
    here: dict[_Code, int] = {}
    agree = at <= len(written) and all(
        numbers.get(one.code, glyph.number) == here.setdefault(one.code, glyph.number) == glyph.number
        for pairs in found
        for one, glyph in pairs
    )
    numbers |= here if agree else {}
    return found if agree else []


def _written(data: bytes) -> Iterator[_WrittenGlyph]:
    """Yield the glyphs that draw a page, in their order."""
    face, place = "", 0.0
    for found in _WRITTEN.finditer(data):
        if found[1]:
            face, place = f"/{found[1].decode()}", 0.0
        elif found[2]:
            place += float(found[2])
            yield _WrittenGlyph((face, int(found[3], 16)), place, found.start(), found.end())


def _groups(lines: Iterable[_WrittenLine]) -> Iterator[_WrittenLine]:
    """Yield the glyphs of each group of a page."""
    for line in lines:
        groups: dict[int, _WrittenLine] = defaultdict(list)
        for one, glyph in line:
            groups[glyph.group].append((one, glyph))
        yield from groups.values()


def _places(groups: Iterable[_WrittenLine], faces: Mapping[str, _FontFace]) -> Iterator[tuple[int, int, str]]:
    """Yield where groups begin and end among the bytes whose glyphs do not tell their letters, and these.

    Of what is read from the right, a reader turns the order of glyphs, and not of letters: nothing is told so there.
    """
    for group in groups:
        letters = group[0][1].letters
        said = "".join(faces[one.code[0]].told.get(one.code[1], "") for one, _ in group)
        begin, end = min(one.begin for one, _ in group), max(one.end for one, _ in group)
        whole = sum(one.end - one.begin for one, _ in group) == end - begin
        if not group[0][1].leftward and said != letters and whole:
            yield begin, end, letters


def _spanned(data: bytes, places: Sequence[tuple[int, int, str]]) -> bytes:
    """Return what draws a page, with what is said at some places."""
    parts: list[bytes] = []
    at = 0
    for begin, end, letters in sorted(places):
        said = letters.encode("utf-16-be", "replace").hex().upper().encode()
        parts += (data[at:begin], b"/Span <</ActualText <FEFF%s>>> BDC\n" % said, data[begin:end], b"EMC\n")
        at = end
    return b"".join((*parts, data[at:]))


def _faces(page: PageObject) -> dict[str, _FontFace]:
    """Return the faces of a page by their names there, which are the same on all pages."""
    fonts = cast("DictionaryObject", page["/Resources"]).get("/Font", DictionaryObject())
    tables = {name: cast("StreamObject", font.get_object()["/ToUnicode"]) for name, font in fonts.items()}
    return {name: _FontFace(dict(_codes(table.get_data().decode())), table) for name, table in tables.items()}


def _tell_face(face: _FontFace, letters: Mapping[int, str]) -> None:
    """Tell of codes of a face other letters than Qt does."""
    rows = [_row(code, said) for code, said in sorted({**face.told, **letters}.items())] if letters else []
    parts = [rows[begin : begin + _MOST] for begin in range(0, len(rows), _MOST)]
    inner = [line for part in parts for line in (f"{len(part)} beginbfchar", *part, "endbfchar")]
    table = face.table.get_data().decode()
    first, last = table.find(_BEGIN) + len(_BEGIN), table.find(_END)
    if rows and first >= len(_BEGIN) and last > first:
        face.table.set_data("\n".join((table[:first], *inner, table[last:])).encode())


def _row(code: int, letters: str) -> str:
    return f"<{code:04X}> <{letters.encode('utf-16-be', 'replace').hex().upper()}>"


def _codes(table: str) -> Iterator[tuple[int, str]]:
    """Yield the codes that a table of Qt's tells of, with their letters."""
    for found in _TOLD.finditer(table):
        for number, said in enumerate([found[2]] if found[2] else found[3].strip("<> ").split("> <")):
            yield int(found[1], 16) + number, bytes.fromhex(said).decode("utf-16-be", "replace")
