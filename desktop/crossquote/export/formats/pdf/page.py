"""The report as text for pages: head, articles, what was said with its renditions, what stands alone, the log."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import PurePath

from crossquote.export.document import Report, ReportFinding, ReportPackages, ReportRendition, ReportUtterance
from crossquote.export.formats.html.page import printable
from crossquote.export.formats.html.text import Words, in_language, pieces_html
from crossquote.export.formats.pdf.pages import KEPT, PagedText
from crossquote.export.summary import language_told, route_told, step_told, summary
from crossquote.export.telling import capital, column_heads, in_marks
from crossquote.model.finding import Severity
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.review import Note, order_of_telling
from crossquote.model.signs import SIGNS, kind_name, seen_line, severity_name
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.wording.joining import Joint

_ALL = 100
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows: each paragraph has its own."""


def paged_text(report: Report) -> PagedText:
    """Return the report as text to be laid out on pages."""
    words = Words(report.language)
    title = report.title or words("report.untitled")
    return PagedText(_written(title), _written("".join(_blocks(report, words))), _style())


def _written(text: str) -> str:
    return _TURNS.sub("", printable(text))


def _style() -> str:
    """Return the sheet for pages in the colours of the light theme."""
    sheet = resource("report", "paper.css").read_text(encoding="utf-8")
    for section, colours in read_toml(resource("themes", "light.toml")).items():
        if isinstance(colours, dict):
            for name, colour in colours.items():
                sheet = sheet.replace(f"var(--{section}-{name.replace('_', '-')})", str(colour))
    return sheet


def _blocks(report: Report, words: Words) -> Iterator[str]:
    yield f"<p class=kind>{words('report.page.kind')}</p>"
    yield f"<h1>{escape(report.title) or words('report.untitled')}</h1>"
    yield _table(((f"<b>{term}</b>", said) for term, said in summary(report, words)), (20, 80), style="facts")
    yield from (f"<p class=remark>{words.of(note)}</p>" for note in report.remarks)
    yield _heading(2, words("report.tallies"))
    yield _table(
        _tallies(report, words),
        (32, 17, 17, 17, 17),
        column_heads(("severity", "findings", "open", "accepted", "set_aside"), words),
    )
    yield _heading(2, words("report.page.articles"))
    columns = column_heads(("outlet", "title", "date", "language", "quotes"), words)
    yield _table(_articles(report, words), (19, 41, 15, 15, 10), columns)
    yield _heading(2, words("report.page.translations"))
    yield from _translations(report, words)
    yield _heading(2, words("report.page.utterances"))
    yield _heading(KEPT, _legend(words))
    for utterance in report.shared:
        yield from _utterance(utterance, report.reading_language, words)
    if report.alone:
        yield _heading(2, words("report.alone"))
        yield _table(map(_alone, report.alone), (22, 58, 20), column_heads(("speaker", "quote", "outlet"), words))
    if report.log:
        yield _heading(2, words("report.log"))
        log = ((words.fact(one.at, "moment"), escape(one.who), step_told(one, words)) for one in report.log)
        yield _table(log, (24, 20, 56), column_heads(("when", "who", "what"), words))


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{text}</h{level}>"


def _table(rows: Iterable[Sequence[str]], shares: Sequence[int], heads: Sequence[str] = (), style: str = "rows") -> str:
    """Return a table whose columns have these shares of its width, in hundredths; its heads come on each page."""
    widths = [f" width='{share}%'" for share in shares]
    head = "".join(f"<th align=left{width}>{text}</th>" for width, text in zip(widths, heads, strict=False))
    body = (f"<tr>{''.join(_cells(row, widths))}</tr>" for row in rows)
    head = f"<thead><tr>{head}</tr></thead>" if heads else ""
    return f"<table class={style} width='{_ALL}%' cellspacing=0 cellpadding=3>{head}{''.join(body)}</table>"


def _cells(row: Sequence[str], widths: Sequence[str]) -> Iterator[str]:
    """Yield the cells of a row; one alone takes the whole of it."""
    if len(row) < len(widths):
        return (f"<td colspan={len(widths)}>{cell}</td>" for cell in row)
    return (f"<td{width}>{cell}</td>" for width, cell in zip(widths, row, strict=True))


def _sign(severity: Severity) -> str:
    return f"<span class={severity.value}>{SIGNS[severity]}</span>"


def _tallies(report: Report, words: Words) -> Iterator[tuple[str, ...]]:
    for told in report.tallies:
        name = capital(words.of(severity_name(told.severity)))
        yield f"{_sign(told.severity)} {name}", *map(str, (told.found, told.open, told.accepted, told.gone))


def _articles(report: Report, words: Words) -> Iterator[tuple[str, ...]]:
    for told in report.articles:
        article = told.article
        file = PurePath(article.path.replace("\\", "/")).name
        yield (
            f"<b>{escape(article.outlet)}</b>",
            escape(article.title),
            f"<span class=whole>{escape(article.date or '—')}</span>",
            language_told(article.language, words),
            str(told.quotes),
        )
        digest = f"SHA-256 {escape(article.sha256)}" if article.sha256 else ""
        source = (escape(file) or words("report.pasted"), escape(article.source.address or ""), digest)
        yield (f"<span class=small>{words.joined(source, Joint.DOT)}</span>",)


def _translations(report: Report, words: Words) -> Iterator[str]:
    if not report.packages:
        yield f"<p>{words('report.no_translations')}</p>"
        return
    rows = sorted((route_told(one, words), str(one.count), _made_by(one, words)) for one in report.packages)
    yield _table(rows, (28, 10, 62), column_heads(("route", "quotes", "made_by"), words))


def _made_by(made: ReportPackages, words: Words) -> str:
    lines = [
        words.joined((f"{escape(stamp.package)} {escape(stamp.version)}", f"SHA-256 {escape(stamp.sha256)}"), Joint.DOT)
        for stamp in made.stamps
    ] or [words("report.the_user")]
    return "<br>".join([*lines, *([words("report.sample_package")] if made.sample else [])])


def _legend(words: Words) -> str:
    signs = [f"{_sign(one)} {words.of(severity_name(one))}" for one in Severity]
    looks = [
        f"<mark class={look}>{words(f'report.legend.{look}')}</mark>"
        for look in ("changed", "added", "moved", "wording")
    ]
    gaps = [
        f"<span class={style}>{sign}</span> {words(f'report.legend.{style}')}"
        for style, sign in (("missing", MISSING_SIGN), ("outside", OUTSIDE_SIGN))
    ]
    return "&nbsp;&nbsp; ".join([*signs, *looks, *gaps])


def _utterance(utterance: ReportUtterance, language: str, words: Words) -> Iterator[str]:
    reach = words.of(utterance.reach)
    who = escape(utterance.speaker) if utterance.speaker else words("report.no_speaker")
    yield _heading(3, who)
    yield _heading(KEPT, reach)
    yield _note(utterance.note, words)
    if utterance.reference:
        said = in_marks(escape(utterance.reference), language, quoted=True)
        yield f"<h4>{words('report.really_said')}</h4>"
        yield f"<p class=text{in_language(utterance.reference, language)}>{said}</p>"
    for _, told in utterance.base_first:
        yield from _rendition(told, words)
    yield from (f"<p class=remark>{words.of(other.line)}</p>" for other in utterance.possibly)


def _rendition(told: ReportRendition, words: Words) -> Iterator[str]:
    rendition = told.rendition
    kind = (words.of(kind_name(told.kind)),) if told.kind else ()
    base = (f"<b>{words('report.base')}</b>",) if told.base else ()
    line = words.joined((f"<b>{escape(told.article.outlet)}</b>", rendition.language or "?", *kind, *base), Joint.DOT)
    yield f"<h4>{line}</h4>"
    if rendition.translation is not None:
        original = in_marks(pieces_html(told.original, words), rendition.language, quoted=told.quoted)
        yield f"<h{KEPT} class=original{in_language(rendition.text, rendition.language)}>{original}</h{KEPT}>"
    body = in_marks(pieces_html(told.pieces, words), told.language, quoted=told.quoted)
    yield f"<p class=text{in_language(rendition.shown, told.language)}>{body}</p>"
    if told.comparison is None and not told.base:
        yield f"<p class=remark>{words('report.not_compared')}</p>"
    for said in sorted(told.findings, key=lambda said: order_of_telling(said.finding, gone=said.gone)):
        yield _finding(said, words)
    yield from (_note(note, words) for note in told.notes)
    if told.judged:
        yield f"<p class=verdict><b>{capital(words.of(told.judged))}</b></p>"


def _finding(said: ReportFinding, words: Words) -> str:
    finding = said.finding
    told = words.of(finding.message)
    head = f"<s>{told}</s>" if said.gone else f"<b>{told}</b>"
    lines = (words.joined(map(words.of, finding.evidence), Joint.NEXT), words.of(seen_line(finding)))
    made = (words.of(said.ruling), words.of(said.remark))
    rest = "".join(f" {line}" for line in lines if line) + "".join(f" <i>{line}</i>" for line in made if line)
    check = f" <span class=small>{words.fact(finding.check, 'check')}</span>"
    return f"<p class=finding>{_sign(finding.severity)}&nbsp; {head}{rest}{check}</p>"


def _note(note: Note | None, words: Words) -> str:
    if note is None:
        return ""
    who = words.joined((escape(note.stamp.who), words.fact(note.stamp.at, "day")), Joint.PART)
    return f"<p class=remark><b>{escape(capital(note.text))}</b> {who}</p>"


def _alone(utterance: ReportUtterance) -> tuple[str, ...]:
    told = utterance.renditions[0]
    text, language = told.rendition.text, told.rendition.language
    said = in_marks(escape(text), language, quoted=told.quoted)
    return (
        escape(utterance.speaker or "—"),
        f"<p class=cell{in_language(text, language)}>{said}</p>",
        escape(told.article.outlet),
    )
