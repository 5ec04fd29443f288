"""Running heads: what stands at the edges of pages, over and over, and is no part of what is printed on them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from crossquote.articles.paper.line import PrintedLine

_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"^\d{1,4}(?=\s|$)|(?<=\s)\d{1,4}$")
_MANY_PAGES = 8
_DEEP = 4
"""So many lines from the edge of a page a head can reach."""
_ALIKE = 4.0
"""Points: heads stand at the same height on every page."""
_APART = 1.6
_OF_PAGES = re.compile(r"\d+\s*[/|]\s*\d+$|^[-–—\s]*\d{1,4}[-–—\s]*$")


def part_heads(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of the text, and those of running heads and feet with the numbers of pages.

    A page that is there twice counts once: what it has in common with itself is no head.
    """
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges = {id(line) for page in pages.values() for line in _at_edges(page)}
    different = {tuple(_bare(line) for line in page): page for page in pages.values()}
    seen = Counter(
        key for page in different.values() for key in {key for line in page if id(line) in edges for key in _keys(line)}
    )
    often = 2 if len(pages) < _MANY_PAGES else 3
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


def _keys(line: PrintedLine) -> Iterator[tuple[str, int]]:
    """Yield how a line is known on other pages: its text but for digits, its number less the page's; and its place."""
    place = round(line.base / _ALIKE)
    yield _bare(line), place
    for number in _NUMBERED.findall(line.text.strip()):
        yield f"#{int(number) - line.page}", place


def _bare(line: PrintedLine) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))


def _is_often(line: PrintedLine, seen: Counter[tuple[str, int]], often: int) -> bool:
    return any(sum(seen[text, near] for near in (at - 1, at, at + 1)) >= often for text, at in _keys(line))


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
