"""Wishes of quotes: where they stand in their articles, and to which utterance they belong."""

from crossquote.gui.wishes.wish import Wish
from crossquote.model.span import Span


class MarkQuote(Wish, frozen=True):
    """Take words of an article as a quote."""

    article: str
    span: Span


class CorrectQuote(Wish, frozen=True):
    """Say what is right of a quote; `selected` may be its place."""

    quote: str
    selected: Span | None = None


class MoveBounds(Wish, frozen=True):
    """Let a quote stand at other places of its article."""

    quote: str
    spans: tuple[Span, ...]


class NameSpeaker(Wish, frozen=True):
    """Let words of its article be who says a quote."""

    quote: str
    mention: Span


class GiveCue(Wish, frozen=True):
    """Let words of its article be those that say that a quote is said."""

    quote: str
    place: Span


class UnmarkQuote(Wish, frozen=True):
    """Take it from the user that this is no quote."""

    quote: str


class MoveQuote(Wish, frozen=True):
    """Bring a quote to another utterance."""

    quote: str


class PartQuote(Wish, frozen=True):
    """Take a quote out of its utterance."""

    quote: str


class BringArticle(Wish, frozen=True):
    """Bring an article's rendition of the utterance that is shown to another utterance."""

    article: str
    utterance: str


class BringUtterance(Wish, frozen=True):
    """Bring a whole utterance to another."""

    utterance: str
    other: str


class KeepApart(Wish, frozen=True):
    """Take two utterances that are possibly the same as two."""

    utterance: str
    other: str
