"""Quotes: pieces of an article that report someone's words."""

import re
from enum import StrEnum

from msgspec import Struct

from crossquote.message import SILENCE, Message
from crossquote.model.span import Span, hull

_NAMED = re.compile(r"(?P<article>.+):(?P<start>\d{1,10})-(?P<end>\d{1,10})(?::[a-z]+)?", re.DOTALL)


class QuoteKind(StrEnum):
    """How a quote reports: word for word, partly so inside a reported sentence, or reported only."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What a cue adds to "said": how the reporter stands to the words, or what act they are."""

    NEUTRAL = "neutral"
    DISTANT = "distant"
    ADMITTING = "admitting"
    DENYING = "denying"
    ASSERTING = "asserting"
    REQUESTING = "requesting"
    ORDERING = "ordering"
    PROMISING = "promising"
    THREATENING = "threatening"
    WARNING = "warning"
    ASKING = "asking"
    PRAISING = "praising"
    BLAMING = "blaming"


class Speaker(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """The one a quote is attributed to.

    `mention` is where the article names them beside the quote ("he"), None where the user told it;
    `name` is the fullest form that the article gives the same person ("Dmitry Peskov"), or the mention's own text.
    `reason` says how `name` came from the mention; empty where they are the same.
    """

    mention: Span | None
    name: str
    reason: Message = SILENCE


class Cue(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """The word that says that someone speaks ("said", "according to"), where it stands, and its stance."""

    span: Span
    stance: Stance = Stance.NEUTRAL


class Quote(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """A piece of an article that reports someone's words.

    `spans` are its content in the article's text, in order, without quotation marks; a quote cut by its cue
    has two, one that runs over several paragraphs has one each. `language` is that of the quote itself,
    which may differ from the article's.
    """

    id: str
    article: str
    spans: tuple[Span, ...]
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Cue | None = None
    language: str | None = None

    @property
    def hull(self) -> Span:
        """The smallest span of the article that holds the whole quote."""
        return hull(self.spans)

    def text(self, article_text: str) -> str:
        """Return the quote's words: its spans' texts, joined by a space."""
        return " ".join([span.of(article_text) for span in self.spans])


def quote_id(article: str, place: Span, kind: str = "") -> str:
    """Return the id of a quote by where it is found: its article, its place, and a `kind` where one is told."""
    return ":".join(filter(None, (article, f"{place.start}-{place.end}", kind)))


def named_place(id_: str) -> tuple[str, Span] | None:
    """Return the article and the place that a quote's id says; None where it says none."""
    named = _NAMED.fullmatch(id_)
    if named is None or int(named["start"]) > int(named["end"]):
        return None
    return named["article"], Span(int(named["start"]), int(named["end"]))
