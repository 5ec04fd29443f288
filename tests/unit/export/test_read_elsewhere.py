"""Every format, read by a reader that is not ours: it says all that the document says, as often as that says it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from contracts.exporter import reports
from crossquote.export.citing import file_name
from crossquote.export.document import Report, ReportFinding, ReportRendition, ReportUtterance
from crossquote.export.exporter import known_formats
from crossquote.export.formats.pdf.letters import told_by_glyphs
from crossquote.export.letters import printable, xml_text
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.review import Stamp
from crossquote.model.signs import verdict_name
from crossquote.wording import tell
from other_readers import read_elsewhere

pytestmark = pytest.mark.usefixtures("kept_processes")
STORIES = ("hand", "harbour-strike")
_UNDRAWN = re.compile(f"[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069{MISSING_SIGN}]|{re.escape(OUTSIDE_SIGN)}")
_FILES = ("files",)
_TABLE = (*_FILES, "articles", "speakers", "words", "findings", "decisions", "notes")
_WHOLE = (*_TABLE, "log")
HELD: Mapping[str, tuple[str, ...]] = {
    ".html": (*_WHOLE, "remarks"),
    ".pdf": (*_WHOLE, "remarks"),
    ".docx": (*_WHOLE, "remarks", "bases"),
    ".xlsx": (*_WHOLE, "remarks", "places"),
    ".csv": (*_TABLE, "places"),
    ".json": (*_WHOLE,),
    ".md": (*_WHOLE, "remarks", "bases"),
    ".tmx": (*_FILES, "remarks", "memory"),
    ".xlf": (*_FILES, "remarks", "memory"),
    ".xml": (*_WHOLE, "remarks", "bases"),
}
"""What a format has to say; where changes are drawn into a text, its base can be read out of it, too."""


def said(report: Report) -> Iterator[tuple[str, str]]:
    """Yield what a report says: of which kind, and the text."""
    for one in (told.article for told in report.articles):
        yield from (("files", text) for text in (one.outlet, one.sha256, file_name(one), one.source.address or ""))
        yield from (("articles", text) for text in (one.title, one.date or ""))
    for note in report.notes:
        yield from _stamped("notes", note.text, note.stamp)
    for utterance in report.utterances:
        yield from _said_of(utterance)
    for step in report.log:
        yield from (("log", step.who), ("log", tell(step.name)))
    yield from (("remarks", tell(note)) for note in report.remarks)
    for key, made in report.memory.items():
        yield from (("memory", key.text), ("memory", made.text))


def _said_of(utterance: ReportUtterance) -> Iterator[tuple[str, str]]:
    yield "speakers", utterance.speaker or ""
    yield "words", utterance.reference
    yield from (("bases", base) for base in {one.comparison.base for one in utterance.renditions if one.comparison})
    for told in utterance.renditions:
        yield from (("words", span.of(told.article.text)) for quote in told.quotes for span in quote.spans)
        yield "words", told.rendition.translation or ""
        yield from _made_of(told)
        for finding in told.findings:
            yield from _found(told, finding)


def _made_of(told: ReportRendition) -> Iterator[tuple[str, str]]:
    if told.comparison is not None:
        yield "bases", told.comparison.text
    if told.verdict is not None:
        yield from _stamped("decisions", tell(verdict_name(told.verdict.verdict)), told.verdict.stamp)


def _found(told: ReportRendition, said: ReportFinding) -> Iterator[tuple[str, str]]:
    yield "findings", tell(said.finding.message)
    yield from (("findings", tell(line)) for line in said.finding.evidence)
    assert told.comparison is not None
    sides = ((said.finding.base, told.comparison.base), (said.finding.text, told.comparison.text))
    yield from (("places", place.of(text)) for place, text in sides if place is not None)
    if said.ruled is not None:
        what, stamp, reason = said.ruled
        yield from (*_stamped("decisions", tell(what), stamp), ("decisions", reason))


def _stamped(kind: str, text: str, stamp: Stamp) -> Iterator[tuple[str, str]]:
    yield from ((kind, text), (kind, stamp.who))


def bare(ending: str, text: str) -> str:
    """Return a text as far as a format has to keep it: without blanks and capitals; of pages, the letters alone."""
    plain = _UNDRAWN.sub("", printable(xml_text(text))).casefold()
    return told_by_glyphs(plain) if ending == ".pdf" else plain


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("ending", list(HELD))
def test_it_says_all_that_the_document_says(ending: str, name: str) -> None:
    chosen = known_formats()[ending]
    report = chosen.fit(reports()[name])
    read = bare(ending, read_elsewhere(ending, chosen.render(report)))
    wanted = Counter((kind, bare(ending, text)) for kind, text in said(report) if kind in HELD[ending])
    lacking = {one: times for one, times in wanted.items() if read.count(one[1]) < times}
    assert lacking == {}
    assert len(wanted) > 5


def test_every_format_is_read() -> None:
    assert set(HELD) == set(known_formats())
