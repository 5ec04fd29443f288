"""What the user says of an article: title, outlet, author, day and address, and which parts of it are to be read."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.plausibility import is_day, is_web_address
from crossquote.message import message
from crossquote.model.article import Article, Layout
from crossquote.model.changes import Changes
from crossquote.model.span import Span
from crossquote.progress import Work
from crossquote.work.edits.wanted import wanted
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import find_in
from crossquote.work.stages.pipeline import settle

_FORMS: Mapping[str, Callable[[str], bool]] = MappingProxyType({"date": is_day, "address": is_web_address})


class Description(Struct, frozen=True):
    """What is known of an article besides its text; empty is what is not known. `date` is ISO 8601."""

    title: str
    outlet: str
    author: str = ""
    date: str = ""
    address: str = ""


def description_of(article: Article) -> Description:
    """Return what is known of an article."""
    source = article.source
    return Description(article.title, article.outlet, article.author or "", article.date or "", source.address or "")


def is_sound(told: Description) -> bool:
    """Tell whether an article can be described so: it has a title and an outlet, and date and address are ones."""
    return bool(told.title.strip() and told.outlet.strip()) and not unsound(told)


def unsound(told: Description) -> tuple[str, ...]:
    """Return the names of what is told in a form that it has not: a date that is no day, an address of no page."""
    return tuple(name for name, is_one in _FORMS.items() if (text := str(getattr(told, name))) and not is_one(text))


def describe_article(session: Session, article_id: str, told: Description) -> Work[Changes]:
    """Take the user's word for what an article is called, who printed and wrote it, when, and where it stands.

    The day that it is of says which day "on Monday" is: with another one, what it quotes is compared anew.
    """
    state = session.state
    article = wanted(state.articles, article_id)
    if not is_sound(told):
        raise ValueError(told)
    same_day = (told.date or None) == article.date
    source = replace(
        article.source, address=told.address or None, published=article.source.published if same_day else None
    )
    described = replace(
        article,
        title=told.title,
        outlet=told.outlet,
        author=told.author or None,
        date=told.date or None,
        source=source,
    )
    articles = MappingProxyType({**state.articles, article_id: described})
    step = message("did.describe-article", outlet=told.outlet)
    if same_day:
        return session.move_to(replace(state, articles=articles), step)
    return (yield from settle(session, replace(state, articles=articles), step))


def set_aside(layout: Layout) -> tuple[Span, ...]:
    """Return the parts of an article that were set aside, but for the lines that say who wrote it and when."""
    return tuple(span for span in layout.skipped if span not in (layout.byline, layout.dateline))


def take_back(session: Session, article_id: str, parts: Collection[Span]) -> Work[Changes]:
    """Read parts of an article that were set aside, as the user wants them read, and find its quotes anew."""
    state = session.state
    article = wanted(state.articles, article_id)
    layout = article.layout
    read = replace(
        layout,
        skipped=tuple(span for span in layout.skipped if span not in parts),
        byline=None if layout.byline in parts else layout.byline,
        dateline=None if layout.dateline in parts else layout.dateline,
    )
    articles = MappingProxyType({**state.articles, article_id: replace(article, layout=read)})
    found = yield from find_in(replace(state, articles=articles), [article_id])
    return (yield from settle(session, found, message("did.take-back", outlet=article.outlet)))
