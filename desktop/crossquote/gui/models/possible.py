"""What an utterance is possibly the same as, as the list under its cards tells it."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from crossquote.gui.words import say, say_joined, say_message
from crossquote.model.quote import QuoteKind
from crossquote.model.signs import possible_line
from crossquote.model.state import State
from crossquote.model.utterance import Possible, Utterance
from crossquote.wording.joining import Joint

_MOST = 12
"""So many are listed; the program itself names fewer, a stranger's file may name any number."""


class PossibleEntry(Struct, frozen=True):
    """Another utterance: the outlet of its base, what that says, and who says it, how likely it is the same, and why.

    `spoken` is all of it, for a screen reader.
    """

    utterance: str
    outlet: str
    words: str
    told: str
    spoken: str


def possible_entries(utterance: Utterance, state: State) -> Iterator[PossibleEntry]:
    """Yield what `utterance` is possibly the same as, the likeliest first."""
    for possible in islice(state.possible_of(utterance), _MOST):
        other = state.utterances[possible.utterance]
        base = other.renditions[other.base]
        outlet, words = state.articles[base.article].outlet, " ".join(base.shown.split())
        if state.kind_of(base) is not QuoteKind.INDIRECT:
            words = say("window.quoted", words=words)
        told = say_joined((other.speaker or "", _likely(possible)), Joint.DOT)
        yield PossibleEntry(other.id, outlet, words, told, say_message(possible_line(possible, other, outlet)))


def _likely(possible: Possible) -> str:
    """Return how likely two utterances are one, and why: "60% likely: shares “lives”; same speaker"."""
    if not possible.reason:
        return say("window.possible.likely", chance=possible.chance)
    return say("window.possible.why", chance=possible.chance, reason=possible.reason)
