"""Shared: what others share with one, where each thing that it has finds those that have it too."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Holding = tuple[Sequence[T], int]
"""Those that have a thing, and what it is worth to share it."""


def add_up(rare: Sequence[Holding[T]], common: Sequence[Holding[T]]) -> Mapping[T, int]:
    """Return what each shares that has a rare thing, or two things.

    Who shares a common one alone does so by chance: there are very many, and none of them is looked at.
    """
    worth = set(chain.from_iterable(holders for holders, _ in rare))
    worth |= _of_two(worth, (holders for holders, _ in common))
    sums: dict[T, int] = defaultdict(int)
    for holders, gain in chain(rare, common):
        for holder in worth.intersection(holders):
            sums[holder] += gain
    return sums


def _of_two(known: set[T], held: Iterable[Sequence[T]]) -> set[T]:
    """Return those that two have, or one where they are known."""
    several: set[T] = set()
    seen = set(known)
    for holders in held:
        several |= seen.intersection(holders)
        seen.update(holders)
    return several
