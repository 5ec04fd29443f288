"""The state: everything that is open, as one frozen value that each finished step replaces."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crossquote.model.article import Article
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.review import Decision, FindingKey, Judgement, Note, Rule
from crossquote.model.translation import Forced, ForcedKey, SentenceKey, Translation, Weighed
from crossquote.model.utterance import Rendition, Utterance

DECISIONS = (
    "pins", "references", "joined", "parted", "corrections", "same_speakers", "verdicts", "rulings", "rules", "notes",
)  # fmt: skip
"""The fields of the state that hold what the user decided."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is open. Mappings are by id and in the order to show; none is ever altered in place.

    `checks_off` are the ids of the checks that were left out when what is open was compared, with blanks between.
    `translations` gives a quote's text in the reading language, for quotes that need one and have one;
    `evidence` how each of those came about. `sentences` remembers what has been translated, sentence by sentence,
    and what the user gave as their own; `weighed` what else the engine could have written for some of them,
    `forced` how likely it finds the base where it is made to write that. While a step's quotes are not yet grouped and
    compared, the state is `unfinished`: stopped or killed there, the work is to be gone on with.

    The rest, `DECISIONS`, is what the user decided, and survives every computing anew. By the id of a quote: `pins`
    gives the article whose rendition is the base of its utterance, `references` what was really said, `joined` another
    quote of the same utterance, `parted` quotes of other utterances, `corrections` the quote as the user has it (None:
    it is none), `verdicts` the verdict on the rendition that it begins. By the name of a speaker: `same_speakers` gives
    the name of the person it stands for; its own, where it stands for nobody else. `rulings` are on findings, `rules`
    and `notes` by id.
    """

    reading_language: str = "en"
    articles: Mapping[str, Article] = field(default_factory=lambda: MappingProxyType({}))
    quotes: Mapping[str, Quote] = field(default_factory=lambda: MappingProxyType({}))
    translations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    evidence: Mapping[str, Translation] = field(default_factory=lambda: MappingProxyType({}))
    sentences: Mapping[SentenceKey, Translation] = field(default_factory=lambda: MappingProxyType({}))
    weighed: Mapping[SentenceKey, Weighed] = field(default_factory=lambda: MappingProxyType({}))
    forced: Mapping[ForcedKey, Forced] = field(default_factory=lambda: MappingProxyType({}))
    utterances: Mapping[str, Utterance] = field(default_factory=lambda: MappingProxyType({}))
    pins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    references: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    joined: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    parted: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    corrections: Mapping[str, Quote | None] = field(default_factory=lambda: MappingProxyType({}))
    same_speakers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    verdicts: Mapping[str, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    rulings: Mapping[FindingKey, Decision] = field(default_factory=lambda: MappingProxyType({}))
    rules: Mapping[str, Rule] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))
    unfinished: bool = False
    checks_off: str = ""

    def quotes_of(self, article_id: str) -> tuple[Quote, ...]:
        """Return the quotes of one article, in the order of its text."""
        return tuple(quote for quote in self.quotes.values() if quote.article == article_id)

    def kind_of(self, rendition: Rendition) -> QuoteKind | None:
        """Return the kind of a rendition: that of its longest quote; None where none of its quotes is there."""
        quotes = [self.quotes[key] for key in rendition.quotes if key in self.quotes]
        return max(quotes, key=lambda quote: len(quote.hull)).kind if quotes else None


def in_reading_order(
    utterances: Iterable[Utterance], quotes: Mapping[str, Quote], articles: Iterable[str]
) -> Mapping[str, Utterance]:
    """Return utterances by id, in the order to show: those of most articles first, then as they are read."""
    place = {article: number for number, article in enumerate(articles)}

    def order(utterance: Utterance) -> tuple[int, tuple[int, int]]:
        ids = (id_ for rendition in utterance.renditions for id_ in (*rendition.quotes, *rendition.reports))
        starts = ((place.get(quotes[id_].article, len(place)), quotes[id_].hull.start) for id_ in ids)
        return -len(utterance.renditions), min(starts)

    return MappingProxyType({found.id: found for found in sorted(utterances, key=order)})
