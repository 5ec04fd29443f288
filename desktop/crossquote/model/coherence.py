"""Coherence: in a state that is open, everything that a view follows leads somewhere.

A step that takes quotes away is kept before the utterances are made anew, work can be stopped in between,
and a file can come from anywhere. What leads nowhere is left out; what the user decided is not touched otherwise.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from crossquote.model.article import Article, Layout
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance

V = TypeVar("V")


def coherent(state: State) -> State:
    """Return `state` without what leads nowhere; the same object where everything leads somewhere."""
    articles = _kept(state.articles, {key: _article(key, article) for key, article in state.articles.items()})
    quotes = _kept(state.quotes, {key: _quote(articles, key, quote) for key, quote in state.quotes.items()})
    utterances = _kept(state.utterances, {key: _utterance(quotes, key, one) for key, one in state.utterances.items()})
    corrections = {
        key: quote
        for key, quote in state.corrections.items()
        if quote is None or quote.article not in articles or _is_correction(articles[quote.article], key, quote)
    }
    if len(corrections) != len(state.corrections):
        state = replace(state, corrections=MappingProxyType(corrections))
    if articles is state.articles and quotes is state.quotes and utterances is state.utterances:
        return state
    return replace(state, articles=articles, quotes=quotes, utterances=utterances)


def _kept(before: Mapping[str, V], after: Mapping[str, V | None]) -> Mapping[str, V]:
    """Return what is left, and `before` itself where that is all of it."""
    if all(after[key] is value for key, value in before.items()):
        return before
    return MappingProxyType({key: value for key, value in after.items() if value is not None})


def _article(key: str, article: Article) -> Article | None:
    layout = article.layout
    places = (layout.title, layout.byline, layout.dateline, *layout.skipped)
    if article.id != key:
        return None
    return article if _lie_in(article.text, places) else replace(article, layout=Layout())


def _quote(articles: Mapping[str, Article], key: str, quote: Quote) -> Quote | None:
    article = articles.get(quote.article)
    return quote if quote.id == key and article is not None and _stands_in(article, quote) else None


def _is_correction(article: Article, key: str, quote: Quote) -> bool:
    return key == quote.id and key.startswith(f"{article.id}:") and _stands_in(article, quote)


def _stands_in(article: Article, quote: Quote) -> bool:
    mention = quote.speaker.mention if quote.speaker else None
    return bool(quote.spans) and _lie_in(article.text, (*quote.spans, mention, quote.cue.span if quote.cue else None))


def _lie_in(text: str, places: tuple[Span | None, ...]) -> bool:
    return all(place is None or place.end <= len(text) for place in places)


def _utterance(quotes: Mapping[str, Quote], key: str, utterance: Utterance) -> Utterance | None:
    """Return the utterance with the renditions whose quotes are there; None where there is none."""
    kept = [index for index, rendition in enumerate(utterance.renditions) if _is_there(quotes, rendition)]
    whole = len(kept) == len(utterance.renditions) and utterance.base in kept
    compared = len(utterance.comparisons) in (0, len(utterance.renditions))
    if not kept or utterance.id != key:
        return None
    if whole and compared:
        return utterance
    return replace(
        utterance,
        renditions=tuple(utterance.renditions[index] for index in kept),
        base=kept.index(utterance.base) if utterance.base in kept else 0,
        comparisons=(None,) * len(kept),
    )


def _is_there(quotes: Mapping[str, Quote], rendition: Rendition) -> bool:
    return bool(rendition.quotes) and all(
        id_ in quotes and quotes[id_].article == rendition.article for id_ in (*rendition.quotes, *rendition.reports)
    )
