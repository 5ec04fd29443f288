"""The state: everything that is open, as one frozen value that each finished step replaces."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from crossquote.model.article import Article
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.review import Decision, FindingKey, Judgement, Note, Rule, Verdict
from crossquote.model.span import Span
from crossquote.model.translation import Forced, ForcedKey, SentenceKey, Translation, Weighed
from crossquote.model.utterance import Possible, Rendition, Utterance
from crossquote.ordered import Ordered

READING_LANGUAGE = "en"
"""Everything is compared in English unless the user says otherwise."""

REVIEW = frozenset({"verdicts", "rulings", "rules", "notes"})
"""The fields that say what the user thinks of what is open: nothing is derived from them."""


def _nothing() -> MappingProxyType[Any, Any]:
    return MappingProxyType({})


class Decisions(Struct, frozen=True):
    """What the user decided: it survives every computing anew. Mappings are never altered in place.

    `reading_language` is what everything is read and compared in, `checks_off` the ids of the checks that were left out
    when what is open was compared, with blanks between. By the id of a quote: `pins` gives the article whose rendition
    is the base of its utterance, `references` what was really said, `joined` another quote of the same utterance,
    `parted` quotes of other utterances, `corrections` the quote as the user has it (None: it is none), `verdicts` the
    verdict on the rendition that it begins. An original is pinned to itself by its own id: it is the base wherever no
    quote is pinned. By the name of a speaker: `same_speakers` gives the name of the person it
    stands for; its own, where it stands for nobody else. `rulings` are on findings, `rules` and `notes` by id.
    """

    reading_language: str = READING_LANGUAGE
    checks_off: str = ""
    pins: Mapping[str, str] = field(default_factory=_nothing)
    references: Mapping[str, str] = field(default_factory=_nothing)
    joined: Mapping[str, str] = field(default_factory=_nothing)
    parted: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    corrections: Mapping[str, Quote | None] = field(default_factory=_nothing)
    same_speakers: Mapping[str, str] = field(default_factory=_nothing)
    verdicts: Mapping[str, Judgement] = field(default_factory=_nothing)
    rulings: Mapping[FindingKey, Decision] = field(default_factory=_nothing)
    rules: Mapping[str, Rule] = field(default_factory=_nothing)
    notes: Mapping[str, Note] = field(default_factory=_nothing)


class State(Decisions, frozen=True):
    """Everything that is open: the user's decisions, the articles, and what is derived from both.

    Mappings are by id and in the order to show. Derived is all but the articles: the `quotes` found in them, as the
    user corrected them; `translations`, a quote's text in the reading language, for quotes that need one and have one;
    `evidence`, how each of those came about; the `utterances` that they make, compared. Of the translator is known:
    `sentences`, what has been translated, sentence by sentence, and what the user gave as their own; `weighed`, what
    else it could have written for some of them; `forced`, how likely it finds the base where it is made to write that.
    While a step's quotes are not yet grouped and compared, the state is `unfinished`: stopped or killed there, the work
    is to be gone on with.
    """

    articles: Mapping[str, Article] = field(default_factory=_nothing)
    quotes: Mapping[str, Quote] = field(default_factory=_nothing)
    translations: Mapping[str, str] = field(default_factory=_nothing)
    evidence: Mapping[str, Translation] = field(default_factory=_nothing)
    sentences: Mapping[SentenceKey, Translation] = field(default_factory=_nothing)
    weighed: Mapping[SentenceKey, Weighed] = field(default_factory=_nothing)
    forced: Mapping[ForcedKey, Forced] = field(default_factory=_nothing)
    utterances: Mapping[str, Utterance] = field(default_factory=_nothing)
    unfinished: bool = False

    def quotes_of(self, article_id: str) -> tuple[Quote, ...]:
        """Return the quotes of one article, in the order of its text."""
        return tuple(quote for quote in self.quotes.values() if quote.article == article_id)

    def kind_of(self, rendition: Rendition) -> QuoteKind | None:
        """Return the kind of a rendition: that of its longest quote; None where none of its quotes is there."""
        quotes = [self.quotes[key] for key in rendition.quotes if key in self.quotes]
        return max(quotes, key=lambda quote: len(quote.hull)).kind if quotes else None

    def possible_of(self, utterance: Utterance) -> tuple[Possible, ...]:
        """Return what an utterance is possibly the same as, as far as that is there."""
        there, possibly = self.utterances, utterance.possibly
        return tuple([one for one in possibly if one.utterance in there]) if possibly else ()

    def verdict_on(self, rendition: Rendition) -> Verdict | None:
        """Return the user's verdict on a rendition, None where there is none yet."""
        judgement = self.verdicts.get(rendition.quotes[0]) if rendition.quotes else None
        return judgement.verdict if judgement else None


QuotePlace = tuple[int, Span, str]
"""What quotes are ordered by: the place of the article among all, where they stand in it, and their id."""


def quotes_in_order(state: State) -> Ordered[str, Quote]:
    """Return the quotes of a state in the order to show, as a mapping of which changes make another at little cost."""
    if isinstance(state.quotes, Ordered):
        return state.quotes
    place = {article: number for number, article in enumerate(state.articles)}
    return Ordered.of([(quote_place(quote, place), quote.id, quote) for quote in state.quotes.values()])


def quote_place(quote: Quote, place: Mapping[str, int]) -> QuotePlace:
    """Return what a quote is ordered by; `place` is that of each article among all."""
    return place[quote.article], quote.hull, quote.id


def derives_alike(one: State, other: State) -> bool:
    """Tell whether two states share all that anything is derived from, and what is: they may differ in the review."""
    names = (name for name in State.__struct_fields__ if name not in REVIEW)
    return all(getattr(one, name) is getattr(other, name) for name in names)


def goes_on(before: State, after: State) -> bool:
    """Tell whether articles were only added behind those of before: what was ordered by them is in order still."""
    return list(before.articles) == list(after.articles)[: len(before.articles)]


def in_reading_order(
    utterances: Iterable[Utterance], quotes: Mapping[str, Quote], articles: Iterable[str]
) -> Mapping[str, Utterance]:
    """Return utterances by id, in the order to show."""
    place = {article: number for number, article in enumerate(articles)}
    ordered = sorted(utterances, key=lambda utterance: reading_place(utterance, quotes, place))
    return MappingProxyType({found.id: found for found in ordered})


def reading_place(
    utterance: Utterance, quotes: Mapping[str, Quote], place: Mapping[str, int]
) -> tuple[int, tuple[int, int], str]:
    """Return what utterances are ordered by: those of most articles first, then as they are read.

    `place` is that of each article among all.
    """
    starts = (
        (place.get(rendition.article, len(place)), quotes[id_].hull.start)
        for rendition in utterance.renditions
        for id_ in (*rendition.quotes, *rendition.reports)
    )
    return -len(utterance.renditions), min(starts), utterance.id
