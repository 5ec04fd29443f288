"""Markdown: the report for wikis, tickets and mail (CommonMark, with the tables and strokes of GitHub's)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from crossquote.export.citing import article_source, citation, rendition_facts
from crossquote.export.document import Report, ReportRendition, ReportUtterance, note_line
from crossquote.export.findings import ToldFinding, tell_findings
from crossquote.export.first_looks import first_looks
from crossquote.export.format import Format, ReportPart
from crossquote.export.letters import printable
from crossquote.export.origin import origin_line
from crossquote.export.summary import (
    RULE_COLUMNS,
    article_note,
    language_told,
    made_by,
    route_told,
    rule_cells,
    said_alone,
    step_told,
    summary,
)
from crossquote.export.telling import Teller, capital, column_heads, in_marks
from crossquote.export.tracked import Tracked, changed_stretches, plain_stretches, tracked_runs
from crossquote.message import message
from crossquote.model.review import Note
from crossquote.model.signs import SIGNS, severity_name
from crossquote.wording.joining import Joint

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#|~&+!@$-]|:(?=/)|(?<=www)\.)", re.IGNORECASE)
"""What can mean something in Markdown, or in what GitHub adds: after a backslash it is itself (CommonMark 2.4)."""
_NUMBER = re.compile(r"(?:^|(?<=\d))\.(?=\s|$)")
"""What would make a numbered list of a figure at the head of a line; the figure can be another run's."""
_BLANKS = re.compile(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*|[ \t]+")
"""Breaks of a line, and blanks, of which several at its head would make it code."""
_END = "\n\n***\n"
_TAKEN_OUT = re.compile(r"~~(?:\\.|[^~\\])*~~", re.DOTALL)
_OURS = re.compile(r"\\(.)|[*#|>~-]")
_BY_NUMBER = re.compile("&#([0-9]+);")
_MARKS = ("**", "~~")


def _render(report: Report) -> bytes:
    return ("\n\n".join(_blocks(report, Teller(report.language))) + _END).encode()


def _read(data: bytes) -> Iterator[str]:
    text = data.decode()
    if not text.endswith(_END):
        raise ValueError("it has no end")
    text = _BY_NUMBER.sub(lambda match: chr(int(match[1])), _TAKEN_OUT.sub("", text))
    yield _OURS.sub(lambda match: match[1] or "", text)


def _said(text: str) -> str:
    """Return a text in which no sign means anything, on one line."""
    return _NUMBER.sub(r"\\.", _SIGNS.sub(r"\\\1", _BLANKS.sub(" ", printable(text))))


def _blocks(report: Report, words: Teller) -> Iterator[str]:
    yield f"# {_said(report.title or words('report.untitled'))}"
    yield f"[//]: # ({origin_line(report)})"
    yield "\n".join(f"- **{_said(term)}** {_said(told)}" for term, told in summary(report, words))
    yield from (_said(words.of(note)) for note in report.remarks)
    yield _tallies(report, words)
    yield f"## {_said(words('report.page.first'))}"
    yield "\n".join(_first(report, words)) or _said(words("report.nothing_first"))
    yield f"## {_said(words('report.page.articles'))}"
    columns = ("outlet", "title", "date", "language", "quotes", "file")
    yield _table(_articles(report, words), column_heads(columns, words))
    yield from (
        _said(words.joined((told.article.outlet, note), Joint.DOT))
        for told in report.articles
        if (note := article_note(told, words))
    )
    yield f"## {_said(words('report.page.translations'))}"
    yield _translations(report, words)
    yield f"## {_said(words('report.page.utterances'))}"
    for utterance in report.shared:
        yield from _utterance(utterance, report, words)
    yield from _behind(report, words)


def _behind(report: Report, words: Teller) -> Iterator[str]:
    """Yield what stands behind the utterances: what was said once, other notes, rules, and the log."""
    if report.alone:
        yield f"## {_said(words('report.alone'))}"
        yield _table(
            (said_alone(one, words) for one in report.alone), column_heads(("speaker", "quote", "outlet"), words)
        )
    if report.other_notes:
        yield f"## {_said(words('report.other_notes'))}"
        yield "\n".join(f"- {_said(words.of(note_line(note)))}" for note in report.other_notes)
    if report.rules:
        yield f"## {_said(words('report.rules'))}"
        yield _table(rule_cells(report, words), column_heads(RULE_COLUMNS, words))
    if report.log:
        yield f"## {_said(words('report.log'))}"
        steps = ((words.fact(one.at, "moment"), one.who, step_told(one, words)) for one in report.log)
        yield _table(steps, column_heads(("when", "who", "what"), words))


def _table(rows: Iterable[Sequence[str]], heads: Sequence[str]) -> str:
    lines = [heads, *rows]
    drawn = [f"| {' | '.join(map(_said, line))} |" for line in lines]
    return "\n".join([drawn[0], f"|{' --- |' * len(heads)}", *drawn[1:]])


def _tallies(report: Report, words: Teller) -> str:
    rows = (
        (
            f"{SIGNS[one.severity]} {words.of(severity_name(one.severity))}",
            *map(str, (one.found, one.open, one.accepted, one.gone)),
        )
        for one in report.tallies
    )
    return _table(rows, column_heads(("severity", "findings", "open", "accepted", "set_aside"), words))


def _articles(report: Report, words: Teller) -> Iterator[tuple[str, ...]]:
    for told in report.articles:
        article = told.article
        language = language_told(article.language, words)
        source = words.joined(article_source(told, words), Joint.DOT)
        yield article.outlet, article.title, article.date or "—", language, str(told.quotes), source


def _first(report: Report, words: Teller) -> Iterator[str]:
    for look in first_looks(report):
        where = words.joined((words.of(look.utterance.name), look.rendition.article.outlet), Joint.DOT)
        finding = look.said.finding
        yield f"- {SIGNS[finding.severity]} **{_said(words.of(finding.message))}** {_said(where)}"


def _translations(report: Report, words: Teller) -> str:
    if not report.packages:
        return _said(words("report.no_translations"))
    rows = sorted((route_told(one, words), str(one.count), " ".join(made_by(one, words))) for one in report.packages)
    return _table(rows, column_heads(("route", "quotes", "made_by"), words))


def _utterance(utterance: ReportUtterance, report: Report, words: Teller) -> Iterator[str]:
    yield f"### {_said(words.of(utterance.name))}"
    if utterance.note is not None:
        yield _note(utterance.note, words)
    if utterance.reference:
        yield f"**{_said(words('report.really_said'))}**"
        yield f"> {_said(in_marks(utterance.reference, report.reading_language, quoted=True))}"
    for _, told in utterance.base_first:
        yield from _rendition(told, words)
    yield from (_said(words.of(other.line)) for other in utterance.possibly)


def _rendition(told: ReportRendition, words: Teller) -> Iterator[str]:
    rendition = told.rendition
    base = (words("report.base"),) if told.base else ()
    line = words.joined((*rendition_facts(told, words), *base), Joint.DOT)
    yield f"**{_said(told.article.outlet)}** {_said(line)}"
    if told.above:
        yield f"> {_said(in_marks(rendition.text, rendition.language, quoted=told.quoted))}"
    found = changed_stretches(told.comparison) if told.comparison else plain_stretches(rendition.shown)
    yield f"> {_drawn(tracked_runs(found))}"
    if told.why_uncompared:
        yield _said(words.of(told.why_uncompared))
    lines = [_finding(line) for line in tell_findings(told, words)]
    yield from ["\n".join(lines)] if lines else []
    yield from (_note(note, words) for note in told.notes)
    yield from [f"**{_said(capital(words.of(told.judged)))}**"] if told.judged else []
    yield _said(citation(told, words))


def _drawn(runs: Iterable[tuple[str, Tracked]]) -> str:
    """Return runs of words: put in, between asterisks; taken out, struck through. Blanks stay outside of both."""
    drawn = ""
    for text, tracked in runs:
        mark = {Tracked.INSERTED: "**", Tracked.DELETED: "~~", Tracked.BOTH: ""}[tracked]
        said = _said(text)
        inner = said.strip()
        if mark and inner:
            before, _, after = said.partition(inner)
            drawn = _beside(drawn, before)
            drawn = f"{_opening(drawn, inner)}{mark}{inner}{mark}{after}"
        elif tracked is not Tracked.DELETED:
            drawn = _beside(drawn, said)
    return drawn


def _opening(drawn: str, inner: str) -> str:
    """Return what stands before a mark that opens, so that it does (CommonMark 6.2).

    Between a letter and a sign it would not: by its number, a letter ends with a sign itself.
    """
    return f"{drawn[:-1]}&#{ord(drawn[-1])};" if _is_sign(inner[0]) and _is_letter(drawn[-1:]) else drawn


def _beside(drawn: str, said: str) -> str:
    """Return what was drawn with what follows; a letter beside a mark that closes is a number, too."""
    closed = drawn.endswith(_MARKS) and _is_sign(drawn[-3])
    return f"{drawn}&#{ord(said[0])};{said[1:]}" if closed and _is_letter(said[:1]) else drawn + said


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _is_letter(letter: str) -> bool:
    return bool(letter) and not letter.isspace() and not _is_sign(letter)


def _finding(line: ToldFinding) -> str:
    found = _said(line.found) if line.gone else f"**{_said(line.found)}**"
    return f"- {line.sign} {' '.join([found, *map(_said, (*line.grounds, *line.decided))])}"


def _note(note: Note, words: Teller) -> str:
    who = words.joined((note.stamp.who, words.fact(note.stamp.at, "day")), Joint.PART)
    return f"**{_said(note.text)}** {_said(who)}"


FORMAT = Format(
    rank=18,
    ending=".md",
    media="text/markdown",
    name=message("report.format.markdown"),
    holds=frozenset(ReportPart) - {ReportPart.MEMORY},
    render=_render,
    read=_read,
    write=printable,
)
