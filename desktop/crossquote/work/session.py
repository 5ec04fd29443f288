"""The session: everything that is open, as one frozen state that each finished step replaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from crossquote.model.article import Article
from crossquote.model.changes import Changes
from crossquote.model.quote import Quote
from crossquote.model.utterance import Utterance


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is open. Mappings are by id and in the order to show; none is ever altered in place.

    `translations` gives a quote's text in the reading language, for quotes that need one and have one.
    `pins` gives the article whose rendition the user made the base, by utterance id.
    """

    reading_language: str = "en"
    articles: Mapping[str, Article] = field(default_factory=lambda: MappingProxyType({}))
    quotes: Mapping[str, Quote] = field(default_factory=lambda: MappingProxyType({}))
    translations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    utterances: Mapping[str, Utterance] = field(default_factory=lambda: MappingProxyType({}))
    pins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def quotes_of(self, article_id: str) -> tuple[Quote, ...]:
        """Return the quotes of one article, in the order of its text."""
        return tuple(quote for quote in self.quotes.values() if quote.article == article_id)


class Session:
    """Holds the current state: built once by a face, handed down to the use cases.

    Reading `state` from any thread is safe, since states are frozen; only one piece of work replaces it at a time.
    """

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()

    def move_to(self, state: State) -> Changes:
        """Make `state` the current one and return what differs from the one before."""
        before, self.state = self.state, state
        return Changes(
            articles=_differing(before.articles, state.articles),
            quotes=_differing(before.quotes, state.quotes),
            utterances=_differing(before.utterances, state.utterances),
        )

    def with_reading_language(self, language: str) -> State:
        """Return the current state read in another language."""
        return replace(self.state, reading_language=language)


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[str]:
    """Return the ids that were added, removed, or stand for another value."""
    return frozenset(key for key in before.keys() | after.keys() if before.get(key) is not after.get(key))
