"""Finding the quotes of articles that have been read."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.changes import copied
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.quotes.find import look_for_quotes


def find_in(state: State, article_ids: Sequence[str]) -> Work[State]:
    """Find the quotes of the articles `article_ids` anew; those of the others stay as they are.

    What the user corrected, marked, or said to be no quote stays so.
    """
    wanted = set(article_ids)
    found: dict[str, tuple[Quote, ...]] = {}
    for number, article_id in enumerate(article_ids):
        article = state.articles[article_id]
        step = Step(number, len(article_ids), message("step.finding-quotes", outlet=article.outlet))
        yield step
        quotes = yield from look_for_quotes(article, language_of(article.language), step)
        found[article_id] = _corrected(state, article_id, quotes)
    by_article: dict[str, list[Quote]] = {article_id: list(found.get(article_id, ())) for article_id in state.articles}
    for quote in state.quotes.values():
        if quote.article not in wanted and quote.article in by_article:
            by_article[quote.article].append(quote)
    listed = {quote.id: quote for quotes in by_article.values() for quote in quotes}
    return replace(state, quotes=MappingProxyType(listed))


def with_corrections(state: State, corrections: Mapping[str, Quote | None]) -> State:
    """Return `state` with `corrections` of the user's besides those that it has; no article is searched for it."""
    quotes = copied(state.quotes)
    moved: set[str] = set()
    for key, quote in corrections.items():
        before = quotes.get(key)
        if quote is None:
            quotes.pop(key, None)
        else:
            quotes[key] = quote
            if before is None or before.hull != quote.hull:
                moved.add(quote.article)
    told = copied(state.corrections)
    told.update(corrections)
    return replace(
        state,
        quotes=MappingProxyType(_in_order(quotes, state, moved) if moved else quotes),
        corrections=MappingProxyType(told),
    )


def _in_order(quotes: Mapping[str, Quote], state: State, articles: AbstractSet[str]) -> dict[str, Quote]:
    """Return quotes where those of some articles stand along their text again."""
    moved = sorted((quote for quote in quotes.values() if quote.article in articles), key=lambda quote: quote.hull)
    ordered: dict[str, list[Quote]] = {article: [] for article in state.articles}
    for quote in (*(quote for quote in quotes.values() if quote.article not in articles), *moved):
        ordered[quote.article].append(quote)
    return {quote.id: quote for listed in ordered.values() for quote in listed}


def _corrected(state: State, article_id: str, found: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotes of an article as the user has them, in the order of its text."""
    quotes: dict[str, Quote | None] = {quote.id: quote for quote in found}
    own = {key: quote for key, quote in state.corrections.items() if key.startswith(f"{article_id}:")}
    return tuple(sorted((quote for quote in (quotes | own).values() if quote), key=lambda quote: quote.hull))
