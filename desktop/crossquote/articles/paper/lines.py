"""Pages: their lines, as pdfium finds them."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from crossquote.articles.paper.clusters import whole_clusters
from crossquote.articles.paper.line import PrintedLine
from crossquote.articles.paper.right_to_left import Letter, faced, is_rtl, lines_of, read_line

if TYPE_CHECKING:  # only the child pays for it
    from pypdfium2 import PdfPage, PdfTextPage

_ROW = re.compile(r"[^\r\n\ufffe]+\ufffe?|\ufffe")
"""A line, which ends where pdfium says so, or where it found a hyphen."""
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]")
"""Chinese, Japanese and Korean letters, which programs set off a little from digits and Latin ones."""
_RTL = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_FROM_THE_RIGHT = re.compile(rf"[{_RTL}](?:[{_RTL}\s.,:;!?'’\-–—0-9]*[{_RTL}])?")
_CLOSED_BEHIND, _OPENED_BEFORE = (
    re.compile(rf"(?<=[{_RTL}])“(?![{_RTL}\w])"),
    re.compile(rf"(?<![{_RTL}\w])”(?=[{_RTL}])"),
)
_MANY = 0.3
_SAME_BASE = 0.5
_LEAST_GAP, _MOST_GAP = 0.1, 0.4
"""Of the height of letters: a gap between two words of a line, and not two columns."""
_LIGATURES = range(0xFB00, 0xFB07)
_FORMS = (range(0xFB1D, 0xFE00), range(0xFE70, 0xFEFF))
"""Letters that only printing tells apart: ligatures, and the forms that letters have in a word."""


def lines_on(page: "PdfPage", number: int) -> Iterator[PrintedLine]:
    """Yield the lines of a page in the order in which they are printed."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        letters = sum(map(str.isalpha, text))
        if letters and sum(map(is_rtl, text)) > _MANY * letters:
            yield from _from_the_right(text_page, number)
        else:
            yield from _whole(_from_the_left(text_page, *whole_clusters(page, text_page, text), number))
    finally:
        text_page.close()


def _from_the_left(page: "PdfTextPage", text: str, places: Sequence[int], number: int) -> Iterator[PrintedLine]:
    made = bool(_CJK.search(text)) and _has_blanks(page, text, places)
    for row in _ROW.finditer(text):
        stripped = row[0].strip()
        if stripped:
            first = row.start() + len(row[0]) - len(row[0].lstrip())
            own = places[first : first + len(stripped)]
            line = _line(page, number, stripped, own)
            if _FROM_THE_RIGHT.search(stripped):
                yield replace(line, text=as_written(_with_runs_from_the_right(page, stripped, own)))
            else:
                yield replace(line, text=_without_made_blanks(page, line.text, own)) if made else line


def _whole(lines: Iterator[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield lines, those that pdfium ended at a gap between words made one: it goes by the size of other letters."""
    held: PrintedLine | None = None
    for line in lines:
        if held is not None and _goes_on_behind(held, line):
            held = replace(held, text=f"{held.text} {line.text}", right=line.right)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _goes_on_behind(line: PrintedLine, other: PrintedLine) -> bool:
    beside = abs(line.base - other.base) < _SAME_BASE and line.height == other.height
    return beside and _LEAST_GAP * line.height < other.left - line.right < _MOST_GAP * line.height


def _with_runs_from_the_right(page: "PdfTextPage", text: str, places: Sequence[int]) -> str:
    """Return a line from the left as it is read, where words in it are read from the right: by where letters stand."""
    letters = sorted((_letter(page, sign, at) for sign, at in zip(text, places, strict=True)), key=lambda one: one.left)
    seen = "".join(one.sign for one in letters)
    parts: list[str] = []
    done = 0
    for run in _FROM_THE_RIGHT.finditer(seen):
        parts += seen[done : run.start()], read_line(letters[run.start() : run.end()])
        done = run.end()
    whole = faced("".join([*parts, seen[done:]]))
    return _OPENED_BEFORE.sub("“", _CLOSED_BEHIND.sub("”", whole))


def _without_made_blanks(page: "PdfTextPage", text: str, places: Sequence[int]) -> str:
    """Return a line without the blanks that pdfium put beside such letters, where only a gap is."""
    from pypdfium2 import raw  # noqa: PLC0415 - only the child pays for it

    made = [at for at, sign in enumerate(text) if sign == " " and raw.FPDFText_IsGenerated(page, places[at])]
    beside = {at for at in made if _CJK.search(text[at - 1 : at + 2])}
    return "".join(sign for at, sign in enumerate(text) if at not in beside)


def _has_blanks(page: "PdfTextPage", text: str, places: Sequence[int]) -> bool:
    """Tell whether blanks are printed on a page as signs are: where they are not, all of them are pdfium's finding."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    return any(sign == " " and not raw.FPDFText_IsGenerated(page, at) for sign, at in zip(text, places, strict=False))


def _line(page: "PdfTextPage", number: int, text: str, places: Sequence[int]) -> PrintedLine:
    left, right, base, _ = _box(page, places[0])
    end_left, end_right, _, _ = _box(page, places[-1])
    word = len(text.split(None, 1)[0])
    word_end = _box(page, places[word - 1])[1] if word < len(text) else max(right, end_right)
    left, right = min(left, end_left), max(right, end_right)
    return PrintedLine(number, as_written(text), left, right, base, _size(page, places[-1]), max(0.0, word_end - left))


def _box(page: "PdfTextPage", at: int) -> tuple[float, float, float, float]:
    """Return where a letter begins and ends, its baseline, and the height of the box that its font has for letters."""
    from pypdfium2 import raw  # noqa: PLC0415 - only the child pays for it

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(page, at, box)
    raw.FPDFText_GetCharOrigin(page, at, x, y)
    return box.left, box.right, y.value, abs(box.top - box.bottom)


def _size(page: "PdfTextPage", at: int) -> float:
    """Return the size of a letter's font: the same for letters of all fonts that stand in for one another."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    return float(raw.FPDFText_GetFontSize(page, at))


def _from_the_right(page: "PdfTextPage", number: int) -> Iterator[PrintedLine]:
    for letters in lines_of(_letters(page)):
        text = as_written(read_line(letters)).strip()
        if text:
            left, right = min(one.left for one in letters), max(one.right for one in letters)
            first = (right - left) * len(text.split(None, 1)[0]) / len(text)
            yield PrintedLine(number, text, left, right, letters[0].base, letters[0].size, first, rightwards=False)


def _letters(page: "PdfTextPage") -> Iterator[Letter]:
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    for at in range(page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(page, at))
        if sign not in "\r\n\0":
            yield _letter(page, sign, at)


def _letter(page: "PdfTextPage", sign: str, at: int) -> Letter:
    return Letter(sign, *_box(page, at), _size(page, at))


def as_written(text: str) -> str:
    """Return a text with the letters that printing tells apart as those that they are."""
    return "".join(
        unicodedata.normalize("NFKC", sign)
        if ord(sign) in _LIGATURES or any(ord(sign) in form for form in _FORMS)
        else sign
        for sign in text
    )
