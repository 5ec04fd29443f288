"""Coherence: in a state that is open, everything that a view follows leads somewhere.

A step that takes quotes away is kept before the utterances are made anew, work can be stopped in between,
and a file can come from anywhere. What leads nowhere is left out; what the user decided is not touched otherwise.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from crossquote.model.article import Article, Layout
from crossquote.model.changes import differing, with_values
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance, text_of
from crossquote.model.utterances import holding

V = TypeVar("V")


def coherent(state: State, known: State | None = None) -> State:
    """Return `state` without what leads nowhere; the same object where everything leads somewhere.

    Where another state is `known` to be coherent, only what differs from it is looked at, and what that leads to.
    """
    before = known or State()
    texts = differing(before.articles, state.articles)
    articles = _kept(state.articles, {key: _article(key, one) for key, one in _among(state.articles, texts)})
    placed = differing(before.quotes, state.quotes)
    if texts:
        placed |= {key for key, quote in state.quotes.items() if quote.article in texts}
    quotes = _kept(state.quotes, {key: _quote(articles, key, one) for key, one in _among(state.quotes, placed)})
    made = differing(before.utterances, state.utterances)
    if not made >= state.utterances.keys():
        moved = {key for key in placed if texts or _place(before.quotes.get(key)) != _place(quotes.get(key))}
        made |= holding(state.utterances, moved)
    utterances = _kept(
        state.utterances,
        {key: _utterance(articles, quotes, key, one) for key, one in _among(state.utterances, made)},
    )
    told = state.corrections.keys() if texts else differing(before.corrections, state.corrections)
    corrections = _without(state.corrections, {key for key in told if _is_false(articles, state.corrections, key)})
    after = (articles, quotes, utterances, corrections)
    if all(one is other for one, other in zip(after, _linked(state), strict=True)):
        return state
    return replace(state, articles=articles, quotes=quotes, utterances=utterances, corrections=corrections)


def _linked(state: State) -> tuple[Mapping[str, object], ...]:
    return state.articles, state.quotes, state.utterances, state.corrections


def _among(values: Mapping[str, V], keys: AbstractSet[str]) -> Iterable[tuple[str, V]]:
    """Return the `values` of `keys` that are there; where those are all, in their order: as they lie in memory."""
    return values.items() if keys >= values.keys() else [(key, values[key]) for key in keys if key in values]


def _kept(before: Mapping[str, V], looked_at: Mapping[str, V | None]) -> Mapping[str, V]:
    """Return `before` as what was looked at is to be, None being left out; itself where that is what it was."""
    changed = {key: value for key, value in looked_at.items() if value is not before[key]}
    come = {key: value for key, value in changed.items() if value is not None}
    return with_values(before, come, changed.keys() - come.keys())


def _without(before: Mapping[str, V], keys: set[str]) -> Mapping[str, V]:
    return MappingProxyType({key: value for key, value in before.items() if key not in keys}) if keys else before


def _article(key: str, article: Article) -> Article | None:
    layout = article.layout
    places = (layout.title, layout.byline, layout.dateline, *layout.skipped)
    if article.id != key:
        return None
    return article if _lie_in(article.text, places) else replace(article, layout=Layout())


def _quote(articles: Mapping[str, Article], key: str, quote: Quote) -> Quote | None:
    article = articles.get(quote.article)
    return quote if quote.id == key and article is not None and _stands_in(article, quote) else None


def _place(quote: Quote | None) -> tuple[str, tuple[Span, ...]] | None:
    """Return all of a quote that an utterance can lead nowhere by: who said it is nothing to its words."""
    return (quote.article, quote.spans) if quote is not None else None


def _is_false(articles: Mapping[str, Article], corrections: Mapping[str, Quote | None], key: str) -> bool:
    """Tell whether a correction says of an article that is there what can't be said of it."""
    quote = corrections.get(key)
    if quote is None or quote.article not in articles:
        return False
    return key != quote.id or not key.startswith(f"{quote.article}:") or not _stands_in(articles[quote.article], quote)


def _stands_in(article: Article, quote: Quote) -> bool:
    mention = quote.speaker.mention if quote.speaker else None
    return bool(quote.spans) and _lie_in(article.text, (*quote.spans, mention, quote.cue.span if quote.cue else None))


def _lie_in(text: str, places: tuple[Span | None, ...]) -> bool:
    return all(place is None or place.end <= len(text) for place in places)


def _utterance(
    articles: Mapping[str, Article], quotes: Mapping[str, Quote], key: str, utterance: Utterance
) -> Utterance | None:
    """Return the utterance with the renditions whose quotes are there, in their words; None where there is none."""
    kept, told = list[int](), list[Rendition]()
    for index, rendition in enumerate(utterance.renditions):
        there = _quotes_there(quotes, rendition)
        if there:
            kept.append(index)
            told.append(_in_its_words(articles, there, rendition))
    if not kept or utterance.id != key:
        return None
    possibly = tuple([one for one in utterance.possibly if 0.0 <= one.chance <= 1.0])
    whole = tuple(told) == utterance.renditions and utterance.base in kept
    compared = len(utterance.comparisons) in (0, len(utterance.renditions))
    if whole and compared:
        return utterance if possibly == utterance.possibly else replace(utterance, possibly=possibly)
    return replace(
        utterance,
        possibly=possibly,
        renditions=tuple(told),
        base=kept.index(utterance.base) if utterance.base in kept else 0,
        comparisons=(None,) * len(kept),
    )


def _quotes_there(quotes: Mapping[str, Quote], rendition: Rendition) -> list[Quote]:
    """Return the quotes of a rendition, none where one of them, or a report of one, is not there."""
    found = []
    for id_ in (*rendition.quotes, *rendition.reports):
        quote = quotes.get(id_)
        if quote is None or quote.article != rendition.article:
            return []
        found.append(quote)
    return found[: len(rendition.quotes)]


def _in_its_words(articles: Mapping[str, Article], quotes: Iterable[Quote], rendition: Rendition) -> Rendition:
    """Return a rendition that has the words of its `quotes`; a translation of others is none of these."""
    said = text_of(quotes, articles[rendition.article].text)
    return rendition if rendition.text == said else replace(rendition, text=said, translation=None)
