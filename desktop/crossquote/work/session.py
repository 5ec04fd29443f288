"""The session: holds the state that is current, built once by a face and handed down."""

from collections.abc import Mapping

from crossquote.model.changes import Changes
from crossquote.model.state import State
from crossquote.translation.engine import Translator


class Session:
    """Holds the current state and the translator: built once by a face, handed down to the use cases.

    Reading `state` from any thread is safe, since states are frozen; only one piece of work replaces it at a time.
    Without a translator, renditions are compared within their own languages only.
    """

    def __init__(self, state: State | None = None, translator: Translator | None = None) -> None:
        self.state = state or State()
        self.translator = translator

    def move_to(self, state: State) -> Changes:
        """Make `state` the current one and return what differs from the one before."""
        before, self.state = self.state, state
        return Changes(
            articles=_differing(before.articles, state.articles),
            quotes=_differing(before.quotes, state.quotes) | _differing(before.evidence, state.evidence),
            utterances=_differing(before.utterances, state.utterances),
        )


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[str]:
    """Return the ids that were added, removed, or stand for another value."""
    return frozenset(key for key in before.keys() | after.keys() if before.get(key) is not after.get(key))
