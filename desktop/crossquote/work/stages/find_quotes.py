"""Finding the quotes of articles that have been read."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.changes import copied
from crossquote.model.quote import Quote
from crossquote.model.state import State, quote_place, quotes_in_order
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
    place = {article: number for number, article in enumerate(state.articles)}
    ranked = {key: (quote_place(quote, place), quote) for key, quote in corrections.items() if quote is not None}
    quotes = quotes_in_order(state).changed(ranked, corrections.keys() - ranked.keys())
    told = copied(state.corrections) | dict(corrections)
    return replace(state, quotes=quotes, corrections=MappingProxyType(told))


def _corrected(state: State, article_id: str, found: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotes of an article as the user has them, in the order of its text."""
    quotes: dict[str, Quote | None] = {quote.id: quote for quote in found}
    own = {key: quote for key, quote in state.corrections.items() if key.startswith(f"{article_id}:")}
    return tuple(sorted((quote for quote in (quotes | own).values() if quote), key=lambda quote: quote.hull))
