"""Wishes: what the user wants of the program, each a frozen value.

A view says what is wished by its signal `wished` and knows nothing of what comes of it; `granting` brings it to the
controller that grants it. A new wish is one class here, and one method there. (The frame of the window alone, which is
to be painted before any of this is imported, has signals of its own.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint

from crossquote.export.choice import ReportChoice
from crossquote.model.finding import Finding
from crossquote.model.review import FindingKey, Ruling, Verdict
from crossquote.model.span import Span
from crossquote.model.translation import SentenceKey
from crossquote.model.utterance import Rendition
from crossquote.translation.index import Offer
from crossquote.translation.packages import LanguagePackage
from crossquote.work.edits.descriptions import Description
from crossquote.work.encodings import Unsure
from crossquote.work.packages import Missing
from crossquote.work.reading import ArticleSentence
from crossquote.work.settings import Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that the user wants; those without anything more to say are told apart by their class."""


# Of reports.


@dataclass(frozen=True, slots=True)
class WriteReport(Wish):
    """Write a report in the format of files with an ending, with what was chosen in it."""

    ending: str
    choice: ReportChoice


@dataclass(frozen=True, slots=True)
class CopyUtterance(Wish):
    """Copy an utterance as a small table, to be pasted into a mail."""

    utterance: str


@dataclass(frozen=True, slots=True)
class PreviewReport(Wish):
    """Show the pages of a report with what was chosen in it, to be printed."""

    choice: ReportChoice


# Of preferences.


@dataclass(frozen=True, slots=True)
class Prefer(Wish):
    """Keep these settings, and go by them."""

    settings: Settings


# Of help and checks.


@dataclass(frozen=True, slots=True)
class ReadGuide(Wish):
    """Read a page of the help."""

    page: str


@dataclass(frozen=True, slots=True)
class SwitchCheck(Wish):
    """Switch a check on or off."""

    check: str
    on: bool


# Of articles and readers.


@dataclass(frozen=True, slots=True)
class ReadArticle(Wish):
    """Read an article, with one of its quotes in view where one is named."""

    article: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReadIn(Wish):
    """Read files as articles, each in an encoding, which is remembered of it."""

    files: tuple[tuple[Unsure, str], ...]


@dataclass(frozen=True, slots=True)
class TellColumns(Wish):
    """Remember which parts of an article columns of these names hold, and read the tables that were not known."""

    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadBase(Wish):
    """Read the article that an utterance's base is from."""

    utterance: str


@dataclass(frozen=True, slots=True)
class RemoveArticles(Wish):
    """Take articles out of what is open."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetLanguage(Wish):
    """Take the user's word for the language of an article."""

    article: str
    language: str


@dataclass(frozen=True, slots=True)
class AskOfArticle(Wish):
    """See what is known of an article, to correct it."""

    article: str


@dataclass(frozen=True, slots=True)
class DescribeArticle(Wish):
    """Take the user's word for what an article is called, who printed and wrote it, when, and where it stands."""

    article: str
    told: Description


@dataclass(frozen=True, slots=True)
class TakeBack(Wish):
    """Read parts of an article that were set aside."""

    article: str
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ShowRendition(Wish):
    """See an article's rendition beside the others of its utterance."""

    utterance: str
    article: str


@dataclass(frozen=True, slots=True)
class NoteArticle(Wish):
    """Write a note on an article."""

    article: str


# Of quotes and where they belong.


@dataclass(frozen=True, slots=True)
class MarkQuote(Wish):
    """Take words of an article as a quote."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class CorrectQuote(Wish):
    """Say what is right of a quote; `selected` may be its place."""

    quote: str
    selected: Span | None = None


@dataclass(frozen=True, slots=True)
class UnmarkQuote(Wish):
    """Take it from the user that this is no quote."""

    quote: str


@dataclass(frozen=True, slots=True)
class MoveQuote(Wish):
    """Bring a quote to another utterance."""

    quote: str


@dataclass(frozen=True, slots=True)
class PartQuote(Wish):
    """Take a quote out of its utterance."""

    quote: str


@dataclass(frozen=True, slots=True)
class BringArticle(Wish):
    """Bring an article's rendition of the utterance that is shown to another utterance."""

    article: str
    utterance: str


@dataclass(frozen=True, slots=True)
class BringUtterance(Wish):
    """Bring a whole utterance to another."""

    utterance: str
    other: str


# Of what is compared.


@dataclass(frozen=True, slots=True)
class PinBase(Wish):
    """Compare an utterance with an article's rendition; without one, with what the program chooses."""

    utterance: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Judge(Wish):
    """Give a rendition a verdict, or take it back."""

    rendition: Rendition
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class RuleOn(Wish):
    """Accept or dismiss a finding, or open it again."""

    finding: FindingKey
    ruling: Ruling | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DismissAlike(Wish):
    """Dismiss every open finding of one check on one utterance."""

    utterance: str
    check: str


@dataclass(frozen=True, slots=True)
class Explain(Wish):
    """Read why a finding was raised."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class OfferForRendition(Wish):
    """See what can be done with the current rendition."""

    at: QPoint


@dataclass(frozen=True, slots=True)
class OfferForFinding(Wish):
    """See what can be done with the current finding."""

    at: QPoint


# Of translations.


@dataclass(frozen=True, slots=True)
class TranslateArticle(Wish):
    """Have an article translated."""

    article: str


@dataclass(frozen=True, slots=True)
class StopTranslating(Wish):
    """Stop translating an article."""

    article: str


@dataclass(frozen=True, slots=True)
class GiveVersion(Wish):
    """Translate a rendition oneself; `weigh` asks what else the engine could have written, too."""

    utterance: str
    rendition: int
    weigh: bool = False


@dataclass(frozen=True, slots=True)
class GiveSentence(Wish):
    """Translate a sentence of an article oneself; `weigh` as above."""

    article: str
    sentence: ArticleSentence
    weigh: bool = False


@dataclass(frozen=True, slots=True)
class Weigh(Wish):
    """See what else the engine could have written for a sentence of an article."""

    sentence: SentenceKey
    article: str


# Of language packages and the network.


class GetPackages(Wish):
    """See which language packages there are."""


class InstallFiles(Wish):
    """Install packages from files that are asked for."""


class InstallFolder(Wish):
    """Install every package in a folder that is asked for."""


@dataclass(frozen=True, slots=True)
class Install(Wish):
    """Install packages from files and folders."""

    sources: Sequence[Path]


@dataclass(frozen=True, slots=True)
class RemovePackage(Wish):
    """Take a package from this machine."""

    package: LanguagePackage


@dataclass(frozen=True, slots=True)
class VerifyPackage(Wish):
    """See whether a package is whole."""

    package: LanguagePackage


@dataclass(frozen=True, slots=True)
class AllowSample(Wish):
    """Let a sample package translate the user's own articles, or no longer."""

    package: LanguagePackage
    allowed: bool


class FetchIndex(Wish):
    """Fetch the list of packages that can be had."""


@dataclass(frozen=True, slots=True)
class DownloadOffers(Wish):
    """Fetch packages of the list."""

    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class DownloadMissing(Wish):
    """Fetch what the open articles lack."""

    missing: tuple[Missing, ...]


class AskVersion(Wish):
    """Ask whether there is a newer version."""


@dataclass(frozen=True, slots=True)
class OpenPage(Wish):
    """Open a page in the browser."""

    page: str
