"""Reading articles: a file, or pasted text, to an `Article` with its source and layout."""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

from msgspec.structs import replace

from crossquote.articles.addresses import is_address
from crossquote.articles.arrival import outermost
from crossquote.articles.clean import with_whole_characters
from crossquote.articles.door import Document, Door
from crossquote.articles.reader import Draft
from crossquote.articles.repair import draft_of_text
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.article import Article, Source
from crossquote.notation import read_toml
from crossquote.progress import Step, finish
from crossquote.resources import resource
from crossquote.text.excess import excess

_LANGUAGE_SUFFIX = re.compile(r"\.[a-z]{2}$")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d([-_. ]?)(?:0[1-9]|1[0-2])\1(?:[0-2]\d|3[01])(?!\d)")
"""A day in the name of a file: its outlet is the same the next day."""
_COUNT = re.compile(r"[\d()\[\].]+")
"""What tells one file from others of its name."""
_CODE = 2
"""Letters of the code of a language, which folders are called by."""


def read_article(path: Path, encoding: str | None = None) -> Article:
    """Return the article in a single file; a `UserError` says what is wrong with it and what to do."""
    with Door() as door:
        return article_of(finish(door.read(path, encoding, Step(0, 0, message("step.reading", file=path.name)))))


def article_of(document: Document) -> Article:
    """Return the article that a file is: of the outlet that it names itself, else of the one that its name stands for.

    Of plain text the file's name stands first: it has no place for an outlet of its own, and what looks like one is a
    line of the text.
    """
    return _made(document, document.draft, hashlib.sha256(document.data).hexdigest())


def articles_of(document: Document) -> Iterator[Article | UserError]:
    """Yield the articles that a file holds, and what is wrong with those that can't be one.

    All of them have the digest of the file; what tells one of several from the others is its place. The name of the
    file then stands for an outlet only where the article names none.
    """
    digest = hashlib.sha256(document.data).hexdigest()
    alone = len(document.drafts) == 1
    for number, draft in enumerate(document.drafts):
        try:
            article = _made(document, draft, digest)
        except UserError as error:
            yield error
            continue
        if not alone:
            place = hashlib.sha256(f"{digest} {number}".encode()).hexdigest()
            article = replace(article, id=place[:12], outlet=draft.outlet or article.outlet)
        yield article


def _made(document: Document, draft: Draft, digest: str) -> Article:
    path, reader = with_whole_characters(str(document.path)), document.reader
    _hold_size(draft.text, path)
    source = Source(reader.media, reader.name, draft.address, draft.warnings, draft.published)
    article = _article(draft, digest, with_whole_characters(_telling_name(document.path)))
    outlet = article.outlet if reader.trusted else draft.outlet or article.outlet
    return replace(article, path=path, source=source, outlet=outlet)


def make_article(text: str, *, name: str, otherwise: str = "") -> Article:
    """Return the article that a pasted `text` is; `name` stands for the outlet.

    Where neither `name` nor the text names an outlet, it is called `otherwise`, or by its first words.

    Half characters (lone surrogates, as a clipboard or the name of a file can hold) become U+FFFD: no file could
    keep them.
    """
    _hold_size(text, name)
    if is_address(text):
        raise UserError(ErrorCode.FORMAT, message("error.address-alone"))
    text = with_whole_characters(text)
    draft = draft_of_text(text)
    made = _article(draft, hashlib.sha256(text.encode()).hexdigest(), with_whole_characters(name), otherwise)
    return replace(made, source=Source(address=draft.address, warnings=draft.warnings))


def article_of_clipping(document: Document, otherwise: str) -> Article:
    """Return the article that was copied as hypertext: of the outlet that it names, else called `otherwise`."""
    draft, reader = document.draft, document.reader
    _hold_size(draft.text, "")
    source = Source(reader.media, reader.name, draft.address, draft.warnings, draft.published)
    made = _article(draft, hashlib.sha256(document.data).hexdigest(), "", otherwise)
    return replace(made, source=source)


def article_of_page(document: Document, address: str) -> Article:
    """Return the article of a page that was fetched at `address`.

    It may name itself by another address only of the same host: what was asked is known, and what a page says is not.
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    made = article_of_clipping(document, host)
    own = urlsplit(made.source.address or "")
    said = made.source.address if (own.hostname or "").removeprefix("www.") == host else address
    return replace(made, source=replace(made.source, address=said))


def _hold_size(text: str, where: str) -> None:
    """Raise a `UserError` where there is no text, or more than an article can have."""
    if not text.strip():
        raise UserError(ErrorCode.EMPTY, message("error.no-words"), path=where)
    if (told := excess(text)) is not None:
        raise UserError(ErrorCode.TOO_LARGE, told, path=where)


def _article(draft: Draft, digest: str, name: str, otherwise: str = "") -> Article:
    text, dateline = draft.text, draft.layout.dateline
    first = draft.layout.skipped[:1]
    begins = dateline.end if dateline else first[0].end if first and first[0].start == 0 else 0
    title = draft.title or _first_words(text[begins:])
    return Article(
        id=digest[:12],
        text=text,
        title=title,
        outlet=outlet_name(name) or draft.outlet or otherwise or _first_words(title, 32),
        author=", ".join(draft.authors) or None,
        date=draft.date,
        sha256=digest,
        layout=draft.layout,
    )


def _telling_name(path: Path) -> str:
    """Return the name of a file; where that names no outlet, of the folder in another file that it lies in."""
    if outlet_name(path.stem):
        return path.stem
    folders = path.relative_to(outermost(path)).parts[:-1]
    return next((name for name in reversed(folders) if len(name) > _CODE and outlet_name(name)), path.stem)


def outlet_name(stem: str) -> str:
    """Return a readable name for an outlet from a file's stem: `world-desk.en` is "World desk", without a day in it.

    Empty where the stem is no name but a number, a code (`000_9a9a0537`) or what any file is called (`text-2`).
    """
    words = re.sub(r"[-_\s]+", " ", _DAY.sub(" ", _LANGUAGE_SUFFIX.sub("", _copied(stem)))).strip()
    named = any(len(word) > 1 and word.isalpha() for word in words.split())
    return words[:1].upper() + words[1:] if named and not _is_of_nobody(words) else ""


def _copied(stem: str) -> str:
    """Return the stem of the file that one is a copy of; of one that is none, its own."""
    before, behind = _of_copies()
    name = normalize("NFC", stem)
    return behind.sub("", before.sub("", name)) or name


@lru_cache(maxsize=1)
def _of_copies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before the name of a file in that of its copy, and what behind it."""
    words = read_toml(resource("file_names.toml"))["copies"]
    before, behind = ("|".join(map(re.escape, words[side])) for side in ("before", "behind"))
    number = r"\(\d{1,3}\)"
    ends = rf"(?:[\s_–—-]+\(?(?:{behind})\)?(?:[\s_]*(?:{number}|\d{{1,2}}))?|[\s_]*{number})"
    return re.compile(rf"\A(?:{before})[\s_]+(?=\S)", re.IGNORECASE), re.compile(rf"(?<=\S){ends}\Z", re.IGNORECASE)


def _is_of_nobody(words: str) -> bool:
    """Tell whether words are what programs call any file, with or without a number."""
    return " ".join(_COUNT.sub(" ", normalize("NFC", words)).casefold().split()) in _names_of_nobody()


@lru_cache(maxsize=1)
def _names_of_nobody() -> frozenset[str]:
    return frozenset(read_toml(resource("file_names.toml"))["nobody"])


def _first_words(text: str, length: int = 80) -> str:
    """Return the beginning of a text, cut at a word, as a title for what has none."""
    start = " ".join(text[:1000].split())
    return start if len(start) <= length else start[:length].rsplit(" ", 1)[0] + "…"
