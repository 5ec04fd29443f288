"""Bringing quotes together into utterances."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossquote.model.quote import QuoteKind


@dataclass(frozen=True, slots=True)
class Item:
    """A quote to be grouped. `translation` is its text in the reading language, equal to `text` where none is needed.

    `translation` is None where one is needed and there is none: then only its own language can join it.
    """

    id: str
    article: str
    language: str | None
    text: str
    translation: str | None
    speaker: str | None = None
    kind: QuoteKind | None = None


@dataclass(frozen=True, slots=True)
class Constraints:
    """What the user has decided: ids that belong together, and pairs of ids that do not. It always holds."""

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """Where an item belongs: `utterance` is the id of the item that leads it; `reason` says why, for a person."""

    id: str
    utterance: str
    score: float
    reason: str


def group_quotes(items: Sequence[Item], constraints: Constraints | None = None) -> tuple[Membership, ...]:
    """Return one membership an item, in the order of `items`."""
    del constraints
    return tuple(Membership(item.id, item.id, 1.0, "") for item in items)
