"""Elsewhere: the renditions that an archive has of an utterance which is open, and how they come in as articles."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from crossquote.archive.kept import KeptArticle, read_kept
from crossquote.archive.look import look
from crossquote.archive.records import ArchivedQuote, ArticleHead
from crossquote.archive.timeline import PrintedWording, make_timeline
from crossquote.archive.trace import TracedQuote, TracedRendition
from crossquote.message import SILENCE
from crossquote.model.article import Article
from crossquote.model.changes import Changes
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.progress import Work
from crossquote.text.insertions import without_insertions
from crossquote.translation.engine import Translator
from crossquote.work.session import Session
from crossquote.work.stages.add_articles import as_own
from crossquote.work.stages.archived import AS_KEPT, read_archived
from crossquote.work.stages.pipeline import Outcome, take_in
from crossquote.work.tracing import sought_utterance, trace_sought


class Elsewhere(Struct, frozen=True):
    """The renditions of an utterance in an archive, the surest first, and how its wordings came one by one.

    The timeline has the renditions that are open, too, whether they are in the archive or not.
    """

    renditions: tuple[TracedRendition, ...]
    timeline: tuple[PrintedWording, ...]


def find_elsewhere(
    state: State, utterance: Utterance, archive: Path, translator: Translator | None = None
) -> Work[Elsewhere]:
    """Return what an archive has of an utterance, as tracing it in a terminal does."""
    (traced,) = yield from trace_sought(archive, (sought_utterance(state, utterance),), translator)
    there = {known for one in traced.renditions for known in _known_by(one)}
    own = [_own(state, rendition) for rendition in utterance.renditions]
    lacking = [one for one in own if there.isdisjoint(_known_by(one))]
    return Elsewhere(traced.renditions, make_timeline((*traced.renditions, *lacking)))


def is_open(state: State, rendition: TracedRendition) -> bool:
    """Tell whether the article of a rendition is open already."""
    head = rendition.article
    return as_own(Article(head.id, "", head.title, head.outlet, _place(rendition)), state.articles) is None


def bring_in(session: Session, archive: Path, chosen: Sequence[TracedRendition]) -> Work[Outcome]:
    """Add the articles of renditions that were traced, as one step, and compare them with all that is open."""
    before = session.state
    kept: list[KeptArticle] = yield from look(archive, partial(read_kept, wanted=chosen))
    keep = session.project.keep_original if session.project is not None else None
    reading = yield from read_archived(before, kept, keep)
    return (yield from take_in(session, reading, before))


def as_kept(state: State, changes: Changes) -> tuple[Article, ...]:
    """Return those of the articles that came which are as an archive keeps them, and not from their files."""
    came = (state.articles[key] for key in state.articles if key in changes.articles)
    return tuple(one for one in came if any(told.code == AS_KEPT for told in one.source.warnings))


def _known_by(rendition: TracedRendition) -> tuple[object, ...]:
    """Return what two renditions have one of in common where they are of one article, whatever the user calls it."""
    return (rendition.article.id, rendition.article.outlet), _place(rendition) or rendition


def _place(rendition: TracedRendition) -> str:
    """Return where the article of a rendition lies, or lay."""
    inner = rendition.article.inner
    return str(Path(rendition.path, inner)) if inner else rendition.path


def _own(state: State, rendition: Rendition) -> TracedRendition:
    """Return a rendition that is open as one of an archive's."""
    article = state.articles[rendition.article]
    head = ArticleHead(
        article.id, article.title, article.outlet, article.date, article.source.published, article.language
    )
    quotes = tuple(_own_quote(state, article, key) for key in rendition.quotes)
    return TracedRendition(head, article.path, quotes)


def _own_quote(state: State, article: Article, key: str) -> TracedQuote:
    quote = state.quotes[key]
    text, speaker = without_insertions(quote.text(article.text)), quote.speaker.name if quote.speaker else None
    language = quote.language or article.language or ""
    told = ArchivedQuote(text, language, speaker, quote.kind, quote.hull.start, quote.hull.end, 0, 0)
    return TracedQuote(told, sure=True, likely=1.0, score=0.0, reason=SILENCE)
