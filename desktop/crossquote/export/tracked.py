"""Tracked changes: a rendition as what was taken out of its base and what was put in, stretch by stretch."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby, pairwise

from msgspec import Struct

from crossquote.model.comparison import Change, Comparison, Op
from crossquote.model.span import Span


class Tracked(Enum):
    """What a stretch of words is: of both texts, put in by the rendition, or taken out of the base."""

    BOTH = "both"
    INSERTED = "ins"
    DELETED = "del"


class TrackedWords(Struct, frozen=True):
    """A stretch of words, with its place in the rendition, or in the base where it was taken out of that."""

    text: str
    mark: Tracked
    place: Span


def plain_stretches(text: str) -> tuple[TrackedWords, ...]:
    """Return a text that is compared with nothing."""
    return (TrackedWords(text, Tracked.BOTH, Span(0, len(text))),)


def changed_stretches(comparison: Comparison) -> tuple[TrackedWords, ...]:
    """Return a comparison as stretches: but for what is DELETED they make the text, but for what is INSERTED the base.

    What moved is taken out where it stood and put in where it stands.
    """
    changes = comparison.changes
    by_text = sorted(range(len(changes)), key=lambda index: (changes[index].text.start, changes[index].text.end, index))
    staying = _staying(changes, by_text)
    return tuple(one for one in _merged(comparison, by_text, staying) if one.text)


def tracked_runs(found: Iterable[TrackedWords]) -> Iterator[tuple[str, Tracked]]:
    """Yield the texts of stretches with what they are, neighbours of one kind as one."""
    for mark, run in groupby(found, key=lambda one: one.mark):
        yield "".join(one.text for one in run), mark


def cut_stretches(found: Iterable[TrackedWords], places: Iterable[Span]) -> tuple[TrackedWords, ...]:
    """Return `found`, cut wherever one of `places` of the rendition begins or ends inside a stretch."""
    ends = sorted({at for place in places for at in (place.start, place.end)})
    return tuple(part for one in found for part in _cut(one, ends))


def _cut(one: TrackedWords, ends: Sequence[int]) -> Iterator[TrackedWords]:
    inside = [] if one.mark is Tracked.DELETED else [at for at in ends if one.place.start < at < one.place.end]
    bounds = (one.place.start, *inside, one.place.end)
    for start, end in pairwise(bounds):
        yield TrackedWords(one.text[start - one.place.start : end - one.place.start], one.mark, Span(start, end))


def _staying(changes: Sequence[Change], by_text: Sequence[int]) -> frozenset[int]:
    """Return which changes stand in the order of the base: the most that do, moved ones left out."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for index in by_text:
        if changes[index].op is Op.MOVE:
            continue
        at = bisect_left(tails, index)
        before[index] = tails[at - 1] if at else None
        tails[at : at + 1] = [index]
    chain: list[int] = []
    at_end = tails[-1] if tails else None
    while at_end is not None:
        chain.append(at_end)
        at_end = before[at_end]
    return frozenset(chain)


def _merged(comparison: Comparison, by_text: Sequence[int], staying: frozenset[int]) -> Iterator[TrackedWords]:
    """Yield the stretches in the order of the text; what left its place is taken out where it stood in the base."""
    changes = comparison.changes
    taken = iter([index for index in range(len(changes)) if index not in staying])
    waiting = next(taken, None)
    for index in by_text:
        if index in staying:
            while waiting is not None and waiting < index:
                yield _removed(comparison, changes[waiting])
                waiting = next(taken, None)
            yield from _standing(comparison, changes[index])
        else:
            yield TrackedWords(changes[index].text.of(comparison.text), Tracked.INSERTED, changes[index].text)
    while waiting is not None:
        yield _removed(comparison, changes[waiting])
        waiting = next(taken, None)


def _standing(comparison: Comparison, change: Change) -> Iterator[TrackedWords]:
    now = change.text.of(comparison.text)
    if change.base.of(comparison.base) == now:
        yield TrackedWords(now, Tracked.BOTH, change.text)
        return
    yield _removed(comparison, change)
    yield TrackedWords(now, Tracked.INSERTED, change.text)


def _removed(comparison: Comparison, change: Change) -> TrackedWords:
    return TrackedWords(change.base.of(comparison.base), Tracked.DELETED, change.base)
