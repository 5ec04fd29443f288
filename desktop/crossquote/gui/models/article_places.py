"""In what order articles are listed, and under which headings."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from crossquote.gui.messages import language_name
from crossquote.gui.words import say
from crossquote.model.article import Article
from crossquote.work.settings import ArticleGroups, ArticleOrder

_SortKey = tuple[bool, str, str]
"""Whether it is not known, which puts it last; by what it is sorted; and by what, where that is alike."""


class Heading(Struct, frozen=True):
    """A heading, and the ids of the articles that stand under it."""

    name: str
    ids: tuple[str, ...]


Listed = str | Heading
"""What stands in a row: an article, by its id, or a heading."""


def place_articles(
    articles: Mapping[str, Article], found: Mapping[str, int], order: ArticleOrder, groups: ArticleGroups
) -> Sequence[Listed]:
    """Return what stands in each row; those that have what is looked for, `found`, go first, in each group."""
    ids: Iterable[str] = articles
    if order is not ArticleOrder.COMING:
        key = _KEYS[order]
        ids = sorted(ids, key=lambda one: key(articles[one]))
    ids = sorted(ids, key=lambda one: not found.get(one))
    if groups is ArticleGroups.NOTHING:
        return ids
    name, grouped = _NAMES[groups], dict[str, list[str]]()
    for one in ids:
        grouped.setdefault(name(articles[one]), []).append(one)
    headed = sorted(grouped.items(), key=lambda group: (not group[0], group[0].casefold()))
    places = list[Listed]()
    for called, under in headed:
        places += (Heading(called or say("window.articles.no-language"), tuple(under)), *under)
    return places


def _language(article: Article) -> str:
    """Return the name of an article's language, empty where that is not known."""
    return language_name(article.language) if article.language else ""


def _outlet(article: Article) -> str:
    return article.outlet


def _by_title(article: Article) -> _SortKey:
    return False, article.title.casefold(), article.outlet.casefold()


def _by_outlet(article: Article) -> _SortKey:
    return False, article.outlet.casefold(), article.title.casefold()


def _by_language(article: Article) -> _SortKey:
    name = _language(article)
    return not name, name.casefold(), article.outlet.casefold()


def _by_date(article: Article) -> _SortKey:
    return article.date is None, article.date or "", article.source.published or ""


_KEYS: Mapping[ArticleOrder, Callable[[Article], _SortKey]] = {
    ArticleOrder.TITLE: _by_title,
    ArticleOrder.OUTLET: _by_outlet,
    ArticleOrder.LANGUAGE: _by_language,
    ArticleOrder.DATE: _by_date,
}
_NAMES: Mapping[ArticleGroups, Callable[[Article], str]] = {
    ArticleGroups.OUTLET: _outlet,
    ArticleGroups.LANGUAGE: _language,
}
