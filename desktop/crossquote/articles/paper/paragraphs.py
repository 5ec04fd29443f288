"""Paragraphs: lines put together again over the ends of lines, columns and pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.paper.hangul import HangulHabits, hangul_habits, is_broken
from crossquote.articles.paper.line import PrintedLine
from crossquote.text.endings import ends_sentence

_HYPHEN = "\ufffe"
_HYPHENS = ("-", "\u2010", "\u00ad", _HYPHEN)
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of words without blanks between them: Thai, Lao, Burmese, Khmer."""
_BLANK_IN_CJK = re.compile(rf"(?<={_CJK.pattern}) +(?={_CJK.pattern})")
_ITEM = re.compile(r"[•▪●◦‣*]\s")
_LIKE_ITEM = re.compile(r"(?:[–—-]|\(?\d{1,2}[.)])\s")
_BEFORE_ITEM = (":", ";", "：", "；")
"""Signs that begin an item of a list, and such as begin any line (dashes, days); what stands before a first item."""
_FAR_WIDER = 1.5
_SHORT = 0.4
"""Of a column: a line that leaves so much of it free, where the next word had room, was ended on purpose."""
_PARTED = re.compile(r"[^\W\d_][-\u2010\u00ad\ufffe]\s*$")
_PARTED_LINES = 0.03
_LEAST = 2
"""Letters before a hyphen at a line's end: nobody parts a word after one."""
_LEAST_LEADING, _AGAIN = 0.6, 0.05
_WIDER, _OTHER_SIZE, _TITLE_SIZE, _SLACK = 1.35, 0.15, 1.25, 0.6


class Habits(Struct, frozen=True):
    """How a text is written.

    Whether mostly in Chinese or Japanese letters, and whether blanks stand between these and other letters, and between
    these and digits; whether words are parted at the ends of lines, and which ones have a hyphen anyway; how Korean
    stands in its lines.
    """

    cjk: bool
    blanks: bool
    blanks_at_digits: bool
    parts: bool
    hyphenated: frozenset[str]
    hangul: HangulHabits


def paragraphs_of(lines: Sequence[PrintedLine]) -> Iterator[Block]:
    """Yield the paragraphs of a text whose heads and feet are off; large lines at its beginning are its title."""
    if not lines:
        return
    body = median(line.height for line in lines)
    leading = _leading(lines, body)
    tight = min(leading, _tight_leading(lines, body))
    ends = _edges(lines)
    habits = habits_of(lines)
    held = ""
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        large = max(1.0, line.height / body)
        if before is not None and not _goes_on(before, line, (tight * large, leading * large), ends[at - 1], habits):
            yield _block(held, lines[at - 1], lines, body)
            held = ""
        text = line.text.strip()
        cut = before is not None and _is_cut(before, ends[at - 1], habits)
        held = _joined(held, text, habits, cut=cut) if held else text
    yield _block(held, lines[-1], lines, body)


def _block(text: str, last: PrintedLine, lines: Sequence[PrintedLine], body: float) -> Block:
    large = last.height > _TITLE_SIZE * body and last.page == lines[0].page
    return Block(_BLANK_IN_CJK.sub("", text.replace(_HYPHEN, "-")), Kind.TITLE if large else Kind.TEXT)


def _leading(lines: Sequence[PrintedLine], body: float) -> float:
    """Return how far the lines of the text stand apart."""
    gaps = [before.base - line.base for before, line in pairwise(lines)]
    usual = [gap for gap in gaps if 0.5 * body < gap < 3 * body]
    return median(usual) if usual else 1.2 * body


def _tight_leading(lines: Sequence[PrintedLine], body: float) -> float:
    """Return the least by which lines of the text stand apart again and again: of short paragraphs, most do by more."""
    gaps = [
        before.base - line.base
        for before, line in pairwise(lines)
        if max(abs(before.height - body), abs(line.height - body)) < _OTHER_SIZE * body
    ]
    seen = Counter(round(gap) for gap in gaps if _LEAST_LEADING * body < gap < 3 * body)
    often = max(2.0, _AGAIN * seen.total())
    again = [gap for gap, count in seen.items() if count >= often]
    return min(again, default=3 * body)


def _edges(lines: Sequence[PrintedLine]) -> list[float]:
    """Return for each line how far the lines of its column reach: those near it that begin where it does.

    Lines over several columns begin there too, and are far wider than most.
    """
    found = []
    for at, line in enumerate(lines):
        near = [other for other in lines[max(0, at - 40) : at + 40] if other is not line and _is_beside(other, line)]
        usual = median(other.right - other.left for other in near) if near else 0.0
        ends = [other.end for other in near if other.right - other.left <= _FAR_WIDER * usual]
        found.append(max(ends, default=line.end))
    return found


def _is_beside(one: PrintedLine, other: PrintedLine) -> bool:
    """Tell whether two lines of one size begin at one edge, an indent aside."""
    same = one.page == other.page and abs(one.height - other.height) < _OTHER_SIZE * other.height
    return same and abs(one.start - other.start) < 3 * other.height


def _goes_on(before: PrintedLine, line: PrintedLine, leading: tuple[float, float], edge: float, habits: Habits) -> bool:
    """Tell whether a line goes on with the paragraph of the one before.

    Lines stand apart by the least and the usual `leading`: where by more than the least, both must be of one sentence.
    """
    if abs(before.height - line.height) > _OTHER_SIZE * before.height or _ITEM.match(line.text):
        return False
    full_stop = ends_sentence(before.text)
    ended = habits.cjk or (full_stop and not line.text.lstrip("–—- ")[:1].islower())
    room = edge - before.end
    spare = room - line.first - 0.25 * line.height
    if _LIKE_ITEM.match(line.text) and (ended or spare > 0 or before.text.rstrip().endswith(_BEFORE_ITEM)):
        return False
    hyphenated = before.text.rstrip().endswith(_HYPHENS)
    if before.page != line.page or line.base > before.base:
        return hyphenated or not full_stop
    tight, usual = (before.base - line.base > _WIDER * one for one in leading)
    if usual or (tight and (full_stop or spare > 0)):
        return False
    indented = line.start - before.start > _SLACK * line.height
    short = spare > 0 and room > _SHORT * (edge - before.start)
    return not (short or (ended and (spare > 0 or indented)))


def _is_cut(line: PrintedLine, edge: float, habits: Habits) -> bool:
    """Tell whether the end of a line may cut a word off: it is full, and of one word, or in a text without blanks."""
    room = edge - line.end
    return -1.0 < room < line.height if habits.cjk else -1.0 < room < 0.5 * line.height and " " not in line.text.strip()


def _joined(first: str, second: str, habits: Habits, *, cut: bool) -> str:
    """Return two pieces of a paragraph as one; `cut` says that a word may be cut off at the end of the first.

    A hyphen at a line's end is taken off, but before a capital or a digit, and where the text has the word with one.
    """
    last, start = first[-1], second[:1]
    if last in _HYPHENS and len(first) > 1 and first[-2].isalnum():
        return _dehyphenated(first, second, habits)
    if any(script.match(last) and script.match(start) for script in (_CJK, _UNSPACED)):
        return first + second
    if _CJK.match(last) or _CJK.match(start):
        blanks = habits.blanks_at_digits if last.isdecimal() or start.isdecimal() else habits.blanks
        return f"{first}{' ' if blanks else ''}{second}"
    goes_on = (cut and last.isalnum() and (start.islower() or start.isdigit())) or is_broken(
        first, second, habits.hangul
    )
    return first + second if goes_on else f"{first} {second}"


def _dehyphenated(first: str, second: str, habits: Habits) -> str:
    start = re.match(r"\w*", second)
    end = re.search(r"\w*$", first[:-1])
    head, tail = end[0] if end else "", start[0] if start else ""
    if habits.parts and len(head) > 1 and head.isupper() and tail.isupper():
        return first[:-1] + second
    parted = habits.parts and len(head) >= _LEAST and head[-1].isalpha() and tail[:1].islower()
    if not parted or f"{head}-{tail}".lower() in habits.hyphenated:
        return f"{first[:-1]}-{second}"
    return first[:-1] + second


def _are_apart(sign: str, text: str) -> bool:
    """Tell whether more such signs stand behind a Chinese or Japanese letter with a blank between than without."""
    return len(re.findall(f"{_CJK.pattern} {sign}", text)) > len(re.findall(f"{_CJK.pattern}{sign}", text))


def habits_of(lines: Sequence[PrintedLine]) -> Habits:
    """Return the habits of a text."""
    text = "\n".join(line.text for line in lines)
    many = len(_CJK.findall(text)) * 2 > sum(map(str.isalnum, text))
    hyphenated = re.findall(r"[^\W\d_]+-[^\W\d_]+", text.lower())
    parted = sum(bool(_PARTED.search(line.text)) for line in lines)
    return Habits(
        many,
        not many or _are_apart(r"[^\W\d_\u3000-\u9fff]", text),
        not many or _are_apart(r"\d", text),
        parted > _PARTED_LINES * len(lines),
        frozenset(hyphenated),
        hangul_habits([line.text for line in lines]),
    )
