"""Copies: articles of several outlets that print the same text, an agency's say. They are one witness."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from crossquote.identity import ByIdentity
from crossquote.message import Message, message
from crossquote.model.article import Article
from crossquote.text.one_source import Trace, find_copies, number_sources, trace_of


def copies_among(articles: Mapping[str, Article]) -> Mapping[str, tuple[str, ...]]:
    """Return for each article that prints the same text as others the ids of those, in their order; no others."""
    return _copies(ByIdentity(articles))


def number_articles(articles: Iterable[Article]) -> tuple[int, ...]:
    """Return the number of the source of each of `articles`: those that share most of their text are one."""
    return number_sources([_trace(ByIdentity(article)) for article in articles])


@lru_cache(maxsize=2)
def _copies(articles: ByIdentity[Mapping[str, Article]]) -> Mapping[str, tuple[str, ...]]:
    """Return the same: the work asks before the window does, which then finds it done."""
    return find_copies({key: _trace(ByIdentity(article)) for key, article in articles.value.items()})


@lru_cache(maxsize=4096)
def _trace(article: ByIdentity[Article]) -> Trace:
    """Return what the body of an article is known again by: the window asks for it, and so does each utterance."""
    return trace_of(article.value.body)


def sources_among(copies: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the articles of each text that several print, the first of each first."""
    seen: dict[str, tuple[str, ...]] = {}
    for key, others in copies.items():
        if not any(other in seen for other in others):
            seen[key] = (key, *others)
    return tuple(seen.values())


def one_witness(outlets: Sequence[str]) -> Message:
    """Return that articles of these outlets, who print the same text, are one witness."""
    named = tuple(dict.fromkeys(outlets))
    if len(named) == 1:
        return message("report.same-text-again", outlet=named[0], number=len(outlets))
    return message("report.same-text", outlets=named)
