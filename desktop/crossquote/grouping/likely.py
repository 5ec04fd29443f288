"""Where a quote may belong: the quotes that are likest to it, each with the reason, whatever grouping decided."""

from collections.abc import Sequence

from crossquote.grouping.bonds import Bond, best_likeness
from crossquote.grouping.evidence import DECIDED, explain
from crossquote.grouping.group import index_units
from crossquote.grouping.item import Item, Membership
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import speakers_agree

_SPEAKER = 2.0
"""What one speaker speaks for a quote, and two speakers against it."""


def likeliest(items: Sequence[Item], wanted: str) -> tuple[Membership, ...]:
    """Return the quotes that share something with the quote `wanted`, the likeliest first.

    `utterance` of each is its own id; `score` has no limits and only sorts.
    """
    index = index_units(items, frozenset({wanted}))
    setting, own = index.setting, index.units[index.unit_of[wanted]]
    found = []
    for unit in index.units.values():
        if unit is own:
            continue
        space, likeness = best_likeness(own, unit, setting)
        same = speakers_agree(own, unit)
        reason = explain(own, unit, Bond(likeness.score, likeness, space, same))
        if reason == DECIDED:
            continue
        score = max(likeness.score, -50.0) + {Same.YES: _SPEAKER, Same.NO: -_SPEAKER}.get(same, 0.0)
        found += [Membership(item.id, item.id, score, reason) for item in unit.items]
    return tuple(sorted(found, key=lambda one: (-one.score, one.id)))
