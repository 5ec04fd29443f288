"""The state: everything that is open, as one frozen value that each finished step replaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.translation import SentenceKey, Translation
from crossquote.model.utterance import Utterance


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is open. Mappings are by id and in the order to show; none is ever altered in place.

    `translations` gives a quote's text in the reading language, for quotes that need one and have one;
    `evidence` how each of those came about. `sentences` remembers what has been translated, sentence by sentence,
    and what the user gave as their own.
    `pins` gives the article whose rendition the user made the base, by the id of a quote in its utterance.
    """

    reading_language: str = "en"
    articles: Mapping[str, Article] = field(default_factory=lambda: MappingProxyType({}))
    quotes: Mapping[str, Quote] = field(default_factory=lambda: MappingProxyType({}))
    translations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    evidence: Mapping[str, Translation] = field(default_factory=lambda: MappingProxyType({}))
    sentences: Mapping[SentenceKey, Translation] = field(default_factory=lambda: MappingProxyType({}))
    utterances: Mapping[str, Utterance] = field(default_factory=lambda: MappingProxyType({}))
    pins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def quotes_of(self, article_id: str) -> tuple[Quote, ...]:
        """Return the quotes of one article, in the order of its text."""
        return tuple(quote for quote in self.quotes.values() if quote.article == article_id)
