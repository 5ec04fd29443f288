"""Taking a file: it is read, its articles' languages and quotes are found, and what finds them. Nothing is written."""

import hashlib
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from threading import get_ident

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.archive.keys import keys_of
from crossquote.archive.records import (
    ArchivedQuote,
    ArticleHead,
    IndexedQuote,
    TakenArticle,
    TakenFile,
    inner_path,
    pack_article,
    trouble_of,
)
from crossquote.articles.arrival import Arrival
from crossquote.articles.clean import with_whole_characters
from crossquote.articles.door import Door
from crossquote.articles.file import read_bytes
from crossquote.articles.patience import Patience
from crossquote.articles.queue import Queue
from crossquote.articles.read import articles_of
from crossquote.errors import UserError
from crossquote.grouping.units import sketch_meanings
from crossquote.language.language import Language, language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.progress import QUIET, finish
from crossquote.quotes.find import find_quotes
from crossquote.text.detection import detect_article
from crossquote.text.insertions import without_insertions
from crossquote.text.sketch import sketch


class WayOfReading(Struct, frozen=True):
    """How files are read that do not say it: columns of tables, and encodings by digest, as the user said."""

    columns: tuple[tuple[str, str], ...] = ()
    encodings: tuple[tuple[str, str], ...] = ()

    def door(self) -> Door:
        """Return a door by which files are read so."""
        return Door(columns=self.columns, encodings=dict(self.encodings))


class _File(Struct, frozen=True):
    path: str
    way: WayOfReading


def ask_for(path: Path, way: WayOfReading) -> bytes:
    """Return the question that a child is asked about a file."""
    return msgspec.msgpack.encode(_File(str(path), way))


def answer(payload: bytes) -> bytes:
    """Take the file that the parent asks about. Runs in a child."""
    asked = msgspec.msgpack.decode(payload, type=_File)
    return msgspec.msgpack.encode(take_file(Path(asked.path), _kept_door(asked.way, get_ident())))


@lru_cache(maxsize=64)
def _kept_door(way: WayOfReading, _thread: int) -> Door:
    """Return the door of a thread of this child: it is open as long as the child lives, as is a reader's own child."""
    return way.door()


def read_answer(said: bytes) -> TakenFile:
    """Return what a child says of a file; a `ValueError` where it says nothing that can be believed."""
    return msgspec.msgpack.decode(said, type=TakenFile)


def take_file(path: Path, door: Door) -> TakenFile:
    """Return what is kept of a file, with what is wrong with it: its articles, each of an outlet once."""
    queue, outer = Queue(deque([Arrival(path)]), Patience()), with_whole_characters(str(path))
    found: dict[tuple[str, str], TakenArticle] = {}
    digest = ""
    while queue.waiting:
        document = finish(queue.read_next(door, None, QUIET))
        if document is None:
            continue
        digest = digest or hashlib.sha256(document.data).hexdigest()
        for article in articles_of(document):
            if isinstance(article, UserError):
                queue.problems.append(article)
            elif (article.id, article.outlet) not in found:
                found[article.id, article.outlet] = _taken(article, outer)
    troubles = tuple(trouble_of(problem, outer) for problem in queue.problems)
    return TakenFile(digest or digest_of(path), (*found.values(),), troubles)


def digest_of(path: Path) -> str:
    """Return the digest of a file's bytes; empty where it has none, or they can't be had."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except UserError:
        return ""


def _taken(article: Article, outer: str) -> TakenArticle:
    article = replace(article, detection=detect_article(article.text))
    head = ArticleHead(
        id=article.id,
        title=article.title,
        outlet=article.outlet,
        date=article.date,
        published=article.source.published,
        language=article.language,
        author=article.author,
        address=article.source.address,
        inner=inner_path(article.path, outer),
    )
    return TakenArticle(head, pack_article(replace(article, path="")), tuple(_indexed(article)))


def _indexed(article: Article) -> Iterator[IndexedQuote]:
    for quote in find_quotes(article, language_of(article.language)):
        language = language_of(quote.language or article.language)
        kept = _kept(article, quote, language)
        yield IndexedQuote(kept, keys_of(kept.text, language, kept.speaker))


def _kept(article: Article, quote: Quote, language: Language) -> ArchivedQuote:
    text = without_insertions(quote.text(article.text))
    return ArchivedQuote(
        text=text,
        language=language.code,
        speaker=quote.speaker.name if quote.speaker else None,
        kind=quote.kind,
        start=quote.hull.start,
        end=quote.hull.end,
        words=sketch(text, language).size if language.told else 0,
        meanings=sketch_meanings(text, language).size,
    )
