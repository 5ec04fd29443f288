"""Running heads: what stands at the edges of pages, over and over, and is no part of what is printed on them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from crossquote.articles.paper.line import PrintedLine

_DIGITS = re.compile(r"\d+")
_DEEP = 4
"""So many lines from the edge of a page a head can reach."""
_ALIKE = 4.0
"""Points: heads stand at the same height on every page."""
_APART = 1.6
_OF_PAGES = re.compile(r"\d+\s*[/|]\s*\d+$|^[-–—\s]*\d{1,4}[-–—\s]*$")


def part_heads(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of the text, and those of running heads and feet with the numbers of pages."""
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges = {id(line) for page in pages.values() for line in _at_edges(page)}
    seen = Counter(key for page in pages.values() for key in {_key(line) for line in page if id(line) in edges})
    often = max(2, len(pages) // 4)
    body = median(line.height for line in lines) if lines else 0.0
    heads = {
        id(line)
        for page in pages.values()
        for line in page
        if id(line) in edges and (_is_often(line, seen, often) or _is_number(line, page, body))
    }
    return [line for line in lines if id(line) not in heads], [line for line in lines if id(line) in heads]


def _at_edges(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines at the upper and the lower edge of a page, whatever their order."""
    ordered = sorted(page, key=lambda line: line.base)
    return ordered[:_DEEP] + ordered[-_DEEP:]


def _key(line: PrintedLine) -> tuple[str, int]:
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.base / _ALIKE)


def _is_often(line: PrintedLine, seen: Counter[tuple[str, int]], often: int) -> bool:
    text, place = _key(line)
    return sum(seen[text, near] for near in (place - 1, place, place + 1)) >= often


def _is_number(line: PrintedLine, page: Sequence[PrintedLine], body: float) -> bool:
    """Tell the number of a page, or a small line with one, that stands apart from all others."""
    if not _OF_PAGES.search(line.text.strip()):
        return False
    others = [other for other in page if other is not line and abs(other.base - line.base) > 0.5 * line.height]
    above, below = [o for o in others if o.base > line.base], [o for o in others if o.base < line.base]
    if not others or (above and below and len(below) > 1 and len(above) > 1):
        return False
    near = min(abs(other.base - line.base) for other in others)
    return near > _APART * body
