"""Which quantities of two sides are the same by value, which was put in place of which, and which are left over."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from msgspec import Struct

from crossquote.comparison.align.links import Links, word_range
from crossquote.comparison.reading.counted import Counted, is_wide, meaning
from crossquote.comparison.reading.side import Side
from crossquote.text.dates import agree
from crossquote.text.measures import DEGREE, in_base_unit, is_same_heat
from crossquote.text.numbers import NumberKind
from crossquote.text.quantity import Quantity, Sort, same_value
from crossquote.text.words import Word

_TELLING = 4
"""A word after a number tells what it counts from so many letters on."""
HUNDREDTHS = frozenset({NumberKind.PERCENT, NumberKind.PERMILLE, NumberKind.POINTS})
_SHARES = frozenset({NumberKind.SHARE, NumberKind.PERCENT})
_TWO = 2
_MOST_WIDE = 400
"""So many different dates, times and rough numbers a side may have, for them to be judged."""
_ROUND, _NEARLY, _LAST_YEAR = 100, 0.01, 2200
"""What is round is so many times a whole number, differs so little, and is no year."""
_ROUNDING = 0.06
"""A converted measure may differ so much from the exact one: nobody prints 62.14 miles."""


class Matching(Struct, frozen=True):
    """The quantities that differ: (base, text) put one in place of the other, and those that only one side has.

    `swapped` stand in each other's place; `reordered` is the first of those that do so among words that are all kept.
    `units` are pairs of the same number with another unit or sort ("5 dollars" for "5 euros", percent for points).
    """

    replaced: tuple[tuple[Quantity, Quantity], ...] = ()
    base_only: tuple[Quantity, ...] = ()
    text_only: tuple[Quantity, ...] = ()
    units: tuple[tuple[Quantity, Quantity], ...] = ()
    swapped: tuple[tuple[Quantity, Quantity], ...] = ()
    reordered: tuple[tuple[Quantity, Quantity], ...] = ()


def match_quantities(
    base: Sequence[Quantity], text: Sequence[Quantity], links: Links, sides: tuple[Side, Side]
) -> Matching:
    """Return how the quantities of two sides differ; what is said twice need be found only once."""
    if not base and not text:
        return Matching()
    dates = (sides[0].date, sides[1].date)
    base, text = _without_too_many(base, text)
    both = Counted(base), Counted(text)
    base_left = list(_unmatched(base, both[0], both[1], dates))
    text_left = list(_unmatched(text, both[1], both[0], dates[::-1]))
    untold = _untold(base_left, text_left, dates) | _reckoned((base, base_left), (text, text_left))
    base_left, text_left = ([q for q in left if id(q) not in untold] for left in (base_left, text_left))
    replaced = list(_in_place(base_left, text_left, both, links))
    gone = {id(q) for pair in replaced for q in pair}
    read = base, text
    swapped = _once(_swapped(base, both, links), _exchanged(base, text, both, links))
    swapped = tuple(pair for pair in swapped if not _are_one_day(pair, read, links))
    return Matching(
        tuple(replaced),
        tuple(q for q in base_left if id(q) not in gone),
        tuple(q for q in text_left if id(q) not in gone),
        tuple(_other_unit(base, text, both[1], links)),
        swapped,
        tuple(
            pair for pair in _reordered(base, text, links) if not (swapped or _are_one_day(pair, (base, text), links))
        ),
    )


def _without_too_many(*sides: Sequence[Quantity]) -> Sequence[Sequence[Quantity]]:
    """Return both sides; without dates, times and rough numbers where one has very many: each is held against each."""
    if all(len(side) <= _MOST_WIDE or len({meaning(q) for q in side if is_wide(q)}) <= _MOST_WIDE for side in sides):
        return sides
    return [[q for q in side if not is_wide(q)] for side in sides]


def _unmatched(
    ours: Sequence[Quantity], own: Counted, theirs: Counted, dates: tuple[str | None, str | None]
) -> Iterator[Quantity]:
    """Yield those of `ours` that no quantity of the other side is the same as.

    A date that agrees with another because that one says less ("in March") is not matched by it where that one has
    its own counterpart.
    """
    known: dict[Quantity, bool] = {}
    for quantity in ours:
        said = meaning(quantity)
        if said not in known:
            known[said] = _is_matched(quantity, own, theirs, dates)
        if not known[said]:
            yield quantity


def _is_matched(quantity: Quantity, own: Counted, theirs: Counted, dates: tuple[str | None, str | None]) -> bool:
    same = [other for other in theirs.like(quantity) if same_quantity(quantity, other, dates)]
    if quantity.day is None or any(_alike_dates(quantity, other, dates) for other in same):
        return bool(same)
    return any(
        not any(_alike_dates(one, other, dates) for one in own.like(other) if one is not quantity) for other in same
    )


def _untold(
    base_left: Sequence[Quantity], text_left: Sequence[Quantity], dates: tuple[str | None, str | None]
) -> set[int]:
    """Return the dates that are left over and can't be told from one that is left over on the other side."""
    days: list[dict[Quantity, list[Quantity]]] = [{}, {}]
    for said, left in zip(days, (base_left, text_left), strict=True):
        for quantity in left:
            if quantity.day is not None:
                said.setdefault(meaning(quantity), []).append(quantity)
    untold = ((one, other) for one in days[0] for other in days[1] if _cannot_tell(one, other, dates))
    return {id(q) for one, other in untold for q in (*days[0][one], *days[1][other])}


def _reckoned(
    base: tuple[Sequence[Quantity], Sequence[Quantity]], text: tuple[Sequence[Quantity], Sequence[Quantity]]
) -> set[int]:
    """Return the shares that are left over and come to a number that is: "half of the 40", "20 of the 40"."""
    found: set[int] = set()
    for (whole, left), (other_whole, other_left) in ((base, text), (text, base)):
        shares = [one for one in left if one.kind in _SHARES and not one.unit]
        wholes = {value for q in whole for value in q.values if q.day is None}
        wholes &= {value for q in other_whole for value in q.values if q.day is None} if shares else set()
        for one in shares:
            part = one.values[-1]
            same = [q for q in other_left if any(same_value(part * total, v) for total in wholes for v in q.values)]
            found |= {id(one), *map(id, same)} if same else set()
    return found


def _alike_dates(one: Quantity, other: Quantity, dates: tuple[str | None, str | None]) -> bool:
    return same_fully(one, other, dates) and same_fully(other, one, dates[::-1])


def _in_place(
    base_left: Sequence[Quantity], text_left: Sequence[Quantity], both: tuple[Counted, Counted], links: Links
) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair what is left over on both sides: first what stands in the same change, then what is the only one left."""
    taken: set[int] = set()
    left = {id(q) for q in text_left}
    for quantity in base_left:
        change = links.change_of(quantity.span, in_base=True)
        near = [] if change is None else [q for q in both[1].at(change.text) if _alike(quantity, q)]
        pick = next((q for q in near if id(q) not in taken and id(q) in left), None)
        pick = pick or next((q for q in near if id(q) not in taken and len(near) == 1 and _is_said_more(q, both)), None)
        if pick is not None:
            taken |= {id(quantity), id(pick)}
            yield quantity, pick
    for quantity in text_left:
        change = links.change_of(quantity.span, in_base=False)
        if id(quantity) in taken or change is None:
            continue
        near = [q for q in both[0].at(change.base) if _alike(q, quantity) and id(q) not in taken]
        if len(near) == 1:
            taken |= {id(quantity), id(near[0])}
            yield near[0], quantity
    yield from _only_left([[q for q in some if id(q) not in taken and not q.weak] for some in (base_left, text_left)])


def _is_said_more(text: Quantity, both: tuple[Counted, Counted]) -> bool:
    """Tell whether the rendition says a quantity more often than the base: then one can stand for another."""
    base, own = (sum(same_quantity(text, one) for one in side.like(text)) for side in both)
    return own > base


def _only_left(left: Sequence[Sequence[Quantity]]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair what is the only one of its sort and unit that is left in the base, and has one counterpart."""
    often = Counter((q.sort, q.unit) for q in left[0])
    there: dict[tuple[Sort, str, NumberKind], list[Quantity]] = {}
    for quantity in left[1]:
        there.setdefault((quantity.sort, quantity.unit, quantity.kind), []).append(quantity)
    for quantity in left[0]:
        alike = there.get((quantity.sort, quantity.unit, quantity.kind), ())
        if often[quantity.sort, quantity.unit] == len(alike) == 1:
            yield quantity, alike[0]


def _once(*found: Iterator[tuple[Quantity, Quantity]]) -> tuple[tuple[Quantity, Quantity], ...]:
    return tuple({pair[0].span: pair for pairs in found for pair in pairs}.values())


def _cannot_tell(one: Quantity, other: Quantity, dates: tuple[str | None, str | None]) -> bool:
    """Tell whether two dates share nothing by which they could be told apart ("Monday", "27 July")."""
    return one.day is not None and other.day is not None and agree(one.day, other.day, dates) is None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether one could have been put for the other; "a" was not put for what has a unit."""
    measured = [bool(each.unit) or each.kind in HUNDREDTHS for each in (one, other)]
    if one.weak != other.weak and measured[0] != measured[1]:
        return False
    dates = (one.sort in (Sort.DATE, Sort.TIME)) + (other.sort in (Sort.DATE, Sort.TIME))
    return dates != 1 or bool(one.parts and other.parts)


def _other_unit(
    base: Sequence[Quantity], text: Sequence[Quantity], there: Counted, links: Links
) -> Iterator[tuple[Quantity, Quantity]]:
    told = [(q.unit, q.kind, q.values) for q in base], [(q.unit, q.kind, q.values) for q in text]
    known = frozenset(told[0]), frozenset(told[1])
    ours = [q for q, key in zip(base, told[0], strict=True) if key not in known[1]]
    theirs = {id(q) for q, key in zip(text, told[1], strict=True) if key not in known[0] and q.values}
    for one in ours:
        change = links.change_of(one.span, in_base=True)
        if change is None or not (one.unit or one.kind in HUNDREDTHS):
            continue
        for other in there.at(change.text):
            if id(other) in theirs and _same_values(one, other) and _clashes(one, other):
                yield one, other


def _clashes(one: Quantity, other: Quantity) -> bool:
    if one.kind is not other.kind and {one.kind, other.kind} <= HUNDREDTHS:
        return True
    return bool(one.unit and other.unit and one.unit != other.unit) and _converted(one, other) is not True


def _swapped(
    base: Sequence[Quantity], both: tuple[Counted, Counted], links: Links
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs that stand in each other's place though both values are on both sides."""
    for one in base:
        change = links.change_of(one.span, in_base=True)
        if change is None or (change.base != one.span and len(change.base) > len(one.span) + 2):
            continue
        facing = both[1].at(change.text)
        if len(facing) == 1 and not one.weak and _can_change_places(one, facing[0]):
            there = any(same_fully(one, q) for q in both[1].like(one))
            if there and any(same_fully(facing[0], q) for q in both[0].like(facing[0])):
                yield one, facing[0]


def _can_change_places(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities differ, and are counted alike: euros and dollars stand where they belong."""
    alike = one.unit == other.unit and (one.kind in HUNDREDTHS) == (other.kind in HUNDREDTHS)
    return alike and not same_quantity(one, other)


def _are_one_day(
    pair: tuple[Quantity, Quantity], sides: tuple[Sequence[Quantity], Sequence[Quantity]], links: Links
) -> bool:
    """Tell whether two dates stand side by side in both texts: "Tuesday, 12 March" and "12 March, a Tuesday"."""
    words = links.base_words, links.text_words
    return all(
        _has_beside(one, other, side, own) for one, other, side, own in zip(pair, pair[::-1], sides, words, strict=True)
    )


def _has_beside(one: Quantity, other: Quantity, side: Sequence[Quantity], words: Sequence[Word]) -> bool:
    """Tell whether a date on the side of `one` stands right beside it and says what `other` says."""
    first, last = word_range(words, one.span)
    for near in side:
        begins, ends = word_range(words, near.span)
        apart = max(begins - last, first - ends)
        if one.day and other.day and near is not one and 0 <= apart <= 1 and _said(near) == _said(other):
            return True
    return False


def _next_words(quantity: Quantity, words: Sequence[Word]) -> str:
    """Return the key of the word after a quantity, which tells what it counts."""
    _, after = word_range(words, quantity.span)
    return words[after].key if after < len(words) else ""


def _exchanged(
    base: Sequence[Quantity], text: Sequence[Quantity], both: tuple[Counted, Counted], links: Links
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs that count the same word with another value, though both values are on both sides."""
    ours = Counter(_next_words(q, links.base_words) for q in base)
    theirs = {_next_words(q, links.text_words): q for q in text}
    counts = Counter(_next_words(q, links.text_words) for q in text)
    for one in base:
        word = _next_words(one, links.base_words)
        if len(word) < _TELLING or ours[word] != 1 or counts[word] != 1 or one.day is not None:
            continue
        other = theirs[word]
        if other.day is None and not (one.weak or other.weak) and _can_change_places(one, other):
            there = any(same_quantity(one, q) for q in both[1].like(one))
            if there and any(same_quantity(q, other) for q in both[0].like(other)):
                yield one, other


def _reordered(base: Sequence[Quantity], text: Sequence[Quantity], links: Links) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of the same quantities, or figures, in another order, where all other words are kept in theirs."""
    if len(base) < _TWO or [one.sort for one in base] != [one.sort for one in text]:
        return
    alike = [told for told in (_said, _figures) if Counter(map(told, base)) == Counter(map(told, text))]
    moved = [(one, other) for told in alike for one, other in zip(base, text, strict=True) if told(one) != told(other)]
    if moved and _words_beside(base, links.base_words) == _words_beside(text, links.text_words):
        yield moved[0]


def _said(quantity: Quantity) -> Hashable:
    return meaning(quantity)


def _figures(quantity: Quantity) -> Hashable:
    """Return the plain numbers of a quantity, whatever they count: "30" is the figure of "30 percent"."""
    return tuple(sorted(quantity.parts)) or meaning(quantity)


def _words_beside(quantities: Sequence[Quantity], words: Sequence[Word]) -> list[str]:
    """Return the keys of the words that stand in no quantity."""
    within = {number for one in quantities for number in range(*word_range(words, one.span))}
    return [word.key for number, word in enumerate(words) if number not in within]


def _same_values(one: Quantity, other: Quantity) -> bool:
    return any(same_value(a, b) for a in one.values for b in other.values)


def _converted(one: Quantity, other: Quantity) -> bool | None:
    """Tell whether two measurements come to the same; None where that can't be told."""
    first, second = in_base_unit(one), in_base_unit(other)
    if first is None or second is None:
        return None
    if first[0] != second[0]:
        return False
    return any(abs(a - b) <= _ROUNDING * max(abs(a), abs(b)) for a in first[1] for b in second[1])


def same_quantity(one: Quantity, other: Quantity, dates: tuple[str | None, str | None] = (None, None)) -> bool:
    """Tell whether two quantities say the same, by value; a plain number may stand for one with a unit."""
    if one.day is not None and other.day is not None:
        return agree(one.day, other.day, dates) is True
    if one.day is not None or other.day is not None:
        return bool(one.parts and other.parts) and _one_in_other(one.parts, other.parts)
    if _same_values(one, other) or _is_converted(one, other):
        return True
    if one.kind is NumberKind.ROUGH or other.kind is NumberKind.ROUGH:
        return any(_roughly(a, b) or _roughly(b, a) for a in one.values for b in other.values)
    return (one.sort is Sort.TIME) != (other.sort is Sort.TIME) and _time_as_number(one, other)


def is_rounded(one: Quantity, other: Quantity) -> bool:
    """Tell whether one quantity is the other in a round number: 29,000 feet for 29,028."""
    if one.sort is not other.sort or one.unit != other.unit or one.day is not None or other.day is not None:
        return False
    return any(_rounds(a, b) or _rounds(b, a) for a in one.values[:1] for b in other.values[:1])


def _rounds(rounded: float, exact: float) -> bool:
    """Tell whether a whole number that ends in zeros is nearly an exact one, and what that comes to at its place."""
    if min(rounded, exact) < _ROUND or rounded % _ROUND or max(rounded, exact) <= _LAST_YEAR:
        return False
    place = next(10.0**power for power in range(15, 1, -1) if not rounded % 10.0**power)
    return exact % place != 0 and abs(rounded - exact) <= min(place / 2, _NEARLY * exact)


def _is_converted(one: Quantity, other: Quantity) -> bool:
    """Tell whether two measures in other units, or on scales that are not named, come to the same."""
    if one.unit == DEGREE == other.unit:
        return is_same_heat(one, other)
    return bool(one.unit and other.unit and one.unit != other.unit and _converted(one, other))


def same_fully(wanted: Quantity, own: Quantity, dates: tuple[str | None, str | None] = (None, None)) -> bool:
    """Tell whether `own` says as much as `wanted` does: "in March" is no "12 March", though they may agree."""
    if wanted.day is not None and own.day is not None:
        parts = zip(wanted.day.parts, own.day.parts, strict=True)
        if any(given is not None and there is None for given, there in parts):
            return False
    return same_quantity(wanted, own, dates)


def _time_as_number(one: Quantity, other: Quantity) -> bool:
    """Tell whether one is a time and the other its hour as a plain number ("14.00")."""
    time, number = (one, other) if one.sort is Sort.TIME else (other, one)
    hours = tuple(value / 60 for value in time.values)
    written = tuple(value // 60 + value % 60 / 100 for value in time.values if value % 60)
    return _one_in_other(hours, number.values) or _one_in_other(written or time.parts, number.values)


def _roughly(rough: float, exact: float) -> bool:
    return rough <= exact <= rough * 12


def _one_in_other(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return any(same_value(a, b) for a in one for b in other)
