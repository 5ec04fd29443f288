"""A rendition in the document: its words as tracked changes of the base, its findings and notes as comments."""

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct

from crossquote.export.citing import citation, rendition_facts
from crossquote.export.document import ReportRendition
from crossquote.export.findings import ToldFinding, in_order, tell_finding
from crossquote.export.formats.docx.comments import Comments, begin_comment, end_comment
from crossquote.export.formats.docx.ink import Dress, Style, line, paragraph, run
from crossquote.export.telling import Teller, capital, in_marks
from crossquote.export.tracked import (
    Tracked,
    TrackedWords,
    changed_stretches,
    cut_stretches,
    plain_stretches,
)
from crossquote.language.names import tag_of
from crossquote.language.quotation import drawn_marks
from crossquote.model.span import Span
from crossquote.text.scripts import reads_right_to_left
from crossquote.wording.joining import Joint

_SOFT = "62666D"


class _Remark(Struct, frozen=True):
    """A comment by its number, with the stretches that it is about: from the first to the one after the last."""

    number: int
    first: int
    after: int


def rendition_block(told: ReportRendition, words: Teller, comments: Comments) -> Iterator[BaseOxmlElement]:
    """Yield the paragraphs of a rendition: who reports it, the original above a translation, its words, its verdict."""
    yield line(_caption(told, words), Style.RENDITION)
    rendition = told.rendition
    if told.above:
        yield line(in_marks(rendition.text, rendition.language, quoted=told.quoted), language=rendition.language)
    yield _said(told, words, comments)
    if told.why_uncompared:
        yield line(words.of(told.why_uncompared), look=Dress(italic=True))
    if told.judged:
        yield line(capital(words.of(told.judged)), look=Dress(bold=True))
    yield line(citation(told, words), look=Dress(colour=_SOFT))


def _caption(told: ReportRendition, words: Teller) -> str:
    base = (words("report.base"),) if told.base else ()
    return words.joined((words.name(told.article.outlet), *rendition_facts(told, words), *base), Joint.DOT)


def _said(told: ReportRendition, words: Teller, comments: Comments) -> BaseOxmlElement:
    found = changed_stretches(told.comparison) if told.comparison else plain_stretches(told.rendition.shown)
    found = cut_stretches(found, (said.finding.text for said in told.findings if said.finding.text is not None))
    remarks = [*_findings(told, found, words, comments), *_notes(told, found, words, comments)]
    opening, closing = drawn_marks(told.language) if told.quoted else ("", "")
    look = _look(told)
    inner = [run(mark, look) for mark in (opening,) if mark]
    inner += _drawn(told, found, remarks, comments)
    inner += [run(mark, look) for mark in (closing,) if mark]
    return paragraph(inner, right_to_left=look.right_to_left)


def _drawn(
    told: ReportRendition, found: Sequence[TrackedWords], remarks: Sequence[_Remark], comments: Comments
) -> Iterator[BaseOxmlElement]:
    look = _look(told)
    for index, one in enumerate(found):
        yield from (begin_comment(remark.number) for remark in remarks if remark.first == index)
        words = run(one.text, look, deleted=one.mark is Tracked.DELETED)
        yield words if one.mark is Tracked.BOTH else comments.changed(words, one.mark.value, told.article.outlet)
        for remark in remarks:
            if remark.after == index + 1:
                yield from end_comment(remark.number)


def _look(told: ReportRendition) -> Dress:
    language = tag_of(told.language) if told.language else ""
    return Dress(language=language, right_to_left=reads_right_to_left(told.rendition.shown))


def _findings(
    told: ReportRendition, found: Sequence[TrackedWords], words: Teller, comments: Comments
) -> Iterator[_Remark]:
    for said in in_order(told):
        number = comments.add(tuple(_lines(tell_finding(said, words), words)), "Crossquote")
        yield _Remark(number, *_reach(found, said.finding.text, said.finding.base))
        if said.note is not None:
            number = comments.add((said.note.text,), said.note.stamp.who or words("report.unnamed"), said.note.stamp.at)
            yield _Remark(number, *_reach(found, said.finding.text, said.finding.base))


def _lines(said: ToldFinding, words: Teller) -> Iterator[str]:
    yield words.joined((f"{said.sign} {capital(said.severity_name)}", said.check), Joint.DOT)
    yield from (said.found, *said.grounds, said.ruling)


def _notes(
    told: ReportRendition, found: Sequence[TrackedWords], words: Teller, comments: Comments
) -> Iterator[_Remark]:
    for note in told.notes:
        number = comments.add((note.text,), note.stamp.who or words("report.unnamed"), note.stamp.at)
        yield _Remark(number, 0, len(found))


def _reach(found: Sequence[TrackedWords], text: Span | None, base: Span | None) -> tuple[int, int]:
    """Return which stretches a finding is about: those it lies on, all of them where it has no place."""
    hit = [index for index, one in enumerate(found) if _lies_on(one, text, base)]
    return (hit[0], hit[-1] + 1) if hit else (0, len(found))


def _lies_on(one: TrackedWords, text: Span | None, base: Span | None) -> bool:
    place = base if one.mark is Tracked.DELETED else text
    return place is not None and place.overlaps(one.place)
