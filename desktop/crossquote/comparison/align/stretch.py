"""A stretch: two parts of two texts that render one another, and the changes that lead from one to the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossquote.comparison.align.alignment import align
from crossquote.comparison.align.graphemes import differing_letters
from crossquote.comparison.align.keys import AlignmentToken, read_tokens
from crossquote.comparison.align.moves import Move
from crossquote.comparison.align.punctuation import compare_marks, shared_end, shared_start, swap_sides
from crossquote.comparison.align.sliding import slide
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span

_JOINTS = frozenset("-‐‑ \u00a0")


class Part(Struct, frozen=True):
    """A part of a text, with the words that lie in it."""

    text: str
    span: Span
    words: tuple[AlignmentToken, ...]

    def start_of(self, word: int) -> int:
        """Return where word number `word` begins; behind the last one, where the part ends."""
        return self.words[word].span.start if word < len(self.words) else self.span.end

    def over(self, words: range) -> Span:
        """Return the place of some words that follow one another, by their numbers."""
        return Span(self.words[words.start].span.start, self.words[words.stop - 1].span.end)


def read_part(text: str, language: Language) -> Part:
    """Return the whole of `text` as one part."""
    return Part(text, Span(0, len(text)), read_tokens(text, language))


def compare_parts(base: Part, text: Part, language: Language) -> Iterator[Change]:
    """Yield the changes from `base` to `text`, in the order of the base; each side is covered once."""
    alignment = align(base.words, text.words, language)
    links = alignment.links
    if not alignment.moves:
        links = slide(links, (base.words, text.words), (base.text, text.text))
    equal = at = base.span.start, text.span.start
    row, column = 0, 0
    for i, j in (*links, (len(base.words), len(text.words))):
        ends = base.start_of(i), text.start_of(j)
        if i != row or j != column or base.text[at[0] : ends[0]] != text.text[at[1] : ends[1]]:
            yield from _equal(equal, at)
            leaving = sorted((m for m in alignment.moves if row <= m.base < i), key=lambda m: m.base)
            left = _gaps(base, Span(at[0], ends[0]), [m.of_base for m in leaving])
            right = _gaps(text, Span(at[1], ends[1]), [m.of_text for m in alignment.moves if column <= m.text < j])
            yield from _between(base, text, left, right, [_move(base, text, move) for move in leaving])
            equal = ends
        at = ends
        if i < len(base.words):
            one, other = base.words[i], text.words[j]
            at = one.span.end, other.span.end
            if one.text != other.text:
                yield from _equal(equal, ends)
                yield _pair(one, other)
                equal = at
        row, column = i + 1, j + 1
    yield from _equal(equal, at)


def _equal(start: tuple[int, int], end: tuple[int, int]) -> Iterator[Change]:
    """Yield what is equal from one place of both texts to another, where that is anything."""
    if start[0] < end[0]:
        yield Change(Op.EQUAL, Span(start[0], end[0]), Span(start[1], end[1]))


def _between(
    base: Part, text: Part, left: Sequence[Span], right: Sequence[Span], leaving: Sequence[Change]
) -> Iterator[Change]:
    """Yield the changes of a block between two pairs of words: the stretches around what moved, and what left."""
    for number in range(max(len(left), len(right))):
        if 0 < number <= len(leaving):
            yield leaving[number - 1]
        place = left[number] if number < len(left) else Span(left[-1].end, left[-1].end)
        other = right[number] if number < len(right) else Span(right[-1].end, right[-1].end)
        yield from _replace(base, text, place, other)


def _gaps(part: Part, place: Span, moved: Sequence[range]) -> list[Span]:
    """Return the stretches of `place` around the words that moved, one more than there are of those."""
    holes = [part.over(words) for words in sorted(moved, key=lambda words: words.start)]
    starts = [place.start, *(hole.end for hole in holes)]
    ends = [*(hole.start for hole in holes), place.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _replace(base: Part, text: Part, place: Span, other: Span) -> Iterator[Change]:
    """Yield the changes of a stretch without pairs: marks before its words, the words, marks after them."""
    core, new = _core(base, place), _core(text, other)
    if core is None and new is None:
        yield from compare_marks(base.text, text.text, place, other)
    elif core is not None and new is not None:
        head = Span(place.start, core.start), Span(other.start, new.start)
        tail = Span(core.end, place.end), Span(new.end, other.end)
        yield from compare_marks(base.text, text.text, *head)
        spelt = _letters(core.of(base.text)) == _letters(new.of(text.text))
        yield Change(Op.REPLACE, core, new, ChangeClass.MARKS if spelt else ChangeClass.WORDING)
        yield from compare_marks(base.text, text.text, *tail)
    elif core is not None:
        yield from _delete(base, text, place, other)
    else:
        yield from (swap_sides(change) for change in _delete(text, base, other, place))


def _letters(text: str) -> str:
    """Return a text without what parts the words of a compound: "long-term", "long term"."""
    return "".join(letter for letter in text.casefold() if letter not in _JOINTS)


def _starts(token: AlignmentToken) -> int:
    return token.span.start


def _ends(token: AlignmentToken) -> int:
    return token.span.end


def _core(part: Part, place: Span) -> Span | None:
    """Return the place of the words in `place`, None where there is none."""
    first = bisect_left(part.words, place.start, key=_starts)
    behind = bisect_right(part.words, place.end, lo=first, key=_ends)
    inside = [token.span for token in part.words[first:behind]]
    return Span(inside[0].start, inside[-1].end) if inside else None


def _delete(base: Part, text: Part, place: Span, stays: Span) -> Iterator[Change]:
    """Yield the deletion of the words in `place`, and the changes of the marks around them to what `stays`."""
    core = _core(base, place) or place
    lead, trail = Span(place.start, core.start), Span(core.end, place.end)
    left = stays.of(text.text)
    ahead = shared_start(lead.of(base.text), left)
    behind = shared_end(trail.of(base.text), left[ahead:])
    if ahead + behind < len(left):
        yield from compare_marks(base.text, text.text, lead, stays)
        yield Change(Op.DELETE, Span(core.start, place.end), Span(stays.end, stays.end), ChangeClass.WORDING)
        return
    if ahead:
        yield Change(Op.EQUAL, Span(place.start, place.start + ahead), Span(stays.start, stays.start + ahead))
    at = stays.start + ahead
    yield Change(Op.DELETE, Span(place.start + ahead, place.end - behind), Span(at, at), ChangeClass.WORDING)
    if behind:
        yield Change(Op.EQUAL, Span(place.end - behind, place.end), Span(at, stays.end))


def _move(base: Part, text: Part, move: Move) -> Change:
    """Return a move as one change that pairs both places."""
    place, other = base.over(move.of_base), text.over(move.of_text)
    return _with_letters(Change(Op.MOVE, place, other, ChangeClass.ORDER), place.of(base.text), other.of(text.text))


def _pair(base: AlignmentToken, text: AlignmentToken) -> Change:
    """Return the change from one word to its counterpart, which is not written as it is."""
    if base.text.casefold() == text.text.casefold():
        return Change(Op.REPLACE, base.span, text.span, ChangeClass.CASING)
    if base.key == text.key:
        return Change(Op.REPLACE, base.span, text.span, ChangeClass.MARKS)
    return _with_letters(Change(Op.REPLACE, base.span, text.span, ChangeClass.WORDING), base.text, text.text)


def _with_letters(change: Change, base: str, text: str) -> Change:
    """Return `change` with the letters marked that differ, in places of the whole texts."""
    in_base, in_text = differing_letters(base, text)
    if not in_base and not in_text:
        return change
    return Change(
        change.op,
        change.base,
        change.text,
        change.kind,
        tuple(span.shifted(change.base.start) for span in in_base),
        tuple(span.shifted(change.text.start) for span in in_text),
    )
