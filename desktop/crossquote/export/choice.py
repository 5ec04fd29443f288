"""What a report is to hold: all that is open, or the part that its reader needs."""

from enum import StrEnum

from msgspec import Struct

from crossquote.model.finding import Severity


class Extent(StrEnum):
    """Which utterances a report holds."""

    ALL = "all"
    SHARED = "shared"
    FOUND = "found"
    JUDGED = "judged"
    CHOSEN = "chosen"


class Extra(StrEnum):
    """What a report can do without."""

    ORIGINALS = "originals"
    TRANSLATIONS = "translations"
    NOTES = "notes"
    EVIDENCE = "evidence"
    LOG = "log"


class Paper(StrEnum):
    """What a report is laid out on, where its format has pages."""

    A4 = "a4"
    LETTER = "letter"


_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""The territories that write on Letter (CLDR, `paperSize`)."""


def paper_of(locale: str) -> Paper:
    """Return the paper of a locale as systems name them ("en_US.UTF-8", "es-419"); A4 where it names no territory."""
    parts = locale.partition(".")[0].partition("@")[0].replace("-", "_").split("_")
    return Paper.LETTER if _LETTER & set(parts[1:]) else Paper.A4


class ReportChoice(Struct, frozen=True):
    """What goes into a report: which utterances, findings from which severity up, and what is `left_out`.

    `title` is the report's; where it is empty, the name of its file is. `chosen` are the ids of the utterances that are
    wanted, where these are chosen one by one. `reviewer` is who answers for the report; empty, it does not say.
    An original is left out only where its translation is there. `paper` is that of its pages.
    """

    title: str = ""
    extent: Extent = Extent.ALL
    least: Severity = Severity.NEUTRAL
    left_out: frozenset[Extra] = frozenset()
    chosen: frozenset[str] = frozenset()
    reviewer: str = ""
    paper: Paper = Paper.A4


EVERYTHING = ReportChoice()
