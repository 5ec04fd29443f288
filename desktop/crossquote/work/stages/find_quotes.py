"""Finding the quotes of articles that have been read."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from traceback import extract_tb
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.message import Message, message
from crossquote.model.article import Article
from crossquote.model.changes import copied
from crossquote.model.quote import Quote
from crossquote.model.state import State, quote_place, quotes_in_order
from crossquote.progress import Step, Work
from crossquote.quotes.find import LONGEST, look_for_quotes, part_overlong

_OVERLONG, _FAILED = "warning.overlong", "warning.no-quotes-read"
_BEGINNING = 40
"""So many letters tell which quote is meant."""


def find_in(state: State, article_ids: Sequence[str]) -> Work[State]:
    """Find the quotes of the articles `article_ids` anew; those of the others stay as they are.

    What the user corrected, marked, or said to be no quote stays so. What is too long for a quote is left out, and its
    article says so; so does one whose quotes can't be found for a fault of the program's, which costs no other its own.
    """
    wanted, articles = set(article_ids), copied(state.articles)
    found: dict[str, tuple[Quote, ...]] = {}
    for number, article_id in enumerate(article_ids):
        article = state.articles[article_id]
        step = Step(number, len(article_ids), message("step.finding-quotes", outlet=article.outlet))
        yield step
        quotes, told = yield from _look(article, step)
        articles[article_id] = _warned(article, told)
        found[article_id] = _corrected(state, article_id, quotes)
    by_article: dict[str, list[Quote]] = {article_id: list(found.get(article_id, ())) for article_id in state.articles}
    for quote in state.quotes.values():
        if quote.article not in wanted and quote.article in by_article:
            by_article[quote.article].append(quote)
    listed = {quote.id: quote for quotes in by_article.values() for quote in quotes}
    return replace(state, articles=MappingProxyType(articles), quotes=MappingProxyType(listed))


def _look(article: Article, step: Step) -> Work[tuple[Sequence[Quote], tuple[Message, ...]]]:
    """Find the quotes of an article, and what is to be told of those that are not among them."""
    try:
        found = yield from look_for_quotes(article, language_of(article.language), step)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this article's alone, and the user is told
        return (), (message(_FAILED, error=_where(error)),)
    quotes, overlong = part_overlong(found)
    return quotes, (overlong_warning(article, overlong),) if overlong else ()


def _where(error: Exception) -> str:
    """Return what kind of fault it was and where, for whoever mends it: "IndexError, scene.py:77"."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"


def left_out(article: Article) -> tuple[Message, ...]:
    """Return what is to be told of quotes of `article` that are not among those found: too long for one, or all."""
    return tuple(warning for warning in article.source.warnings if warning.code in (_OVERLONG, _FAILED))


def _warned(article: Article, told: tuple[Message, ...]) -> Article:
    """Return `article` with what is to be told of its quotes, and no earlier word of them."""
    if not told and not left_out(article):
        return article
    others = tuple(warning for warning in article.source.warnings if warning not in left_out(article))
    return replace(article, source=replace(article.source, warnings=others + told))


def overlong_warning(article: Article, overlong: Sequence[Quote]) -> Message:
    """Return what to tell of one or more quotes of `article` that were left out."""
    words = " ".join(overlong[0].hull.of(article.text)[:_BEGINNING].split())
    return message(_OVERLONG, count=len(overlong), most=LONGEST, words=words)


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
