"""Clusters: units that are one utterance, joined strongest bond first and never through a chain of likenesses.

Two clusters join where their members agree by and large, each pair weighed by the shorter one's words; so two
fragments of one long quote need not be alike, but a quote that is like a single member of many joins nobody.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from crossquote.grouping.bonds import Bond
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import MEANINGS, Unit, speakers_agree
from crossquote.model.quote import QuoteKind

_LOWEST, _HIGHEST = -8.0, 8.0
"""No single pair says more than this for or against joining two clusters."""
_LOWEST_WITHIN, _PART_QUOTE = -2.0, 6
"""A part-quote of so few words says less against another quote of its article: they may be parts of one utterance."""
_LOWEST_MEANT = -0.7
"""Nor do two quotes that nothing translates: most of their words may be unknown."""
_LOOKED_AT = 6
"""So many members of each cluster are looked at, the longest first."""
_PART = 0.7
"""A quote with less than this share of another's words may be a part of it."""
_CROWDED = 2.5
"""What a cluster that has a quote of the same article asks for more."""


@dataclass
class Clusters:
    """The clusters while they grow. `bond` tells how two units are bound, `apart` which units the user keeps apart."""

    units: Sequence[Unit]
    bond: Callable[[int, int], Bond]
    apart: Callable[[Iterable[int], Iterable[int]], bool]
    _of: list[int] = field(init=False)
    _members: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self._of = list(range(len(self.units)))
        self._members = {number: [number] for number in range(len(self.units))}

    def all(self) -> list[list[int]]:
        """Return the members of each cluster, the longest first."""
        return [sorted(members, key=self._rank) for _, members in sorted(self._members.items())]

    def force(self, first: int, second: int) -> None:
        """Join the clusters of two units, whatever speaks against it."""
        one, other = sorted((self._of[first], self._of[second]))
        if one != other:
            self._members[one] += self._members.pop(other)
            for number in self._members[one]:
                self._of[number] = one

    def join(self, first: int, second: int) -> None:
        """Join the clusters of two units where nothing speaks against it."""
        here, there = self._members[self._of[first]], self._members[self._of[second]]
        if here is there or self.apart(here, there) or not self._speakers_agree(here, there):
            return
        if self._agree(here, there, self.bond(first, second)):
            self.force(first, second)

    def meet(self, first: int, second: int) -> None:
        """Join the clusters of two units that articles have at one place, where no article has another one there."""
        here, there = self._members[self._of[first]], self._members[self._of[second]]
        if here is not there and not self.apart(here, there) and not self._articles(here) & self._articles(there):
            self.force(first, second)

    def _rank(self, number: int) -> tuple[int, tuple[str, ...]]:
        return -self.units[number].size, self.units[number].key

    def _speakers_agree(self, here: Sequence[int], there: Sequence[int]) -> bool:
        """Tell whether no two members are two people's words, unless these are the same words."""
        longest = min((*here, *there), key=self._rank)
        return all(
            speakers_agree(self.units[a], self.units[b]) is not Same.NO
            or self.bond(a, b).score > 0
            or all(number == longest or self.bond(number, longest).nested for number in (a, b))
            for a, b in product(here, there)
            if self.units[a].speaker != self.units[b].speaker
        )

    def _agree(self, here: Sequence[int], there: Sequence[int], strongest: Bond) -> bool:
        """Tell whether the members of two clusters speak for one utterance in sum."""
        crowded = self._articles(here) & self._articles(there) and not strongest.nested
        if crowded and strongest.score < _CROWDED:
            return False
        longest = min((*here, *there), key=self._rank)
        total, against = 0.0, False
        for a, b in product(sorted(here, key=self._rank)[:_LOOKED_AT], sorted(there, key=self._rank)[:_LOOKED_AT]):
            parts = self._part_of(a, longest) and self._part_of(b, longest)
            if not parts or self._reports_only(a, b, longest):
                size = min(self.units[a].size, self.units[b].size)
                bond = self.bond(a, b)
                within = size <= _PART_QUOTE and self.units[a].articles & self.units[b].articles
                lowest = _LOWEST_WITHIN if within else _LOWEST_MEANT if bond.space == MEANINGS else _LOWEST
                said = min(_HIGHEST, max(lowest, bond.score))
                total += size * said
                against = against or said < 0
        return total > 0.0 or not against

    def _part_of(self, number: int, longest: int) -> bool:
        """Tell whether a unit is bound to the longest one: two parts of one quote need not be alike."""
        small = self.units[number].size < _PART * self.units[longest].size
        return small and self.bond(number, longest).score > 0

    def _reports_only(self, *numbers: int) -> bool:
        """Tell whether none has a word in marks: one report may run together what others report one by one."""
        return all(self.units[number].kinds == {QuoteKind.INDIRECT} for number in numbers)

    def _articles(self, members: Iterable[int]) -> frozenset[str]:
        return frozenset(article for number in members for article in self.units[number].articles)
