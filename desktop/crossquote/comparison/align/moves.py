"""Moves: words that one text says elsewhere. Each is shown once, as one change that pairs both places."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import inf

from msgspec import Struct

from crossquote.comparison.align.keys import AlignmentToken

_ENOUGH = 1.0
"""What a moved phrase must weigh: one rare word, or two everyday ones. Function words alone move nothing."""

_CELLS = 1_000_000
"""Among more pairs of words than this no move is looked for: the texts have too little in common."""
_LONE_REACH = 3
"""A lone word moves over no more pairs of words than this: further off it is another one."""


class Move(Struct, frozen=True):
    """`length` words that stand at `base` in the one text and at `text` in the other (indices of words)."""

    base: int
    text: int
    length: int

    @property
    def of_base(self) -> range:
        """The numbers of its words in the base."""
        return range(self.base, self.base + self.length)

    @property
    def of_text(self) -> range:
        """The numbers of its words in the text."""
        return range(self.text, self.text + self.length)


def find_moves(
    base: Sequence[AlignmentToken], text: Sequence[AlignmentToken], pairs: Sequence[tuple[int, int]]
) -> tuple[Move, ...]:
    """Return the moves among the words that `pairs` leave over, heaviest first; no word is in two of them."""
    left_base = set(range(len(base))).difference(i for i, _ in pairs)
    left_text = set(range(len(text))).difference(j for _, j in pairs)
    if len(left_base) * len(left_text) > _CELLS:
        return ()
    places: dict[str, list[int]] = {}
    for j in sorted(left_text):
        if text[j].tells:
            places.setdefault(text[j].anchor, []).append(j)
    found: dict[tuple[int, int], Move] = {}
    for i in sorted(left_base):
        for j in places.get(base[i].anchor, ()) if base[i].tells else ():
            move = _widened(base, text, i, j, left_base, left_text)
            found[move.base, move.text] = move
    telling = [(i, j) for i, j in pairs if base[i].tells]
    told = [i for i, _ in telling], sorted(j for _, j in telling)
    return _chosen((move for move in found.values() if _crosses(move, told) <= _reach(move, base)), base)


def _crosses(move: Move, pairs: tuple[Sequence[int], Sequence[int]]) -> int:
    """Return over how many pairs of telling words a phrase moved; `pairs` are their words on both sides, in order."""
    return abs(bisect_left(pairs[0], move.base) - bisect_left(pairs[1], move.text))


def _reach(move: Move, base: Sequence[AlignmentToken]) -> float:
    """Return over how many pairs a phrase may move: any number, but for a lone word, which may be another one."""
    return _LONE_REACH if sum(base[i].tells for i in move.of_base) == 1 else inf


def _widened(
    base: Sequence[AlignmentToken],
    text: Sequence[AlignmentToken],
    i: int,
    j: int,
    left_base: set[int],
    left_text: set[int],
) -> Move:
    """Return the longest stretch of equal, unpaired words around word `i` of the base and word `j` of the text."""

    def agree(first: int, second: int) -> bool:
        return first in left_base and second in left_text and base[first].anchor == text[second].anchor

    back, ahead = 0, 1
    while agree(i - back - 1, j - back - 1):
        back += 1
    while agree(i + ahead, j + ahead):
        ahead += 1
    return Move(i - back, j - back, back + ahead)


def _chosen(moves: Iterable[Move], base: Sequence[AlignmentToken]) -> tuple[Move, ...]:
    """Return the heaviest moves that do not share a word."""
    weighed = [(sum(base[i].weight for i in m.of_base), m) for m in moves]
    weighed.sort(key=lambda pair: (-pair[0], abs(pair[1].base - pair[1].text), pair[1].base, pair[1].text))
    used_base: set[int] = set()
    used_text: set[int] = set()
    chosen: list[Move] = []
    for heavy, move in weighed:
        free = used_base.isdisjoint(move.of_base) and used_text.isdisjoint(move.of_text)
        if heavy >= _ENOUGH and free:
            used_base.update(move.of_base)
            used_text.update(move.of_text)
            chosen.append(move)
    return tuple(chosen)
