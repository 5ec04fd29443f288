"""Wishes of reports: written, copied, previewed."""

from crossquote.export.choice import ReportChoice
from crossquote.gui.wishes.wish import Wish


class WriteReport(Wish, frozen=True):
    """Write a report in the format of files with an ending, with what was chosen in it."""

    ending: str
    choice: ReportChoice


class CopyUtterance(Wish, frozen=True):
    """Copy an utterance as a small table, to be pasted into a mail."""

    utterance: str


class CopyQuotation(Wish, frozen=True):
    """Copy an article's rendition of an utterance as a quotation; without an article, that of the base."""

    utterance: str
    article: str = ""


class PreviewReport(Wish, frozen=True):
    """Show the pages of a report with what was chosen in it, to be printed."""

    choice: ReportChoice
