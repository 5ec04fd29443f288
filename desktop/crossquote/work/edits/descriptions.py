"""What the user says of an article: what it is called, whose, of when and in what, and which parts are read."""

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.dates import YEARS, find_date
from crossquote.articles.plausibility import is_day, is_web_address
from crossquote.message import Message, message
from crossquote.model.article import Article, Detection, Layout
from crossquote.model.changes import Changes
from crossquote.model.span import Span
from crossquote.progress import Work
from crossquote.work.edits.wanted import wanted
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import find_in
from crossquote.work.stages.pipeline import settle


def _is_day_of_articles(text: str) -> bool:
    """Tell whether a text is a day, of a year that articles can be of."""
    return is_day(text) and int(text[:4]) in YEARS


_FORMS: Mapping[str, Callable[[str], bool]] = MappingProxyType({"date": _is_day_of_articles, "address": is_web_address})


class Description(Struct, frozen=True):
    """What is known of articles, or told of them, besides their texts; empty is what is not known. `date` is ISO 8601.

    `language` is a code; `original` tells whether the words were recorded in it, and not reported. None is what the
    articles do not have in common, or what is left as it is.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    address: str | None = None
    language: str | None = None
    original: bool | None = None


def description_of(articles: Sequence[Article], pins: Mapping[str, str]) -> Description:
    """Return what is known of articles, as far as it is the same of all."""
    each = [
        Description(
            article.title,
            article.outlet,
            article.author or "",
            article.date or "",
            article.source.address or "",
            article.language or "",
            is_original(article.id, pins),
        )
        for article in articles
    ]
    shared = {name: {getattr(one, name) for one in each} for name in Description.__struct_fields__}
    return Description(**{name: values.pop() for name, values in shared.items() if len(values) == 1})


def is_original(article_id: str, pins: Mapping[str, str]) -> bool:
    """Tell whether the user said of an article that the words were recorded in it."""
    return pins.get(article_id) == article_id


def day_of(told: str) -> str:
    """Return the day that a text says, in ISO 8601, in figures or in the words of any language; else the text.

    Where day and month may be either it says none.
    """
    return find_date(told, whole=True) or told


def is_sound(told: Description) -> bool:
    """Tell whether articles can be described so: they keep a title and an outlet, and date and address are ones."""
    named = all(name is None or name.strip() for name in (told.title, told.outlet))
    return named and told.language != "" and not unsound(told)


def unsound(told: Description) -> tuple[str, ...]:
    """Return the names of what is told in a form that it has not: a date that is no day, an address of no page."""
    return tuple(name for name, is_one in _FORMS.items() if (text := getattr(told, name)) and not is_one(str(text)))


def describe_articles(session: Session, article_ids: Collection[str], told: Description) -> Work[Changes]:
    """Take the user's word for what articles are called, who printed and wrote them, when, where, in which language.

    The day that one is of says which day "on Monday" is: with another one, what it quotes is compared anew. In another
    language its quotes are found anew. An original is the base of each utterance that it renders, unless another
    rendition was chosen there.
    """
    if not is_sound(told):
        raise ValueError(told)
    state = session.state
    known = {key: wanted(state.articles, key) for key in article_ids}
    described = {key: _described(article, told) for key, article in known.items()}
    after = replace(
        state,
        articles=MappingProxyType({**state.articles, **described}),
        pins=_pinned(state.pins, known, original=told.original),
    )
    step = _step(described.values(), told)
    spoken = [key for key, article in known.items() if article.detection != described[key].detection]
    if spoken:
        after = yield from find_in(after, spoken)
    elif after.pins == state.pins and all(article.date == described[key].date for key, article in known.items()):
        return session.move_to(after, step)
    return (yield from settle(session, after, step))


def _described(article: Article, told: Description) -> Article:
    """Return an article as it is told; the moment it was published at is known as long as the day is the same."""
    date = article.date if told.date is None else told.date or None
    source = article.source
    return replace(
        article,
        title=article.title if told.title is None else told.title,
        outlet=article.outlet if told.outlet is None else told.outlet,
        author=article.author if told.author is None else told.author or None,
        date=date,
        source=replace(
            source,
            address=source.address if told.address is None else told.address or None,
            published=source.published if date == article.date else None,
        ),
        detection=article.detection if told.language is None else told_language(told.language),
    )


def told_language(code: str) -> Detection:
    """Return the language of a text as the user says it."""
    return Detection(code, 1.0, ((code, 1.0),), told=True)


def _pinned(pins: Mapping[str, str], ids: Collection[str], *, original: bool | None) -> Mapping[str, str]:
    """Return the pins where articles are originals, or are none; as they are where nothing is said of that."""
    if original is None:
        return pins
    others = {key: pin for key, pin in pins.items() if key not in ids}
    return MappingProxyType({**others, **({key: key for key in ids} if original else {})})


def _step(described: Collection[Article], told: Description) -> Message:
    """Return what it is called that articles are `described` so."""
    if len(described) > 1:
        return message("did.describe-articles", count=len(described))
    (outlet,) = {article.outlet for article in described}
    only_language = told == Description(language=told.language)
    return message("did.set-language" if only_language else "did.describe-article", outlet=outlet)


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
