"""One utterance to paste elsewhere, into a mail say: a small table as hypertext, and the same as lines of text."""

from collections.abc import Callable, Iterator
from html import escape

from msgspec import Struct

from crossquote.export.citing import citation, rendition_facts
from crossquote.export.document import ReportRendition, ReportUtterance, note_line
from crossquote.export.findings import ToldFinding, tell_findings
from crossquote.export.formats.html.text import Words, in_language
from crossquote.export.letters import printable
from crossquote.export.telling import Teller, Telling, in_marks
from crossquote.export.tracked import Tracked, changed_stretches, plain_stretches, tracked_runs
from crossquote.wording.joining import Joint

_CELL = "<td style='border:1px solid #999;padding:4px 8px;text-align:start;vertical-align:top'>"
_HEAD = "<th colspan=2 style='border:1px solid #999;padding:4px 8px;text-align:start'>"
"""Mail programs keep the style of an element, and no sheet."""
_TAGS = {Tracked.BOTH: ("", ""), Tracked.INSERTED: ("<b><u>", "</u></b>"), Tracked.DELETED: ("<s>", "</s>")}


class Clip(Struct, frozen=True):
    """An utterance as other programs take it: rich, as HTML; and plain."""

    html: str
    text: str


def clip_utterance(utterance: ReportUtterance, reading_language: str, language: str) -> Clip:
    """Return an utterance with its renditions, told in `language`; what was really said is in the reading language."""
    html = "".join(_rows(utterance, reading_language, Words(language)))
    table = f"<table style='border-collapse:collapse'>{html}</table>"
    return Clip(printable(table), printable("\n".join(_lines(utterance, reading_language, Teller(language)))))


def clip_rendition(told: ReportRendition, speaker: str, language: str) -> Clip:
    """Return one rendition as a quotation: its words, the original above a translation; who says it, where it stands.

    `speaker` is who the utterance is from; nothing, where nobody is named.
    """
    html = "<br>".join((*_said(told, escape), f"<small>{_source(told, escape(speaker), Words(language))}</small>"))
    lines = (*_said(told, str), _source(told, speaker, Teller(language)))
    return Clip(printable(f"<p>{html}</p>"), printable("\n".join(lines)))


def _said(told: ReportRendition, write: Callable[[str], str]) -> Iterator[str]:
    rendition = told.rendition
    if told.above:
        yield in_marks(write(rendition.text), rendition.language, quoted=told.quoted)
    yield in_marks(write(rendition.shown), told.language, quoted=told.quoted)


def _source(told: ReportRendition, speaker: str, words: Telling) -> str:
    return words.joined((speaker, citation(told, words)), Joint.DOT)


def _rows(utterance: ReportUtterance, reading_language: str, words: Words) -> Iterator[str]:
    head = f"<b>{words.of(utterance.name)}</b> {words.of(utterance.reach)}"
    yield f"<tr>{_HEAD}{head}</th></tr>"
    if utterance.note is not None:
        yield f"<tr>{_CELL}</td>{_CELL}{words.of(note_line(utterance.note))}</td></tr>"
    if utterance.reference:
        said = in_marks(escape(utterance.reference), reading_language, quoted=True)
        yield f"<tr>{_CELL}<b>{words('report.really_said')}</b></td>{_CELL}{said}</td></tr>"
    for _, told in utterance.base_first:
        outlet = f"<b>{escape(told.article.outlet)}</b><br>{words.joined(_facts(told, words), Joint.DOT)}"
        yield f"<tr>{_CELL}{outlet}</td>{_CELL}{''.join(_cell(told, words))}</td></tr>"


def _cell(told: ReportRendition, words: Words) -> Iterator[str]:
    rendition = told.rendition
    if told.above:
        original = in_marks(escape(rendition.text), rendition.language, quoted=told.quoted)
        yield f"<div{in_language(rendition.text, rendition.language)}>{original}</div>"
    found = changed_stretches(told.comparison) if told.comparison else plain_stretches(rendition.shown)
    drawn = "".join(escape(text).join(_TAGS[mark]) for text, mark in tracked_runs(found))
    said = in_marks(drawn, told.language, quoted=told.quoted)
    yield f"<div{in_language(rendition.shown, told.language)}>{said}</div>"
    for line in tell_findings(told, words):
        yield f"<div>{_finding(line)}</div>"
    yield from (f"<div>{line}</div>" for line in _made_of(told, words))
    yield f"<div><small>{citation(told, words)}</small></div>"


def _lines(utterance: ReportUtterance, reading_language: str, words: Teller) -> Iterator[str]:
    yield words.joined((words.of(utterance.name), words.of(utterance.reach)), Joint.DOT)
    yield from [words.of(note_line(utterance.note))] if utterance.note is not None else []
    if utterance.reference:
        said = in_marks(utterance.reference, reading_language, quoted=True)
        yield f"\n{words.joined((words('report.really_said'), said), Joint.ABOUT)}"
    for _, told in utterance.base_first:
        rendition = told.rendition
        yield f"\n{words.joined((told.article.outlet, *_facts(told, words)), Joint.DOT)}"
        if told.above:
            yield in_marks(rendition.text, rendition.language, quoted=told.quoted)
        yield in_marks(rendition.shown, told.language, quoted=told.quoted)
        yield from (_finding(line) for line in tell_findings(told, words))
        yield from _made_of(told, words)
        yield citation(told, words)


def _made_of(told: ReportRendition, words: Telling) -> Iterator[str]:
    """Yield the notes on a rendition, and the verdict."""
    yield from (words.of(note_line(note)) for note in told.notes)
    yield from [words.of(told.judged)] if told.judged else []


def _facts(told: ReportRendition, words: Words | Teller) -> tuple[str, ...]:
    return (*rendition_facts(told, words), *([words("report.base")] if told.base else []))


def _finding(line: ToldFinding) -> str:
    return " ".join((line.sign, line.found, *line.grounds, *line.decided))
