"""What an archive keeps of an article: all of it as it was read, to be had again when its file is gone."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from crossquote.archive.records import ArchiveDamagedError, ArticleHead, read_record, unpack_article
from crossquote.archive.trace import TracedRendition
from crossquote.articles.plausibility import checked
from crossquote.articles.reader import Draft
from crossquote.model.article import UNKNOWN_LANGUAGE, Article
from crossquote.text.excess import excess

_ARTICLES = """
    SELECT CAST(about AS BLOB), CAST(whole AS BLOB) FROM articles JOIN files ON files.document = articles.document
    WHERE path = ?
"""
_ID, _DIGEST = re.compile(r"[0-9a-f]{12}"), re.compile(r"[0-9a-f]{64}")


class KeptArticle(Struct, frozen=True):
    """An article as an archive keeps it, without a path, and the path of the file that it was read from."""

    article: Article
    path: str
    inner: str

    @property
    def whole_path(self) -> str:
        """Where the article lies: its file, and its place in that, where it is not the file itself."""
        return str(Path(self.path, self.inner)) if self.inner else self.path


def read_kept(shards: Sequence[sqlite3.Connection], wanted: Sequence[TracedRendition]) -> list[KeptArticle]:
    """Return the articles of renditions that were traced, as far as the archive still has them."""
    found = (next(_articles_at(shards, one.path, one.article), None) for one in wanted)
    return [one for one in found if one is not None]


def _articles_at(shards: Sequence[sqlite3.Connection], path: str, wanted: ArticleHead) -> Iterator[KeptArticle]:
    """Yield the article of a file that is the one `wanted`."""
    for shard in shards:
        for about, whole in shard.execute(_ARTICLES, (path,)):
            if read_record(about, ArticleHead) == wanted:
                yield KeptArticle(_believed(unpack_article(whole), wanted), path, wanted.inner)


def _believed(article: Article, head: ArticleHead) -> Article:
    """Return an article that a shard says, its language not known yet; an `ArchiveDamagedError` where none can be so.

    A stranger may have written it: it is held to what a reader may say of a file.
    """
    told = (article.id, article.outlet, article.title, article.author)
    named = told == (head.id, head.outlet, head.title, head.author)
    if not (named and _ID.fullmatch(article.id) and _DIGEST.fullmatch(article.sha256) and not excess(article.text)):
        raise ArchiveDamagedError(head.id)
    source = article.source
    try:
        checked(
            Draft(
                text=article.text,
                title=article.title,
                outlet=article.outlet,
                date=article.date,
                published=source.published,
                address=source.address,
                layout=article.layout,
                warnings=source.warnings,
            )
        )
    except ValueError as error:
        raise ArchiveDamagedError(str(error)) from error
    return replace(article, path="", detection=UNKNOWN_LANGUAGE)
