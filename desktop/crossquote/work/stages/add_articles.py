"""Adding articles: files and pasted text become articles with a known language."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from crossquote.articles.addresses import is_address
from crossquote.articles.arrival import Arrival, arrive, without_parts
from crossquote.articles.clipping import READER, Clipping, pack_clipping
from crossquote.articles.door import Document, Door
from crossquote.articles.file import MAX_BYTES
from crossquote.articles.patience import Patience
from crossquote.articles.queue import Queue
from crossquote.articles.read import article_of_clipping, article_of_page, articles_of, make_article
from crossquote.articles.sniff import PAGE_READERS
from crossquote.errors import UserError
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.progress import Step, Work, part_of
from crossquote.text.detection import detect_article
from crossquote.work.columns import known_columns
from crossquote.work.encodings import known_encodings
from crossquote.work.moment import this_moment

if TYPE_CHECKING:
    from crossquote.online.fetching import Fetched

Keep = Callable[[str, bytes], None]
"""Is given the SHA-256 of a file that articles were made of, and its bytes as they were read."""
Take = Callable[[State, tuple[str, ...]], Work[State]]
"""Is given the state with what has been read so far, and the ids of what is new; returns the state to go on from."""
_COPIED = "clipboard"
_LEAST = 0.6
"""So much of the letters of the plain text has hypertext that says as much."""
_AT_ONCE = 32
"""Articles that are taken in together: what is read is kept, and seen, before all of many files are read."""


class AddedArticles(Struct, frozen=True):
    """What became of the files: the state with their articles, and what went wrong.

    `added` are the ids of the new ones, but for those that were taken in on the way; `again` is how many were there.
    """

    state: State
    added: tuple[str, ...]
    problems: tuple[UserError, ...] = ()
    again: int = 0


class _ReadSoFar(Struct):
    """What has been read of some files: what is new, and how many were there; `queue` has what went wrong."""

    queue: Queue
    again: int = 0
    new: dict[str, Article] = field(default_factory=dict)


def read_files(
    state: State,
    paths: Sequence[Path],
    encoding: str | None = None,
    keep: Keep | None = None,
    take: Take | None = None,
) -> Work[AddedArticles]:
    """Read `paths` into `state`: files, and folders with theirs; files that hold several articles, or other files.

    What can't be read is a problem, and the others go on. An article that is there already is not added twice. Where
    many are read, they are given to `take` some at a time.
    """
    problems: list[UserError] = []
    queue = Queue(deque(dict.fromkeys(_arrivals(paths, problems))), Patience(), problems=problems)
    reading = _ReadSoFar(queue)
    with Door(columns=known_columns(), encodings=known_encodings()) as door:
        while queue.waiting:
            step = queue.step()
            yield step
            document = yield from queue.read_next(door, encoding, step)
            if document is not None and _take_out(document, state, reading) and keep is not None:
                keep(next(reversed(reading.new.values())).sha256, document.data)
            if take is not None and len(reading.new) >= _AT_ONCE:
                state = yield from part_of(step, take(_with_new(state, reading), tuple(reading.new)))
                reading.new.clear()
    return AddedArticles(_with_new(state, reading), tuple(reading.new), tuple(problems), reading.again)


def _arrivals(paths: Sequence[Path], problems: list[UserError]) -> Iterator[Arrival]:
    for path in without_parts(paths):
        try:
            yield from arrive(path)
        except UserError as problem:
            problems.append(problem)


def _take_out(document: Document, state: State, reading: _ReadSoFar) -> bool:
    """Take the articles out of a file that are not there yet; tell whether there were any."""
    before = len(reading.new)
    for article in articles_of(document):
        if isinstance(article, UserError):
            reading.queue.problems.append(article)
            continue
        new = as_own(article, {**state.articles, **reading.new})
        if new is None:
            reading.again += 1
        else:
            reading.new[new.id] = with_language(read_now(new))
    return len(reading.new) > before


def as_own(article: Article, known: Mapping[str, Article]) -> Article | None:
    """Return the article as one that is to be added to those that are `known`; None where it is there already.

    The same bytes in files of two outlets are two articles: who prints what an agency sent is a source too.
    """
    there = known.get(article.id)
    if there is None:
        return article
    if there.path == article.path or there.outlet == article.outlet:
        return None
    own = hashlib.sha256(f"{article.id} {article.outlet}".encode(errors="replace")).hexdigest()
    return as_own(replace(article, id=own[: len(article.id)]), known)


def _with_new(state: State, reading: _ReadSoFar) -> State:
    return replace(state, articles=MappingProxyType({**state.articles, **reading.new})) if reading.new else state


def read_text(state: State, text: str, name: str, otherwise: str = "") -> AddedArticles:
    """Read pasted text into `state` as an article of the outlet `name`; empty, as the text says, else `otherwise`."""
    try:
        article = make_article(text, name=name, otherwise=otherwise)
    except UserError as problem:
        return AddedArticles(state, (), (problem,))
    if article.id in state.articles:
        return AddedArticles(state, (), again=1)
    articles = {**state.articles, article.id: with_language(read_now(article))}
    return AddedArticles(replace(state, articles=MappingProxyType(articles)), (article.id,))


def read_clipping(
    state: State, clipping: Clipping, otherwise: str = "", keep: Keep | None = None
) -> Work[AddedArticles]:
    """Read what was copied into `state` as an article: its hypertext, or its text where that says no more.

    It is of the outlet that it names, else it is called `otherwise`.
    """
    article = yield from _hypertext(clipping, otherwise, keep)
    if article is None:
        return read_text(state, clipping.text, "", otherwise)
    if article.id in state.articles:
        return AddedArticles(state, (), again=1)
    articles = {**state.articles, article.id: with_language(read_now(article))}
    return AddedArticles(replace(state, articles=MappingProxyType(articles)), (article.id,))


def read_page(state: State, page: "Fetched", keep: Keep | None = None) -> Work[AddedArticles]:
    """Read a page that was fetched into `state` as an article."""
    address = str(page.address)
    try:
        with Door(PAGE_READERS) as door:
            step = Step(0, 1, message("step.reading", file=page.address.host))
            document = yield from door.read_data(Path(page.address.host), page.data, page.charset or None, step)
        article = read_now(article_of_page(document, address))
    except UserError as problem:
        return AddedArticles(state, (), (UserError(problem.code, problem.message, path=address),))
    if article.id in state.articles:
        return AddedArticles(state, (), again=1)
    if keep is not None:
        keep(article.sha256, page.data)
    articles = {**state.articles, article.id: with_language(article)}
    return AddedArticles(replace(state, articles=MappingProxyType(articles)), (article.id,))


def _hypertext(clipping: Clipping, otherwise: str, keep: Keep | None) -> Work[Article | None]:
    """Return the article in copied hypertext, None where there is none, or less of it than of the plain text."""
    data = pack_clipping(clipping.page, clipping.address) if clipping.page.strip() else b""
    if not data or len(data) > MAX_BYTES or is_address(clipping.text):
        return None
    step = Step(0, 1, message("step.reading", file=otherwise))
    try:
        with Door([READER]) as door:
            document = yield from door.read_data(Path(_COPIED), data, None, step)
        article = article_of_clipping(document, otherwise)
    except UserError:
        return None
    if len(_words(article.text)) < _LEAST * len(_words(clipping.text)):
        return None
    if keep is not None:
        keep(article.sha256, data)
    return article


def _words(text: str) -> str:
    return "".join(text.split())


def read_now(article: Article) -> Article:
    """Return `article` as one that was read at this moment."""
    return replace(article, source=replace(article.source, read_at=this_moment()))


def with_language(article: Article) -> Article:
    """Return `article` with its language found, unless the user told it."""
    return article if article.detection.told else replace(article, detection=detect_article(article.text))
