"""Turnover: candidates after some units have gone, come, or are found by other keys than before.

A unit that is found by other keys is looked up again, and so are those that shared more with it than they do now; what
others share with it stands, but for the keys that it has gained or lost.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from crossquote.grouping.candidates import KEPT, LEAST_SHARE, Candidates, Likely, Looking, each_of, long_units
from crossquote.grouping.units import Unit

Keys = Mapping[str, int]
"""What finds a unit, with what sharing it is worth."""
_NO_KEYS: Keys = {}


def reindex(
    before: Candidates, units: Mapping[int, Unit], space: str, gone: AbstractSet[int], come: Mapping[int, Keys]
) -> tuple[Candidates, AbstractSet[int]]:
    """Return the index without the units `gone`, and with those that `come` and what finds them.

    Units that come may have been there, found by other keys, or by keys that are worth something else. The second value
    are the units that may have others than before.
    """
    listed = before.listed.changed(come, gone)
    held = _held(before, gone, come)
    there = {key: numbers for key, numbers in held.items() if numbers}
    holders = before.holders.changed(there, held.keys() - there.keys())
    looking = Looking(units, listed, holders.get, before.limit)
    turnover = _Turnover(before, looking, {*gone, *come} | _turned(before, held))
    for number in gone:
        turnover.leave(number)
    for number in come:
        turnover.take_up(number)
    likely = turnover.likely | {
        number: looking.likeliest(looking.sums(number))
        for number in turnover.anew
        if number not in turnover.likely and number in listed
    }
    lost = before.long & (gone | come.keys())
    long = long_units(units, space, come)
    return (
        Candidates(
            listed,
            holders,
            before.likely.changed(likely, gone),
            before.limit,
            before.long if long == lost else (before.long - lost) | long,
        ),
        likely.keys() | gone,
    )


class _Turnover(Struct):
    """What becomes of the candidates: `likely` are those that are known, `anew` the units whose are looked for anew."""

    before: Candidates
    looking: Looking
    anew: set[int]
    likely: dict[int, Likely] = field(default_factory=dict)

    def leave(self, number: int) -> None:
        """Take a unit away from those that have it among their candidates."""
        for other in self._sharing(number, self.before.listed[number]):
            if self._shared(other, number):
                self._look_anew(other)

    def take_up(self, number: int) -> None:
        """Look a unit up, and put it where it belongs among the candidates of others."""
        keys, known = self.looking.listed[number], self.before.listed.get(number, _NO_KEYS)
        sums = self.looking.sums(number)
        self.likely[number] = self.looking.likeliest(sums)
        for other in self._sharing(number, [*(known.keys() - keys.keys()), *(keys.keys() - known.keys())]):
            now, was = sums.get(other, 0), self._shared(other, number)
            if now < was:
                self._look_anew(other)
            elif now > was:
                self._place(other, now, number)

    def _sharing(self, number: int, keys: Iterable[str]) -> set[int]:
        """Return the units that have one of `keys` as `number` has or had it, and stand by what they have."""
        found = (*(self.before.holders.get(key, ()) for key in keys), *(self.looking.holders(key, ()) for key in keys))
        return (
            {other for holders in found if len(holders) <= self.before.limit for other in holders}
            - self.anew
            - {number}
        )

    def _of(self, number: int) -> Likely:
        return self.likely[number] if number in self.likely else self.before.likely.get(number, ())

    def _shared(self, number: int, other: int) -> int:
        """Return what unit `number` shares with its candidate `other`, 0 where that is none."""
        return next((shared for shared, one in each_of(self._of(number)) if one == other), 0)

    def _look_anew(self, number: int) -> None:
        self.anew.add(number)
        self.likely.pop(number, None)

    def _place(self, number: int, shared: int, other: int) -> None:
        """Put a unit where it belongs among the candidates of unit `number`, of whom it shares more than before."""
        likely = self._of(number)
        if likely and (shared < LEAST_SHARE * likely[0] or (len(likely) == 2 * KEPT and shared < likely[-2])):
            return
        found = self.looking.likeliest({one: known for known, one in each_of(likely)} | {other: shared})
        if found != likely:
            self.likely[number] = found


def _held(before: Candidates, gone: Iterable[int], come: Mapping[int, Keys]) -> dict[str, Sequence[int]]:
    """Return the holders of each key that has others than before."""
    held: dict[str, Sequence[int]] = {}

    def known(key: str) -> Sequence[int]:
        return held[key] if key in held else before.holders.get(key, ())

    for number in (*gone, *come):
        was, now = before.listed.get(number, _NO_KEYS), come.get(number, _NO_KEYS)
        for key in was.keys() - now.keys():
            held[key] = tuple(other for other in known(key) if other != number)
        for key in now.keys() - was.keys():
            held[key] = (*known(key), number)
    return held


def _turned(before: Candidates, held: Mapping[str, Sequence[int]]) -> set[int]:
    """Return the units that a key finds no more since too many have it, or finds again."""
    limit = before.limit
    turned = [key for key, after in held.items() if (len(before.holders.get(key, ())) > limit) != (len(after) > limit)]
    return set().union(*(before.holders.get(key, ()) for key in turned))
