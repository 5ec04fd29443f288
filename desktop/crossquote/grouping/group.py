"""Bringing quotes together into utterances.

Equal words become one unit; an index finds pairs of units worth comparing; each pair is bound by what its words,
speakers and kinds say; the strongest bonds join clusters, unless the clusters as wholes disagree.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import exp

from crossquote.grouping.bonds import Bond, Setting, bind, read_setting
from crossquote.grouping.candidates import find_candidates
from crossquote.grouping.clusters import Clusters
from crossquote.grouping.evidence import DECIDED, LEADS, explain, same_words
from crossquote.grouping.item import Constraints, Item, Membership
from crossquote.grouping.units import Unit, make_units, reading_language
from crossquote.message import SILENCE, Message, message
from crossquote.progress import Step, Work, finish

__all__ = ["Constraints", "Item", "Membership", "group_quotes", "grouping"]

LABEL = message("step.grouping")
_PAIRS_A_STEP = 2000
_SCALE = 8.0
"""The bond that gives a score of 63 %."""


def group_quotes(items: Sequence[Item], constraints: Constraints | None = None) -> tuple[Membership, ...]:
    """Return one membership an item, in the order of `items`; their order makes no difference.

    An utterance is named by the item that leads it: the longest, then the first by article and text.
    """
    return finish(grouping(items, constraints))


def grouping(items: Sequence[Item], constraints: Constraints | None = None) -> Work[tuple[Membership, ...]]:
    """Do what `group_quotes` does, step by step, so that it can be shown and stopped."""
    decided = constraints or Constraints()
    yield Step(0, 1, LABEL)
    language = reading_language(items)
    units = make_units(items, language, frozenset().union(*decided.together, *decided.apart))
    setting = read_setting(units, language)
    bond = _remembered(units, setting)
    pairs = sorted(find_candidates(units, setting.chances))
    for done in range(0, len(pairs), _PAIRS_A_STEP):
        yield Step(done, len(pairs), LABEL)
        for first, second in pairs[done : done + _PAIRS_A_STEP]:
            bond(first, second)
    clusters = _joined(units, pairs, bond, decided)
    found: dict[str, Membership] = {}
    for members in clusters.all():
        for membership in _memberships([units[number] for number in members], members, bond):
            found[membership.id] = membership
    return tuple(found[item.id] for item in items)


def _remembered(units: Sequence[Unit], setting: Setting) -> Callable[[int, int], Bond]:
    """Return what binds two units by number, each pair worked out once."""

    @cache
    def ordered(first: int, second: int) -> Bond:
        return bind(units[first], units[second], setting)

    def bond(first: int, second: int) -> Bond:
        return ordered(min(first, second), max(first, second))

    return bond


def _joined(
    units: Sequence[Unit],
    pairs: Sequence[tuple[int, int]],
    bond: Callable[[int, int], Bond],
    decided: Constraints,
) -> Clusters:
    """Return the clusters: first what the user decided, then the bonds, strongest first."""
    number_of = {item.id: number for number, unit in enumerate(units) for item in unit.items}
    apart = [{number_of[id_] for id_ in ids if id_ in number_of} for ids in decided.apart]

    def kept_apart(here: Iterable[int], there: Iterable[int]) -> bool:
        first, second = set(here), set(there)
        return any(first & ids and second & ids for ids in apart)

    clusters = Clusters(units, bond, kept_apart)
    for ids in decided.together:
        numbers = sorted(number_of[id_] for id_ in ids if id_ in number_of)
        for number in numbers[1:]:
            clusters.force(numbers[0], number)
    bonds = [(bond(first, second).score, first, second) for first, second in pairs]
    for score, first, second in sorted(bonds, key=lambda found: (-found[0], found[1], found[2])):
        if score > 0:
            clusters.join(first, second)
    return clusters


def _memberships(units: Sequence[Unit], numbers: Sequence[int], bond: Callable[[int, int], Bond]) -> list[Membership]:
    """Return the memberships of one cluster; its first unit leads."""
    leader = units[0]
    utterance = leader.items[0].id
    found = [Membership(utterance, utterance, 1.0, LEADS if len(units) > 1 or len(leader.items) > 1 else SILENCE)]
    found.extend(Membership(item.id, utterance, 1.0, same_words(leader)) for item in leader.items[1:])
    for unit, number in zip(units[1:], numbers[1:], strict=True):
        score, reason = _reason(unit, number, units, numbers, bond)
        found.extend(Membership(item.id, utterance, score, reason) for item in unit.items)
    return found


def _reason(
    unit: Unit, number: int, units: Sequence[Unit], numbers: Sequence[int], bond: Callable[[int, int], Bond]
) -> tuple[float, Message]:
    """Return how sure and why: by the leader where it is bound to it, else by the member it is bound to most."""
    leading = bond(numbers[0], number)
    if leading.score > 0:
        return _share(leading.score), explain(unit, units[0], leading)
    others = [(bond(other, number), member) for other, member in zip(numbers, units, strict=True) if other != number]
    best, member = max(others, key=lambda pair: (pair[0].score, pair[1].key))
    return (_share(best.score), explain(unit, member, best)) if best.score > 0 else (1.0, DECIDED)


def _share(score: float) -> float:
    return 1 - exp(-score / _SCALE)
