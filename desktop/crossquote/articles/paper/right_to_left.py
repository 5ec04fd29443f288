"""Lines that are read from the right: letters as they stand on the page, put in the order in which they are read."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

_GAP, _TOLD_GAP = 0.17, 0.13
"""Of a line's height: so wide a gap between two letters is a blank; a narrower one where the file says so too."""
_OPEN = 0.015
"""Of a font's size: letters that are joined touch one another, others stand so far apart at least."""
_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
"""What Unicode has for the forms of letters, each with the letter that it is of."""
_NON_JOINER = "\u200c"
_TANWIN, _ALEF, _LAM = "\u064b", "\u0627", "\u0644"
_SWAPPED = str.maketrans("‘’“”", "’‘”“")
"""Marks that pdfium takes for ones that are mirrored, which they are not."""
_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_OPENED_BY = {closing: opening for opening, closing in _CLOSED_BY.items()}
_BEHIND = frozenset(".,:;!?…،؛؟%")
"""Signs that no word begins right behind."""
_WITHIN_NUMBER = frozenset(".,:/-–−+%'’")

_APART_IN_ARABIC = frozenset("-–−+")
"""Signs between the digits of Arabic text that begin a new number, as Unicode's bidirectional algorithm has it."""


class Letter(Struct, frozen=True):
    """A letter with the box that it takes up, in points, its baseline, and the size of its font."""

    sign: str
    left: float
    right: float
    base: float
    height: float
    size: float


def is_rtl(sign: str) -> bool:
    """Tell whether a letter is written from right to left."""
    return unicodedata.bidirectional(sign) in ("R", "AL")


def lines_of(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Yield the letters of each line: those that follow one another on one baseline."""
    line: list[Letter] = []
    for letter in letters:
        if line and abs(letter.base - line[-1].base) > 0.4 * max(letter.height, line[-1].height):
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def read_line(letters: Sequence[Letter]) -> str:
    """Return the text of a line: from the right, numbers and words of other scripts in it from the left."""
    blanks = sorted(letter.left for letter in letters if letter.sign.isspace())
    bases = [letter for letter in letters if not letter.sign.isspace() and not unicodedata.combining(letter.sign)]
    # Of several letters in one box, a ligature, pdfium has the last one first.
    placed = sorted(enumerate(bases), key=lambda pair: (-round(pair[1].left + pair[1].right, 1), -pair[0]))
    marks = [letter for letter in letters if unicodedata.combining(letter.sign)]
    return faced(_spoken(_spaced(_marked([letter for _, letter in placed], marks), blanks)))


def _marked(ordered: list[Letter], marks: Sequence[Letter]) -> list[Letter]:
    """Return the letters, each mark put to the one that it stands over."""
    marked = list(ordered)
    for mark in marks if marked else ():
        middle = mark.left + mark.right
        at = min(range(len(marked)), key=lambda at: abs(ordered[at].left + ordered[at].right - middle))
        marked_at = _written_at(ordered, at) if mark.sign == _TANWIN else at
        marked[marked_at] = replace(marked[marked_at], sign=marked[marked_at].sign + mark.sign)
    return marked


def _written_at(ordered: Sequence[Letter], at: int) -> int:
    """Return after which letter the ending -an is written: it stands over the alef that it is before, but for lam's."""
    if ordered[at].sign == _ALEF and at and ordered[at - 1].sign != _LAM:
        return at - 1
    return at + 1 if ordered[at].sign == _LAM and ordered[at + 1 : at + 2] and ordered[at + 1].sign == _ALEF else at


def _spaced(ordered: Sequence[Letter], blanks: list[float]) -> list[str]:
    """Return the letters with blanks where gaps are: a smaller one is enough where pdfium has a blank as well.

    Letters that would be joined and are not have a non-joiner between them, as Persian writes it: browsers print none.
    """
    found: list[str] = []
    edge: float | None = None
    height = max((letter.height for letter in ordered), default=0.0)
    for letter in ordered:
        if edge is not None:
            at = bisect_left(blanks, letter.right - 0.1 * height)
            told = at < len(blanks) and blanks[at] <= edge + 0.1 * height
            if edge - letter.right > (_TOLD_GAP if told else _GAP) * height:
                found.append(" ")
            elif edge - letter.right > _OPEN * letter.size and _would_join(found[-1], letter.sign):
                found.append(_NON_JOINER)
        found.append(letter.sign)
        edge = letter.left if edge is None else min(edge, letter.left)
    return found


def _would_join(sign: str, following: str) -> bool:
    """Tell whether letters that follow one another are joined, marks on them aside."""
    return sign[0] in _joining("<initial>") and following[0] in _joining("<final>")


@lru_cache(maxsize=2)
def _joining(form: str) -> frozenset[str]:
    """Return the letters that have a form of their own before another, or behind one."""
    forms = (unicodedata.decomposition(chr(code)).split() for code in _FORMS)
    return frozenset(chr(int(said[1], 16)) for said in forms if said[:1] == [form] and len(said) == 2)


def _spoken(signs: list[str]) -> str:
    """Return signs in visual order from the right as they are read: runs that go from the left are turned round."""
    kinds = [_kind(sign) for sign in signs]
    arabic = any(unicodedata.bidirectional(sign[0]) == "AL" for sign in signs)
    within = _WITHIN_NUMBER - _APART_IN_ARABIC if arabic else _WITHIN_NUMBER
    text, at = "", 0
    while at < len(signs):
        if kinds[at] in "LN":
            end = _run_end(signs, kinds, at, within)
            text += "".join(reversed(signs[at:end]))
            at = end
        else:
            text += signs[at].translate(_SWAPPED)
            at += 1
    return text


def faced(text: str) -> str:
    """Return a line with brackets that open where a word begins, and close where one ends, whichever they are.

    Of those in a line from the right, some programs that print say which they are, and some how they look.
    """
    faced: list[str] = []
    inside: set[str] = set()
    for at, sign in enumerate(text):
        opening = _OPENED_BY.get(sign, sign)
        if opening not in _CLOSED_BY:
            faced.append(sign)
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        begins, ends = not _is_word(before) and before not in _BEHIND, not _is_word(after)
        opens = begins if begins != ends else opening not in inside
        inside = inside | {opening} if opens else inside - {opening}
        faced.append(opening if opens else _CLOSED_BY[opening])
    return "".join(faced)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign or " ").startswith("M")


def _kind(sign: str) -> str:
    """Return L for a letter that goes from the left, N for a digit, R for one from the right, a blank or a dot."""
    direction = unicodedata.bidirectional(sign[0])
    if direction == "L":
        return "L"
    if direction in ("EN", "AN"):
        return "N"
    return "R" if direction in ("R", "AL") else " " if sign.isspace() else "."


def _run_end(signs: list[str], kinds: list[str], start: int, within: frozenset[str]) -> int:
    """Return where a run from the left ends: the last letter or digit before one from the right."""
    end, at, latin = start + 1, start + 1, kinds[start] == "L"
    while at < len(signs) and kinds[at] != "R":
        if kinds[at] in "LN":
            between = signs[end:at]
            joined = all(sign in within for sign in between)
            if not joined and not (latin and kinds[at] == "L"):
                break
            latin = latin or kinds[at] == "L"
            end = at + 1
        at += 1
    return end
