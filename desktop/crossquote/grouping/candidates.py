"""Candidates: which pairs of units are worth comparing, found by an index of their rarer words.

The index is kept between edits. A unit that comes is looked up, and takes its place among the likeliest of those that
share something with it; only where one of these goes, the others' are looked for anew. What sharing a key is worth is
a whole number, so that sums are the same in whatever order they are made.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from heapq import nlargest
from itertools import chain
from math import log

from msgspec import Struct, field

from crossquote.grouping.item import LABEL
from crossquote.grouping.units import Unit
from crossquote.progress import Step, Work
from crossquote.shards import Shards, steady
from crossquote.text.chances import Chances, rounded
from crossquote.text.sketch import Sketch

_COMMONEST, _COMMONEST_AT_MOST = 60, 100
"""A key that more units have than this finds nobody: others will."""
_COMMONEST_SHARE, _COMMONEST_BITS = 0.02, 3
"""In a large set it is this share of the units, up to a limit: what a unit is compared with must not grow with it."""
_WORDS = 24
"""So many of a unit's rarest words are looked up."""
_STEP = 2
"""What sharing a word is worth is told in steps, so that one quote more or less seldom makes another of it."""
_PAIRS, _PAIR_GAIN = 60, 3
"""So many pairs of words that follow one another are looked up too: they find quotes of everyday words alone."""
KEPT = 8
"""So many candidates are kept for each unit, the likeliest first."""
LEAST_SHARE = 0.25
"""A candidate that shares less than this part of what the likeliest one shares is not compared."""

_UNITS_A_STEP = 200
Likely = tuple[int, ...]
"""The likeliest candidates of a unit: what one shares with it, then its number, and so on: pairs take more room."""


class Candidates(Struct, frozen=True):
    """The index of one language: `listed` has what finds each unit, with what sharing it is worth.

    `holders` are the units that a key finds; `likely` the candidates of each unit. The units `long` have more telling
    words than are looked up.
    """

    listed: Shards[int, Mapping[str, int]] = field(default_factory=Shards)
    holders: Shards[str, Sequence[int]] = field(default_factory=partial(Shards, number=steady))
    likely: Shards[int, Likely] = field(default_factory=Shards)
    limit: int = 0
    long: AbstractSet[int] = frozenset()


def commonest(units: int) -> int:
    """Return how many of so many units may have a key that finds them; another number, and all are looked up anew."""
    return min(_COMMONEST_AT_MOST, max(_COMMONEST, rounded(int(_COMMONEST_SHARE * units), _COMMONEST_BITS)))


def list_keys(unit: Unit, space: str, chances: Chances) -> Mapping[str, int]:
    """Return what finds a unit, with what sharing it is worth: its rarest telling words, its neighbours."""
    one = unit.spaces[space]
    frequency = chances.frequency
    weighed = [(_STEP * round(-log(frequency[word]) / _STEP), word) for word in one.telling]
    listed = {word: gain for gain, word in nlargest(_WORDS, weighed)}
    pairs = sorted(one.neighbours)[:_PAIRS] if len(one.neighbours) > _PAIRS else one.neighbours
    return listed | dict.fromkeys(pairs, _PAIR_GAIN)


def finding_keys(one: Sketch) -> tuple[str, ...]:
    """Return all that may find a text, in whatever set: its telling words, and neighbours of which one tells something.

    Which of them do is `list_keys`' to say, by how rare they are among the others of a set.
    """
    return (*one.telling, *(pair for pair, telling in one.neighbours.items() if telling))


def each_of(likely: Likely) -> Iterator[tuple[int, int]]:
    """Yield what each candidate shares, and its number."""
    return zip(likely[::2], likely[1::2], strict=True)


class Looking(Struct):
    """Where candidates are looked for: the index while it is made."""

    units: Mapping[int, Unit]
    listed: Mapping[int, Mapping[str, int]]
    holders: Callable[[str, Sequence[int]], Sequence[int]]
    limit: int

    def sums(self, number: int) -> dict[int, int]:
        """Return what each unit shares with unit `number`."""
        sums: dict[int, int] = defaultdict(int)
        for key, gain in self.listed[number].items():
            holders = self.holders(key, ())
            if 1 < len(holders) <= self.limit:
                for other in holders:
                    sums[other] += gain
        sums.pop(number, None)
        return sums

    def likeliest(self, sums: Mapping[int, int]) -> Likely:
        """Return those of `sums` that share the most."""
        least = LEAST_SHARE * max(sums.values(), default=0)
        likely = [other for other, shared in sums.items() if shared >= least]
        if len(likely) > KEPT:
            least = sorted(sums[other] for other in likely)[-KEPT]
            likely = [other for other in likely if sums[other] >= least]
        likely.sort(key=lambda other: (-sums[other], self.units[other].key))
        return tuple(chain.from_iterable((sums[other], other) for other in likely[:KEPT]))


def index_all(
    units: Mapping[int, Unit], space: str, listed: Mapping[int, Mapping[str, int]], limit: int
) -> Work[Candidates]:
    """Return the index of all units that have a list of keys."""
    holders = _holders(listed)
    looking = Looking(dict(units.items()), listed, holders.get, limit)
    likely: dict[int, Likely] = {}
    for done, number in enumerate(listed):
        if done % _UNITS_A_STEP == 0:
            yield Step(done, len(listed), LABEL)
        likely[number] = looking.likeliest(looking.sums(number))
    long = long_units(units, space, listed)
    return Candidates(Shards.of(listed), Shards[str, Sequence[int]].of(holders, steady), Shards.of(likely), limit, long)


def _holders(listed: Mapping[int, Mapping[str, int]]) -> dict[str, tuple[int, ...]]:
    """Return the units that each key finds; most keys find one unit, and all those of a unit share one value."""
    often = Counter(chain.from_iterable(listed.values()))
    several: dict[str, list[int]] = defaultdict(list)
    found: dict[str, tuple[int, ...]] = {}
    for number, keys in listed.items():
        alone = (number,)
        for key in keys:
            if often[key] == 1:
                found[key] = alone
            else:
                several[key].append(number)
    found.update((key, tuple(numbers)) for key, numbers in several.items())
    return found


def long_units(units: Mapping[int, Unit], space: str, numbers: Iterable[int]) -> AbstractSet[int]:
    """Return those of some units that have more telling words than are looked up."""
    return frozenset(number for number in numbers if len(units[number].spaces[space].telling) > _WORDS)


def holders_of(index: Candidates, units: Mapping[int, Unit], space: str, words: AbstractSet[str]) -> set[int]:
    """Return the units that have one of `words`, none of which is a function word anywhere."""
    found = {number for number in index.long if not words.isdisjoint(units[number].spaces[space].kinds)}
    return found.union(*(index.holders.get(word, ()) for word in words))
