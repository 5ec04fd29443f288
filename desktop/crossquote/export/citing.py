"""Where words stand: what is told beside an outlet's name, how one cites them, and where an article comes from."""

import re
from pathlib import PurePath

from crossquote.export.document import ReportArticle, ReportRendition
from crossquote.export.telling import Teller, Telling, in_marks
from crossquote.model.article import Article
from crossquote.model.signs import kind_name
from crossquote.text.direction import begins_leftward
from crossquote.wording.joining import Joint

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


def page_address(article: Article) -> str:
    """Return the address of an article's page; nothing where it is of none, but what a reader would run or open."""
    address = article.source.address or ""
    return address if _ADDRESS.fullmatch(address) else ""


def rendition_facts(told: ReportRendition, words: Telling) -> tuple[str, ...]:
    """Return what stands beside an outlet's name: language, kind, and the speaker where it names another."""
    kind = words.of(kind_name(told.kind)) if told.kind else ""
    return tuple(one for one in (words.plain(told.rendition.language or "?"), kind, words.of(told.credit)) if one)


def citation(told: ReportRendition, words: Telling) -> str:
    """Return where the words of a rendition stand, as one cites it: outlet, title, day, paragraph, address."""
    article = told.article
    named = article.title if article.title != article.outlet else ""
    title = words.plain(in_marks(named, article.language, quoted=True)) if named else ""
    day = words.fact(article.date, "day") if article.date else ""
    paragraphs = (
        words("report.paragraphs", count=len(told.paragraphs), numbers=told.paragraphs) if told.paragraphs else ""
    )
    parts = (words.plain(article.outlet), title, day, paragraphs, words.plain(article.source.address or ""))
    return words.joined(parts, Joint.PART)


def file_name(article: Article) -> str:
    """Return the name of the file that an article was read from, without the place where its reader keeps it."""
    return PurePath(article.path.replace("\\", "/")).name


def published_and_read(article: Article, words: Telling) -> tuple[str, str]:
    """Return when an article was published and when its bytes were read, as far as that is known."""
    published, read = article.source.published, article.source.read_at
    return (
        words.fact(published, "moment") if published else "",
        words("report.read_at", at=read) if read else "",
    )


def article_source(told: ReportArticle, words: Teller) -> tuple[str, ...]:
    """Return where an article comes from: its file, its address, when it was published and read, its SHA-256."""
    source = told.article.source
    moments = published_and_read(told.article, words)
    file = file_name(told.article)
    name = words.name(file) if begins_leftward(file) else words.plain(file) or words("report.pasted")
    digest = f"SHA-256 {words.plain(told.article.sha256) or '—'}"
    return tuple(one for one in (name, words.plain(source.address or ""), *moments, digest) if one)
