"""Wishes: what the user wants of the program, each a frozen value.

A view says what is wished by its signal `wished` and knows nothing of what comes of it; `granting` brings it to the
controller that grants it. A new wish is one class here, and one method there. (The frame of the window alone, which is
to be painted before any of this is imported, has signals of its own.)
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
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
from crossquote.work.filters import Filters
from crossquote.work.packages import Missing
from crossquote.work.reading import ArticleSentence
from crossquote.work.settings import Settings


class Wish(Struct, frozen=True):
    """Something that the user wants; those without anything more to say are told apart by their class."""


# Of reports.


class WriteReport(Wish, frozen=True):
    """Write a report in the format of files with an ending, with what was chosen in it."""

    ending: str
    choice: ReportChoice


class CopyUtterance(Wish, frozen=True):
    """Copy an utterance as a small table, to be pasted into a mail."""

    utterance: str


class PreviewReport(Wish, frozen=True):
    """Show the pages of a report with what was chosen in it, to be printed."""

    choice: ReportChoice


# Of projects.


class CompactProject(Wish, frozen=True):
    """Make the file of the project smaller; `forget` the steps so far, which can't be taken back then."""

    forget: bool


# Of preferences.


class Prefer(Wish, frozen=True):
    """Keep these settings, and go by them."""

    settings: Settings


class ShowPackageFolder(Wish, frozen=True):
    """See the folder of language packages in the system's file manager."""


# Of help and checks.


class ReadGuide(Wish, frozen=True):
    """Read a page of the help."""

    page: str


class SwitchCheck(Wish, frozen=True):
    """Switch a check on or off."""

    check: str
    on: bool


class ChooseChecks(Wish, frozen=True):
    """Choose from a list which checks are on."""


class CompareWithout(Wish, frozen=True):
    """Compare with all checks but these from now on."""

    off: frozenset[str]


# Of rules.


class MakeRule(Wish, frozen=True):
    """Raise no more findings of a check with these words, where they are not empty."""

    check: str
    base: str
    text: str
    reason: str = ""


class ExportRules(Wish, frozen=True):
    """Write all rules into a file."""


class ImportRules(Wish, frozen=True):
    """Take over rules from a file that is asked for."""


# Of what is shown.


class KeepView(Wish, frozen=True):
    """Keep filters, and the words that are looked for, under a name that is asked for."""

    filters: Filters
    words: str


class ForgetView(Wish, frozen=True):
    """Keep a view no longer."""

    name: str


# Of articles and readers.


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


class SetLanguage(Wish, frozen=True):
    """Take the user's word for the language of an article."""

    article: str
    language: str


class AskOfArticle(Wish, frozen=True):
    """See what is known of an article, to correct it."""

    article: str


class DescribeArticle(Wish, frozen=True):
    """Take the user's word for what an article is called, who printed and wrote it, when, and where it stands."""

    article: str
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


# Of quotes and where they belong.


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


# Of what is compared.


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
    """See what can be done with the current rendition."""

    at: QPoint


class OfferForFindings(Wish, frozen=True):
    """See what can be done with the finding that is chosen in the list, or with `several` that are."""

    at: QPoint
    several: bool


class OfferForFinding(Wish, frozen=True):
    """See what can be done with the current finding."""

    at: QPoint


# Of translations.


class TranslateArticle(Wish, frozen=True):
    """Have an article translated."""

    article: str


class StopTranslating(Wish, frozen=True):
    """Stop translating an article."""

    article: str


class GiveVersion(Wish, frozen=True):
    """Translate a rendition oneself; `weigh` asks what else the engine could have written, too."""

    utterance: str
    rendition: int
    weigh: bool = False


class GiveSentence(Wish, frozen=True):
    """Translate a sentence of an article oneself; `weigh` as above."""

    article: str
    sentence: ArticleSentence
    weigh: bool = False


class Weigh(Wish, frozen=True):
    """See what else the engine could have written for a sentence of an article."""

    sentence: SentenceKey
    article: str


# Of language packages and the network.


class GetPackages(Wish, frozen=True):
    """See which language packages there are."""


class InstallFiles(Wish, frozen=True):
    """Install packages from files that are asked for."""


class InstallFolder(Wish, frozen=True):
    """Install every package in a folder that is asked for."""


class Install(Wish, frozen=True):
    """Install packages from files and folders."""

    sources: Sequence[Path]


class RemovePackage(Wish, frozen=True):
    """Take a package from this machine."""

    package: LanguagePackage


class VerifyPackage(Wish, frozen=True):
    """See whether a package is whole."""

    package: LanguagePackage


class AllowSample(Wish, frozen=True):
    """Let a sample package translate the user's own articles, or no longer."""

    package: LanguagePackage
    allowed: bool


class FetchIndex(Wish, frozen=True):
    """Fetch the list of packages that can be had."""


class DownloadOffers(Wish, frozen=True):
    """Fetch packages of the list."""

    offers: tuple[Offer, ...]


class DownloadMissing(Wish, frozen=True):
    """Fetch what the open articles lack."""

    missing: tuple[Missing, ...]


class AskVersion(Wish, frozen=True):
    """Ask whether there is a newer version."""


class StopAsking(Wish, frozen=True):
    """Ask no more for a newer version."""


class OpenPage(Wish, frozen=True):
    """Open a page in the browser."""

    page: str
