"""Records: what an archive keeps of a file. What a shard says is decoded by its type, and may be a stranger's."""

import zlib
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.message import Message
from crossquote.model.article import Article
from crossquote.model.quote import QuoteKind
from crossquote.quotes.find import LONGEST

T = TypeVar("T")
_KeptCode = Annotated[str, Meta(pattern=r"^[a-z]{0,3}$")]
"""A language, by whose code a file of the program's own is read; empty where nobody could tell it."""
_KeptLine = Annotated[str, Meta(max_length=40_000)]
"""A title, a name, a path: more than any has."""
_KeptWords = Annotated[str, Meta(max_length=2 * LONGEST + 100)]
_KeptCount = Annotated[int, Meta(ge=0, le=10_000_000)]
_LEVEL = 6
_MOST_WHOLE = 64 * 1024 * 1024
"""Bytes of an article with its layout; a file has at most ten million letters."""


class ArticleHead(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What is told of an article beside a quote of it. `inner` is where it lies in its file, empty where that is it."""

    id: _KeptLine
    title: _KeptLine
    outlet: _KeptLine
    date: _KeptLine | None = None
    published: _KeptLine | None = None
    language: _KeptCode | None = None
    author: _KeptLine | None = None
    address: _KeptLine | None = None
    inner: _KeptLine = ""


class ArchivedQuote(Struct, frozen=True, forbid_unknown_fields=True, gc=False, array_like=True):
    """A quote: its words without what an editor put in, whose they are, and where it stands in its article's text.

    `words` is how many there are, `meanings` how many of what they are known by in every language.
    """

    text: _KeptWords
    language: _KeptCode
    speaker: _KeptLine | None
    kind: QuoteKind
    start: _KeptCount
    end: _KeptCount
    words: _KeptCount
    meanings: _KeptCount


class FileTrouble(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What is wrong with a file, or with what lies in it at `inner`."""

    code: ErrorCode
    message: Message
    inner: _KeptLine = ""


class IndexedQuote(Struct, frozen=True, gc=False, array_like=True):
    """A quote with the numbers of the keys that find it, four bytes each."""

    quote: ArchivedQuote
    keys: bytes


class TakenArticle(Struct, frozen=True, array_like=True):
    """An article as it is kept: `whole` is all of it, packed."""

    head: ArticleHead
    whole: bytes
    quotes: tuple[IndexedQuote, ...]


class TakenFile(Struct, frozen=True, array_like=True):
    """What is kept of a file. `sha256` is empty where it could not be read now, and may be another time."""

    sha256: str
    articles: tuple[TakenArticle, ...] = ()
    troubles: tuple[FileTrouble, ...] = ()


class ArchiveDamagedError(ValueError):
    """What stands in a shard can't be what was written there."""


def trouble_of(problem: UserError, outer: str) -> FileTrouble:
    """Return what is kept of a problem with the file at `outer`, or in it."""
    return FileTrouble(problem.code, problem.message, inner_path(problem.path, outer))


def inner_path(path: str, outer: str) -> str:
    """Return where in the file `outer` something lies whose path goes on in it."""
    return path[len(outer) + 1 :] if path.startswith(outer) else ""


def pack_article(article: Article) -> bytes:
    """Return all of an article as it is kept."""
    return zlib.compress(msgspec.json.encode(article), _LEVEL)


def unpack_article(packed: bytes) -> Article:
    """Return the article that was packed; an `ArchiveDamagedError` where it is none, or larger than any."""
    try:
        stream = zlib.decompressobj()
        said = stream.decompress(packed, _MOST_WHOLE)
        if not stream.eof:
            raise ArchiveDamagedError(len(packed))
    except zlib.error as error:
        raise ArchiveDamagedError(str(error)) from error
    return read_record(said, Article)


def read_record(said: bytes, kind: type[T]) -> T:
    """Return the value of a kind that a shard says in JSON; an `ArchiveDamagedError` where it says none."""
    try:
        return msgspec.json.decode(said, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ArchiveDamagedError(str(error)) from error


def write_record(value: Any) -> bytes:
    """Return a value in JSON, as a shard keeps it."""
    return msgspec.json.encode(value)
