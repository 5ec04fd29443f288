"""A critical apparatus: the base cut where witnesses part from it, so that each can be read along it whole."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from crossquote.export.tracked import Tracked, changed_stretches
from crossquote.model.comparison import ChangeClass, Comparison
from crossquote.model.span import Span


class WitnessReading(Struct, frozen=True):
    """What a witness has in a place; where it is `silent`, it quotes less than the base and does not speak of it."""

    text: str
    silent: bool = False


class Segment(Struct, frozen=True):
    """A stretch of the base, and what each witness has in its place."""

    base: str
    readings: tuple[WitnessReading, ...]

    @property
    def shared(self) -> bool:
        """Tell whether all have what the base has."""
        return all(reading.text == self.base for reading in self.readings)


class _Edit(Struct, frozen=True):
    """A place of the base that a witness has otherwise."""

    place: Span
    text: str
    silent: bool


def cut_segments(base: str, witnesses: Sequence[Comparison]) -> tuple[Segment, ...]:
    """Return a base in segments: along them, the readings of each witness make its text, the stretches the base.

    What one puts in another's place is one segment; what is only left out is cut where others need it.
    """
    edits = [list(_joined(_edits(one))) for one in witnesses]
    fixed = list(_merged(sorted(edit.place for edit in chain.from_iterable(edits) if edit.text)))
    starts = [place.start for place in fixed]
    ends = {0, len(base), *(at for place in fixed for at in (place.start, place.end))}
    loose = (at for edit in chain.from_iterable(edits) for at in (edit.place.start, edit.place.end))
    ends |= {at for at in loose if not _is_inside(at, fixed, starts)}
    between = (Span(*pair) for pair in pairwise(sorted(ends)))
    places = sorted({*fixed, *(place for place in between if not _lies_in(place, fixed, starts))})
    cuts = [[edit for edit in told if not edit.text] for told in edits]
    put = frozenset(fixed)
    return tuple(
        Segment(place.of(base), tuple(_read(base, place, told) for told in (edits if place in put else cuts)))
        for place in places
    )


def _edits(comparison: Comparison) -> Iterator[_Edit]:
    """Yield where a witness parts from the base, in the order of the base."""
    silent = {one.base for one in comparison.changes if one.kind is ChangeClass.TRUNCATION}
    at = 0
    for one in changed_stretches(comparison):
        end = at if one.mark is Tracked.INSERTED else at + len(one.text)
        if one.mark is not Tracked.BOTH:
            text = one.text if one.mark is Tracked.INSERTED else ""
            yield _Edit(Span(at, end), text, one.mark is Tracked.DELETED and one.place in silent)
        at = end


def _joined(edits: Iterable[_Edit]) -> Iterator[_Edit]:
    """Yield edits of which none touches the next, unless both only leave out."""
    held: _Edit | None = None
    for edit in edits:
        if held is not None and held.place.end == edit.place.start and (held.text or edit.text):
            held = _Edit(Span(held.place.start, edit.place.end), held.text + edit.text, silent=False)
        else:
            if held is not None:
                yield held
            held = edit
    if held is not None:
        yield held


def _merged(places: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for place in places:
        if held is not None and place.start <= held.end:
            held = Span(held.start, max(held.end, place.end))
        else:
            if held is not None:
                yield held
            held = place
    if held is not None:
        yield held


def _is_inside(at: int, fixed: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_left(starts, at) - 1
    return number >= 0 and at < fixed[number].end


def _lies_in(place: Span, fixed: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_left(starts, place.start + 1) - 1
    return number >= 0 and place.end <= fixed[number].end


def _read(base: str, place: Span, edits: Sequence[_Edit]) -> WitnessReading:
    """Return what a witness with these edits has in a place."""
    parts: list[str] = []
    at, silent = place.start, False
    for edit in _within(edits, place):
        parts += (base[at : max(at, edit.place.start)], edit.text)
        at = max(at, min(edit.place.end, place.end))
        silent = silent or edit.silent
    text = "".join((*parts, base[at : place.end]))
    return WitnessReading(text, silent=silent and not text)


def _within(edits: Sequence[_Edit], place: Span) -> Iterator[_Edit]:
    """Yield the edits of a place: those in it, and the parts in it of what is only left out."""
    number = bisect_left(edits, place.start, key=lambda edit: edit.place.end)
    while number < len(edits) and edits[number].place.start <= place.end:
        edit = edits[number]
        if edit.place.overlaps(place) or (
            edit.text and place.start <= edit.place.start and edit.place.end <= place.end
        ):
            yield edit
        number += 1
