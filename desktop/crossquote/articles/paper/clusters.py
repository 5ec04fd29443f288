"""Clusters: letters that are drawn together, as in the scripts of India and South-East Asia.

A browser prints each cluster with the letters that it stands for, some signs of it by themselves and then with the same
letters once more. pdfium tells those twice, and takes what it passes over for gaps between words.
"""

import ctypes
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

if TYPE_CHECKING:  # only the child pays for it
    from pypdfium2 import PdfPage, PdfTextPage

_SHAPED = regex.compile(r"[\u0900-\u109f\u1780-\u17ff]")
_BLANK = 0.17
"""Of the width of letters: a gap from which on it is one between words."""
_SAME_LINE = 0.3
_MOST = 50
"""So many of one kind are remembered."""
_PASSED_OVER, _DEEPEST = 8, 3

Box = tuple[float, float]


class _Cluster(Struct, frozen=True):
    """Letters of one object of the page, with its number there: where they begin and end, their baseline and size."""

    number: int
    places: tuple[int, ...]
    text: str
    left: float
    right: float
    base: float
    height: float
    size: float


def whole_clusters(page: "PdfPage", text_page: "PdfTextPage", text: str) -> tuple[str, Sequence[int]]:
    """Return what is printed on a page, each cluster told once and whole, with the place of each sign in `text`."""
    if not _SHAPED.search(text):
        return text, range(len(text))
    objects = _objects(page)
    boxes = [box for box, _ in objects.values()]
    clusters = list(_told_once(_clusters(text_page, text, objects)))
    wide = _BLANK * median([(one.right - one.left) / one.size for _, one in clusters if _is_letter(one)] or [0.0])
    signs: list[str] = []
    places: list[int] = []
    last: _Cluster | None = None
    for between, cluster in clusters:
        if last is not None and between:
            gap = _gap("".join(text[at] for at in between), last, cluster, boxes, wide)
            signs += gap
            places += between[: len(gap)]
        signs += cluster.text
        places += cluster.places
        last = cluster
    return "".join(signs), places


def _is_letter(cluster: _Cluster) -> bool:
    return len(cluster.text) == 1 and cluster.size > 0


def _objects(page: "PdfPage") -> dict[int, tuple[Box, int]]:
    """Return where the objects of text on a page begin and end, by their addresses, with their numbers."""
    from pypdfium2 import raw  # noqa: PLC0415 - only the child pays for it

    found: dict[int, tuple[Box, int]] = {}
    for number, one in enumerate(page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST)):
        left, _, right, _ = one.get_bounds()
        found[_address(one.raw)] = (left, right), number
    return found


def _clusters(
    page: "PdfTextPage", text: str, objects: dict[int, tuple[Box, int]]
) -> Iterator[tuple[tuple[int, ...], _Cluster]]:
    """Yield the clusters with the places of the signs that pdfium found before each."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    between: list[int] = []
    held: list[int] = []
    address = 0
    for at in range(len(text)):
        if text[at] in "\r\n" or raw.FPDFText_IsGenerated(page, at):
            if held:
                yield tuple(between), _cluster(page, text, held, objects, address)
                between, held = [], []
            between.append(at)
            continue
        pointer = raw.FPDFText_GetTextObject(page, at)
        own = _address(pointer)
        if held and own != address:
            yield tuple(between), _cluster(page, text, held, objects, address)
            between, held = [], []
        address = own
        held.append(at)
    if held:
        yield tuple(between), _cluster(page, text, held, objects, address)


def _address(pointer: "ctypes._Pointer[ctypes.c_byte]") -> int:
    """Return where an object is, 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _cluster(
    page: "PdfTextPage", text: str, places: Sequence[int], objects: dict[int, tuple[Box, int]], address: int
) -> _Cluster:
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(page, places[0], x, y)
    raw.FPDFText_GetLooseCharBox(page, places[0], box)
    left, height = box.left, abs(box.top - box.bottom)
    raw.FPDFText_GetLooseCharBox(page, places[-1], box)
    size = float(raw.FPDFText_GetFontSize(page, places[0]))
    number = objects[address][1] if address in objects else -1
    return _Cluster(number, tuple(places), "".join(text[at] for at in places), left, box.right, y.value, height, size)


def _told_once(
    clusters: Iterator[tuple[tuple[int, ...], _Cluster]],
) -> Iterator[tuple[tuple[int, ...], _Cluster]]:
    """Yield the clusters without those that are told where the same one stands."""
    told: defaultdict[str, deque[_Cluster]] = defaultdict(lambda: deque(maxlen=_MOST))
    held: tuple[int, ...] = ()
    for between, cluster in clusters:
        held += between
        if any(unicodedata.category(sign) in ("Mn", "Mc") for sign in cluster.text) or len(cluster.text) > 1:
            same = told[cluster.text]
            if any(_is_same(one, cluster) for one in same):
                continue
            same.append(cluster)
        yield held, cluster
        held = ()


def _is_same(one: _Cluster, other: _Cluster) -> bool:
    return _is_beside(one, other) and min(one.right, other.right) > max(one.left, other.left)


def _is_beside(one: _Cluster, other: _Cluster) -> bool:
    return abs(one.base - other.base) < _SAME_LINE * max(one.height, other.height)


def _gap(found: str, last: _Cluster, cluster: _Cluster, boxes: Sequence[Box], wide: float) -> str:
    """Return what stands between two clusters: what pdfium found, unless there is no gap, or only one between words."""
    if not _is_beside(last, cluster) or cluster.left < last.left:
        return found
    first = last.number + 1
    passed = boxes[first : min(cluster.number, first + _PASSED_OVER)] if 0 < first <= cluster.number else ()
    gap = cluster.left - max([last.right, *(end for _, end in passed)])
    if gap < wide * last.size:
        return ""
    return " " if gap < last.height else found
