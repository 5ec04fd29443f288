"""Parallel articles: two that tell the same in the same order, as translations of one text and wire copy do.

Their quotes are aligned by a pair hidden Markov model (Durbin, Eddy, Krogh and Mitchison 1998, chapter 4): at each
step both articles have a counterpart, or one has a quote that the other lacks. Summed over all ways to align them, that
says how likely each pair is, and, held against the same model for articles that tell things as they come, whether the
two are parallel at all.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import exp, log, log1p, sqrt
from types import MappingProxyType

from msgspec import Struct, field

Cells = Sequence[Sequence[float]]
"""A value for each pair of quotes: a row for each of the one article, a column for each of the other."""

_MET, _MET_BY_CHANCE = 0.55, 0.04
"""How often a step finds a counterpart, in parallel articles and in others."""
_DRIFT = 0.06
"""How far into their articles counterparts stand apart (standard deviation), where they are parallel."""
_DRIFT_BY_CHANCE = 0.7
"""And how far in any two articles, for the root of how many quotes the one has that has fewer: each set of quotes is
spread from the beginning to the end, so the first of either stand near each other, as do the last."""
_DRIFT_LEAST = -4.0
_DOUBT = 1.3
"""What it costs two articles to be taken for parallel ones: most are not (a logarithm of odds)."""
_APART = 0.3
"""Quotes that stand farther apart than this are no counterparts: they need not be compared."""
_NEVER, _HARDLY = -1e9, -1e8
"""What is never met, and what is less than that by what stands for the place: it adds nothing to a sum."""
PARALLEL = 0.95
"""Articles that are less likely parallel are not taken for it."""
_MOST, _TELLING = 0.75, 3.0
"""Unless so large a share of the quotes of the shorter one have a counterpart, each tells things of its own as well: a
pair must then say so much by itself."""
_ROUNDED = 1e-6
"""More than sums of some hundred thousand such values are ever rounded by."""
_KEPT = 0.3
"""A pair that is less likely than this is nothing to speak of."""


class Correspondence(Struct, frozen=True):
    """How likely two articles are `parallel`, and, given that, how likely the `pairs` are counterparts.

    A pair is told by the places of its quotes in the order of either article. Of articles that are not taken for
    parallel there are none, and they are at most so likely parallel.
    """

    parallel: float = 0.0
    pairs: Mapping[tuple[int, int], float] = field(default_factory=lambda: MappingProxyType({}))


def weigh_pairs(here: Sequence[float], there: Sequence[float], weigh: Callable[[int, int], float]) -> Cells:
    """Return the log-odds that quotes of two articles are counterparts, of those that do not stand too far apart.

    `here` and `there` say how far into their articles they stand, between 0 and 1, in their order; `weigh` is asked of
    each pair.
    """
    return [
        array("d", [weigh(i, j) if abs(a - b) <= _APART else _NEVER for j, b in enumerate(there)])
        for i, a in enumerate(here)
    ]


def weigh_again(
    known: Cells, rows: AbstractSet[int], columns: AbstractSet[int], weigh: Callable[[int, int], float]
) -> Cells:
    """Return the log-odds where quotes stand as before, but those in some `rows` and `columns` are others."""
    weights = []
    for i, row in enumerate(known):
        weighed = array("d", row)
        for j in range(len(row)) if i in rows else columns:
            if row[j] != _NEVER:
                weighed[j] = weigh(i, j)
        weights.append(weighed)
    return weights


def align(here: Sequence[float], there: Sequence[float], met: Cells) -> Correspondence:
    """Return how the quotes of two articles are aligned; `here` and `there` say how far into them each one stands.

    `met` are the log-odds that `weigh_pairs` gives.
    """
    if not here or not there:
        return Correspondence()
    spread = max(_DRIFT, _DRIFT_BY_CHANCE / sqrt(min(len(here), len(there)) + 2))
    near = [
        [value + _by_place(a - b, spread) if value > _HARDLY else value for b, value in zip(there, row, strict=True)]
        for a, row in zip(here, met, strict=True)
    ]
    forward = _sum(near, _MET)
    against = _sum(met, _MET_BY_CHANCE)[-1][-1]
    parallel = _likelihood(against - forward[-1][-1] + _DOUBT)
    if parallel < PARALLEL:
        return Correspondence(parallel)
    backward = _sum([row[::-1] for row in near[::-1]], _MET)
    found = dict(_likely(near, forward, backward))
    if sum(chance >= PARALLEL for chance in found.values()) < _MOST * min(len(here), len(there)):
        found = {(i, j): chance for (i, j), chance in found.items() if met[i][j] >= _TELLING}
    return Correspondence(parallel, MappingProxyType(found))


def align_again(
    known: Correspondence, before: Cells, here: Sequence[float], there: Sequence[float], met: Cells
) -> Correspondence:
    """Return what `align` does, of articles of which it is `known` what came of the weights of `before`.

    Where they were far from parallel, and a few weights are others, they are not parallel now: each way to align them
    meets a row once at most, so the sum over all ways changes by no more than the largest change in each row.
    """
    if 0 < known.parallel < PARALLEL:
        rows = ((was, now) for was, now in zip(before, met, strict=True) if was != now)
        changed = sum(max(abs(one - other) for one, other in zip(was, now, strict=True)) for was, now in rows)
        parallel = _likelihood(log(1 / known.parallel - 1) - 2 * changed - _ROUNDED)
        if parallel < PARALLEL:
            return Correspondence(parallel)
    return align(here, there, met)


def _likelihood(against: float) -> float:
    """Return how likely something is, by the logarithm of the odds against it."""
    return 1 / (1 + exp(min(700.0, against)))


def _likely(near: Cells, forward: Cells, backward: Cells) -> "list[tuple[tuple[int, int], float]]":
    rows, columns, whole = len(near), len(near[0]), forward[-1][-1]
    found = []
    for i, row in enumerate(near):
        for j, value in enumerate(row):
            chance = forward[i][j] + log(_MET) + value + backward[rows - i - 1][columns - j - 1] - whole
            if chance > log(_KEPT):
                found.append(((i, j), min(1.0, exp(chance))))
    return found


def _by_place(apart: float, spread: float) -> float:
    """Return what it says that two quotes stand so far apart, where any two would by as much as `spread`."""
    return max(_DRIFT_LEAST, _density(apart, _DRIFT) - _density(apart, spread))


def _density(apart: float, spread: float) -> float:
    """Return the logarithm of a normal density, but for what cancels out."""
    return -((apart / spread) ** 2) / 2 - log(spread)


def _sum(near: Cells, met: float) -> Cells:
    """Return the likelihood of all ways to align the first quotes of either article, as logarithms."""
    meets, lacks = log(met), log((1 - met) / 2)
    above = [column * lacks for column in range(len(near[0]) + 1)]
    sums = [above]
    for number, row in enumerate(near, 1):
        last = number * lacks
        current = [last]
        for left, upper, value in zip(above, above[1:], row, strict=False):
            more, less = (upper, last) if upper > last else (last, upper)
            last = more + log1p(exp(less - more)) + lacks
            if value > _HARDLY:
                meeting = left + meets + value
                more, less = (last, meeting) if last > meeting else (meeting, last)
                last = more + log1p(exp(less - more))
            current.append(last)
        sums.append(current)
        above = current
    return sums
