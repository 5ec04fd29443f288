"""Glyphs: which letters each glyph of a line stands for, as Qt shaped them.

Letters that are shaped together are a cluster: in Devanagari a syllable, in Arabic mostly one letter.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from types import MappingProxyType
from unicodedata import normalize

import regex
from msgspec import Struct
from PySide6.QtGui import QGlyphRun, QTextBlock, QTextLayout, QTextLine

from crossquote.export.formats.pdf.letters import may_be_mistold
from crossquote.export.formats.pdf.pages import DrawnGlyph, DrawnLine, from_left
from crossquote.gui.paper.cutting import StripPart
from crossquote.gui.paper.layout import Strip
from crossquote.gui.paper.placing import blocks_of, lines_within
from crossquote.gui.units import said_by, units_of

_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}\u200c\u200d]+ ?|[\ud800-\udbff][\udc00-\udfff]|.", regex.DOTALL
)
"""A word with the joiners in it and the blank behind it, or any other sign; in UTF-16, by which Qt counts."""
_FLAG = QTextLayout.GlyphRunRetrievalFlag
_ASKED = _FLAG.RetrieveGlyphIndexes | _FLAG.RetrieveStringIndexes | _FLAG.RetrieveGlyphPositions
_JOINED = (0xFB4F, 0xFDFD), (0xFE6F, 0xFEFC)
"""Arabic Presentation Forms-A and -B."""
_Numbers = dict[tuple[bytes, int], int]
"""The number of each glyph, by its face and its number there."""


class _PlacedGlyph(Struct, frozen=True):
    """A glyph at a place of its line, in points from the left."""

    place: float
    glyph: DrawnGlyph


class _GlyphLine(Struct, frozen=True):
    """A line of a paragraph, and where on the strip it is."""

    shown: StripPart
    block: QTextBlock
    line: QTextLine

    @property
    def text(self) -> str:
        """What it says, a sign for each unit."""
        begin = self.line.textStart()
        return units_of(self.block.text())[begin : begin + self.line.textLength()]


def lines_of(strip: Strip) -> Iterator[tuple[DrawnLine, ...]]:
    """Yield for each page its lines as they are drawn; none for one on which each letter has a glyph of its own.

    Nothing at all is told where there is no other page.
    """
    if not may_be_mistold(strip.document.toPlainText()):
        return
    lines, numbers = list(_lines(strip)), _Numbers()
    for part in strip.pages:
        shown = [one for stretch in part.stretches for one in lines if stretch.holds(one.shown)]
        mistold = any(may_be_mistold(one.text) for one in shown)
        yield tuple(_drawn(one, numbers) for one in shown) if mistold else ()


def _lines(strip: Strip) -> Iterator[_GlyphLine]:
    for block in blocks_of(strip.document):
        for number, shown in enumerate(lines_within(strip.document, block)):
            yield _GlyphLine(shown, block, block.layout().lineAt(number))


def _drawn(told: _GlyphLine, numbers: _Numbers) -> DrawnLine:
    """Return the glyphs of a line from left to right; those at one place come as they are drawn."""
    found = [
        placed
        for word in _WORD.finditer(told.text)
        for placed in _of_word(told.line, told.line.textStart() + word.start(), word[0], numbers)
    ]
    return tuple(placed.glyph for placed in from_left(found))


def _of_word(line: QTextLine, start: int, word: str, numbers: _Numbers) -> Sequence[_PlacedGlyph]:
    """Return the glyphs of a word of a line; one in several faces is told letter by letter, its blank first."""
    runs = line.glyphRuns(start, len(word), _ASKED)
    parts = [word.rstrip(" "), " "] if word.endswith(" ") else list(word)
    leftward = any(run.isRightToLeft() for run in runs)
    if len(runs) == 1 and not (leftward and word[1:].endswith(" ")):
        found = list(_of_run(runs[0], start, word, numbers))
        return found[::-1] if leftward else found
    begins = accumulate(map(len, parts), initial=start)
    several = zip(begins, parts, strict=False) if len(word) > 1 else ()
    return [one for begin, part in several for one in _of_word(line, begin, part, numbers)]


def _of_run(run: QGlyphRun, start: int, word: str, numbers: _Numbers) -> Iterator[_PlacedGlyph]:
    """Yield the glyphs of a word in one face; where one reads from the right, its letters are told one by one.

    Boxes, for letters that no face has, are no glyphs in a file. They have no tables, by which a face is known here: Qt
    crashes when asked how they are called.
    """
    face, leftward = run.rawFont(), run.isRightToLeft()
    name = bytes(face.fontTable("head").data())
    if not name:
        return
    begins = run.stringIndexes() if leftward else [start] * len(run.glyphIndexes())
    ends = dict(pairwise([*sorted(set(begins)), start + len(word)]))
    for index, begin, place in zip(run.glyphIndexes(), begins, run.positions(), strict=True):
        letters = said_by(word[max(begin - start, 0) : ends[begin] - start])
        number = numbers.setdefault((name, index), len(numbers))
        yield _PlacedGlyph(place.x(), DrawnGlyph(number, begin, joined_letters().get(letters, letters), leftward))


@lru_cache(maxsize=1)
def joined_letters() -> Mapping[str, str]:
    """Return several letters of Arabic → the one that stands for them in Unicode's forms for old encodings."""
    forms = [chr(code) for first, last in _JOINED for code in range(last, first, -1)]
    return MappingProxyType({letters: form for form in forms if len(letters := normalize("NFKC", form)) > 1})
