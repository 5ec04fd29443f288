"""How a comparison reads: each rendition's text cut into pieces, each with the look that its change asks for."""

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct

from crossquote.message import SILENCE, Message, message, verbatim
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.signs import change_name
from crossquote.model.span import Span

MISSING_SIGN = "‸"
OUTSIDE_SIGN = "⟨…⟩"
_CONTEXT = 24
"""How many characters stay on each side of a difference where only differences are shown."""

_MILD = frozenset(
    {
        ChangeClass.SAME,
        ChangeClass.TENSE,
        ChangeClass.PERSON,
        ChangeClass.EMPHASIS,
        ChangeClass.ORDER,
        ChangeClass.WORDING,
        ChangeClass.MARKS,
        ChangeClass.CASING,
        ChangeClass.HEDGE,
    }
)
"""Classes that are drawn quietly unless a finding says that they matter."""


class Look(Enum):
    """How a piece of text is drawn; each has its own line as well as its own colour."""

    PLAIN = "plain"
    CHANGED = "changed"
    ADDED = "added"
    MOVED = "moved"
    WORDING = "wording"
    MISSING = "missing"
    OUTSIDE = "outside"


class Piece(Struct, frozen=True):
    """A stretch of text to draw. `span` is its place in the shown text, None for signs that are not part of it."""

    text: str
    look: Look = Look.PLAIN
    span: Span | None = None
    tip: Message = SILENCE
    severity: Severity | None = None
    letters: tuple[Span, ...] = ()


class _ChangeSide(Struct, frozen=True):
    """One side of a change: where it stands here, what stands there instead."""

    here: Span
    there: str
    change: Change
    letters: tuple[Span, ...]
    severity: Severity | None


def rendition_pieces(comparison: Comparison) -> tuple[Piece, ...]:
    """Return the rendition's text in pieces, marked where it differs from the base."""
    sides = (
        _ChangeSide(
            change.text,
            change.base.of(comparison.base),
            change,
            change.text_letters,
            _severity(change, comparison.findings),
        )
        for change in comparison.changes
    )
    return tuple(_pieces(comparison.text, sides, missing=Op.DELETE))


def base_pieces(comparison: Comparison) -> tuple[Piece, ...]:
    """Return the base's text in pieces, marked where this rendition differs from it."""
    sides = (
        _ChangeSide(
            change.base,
            change.text.of(comparison.text),
            change,
            change.base_letters,
            _severity(change, comparison.findings),
        )
        for change in comparison.changes
    )
    return tuple(_pieces(comparison.base, sides, missing=Op.INSERT))


def plain_pieces(text: str) -> tuple[Piece, ...]:
    """Return `text` as one unmarked piece."""
    return (Piece(text, span=Span(0, len(text))),)


def only_differences(pieces: tuple[Piece, ...], *, same: bool = False) -> tuple[Piece, ...]:
    """Return `pieces` with long unmarked stretches cut down to their edges.

    What is marked nowhere stays whole, unless it is known to be the `same` as what it was compared with.
    """
    if all(piece.look is Look.PLAIN for piece in pieces):
        return tuple(cut for piece in pieces for cut in _cut(piece, first=False, last=False)) if same else pieces
    last = len(pieces) - 1
    return tuple(
        cut
        for index, piece in enumerate(pieces)
        for cut in (_cut(piece, first=index == 0, last=index == last) if piece.look is Look.PLAIN else (piece,))
    )


def _cut(piece: Piece, *, first: bool, last: bool) -> Iterator[Piece]:
    head = 0 if first else _CONTEXT
    tail = 0 if last else _CONTEXT
    text, span = piece.text, piece.span
    if span is None or len(text) <= head + tail + 12:
        yield piece
        return
    stop = text.rfind(" ", 0, head) if head else 0
    start = text.find(" ", len(text) - tail) if tail else len(text)
    if head:
        stop = max(stop, 0)
        yield Piece(text[:stop], span=Span(span.start, span.start + stop))
    yield Piece("…", look=Look.OUTSIDE)
    if 0 <= start < len(text):
        yield Piece(text[start:], span=Span(span.start + start, span.end))


def _pieces(text: str, sides: Iterable[_ChangeSide], *, missing: Op) -> Iterator[Piece]:
    """Yield the whole of `text` in order, with signs where something is missing."""
    at = 0
    for side in sorted(sides, key=lambda side: (side.here.start, side.here.end)):
        if side.here.start < at:
            continue
        if side.here.start > at:
            yield _plain(text, at, side.here.start)
        yield from _side_pieces(text, side, missing=missing)
        at = side.here.end
    if at < len(text):
        yield _plain(text, at, len(text))


def _side_pieces(text: str, side: _ChangeSide, *, missing: Op) -> Iterator[Piece]:
    here = side.here
    if len(here) == 0:
        yield from _sign(text, side)
        return
    look = _look(side, missing=missing)
    if look is Look.PLAIN:
        yield _plain(text, here.start, here.end)
        return
    words = here.of(text)
    start = here.start + len(words) - len(words.lstrip())
    end = here.end - (len(words) - len(words.rstrip()))
    if start >= end:
        yield _plain(text, here.start, here.end)
        return
    if start > here.start:
        yield _plain(text, here.start, start)
    span = Span(start, end)
    yield Piece(span.of(text), look, span, _tip(side), side.severity, side.letters)
    if end < here.end:
        yield _plain(text, end, here.end)


def _sign(text: str, side: _ChangeSide) -> Iterator[Piece]:
    if not any(character.isalnum() for character in side.there) and (side.severity is None or side.severity.quiet):
        return
    outside = side.change.kind is ChangeClass.TRUNCATION
    sign, look = (OUTSIDE_SIGN, Look.OUTSIDE) if outside else (MISSING_SIGN, Look.MISSING)
    before = text[: side.here.start][-1:]
    after = text[side.here.end :][:1]
    lead = "" if not before or before.isspace() else " "
    trail = "" if not after or after.isspace() or after in ".,;:!?" else " "
    if lead:
        yield Piece(lead)
    yield Piece(sign, look, Span(side.here.start, side.here.start), verbatim(side.there.strip()), side.severity)
    if trail:
        yield Piece(trail)


def _look(side: _ChangeSide, *, missing: Op) -> Look:
    change = side.change
    if change.op is Op.EQUAL:
        return Look.PLAIN
    if change.op is Op.MOVE:
        return Look.MOVED
    if change.kind is ChangeClass.TRUNCATION:
        return Look.OUTSIDE
    if change.kind in _MILD if side.severity is None else side.severity.quiet:
        return Look.WORDING
    if change.op is Op.REPLACE:
        return Look.CHANGED
    return Look.ADDED if missing is Op.DELETE else Look.CHANGED


def _tip(side: _ChangeSide) -> Message:
    there = side.there.strip()
    name = Message("change.moved") if side.change.op is Op.MOVE else change_name(side.change.kind)
    return message("change.instead", change=name, there=there) if there else name


def _plain(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end], span=Span(start, end))


def _severity(change: Change, findings: tuple[Finding, ...]) -> Severity | None:
    """Return the severity of the worst finding that lies on `change`, None where none does."""
    if change.op is Op.EQUAL:
        return None
    hits = (f.severity for f in findings if _touches(f.text, change.text) or _touches(f.base, change.base))
    return max(hits, key=lambda severity: severity.rank, default=None)


def _touches(place: Span | None, span: Span) -> bool:
    if place is None:
        return False
    if len(place) == 0 or len(span) == 0:
        return place.start == span.start and len(place) == len(span)
    return place.overlaps(span)
