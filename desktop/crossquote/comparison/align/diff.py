"""The differences between a base and a text that renders it, word by word.

The changes stand in the order of the base, and each side is covered once, blanks and punctuation included: in list
order their base places tile the base; sorted by their text places, those tile the text. Both orders are the same but
for moves, which are one change that pairs both places, and for fragments quoted in another order. EQUAL means equal
to the sign; what differs in case or marks alone is a REPLACE of that kind. `check_changes` proves all of it each time.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from crossquote.comparison.align.excerpts import in_common
from crossquote.comparison.align.fragments import cut_fragments, place_fragments
from crossquote.comparison.align.punctuation import swap_sides
from crossquote.comparison.align.stretch import Part, compare_parts, read_part
from crossquote.errors import CheckFailedError
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.progress import QUIET, Step, Work, finish
from crossquote.text.words import fold

_FRAGMENT = 0.7
"""A text with less than this share of the other's words renders a part of it."""
_OUTSIDE = 3
"""So few words more do not make a whole of which the other is a part."""
_SAID = 0.4
"""A part says so much of its own in the words of the whole."""
_FEW = 3
"""So few words cut off before a full stop are no shorter quotation."""
_ENDS, _CLOSING = frozenset(".!?。！？։"), " \"'’”»“)"
_ELSEWHERE = 0.25
"""Who says so much of its own in words of the whole from elsewhere has left something out from between."""


def diff(base: str, text: str, language: Language) -> tuple[Change, ...]:
    """Return the changes from `base` to `text`, both in `language`; renditions in fragments are joined by GAP.

    Where one side renders but a part of the other, each of its fragments is compared with the part that it renders,
    wherever that lies, and what lies outside is TRUNCATION.
    """
    return finish(diffing(base, text, language, QUIET))


def diffing(base: str, text: str, language: Language, step: Step) -> Work[tuple[Change, ...]]:
    """Do what `diff` does, and stop at `step` between its parts."""
    first = read_part(base, language)
    yield step
    second = read_part(text, language)
    yield step
    if len(first.words) >= len(second.words):
        changes = list(_compare(first, second, language))
    else:
        changes = _in_base_order(swap_sides(change) for change in _compare(second, first, language))
    merged = tuple(_merge(base, changes))
    check_changes(base, text, merged)
    return merged


def in_text_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return `changes` in the order of the text: as they follow one another on its side."""
    return tuple(sorted(changes, key=lambda change: (change.text.start, change.text.end)))


def check_changes(base: str, text: str, changes: Sequence[Change]) -> None:
    """Raise CheckFailedError unless `changes` rebuild both sides."""
    if "".join(change.base.of(base) for change in changes) != base or not _tiles(base, [c.base for c in changes]):
        raise CheckFailedError("the changes do not rebuild the base")
    if not _tiles(text, [change.text for change in in_text_order(changes)]):
        raise CheckFailedError("the changes do not rebuild the text")
    for change in changes:
        if not _is_sound(base, text, change):
            msg = f"a change is not what it says: {change}"
            raise CheckFailedError(msg)


def _tiles(whole: str, places: Iterable[Span]) -> bool:
    """Tell whether `places` follow one another from the start of `whole` to its end."""
    at = 0
    for place in places:
        if place.start != at:
            return False
        at = place.end
    return at == len(whole)


def _is_sound(base: str, text: str, change: Change) -> bool:
    if change.op is Op.EQUAL:
        return change.base.of(base) == change.text.of(text) != ""
    full = bool(len(change.base)), bool(len(change.text))
    inside = all(change.base.contains(span) for span in change.base_letters)
    inside = inside and all(change.text.contains(span) for span in change.text_letters)
    return inside and full == (change.op is not Op.INSERT, change.op is not Op.DELETE)


def _compare(whole: Part, other: Part, language: Language) -> Iterator[Change]:
    """Yield the changes between a text and one with no more words: as a whole, or fragment by fragment."""
    if any(GAP in part.text for part in (whole, other)):
        yield from _compare_fragments_or_all(whole, other, language)
    else:
        yield from _within_excerpts(whole, other, language, _compare_fragments_or_all)


def _within_excerpts(
    whole: Part, other: Part, language: Language, compare: Callable[[Part, Part, Language], Iterator[Change]]
) -> Iterator[Change]:
    """Yield the changes between what both texts print, and the sentences before and behind it of one as truncation."""
    ours, theirs = in_common(whole, other, language)
    yield from _outside(Span(whole.span.start, ours.span.start), Span(other.span.start, theirs.span.start))
    if len(ours.words) >= len(theirs.words):
        yield from compare(ours, theirs, language)
    else:
        yield from _in_base_order(swap_sides(change) for change in compare(theirs, ours, language))
    yield from _outside(Span(ours.span.end, whole.span.end), Span(theirs.span.end, other.span.end))


def _compare_fragments_or_all(whole: Part, other: Part, language: Language) -> Iterator[Change]:
    """Yield the changes between two texts: fragment by fragment where one renders but a part of the other."""
    fragments = cut_fragments(other)
    partial = len(other.words) < _FRAGMENT * len(whole.words) and len(whole.words) - len(other.words) >= _OUTSIDE
    partial = partial and not _is_shortened(whole, other, language)
    cut = len(fragments) > 1 and not _in_step(cut_fragments(whole), fragments)
    places = place_fragments(whole, fragments, language) if partial or cut else {}
    if places and (cut or _renders_part(whole, fragments, places)):
        yield from _compare_fragments(whole, other, fragments, places, language)
    else:
        yield from _within_excerpts(whole, other, language, compare_parts)


def _outside(place: Span, other: Span) -> Iterator[Change]:
    """Yield what only one of two texts prints there."""
    if place.start < place.end:
        yield Change(Op.DELETE, place, Span(other.start, other.start), ChangeClass.TRUNCATION)
    if other.start < other.end:
        yield Change(Op.INSERT, Span(place.end, place.end), other, ChangeClass.TRUNCATION)


def _is_shortened(whole: Part, other: Part, language: Language) -> bool:
    """Tell whether a sentence has but lost, before its full stop, whose a thing is ("the wages of the dockers").

    That is no shorter quotation, which would be left open, but a changed one.
    """
    links = _links(language)
    at = len(other.words)
    few = 0 < at < len(whole.words) <= at + _FEW
    ends = [part.text.rstrip(_CLOSING)[-1:] for part in (whole, other)]
    if not few or ends[0] != ends[1] or ends[1] not in _ENDS or whole.words[0].key != other.words[0].key:
        return False
    return fold(whole.words[at].text) in links


@lru_cache(maxsize=64)
def _links(language: Language) -> frozenset[str]:
    """Return the words that lead up to whose or which a thing is."""
    return frozenset(map(fold, language.lexicon.texts("function_words", "links")))


def _in_step(pieces: Sequence[Part], fragments: Sequence[Part]) -> bool:
    """Tell whether there are as many fragments on both sides, and each shares most with the one in its own place."""
    if len(pieces) != len(fragments):
        return False
    there = [{token.anchor for token in piece.words if token.tells} for piece in pieces]
    for number, fragment in enumerate(fragments):
        said = {token.anchor for token in fragment.words if token.tells}
        if len(said & there[number]) < max(len(said & anchors) for anchors in there):
            return False
    return True


def _renders_part(whole: Part, fragments: Sequence[Part], places: Mapping[int, Part]) -> bool:
    """Tell whether a shorter text is a part of the whole rather than a shorter way to say it.

    It is where enough is left over, and most of what it says stands in the place that was found for it. One text with
    both ends of the whole and nothing between is no part: it hides a cut.
    """
    inside = sum(len(place.words) for place in places.values())
    said = {token.anchor for number in places for token in fragments[number].words if token.tells}
    there = {token.anchor for place in places.values() for token in place.words}
    if len(fragments) == 1 and _joins_what_was_apart(whole, said - there, next(iter(places.values()))):
        return False
    return len(whole.words) - inside >= _OUTSIDE and len(said & there) >= _SAID * len(said)


def _joins_what_was_apart(whole: Part, left: Collection[str], place: Part) -> bool:
    """Tell whether much of what a fragment says beyond the place found for it stands elsewhere in the whole.

    A single word counts where the whole begins or ends with it.
    """
    outside = {token.anchor for token in whole.words if token.tells and not token.span.overlaps(place.span)}
    said = len(left) + len({token.anchor for token in place.words if token.tells})
    found = len(outside.intersection(left))
    ends = not {whole.words[0].anchor, whole.words[-1].anchor}.isdisjoint(outside.intersection(left))
    return (found > 1 and found >= _ELSEWHERE * said) or ends


def _compare_fragments(
    whole: Part, other: Part, fragments: Sequence[Part], places: Mapping[int, Part], language: Language
) -> Iterator[Change]:
    """Yield the changes of each fragment in the order of the whole, and what lies outside of them on both sides."""
    changes: list[Change] = []
    for number, place in places.items():
        changes.extend(compare_parts(place, fragments[number], language))
    changes.extend(_cut_off(whole, [(place.span, fragments[number].span) for number, place in places.items()]))
    changes.extend(_left_over(other, fragments, places))
    yield from _in_base_order(changes)


def _cut_off(whole: Part, rendered: Iterable[tuple[Span, Span]]) -> Iterator[Change]:
    """Yield what no fragment renders, as truncation; at the text's place of the fragment after or before it."""
    at, point = whole.span.start, None
    for place, fragment in sorted(rendered, key=lambda pair: pair[0].start):
        if place.start > at:
            yield Change(Op.DELETE, Span(at, place.start), Span(fragment.start, fragment.start), ChangeClass.TRUNCATION)
        at, point = place.end, fragment.end
    if at < whole.span.end and point is not None:
        yield Change(Op.DELETE, Span(at, whole.span.end), Span(point, point), ChangeClass.TRUNCATION)


def _left_over(other: Part, fragments: Sequence[Part], places: Mapping[int, Part]) -> Iterator[Change]:
    """Yield what stands between fragments, and the fragments that render nothing of the whole."""
    at, point = other.span.start, min(place.span.start for place in places.values())
    for number, fragment in enumerate(fragments):
        if fragment.span.start > at:
            yield Change(Op.INSERT, Span(point, point), Span(at, fragment.span.start), ChangeClass.TRUNCATION)
        if number in places:
            point = places[number].span.end
        else:
            yield Change(Op.INSERT, Span(point, point), fragment.span, ChangeClass.WORDING)
        at = fragment.span.end
    if at < other.span.end:
        yield Change(Op.INSERT, Span(point, point), Span(at, other.span.end), ChangeClass.TRUNCATION)


def _in_base_order(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: (change.base.start, change.base.end))


def _merge(base: str, changes: Iterable[Change]) -> list[Change]:
    """Return `changes` with equal ones joined, and words that differ in case alone joined over what is equal."""
    merged: list[Change] = []
    for change in changes:
        if merged and _follows(merged[-1], change) and _alike(merged[-1], change):
            merged[-1] = _join(merged[-1], change)
        elif len(merged) > 1 and _bridges(base, (merged[-2], merged[-1], change)):
            merged[-2:] = [_join(merged[-2], change)]
        else:
            merged.append(change)
    return merged


def _follows(before: Change, after: Change) -> bool:
    return before.base.end == after.base.start and before.text.end == after.text.start


def _alike(before: Change, after: Change) -> bool:
    return before.op is after.op is Op.EQUAL or (before.kind is after.kind is ChangeClass.CASING)


def _bridges(base: str, three: tuple[Change, Change, Change]) -> bool:
    """Tell whether two words differ in case alone, with nothing but equal marks between them."""
    first, between, after = three
    return (
        first.kind is after.kind is ChangeClass.CASING
        and between.op is Op.EQUAL
        and _follows(first, between)
        and _follows(between, after)
        and not any(c.isalnum() for c in between.base.of(base))
    )


def _join(before: Change, after: Change) -> Change:
    place, other = Span(before.base.start, after.base.end), Span(before.text.start, after.text.end)
    return Change(before.op, place, other, before.kind)
