"""Wishes of review: what is shown and compared, and what is made of it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from crossquote.gui.wishes.wish import Wish
from crossquote.model.finding import Finding
from crossquote.model.review import FindingKey, Ruling, Verdict
from crossquote.model.utterance import Rendition
from crossquote.work.filters import Facet, Filter, Filters


class ChooseFilter(Wish, frozen=True):
    """Choose one of many values of a facet; `offered` says of each how many utterances it shows."""

    facet: Facet
    offered: tuple[tuple[Filter, int], ...]


class KeepView(Wish, frozen=True):
    """Keep filters, and the words that are looked for, under a name that is asked for."""

    filters: Filters
    words: str


class ForgetView(Wish, frozen=True):
    """Keep a view no longer."""

    name: str


class PinBase(Wish, frozen=True):
    """Compare an utterance with an article's rendition; without one, with what the program chooses."""

    utterance: str
    article: str = ""


class Judge(Wish, frozen=True):
    """Give a rendition a verdict, or take it back."""

    rendition: Rendition
    verdict: Verdict | None


class RuleOn(Wish, frozen=True):
    """Accept or dismiss a finding, or open it again."""

    finding: FindingKey
    ruling: Ruling | None
    reason: str = ""


class DismissAlike(Wish, frozen=True):
    """Dismiss every open finding of one check on one utterance."""

    utterance: str
    check: str


class Explain(Wish, frozen=True):
    """Read why a finding was raised."""

    finding: Finding


class OfferForRendition(Wish, frozen=True):
    """See what can be done with the current rendition; with its `words` too, where those were pointed at."""

    at: QPoint
    words: QTextEdit | None = None


class OfferForFindings(Wish, frozen=True):
    """See what can be done with the finding that is chosen in the list, or with `several` that are."""

    at: QPoint
    several: bool


class OfferForFinding(Wish, frozen=True):
    """See what can be done with the current finding."""

    at: QPoint
