"""What is grouped, and what the user has decided about it."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field

from crossquote.language.language import Language
from crossquote.message import Message, message
from crossquote.model.quote import QuoteKind

LABEL = message("step.grouping")
"""What the steps of grouping are called."""


class Item(Struct, frozen=True):
    """A quote to be grouped. `translation` is its text in the reading language, equal to `text` where none is needed.

    `alone` is True where the user says that the speaker's name stands for nobody else.
    `translation` is None where one is needed and there is none: then its own language joins it, or names and numbers.
    `place` says how far into its article it stands, from 0 to 1; None where that is not known.
    """

    id: str
    article: str
    language: Language
    text: str
    translation: str | None
    speaker: str | None = None
    kind: QuoteKind | None = None
    alone: bool = False
    place: float | None = None


class Constraints(Struct, frozen=True):
    """What the user has decided: ids that belong together, and sets of ids no two of which do. It always holds.

    Where both say different things of two ids, together holds.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()


class Decided(Struct, frozen=True):
    """What the user decided, by id: the sets that each belongs to, of those together and of those apart."""

    together: Mapping[str, Sequence[frozenset[str]]] = field(default_factory=lambda: MappingProxyType({}))
    apart: Mapping[str, Sequence[frozenset[str]]] = field(default_factory=lambda: MappingProxyType({}))
    alone: frozenset[str] = frozenset()
    """The ids of both."""

    @classmethod
    def by(cls, constraints: Constraints) -> "Decided":
        """Return what `constraints` say of each id."""
        together, apart = _by_id(constraints.together), _by_id(constraints.apart)
        return Decided(together, apart, frozenset(together).union(apart))


def _by_id(sets: Iterable[frozenset[str]]) -> Mapping[str, Sequence[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for ids in sets:
        for id_ in ids:
            found.setdefault(id_, []).append(ids)
    return found


class Membership(Struct, frozen=True):
    """Where an item belongs: `utterance` is the id of the item that leads it; `reason` says why, for a person."""

    id: str
    utterance: str
    score: float
    reason: Message
