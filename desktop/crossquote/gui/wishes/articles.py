"""Wishes of articles: read in, read, described, taken out."""

from crossquote.gui.wishes.wish import Wish
from crossquote.model.span import Span
from crossquote.work.edits.descriptions import Description
from crossquote.work.encodings import Unsure


class ReadArticle(Wish, frozen=True):
    """Read an article, with one of its quotes in view where one is named."""

    article: str
    quote: str = ""


class ReadIn(Wish, frozen=True):
    """Read files as articles, each in an encoding, which is remembered of it."""

    files: tuple[tuple[Unsure, str], ...]


class ReadAllAgain(Wish, frozen=True):
    """Try every file again that could not be read."""


class TellColumns(Wish, frozen=True):
    """Remember which parts of an article columns of these names hold, and read the tables that were not known."""

    columns: tuple[tuple[str, str], ...]


class ReadBase(Wish, frozen=True):
    """Read the article that an utterance's base is from."""

    utterance: str


class RemoveArticles(Wish, frozen=True):
    """Take articles out of what is open."""

    articles: tuple[str, ...]


class AskOfArticles(Wish, frozen=True):
    """See what is known of articles, to correct it; `first` names the field that is asked for, if one is."""

    articles: tuple[str, ...]
    first: str = ""


class DescribeArticles(Wish, frozen=True):
    """Take the user's word for what articles are called, who printed and wrote them, when, where, in what language."""

    articles: tuple[str, ...]
    told: Description


class TakeBack(Wish, frozen=True):
    """Read parts of an article that were set aside."""

    article: str
    parts: tuple[Span, ...]


class ShowRendition(Wish, frozen=True):
    """See an article's rendition beside the others of its utterance."""

    utterance: str
    article: str


class NoteArticle(Wish, frozen=True):
    """Write a note on an article."""

    article: str
