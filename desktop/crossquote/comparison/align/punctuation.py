"""Between words: blanks and punctuation of two texts, compared sign by sign at their ends."""

from collections.abc import Iterator
from itertools import takewhile

from crossquote.comparison.align.graphemes import graphemes
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span


def change_of(base: Span, text: Span, kind: ChangeClass) -> Change | None:
    """Return an insertion, deletion or replacement by which side is empty; None where both are."""
    if not len(base) and not len(text):
        return None
    if not len(base):
        return Change(Op.INSERT, base, text, kind)
    return Change(Op.REPLACE if len(text) else Op.DELETE, base, text, kind)


def swap_sides(change: Change) -> Change:
    """Return `change` seen from the other side: what was deleted is inserted."""
    op = {Op.INSERT: Op.DELETE, Op.DELETE: Op.INSERT}.get(change.op, change.op)
    return Change(op, change.text, change.base, change.kind, change.text_letters, change.base_letters)


def compare_marks(base: str, text: str, in_base: Span, in_text: Span) -> Iterator[Change]:
    """Yield the changes between two stretches without words: what is equal at both ends, and one change between."""
    first, second = in_base.of(base), in_text.of(text)
    if first == second:
        if first:
            yield Change(Op.EQUAL, in_base, in_text)
        return
    ahead = shared_start(first, second)
    behind = shared_end(first[ahead:], second[ahead:])
    if ahead:
        yield _equal(in_base.start, in_text.start, ahead)
    base_middle = Span(in_base.start + ahead, in_base.end - behind)
    text_middle = Span(in_text.start + ahead, in_text.end - behind)
    yield from _middle(base, text, base_middle, text_middle)
    if behind:
        yield _equal(base_middle.end, text_middle.end, behind)


def _middle(base: str, text: str, in_base: Span, in_text: Span) -> Iterator[Change]:
    """Yield the change of marks that share nothing at their ends; a blank is not replaced by a mark."""
    first, second = in_base.of(base), in_text.of(text)
    if first and second and bool(first.strip()) != bool(second.strip()):
        yield Change(Op.DELETE, in_base, Span(in_text.start, in_text.start), _marks_or_same(first))
        yield Change(Op.INSERT, Span(in_base.end, in_base.end), in_text, _marks_or_same(second))
        return
    change = change_of(in_base, in_text, _marks_or_same(first + second))
    if change is not None:
        yield change


def _marks_or_same(marks: str) -> ChangeClass:
    """Return MARKS, or SAME where there are only blanks: nobody sees those."""
    return ChangeClass.MARKS if marks.strip() else ChangeClass.SAME


def _equal(base: int, text: int, length: int) -> Change:
    return Change(Op.EQUAL, Span(base, base + length), Span(text, text + length))


def shared_start(first: str, second: str) -> int:
    """Return how many code points both begin with, in whole graphemes."""
    if not first or not second:
        return 0
    pairs = zip(graphemes(first), graphemes(second), strict=False)
    return sum(len(a) for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def shared_end(first: str, second: str) -> int:
    """Return how many code points both end with, in whole graphemes."""
    if not first or not second:
        return 0
    pairs = zip(reversed(graphemes(first)), reversed(graphemes(second)), strict=False)
    return sum(len(a) for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
