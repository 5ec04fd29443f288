"""Alignment: which word of one text stands for which word of the other.

difflib's SequenceMatcher finds the anchors among the words that say something; function words join an anchor
beside them, never stand for one. What is left between anchors is paired by closeness; what stands elsewhere moved.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from crossquote.comparison.align.closeness import CLOSE, closeness
from crossquote.comparison.align.keys import AlignmentToken
from crossquote.comparison.align.moves import Move, find_moves
from crossquote.language.language import Language

Link = tuple[int, int]
_READABLE, _MOST = 160_000, 100_000_000
"""Up to so many pairs of words difflib finds the anchors; beyond the second nothing does: that is no quote."""
_CELLS = 4096
"""Between two anchors at most so many pairs are weighed; a larger block stays one replacement."""
_SMALL = 3
"""In a block of at most so many words on each side, function words may meet without an anchor beside them."""


class Alignment(Struct, frozen=True):
    """Pairs of words (indices) in the order of both texts, and what moved."""

    links: tuple[Link, ...]
    moves: tuple[Move, ...]


def align(base: Sequence[AlignmentToken], text: Sequence[AlignmentToken], language: Language) -> Alignment:
    """Return the alignment of two sequences of words in one language."""
    links = _widen(base, text, _anchors(base, text))
    moves = find_moves(base, text, links)
    moved_base = {i for move in moves for i in move.of_base}
    moved_text = {j for move in moves for j in move.of_text}
    found = list(links)
    for first, last in _between(links, len(base), len(text)):
        rows = [i for i in range(first[0], last[0]) if i not in moved_base]
        columns = [j for j in range(first[1], last[1]) if j not in moved_text]
        found.extend(_pair_by_closeness(base, text, rows, columns, language))
    return Alignment(tuple(sorted(found)), moves)


def _anchors(base: Sequence[AlignmentToken], text: Sequence[AlignmentToken]) -> list[Link]:
    """Return the pairs that difflib finds among the words that say something; all words where one side has none."""
    rows = [i for i, token in enumerate(base) if token.tells]
    columns = [j for j, token in enumerate(text) if token.tells]
    if not rows and not columns:
        rows, columns = list(range(len(base))), list(range(len(text)))
    blocks = _equal_blocks([base[i].anchor for i in rows], [text[j].anchor for j in columns])
    return [(rows[i + k], columns[j + k]) for i, j, size in blocks for k in range(size)]


def _equal_blocks(first: list[str], second: list[str]) -> list[tuple[int, int, int]]:
    """Return where two sequences are equal: difflib's blocks, for long ones the longest common subsequence.

    difflib reads better, but takes the cube of the length where one word is repeated without end.
    """
    cells = len(first) * len(second)
    if cells <= _READABLE:
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]
    if cells > _MOST:
        return []
    equal = (code for code in LCSseq.opcodes(first, second) if code.tag == "equal")
    return [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in equal]


def _between(links: Sequence[Link], rows: int, columns: int) -> Iterator[tuple[Link, Link]]:
    """Yield the blocks between pairs as (first row and column, row and column after the last)."""
    before = (0, 0)
    for i, j in (*links, (rows, columns)):
        if i > before[0] or j > before[1]:
            yield before, (i, j)
        before = (i + 1, j + 1)


def _widen(base: Sequence[AlignmentToken], text: Sequence[AlignmentToken], anchors: Sequence[Link]) -> list[Link]:
    """Return the anchors with the equal words beside them, on both sides of each block between anchors."""
    found = list(anchors)
    for first, last in _between(anchors, len(base), len(text)):
        found.extend(_equal_edges(base, text, first, last))
    return sorted(found)


def _equal_edges(
    base: Sequence[AlignmentToken], text: Sequence[AlignmentToken], first: Link, last: Link
) -> Iterator[Link]:
    """Yield the equal words at the start and at the end of a block."""
    top, left = first
    bottom, right = last
    while top < bottom and left < right and base[top].anchor == text[left].anchor:
        yield top, left
        top, left = top + 1, left + 1
    while top < bottom and left < right and base[bottom - 1].anchor == text[right - 1].anchor:
        bottom, right = bottom - 1, right - 1
        yield bottom, right


def _pair_by_closeness(
    base: Sequence[AlignmentToken],
    text: Sequence[AlignmentToken],
    rows: Sequence[int],
    columns: Sequence[int],
    language: Language,
) -> list[Link]:
    """Return the pairs of close words in a block, in order, that are closest in sum."""
    if not rows or not columns or len(rows) * len(columns) > _CELLS:
        return []
    scores = [[closeness(base[i], text[j], language) for j in columns] for i in rows]
    found = [(rows[r], columns[c]) for r, c in _best_path(scores)]
    if max(len(rows), len(columns)) <= _SMALL:
        return found
    return _supported(found, base)


def _best_path(scores: Sequence[Sequence[float]]) -> list[Link]:
    """Return the cells of the heaviest path down and to the right, at most one a row and column."""
    height, width = len(scores), len(scores[0])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for r in range(height - 1, -1, -1):
        below, here, row = best[r + 1], best[r], scores[r]
        for c in range(width - 1, -1, -1):
            value = max(below[c], here[c + 1])
            here[c] = max(value, row[c] + below[c + 1]) if row[c] >= CLOSE else value
    path: list[Link] = []
    r = c = 0
    while r < height and c < width:
        if scores[r][c] >= CLOSE and best[r][c] == scores[r][c] + best[r + 1][c + 1]:
            path.append((r, c))
            r, c = r + 1, c + 1
        elif best[r][c] == best[r + 1][c]:
            r += 1
        else:
            c += 1
    return path


def _supported(links: Sequence[Link], base: Sequence[AlignmentToken]) -> list[Link]:
    """Return `links` without function words that have no word that says something paired beside them."""
    kept = {link for link in links if base[link[0]].tells}
    for ordered, step in ((links, 1), (list(reversed(links)), -1)):
        for i, j in ordered:
            if (i - step, j - step) in kept:
                kept.add((i, j))
    return sorted(kept)
