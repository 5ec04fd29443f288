"""A format: one form in which a report is handed on. Each is a file, or a folder, in `formats/`."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from crossquote.export.document import Report
from crossquote.message import Message


class ReportPart(StrEnum):
    """What a format may hold of a report; it is read back for the texts of these."""

    RENDITIONS = "renditions"
    FINDINGS = "findings"
    ARTICLES = "articles"
    CREDITS = "credits"
    DECISIONS = "decisions"
    VERDICTS = "verdicts"
    RULES = "rules"
    LOG = "log"
    MEMORY = "memory"


OWN_WORDS = frozenset({ReportPart.FINDINGS, ReportPart.VERDICTS, ReportPart.LOG})
"""The parts that the program words: another version may tell them otherwise."""


def whole(report: Report) -> Report:
    """Return a report as it is: most formats hold all of it."""
    return report


class Format(Struct, frozen=True):
    """One form of report, as a file of `formats/` exports it by the name FORMAT.

    `ending` is that of its files (".html"), `media` its media type, `name` what a dialog calls it. `holds` are the
    parts of a report that are in it. `render` makes its bytes, the same for the same report; `read` gives the texts
    that stand in such bytes, and raises ValueError where they are none of this format. `write` is how a text looks in
    it: letters that it can't hold are replaced. `language` is the one that it is told in, whatever the report's is.
    `fit` gives what of a report it can hold, which says what is lacking. Where its words are `apart`, a text that does
    not stand in it as one piece is looked for word by word.
    Formats are offered by their `rank`.
    """

    rank: int
    ending: str
    media: str
    name: Message
    holds: frozenset[ReportPart]
    render: Callable[[Report], bytes]
    read: Callable[[bytes], Iterator[str]]
    write: Callable[[str], str] = str
    fit: Callable[[Report], Report] = whole
    language: str = ""
    apart: bool = False
