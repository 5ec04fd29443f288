"""Meanings of words, what they are to other meanings, and the file in which the program finds them."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Sets:
    """The meanings of one language, each a number.

    `main` and `rest` are what a stem means, its main senses and the others; `broader`, `opposite` and `kin` what a
    meaning is to others; `kind` what it is one of, where one of that kind is never another; `members` the stems that
    share it, where the file is to hold them.
    """

    main: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    rest: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    broader: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    opposite: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    kin: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    kind: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    members: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def pack(sets: Sets) -> bytes:
    """Return the file: a line a stem with what it means, an empty line, a line a meaning with what it is to others.

    Both parts are sorted, so that a line is found without reading the others.
    """
    kept = _told(sets)
    number = {old: _short(new) for new, old in enumerate(sorted(kept))}
    words = []
    for stem in sorted({*sets.main, *sets.rest}):
        main = sets.main.get(stem, set()) & kept
        line = "\t".join((stem, _numbers(main, number), _numbers(sets.rest.get(stem, set()) & kept - main, number)))
        if line.count("\t") != len(line) - len(stem):
            words.append(line.rstrip("\t"))
    rest = []
    for meaning in sorted(kept):
        fields = [_numbers(table.get(meaning, set()) & kept, number) for table in _tables(sets)]
        fields.append(" ".join(sorted(sets.members.get(meaning, ()))))
        if any(fields):
            rest.append("\t".join((number[meaning], *fields)).rstrip("\t"))
    return zlib.compress("\n".join((*words, "", *sorted(rest), "")).encode(), 9)


def _tables(sets: Sets) -> tuple[Mapping[int, set[int]], ...]:
    return sets.broader, sets.opposite, sets.kin, sets.kind


def _told(sets: Sets) -> set[int]:
    """Return the meanings that say something: of several words, or with words and a relation, or broader than such."""
    count: dict[int, int] = defaultdict(int)
    for table in (sets.main, sets.rest):
        for meanings in table.values():
            for meaning in meanings:
                count[meaning] += 1
    related = {one for table in _tables(sets) for one, others in table.items() if others}
    related |= {other for table in _tables(sets) for others in table.values() for other in others}
    kept = {meaning for meaning, words in count.items() if words > 1 or meaning in related}
    above = set(kept)
    while above:
        above = {other for meaning in above for other in sets.broader.get(meaning, ())} - kept
        kept |= above
    return kept


def _numbers(meanings: Iterable[int], number: Mapping[int, str]) -> str:
    return " ".join(sorted(number[one] for one in meanings))


def _short(number: int) -> str:
    """Return a number by few signs."""
    signs = ""
    while True:
        number, digit = divmod(number, len(_DIGITS))
        signs = _DIGITS[digit] + signs
        if not number:
            return signs
