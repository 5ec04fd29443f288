"""The report as text for pages: head, articles, what was said with its renditions, what stands alone, the log."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from crossquote.export.citing import article_source, citation, rendition_facts
from crossquote.export.document import Report, ReportRendition, ReportUtterance, note_line
from crossquote.export.findings import ToldFinding, tell_findings
from crossquote.export.first_looks import first_looks
from crossquote.export.formats.html.text import Words, in_language, pieces_html
from crossquote.export.formats.pdf.pages import KEPT, PagedText
from crossquote.export.letters import printable
from crossquote.export.summary import (
    RULE_COLUMNS,
    article_note,
    language_told,
    made_by,
    remarks_alone,
    route_told,
    rule_cells,
    step_told,
    summary,
)
from crossquote.export.telling import capital, column_heads, in_marks
from crossquote.model.finding import Severity
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.review import Note
from crossquote.model.signs import SIGNS, severity_name
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.wording.joining import Joint

_ALL = 100
_A_RUN = 100
"""So many rows of a table are laid out in some 10 ms."""


def paged_text(report: Report) -> PagedText:
    """Return the report as text to be laid out on pages."""
    words = Words(report.language)
    title = report.title or words("report.untitled")
    return PagedText(printable(title), printable("".join(_blocks(report, words))), _style(), report.choice.paper)


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
    yield _table(words, ((f"<b>{term}</b>", said) for term, said in summary(report, words)), (20, 80), style="facts")
    yield from (f"<p class=remark{words.way}>{words.of(note)}</p>" for note in report.remarks)
    yield _heading(2, words("report.tallies"))
    yield _table(
        words,
        _tallies(report, words),
        (32, 17, 17, 17, 17),
        column_heads(("severity", "findings", "open", "accepted", "set_aside"), words),
    )
    yield _heading(2, words("report.page.first"))
    yield from _first(report, words)
    yield _heading(2, words("report.page.articles"))
    columns = column_heads(("outlet", "title", "date", "language", "quotes"), words)
    yield _table(words, _articles(report, words), (18, 36, 15, 16, 15), columns)
    yield _heading(2, words("report.page.translations"))
    yield from _translations(report, words)
    yield _heading(2, words("report.page.utterances"))
    yield _heading(KEPT, _legend(words))
    for utterance in report.shared:
        yield from _utterance(utterance, report.reading_language, words)
    yield from _behind(report, words)


def _behind(report: Report, words: Words) -> Iterator[str]:
    """Yield what stands behind the utterances: what was said once, other notes, rules, and the log."""
    if report.alone:
        yield _heading(2, words("report.alone"))
        for utterance in report.alone:
            yield from _alone(utterance, words)
    if report.other_notes:
        yield _heading(2, words("report.other_notes"))
        yield from (f"<p class=remark{words.way}>{words.of(note_line(note))}</p>" for note in report.other_notes)
    if report.rules:
        yield _heading(2, words("report.rules"))
        yield _table(words, rule_cells(report, words), (16, 18, 18, 22, 14, 12), column_heads(RULE_COLUMNS, words))
    if report.log:
        yield _heading(2, words("report.log"))
        log = ((words.fact(one.at, "moment"), escape(one.who), step_told(one, words)) for one in report.log)
        yield _table(words, log, (24, 20, 56), column_heads(("when", "who", "what"), words))


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{text}</h{level}>"


def _table(
    words: Words,
    rows: Iterable[Sequence[str]],
    shares: Sequence[int],
    heads: Sequence[str] = (),
    style: str = "rows",
) -> str:
    """Return a table whose columns have these shares of its width, in hundredths; its heads come on each page.

    A long one is written as several, each of which goes on with the one before: Qt lays out a whole table at once.
    Where one reads from right to left its columns are put the other way round: Qt draws the first on the left.
    """
    turn, side = (-1, " align=right") if words.leftward else (1, "")
    widths = [f"{side} width='{share}%'" for share in shares][::turn]
    start = "" if words.leftward else " align=left"
    head = "".join(f"<th{start}{width}>{text}</th>" for width, text in zip(widths, heads[::turn], strict=False))
    head = f"<thead><tr>{head}</tr></thead>" if heads else ""
    table = f"<table class={style} width='{_ALL}%' cellspacing=0 cellpadding=3>"
    body = (
        "".join(f"<tr>{''.join(_cells(row[::turn], widths, side))}</tr>" for row in run)
        for run in _runs(rows, len(widths))
    )
    return f"{table}{head}{f'</table>{table}'.join(body)}</table>"


def _runs(rows: Iterable[Sequence[str]], columns: int) -> Iterator[Sequence[Sequence[str]]]:
    """Yield rows, some at a time; one that is a single cell says more of the one before it, and stays with that."""
    run: list[Sequence[str]] = []
    for row in rows:
        if len(run) >= _A_RUN and len(row) == columns:
            yield run
            run = []
        run.append(row)
    yield run


def _cells(row: Sequence[str], widths: Sequence[str], side: str) -> Iterator[str]:
    """Yield the cells of a row; one alone takes the whole of it."""
    if len(row) < len(widths):
        return (f"<td{side} colspan={len(widths)}>{cell}</td>" for cell in row)
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
        yield (
            f"<b>{escape(article.outlet)}</b>",
            escape(article.title),
            f"<span class=whole>{escape(article.date or '—')}</span>",
            language_told(article.language, words),
            str(told.quotes),
        )
        yield (f"<div class=small{words.way}>{words.joined(article_source(told, words), Joint.DOT)}</div>",)
        yield from [(f"<div{words.way}>{note}</div>",)] if (note := article_note(told, words)) else []


def _translations(report: Report, words: Words) -> Iterator[str]:
    if not report.packages:
        yield f"<p>{words('report.no_translations')}</p>"
        return
    rows = sorted((route_told(one, words), str(one.count), "<br>".join(made_by(one, words))) for one in report.packages)
    yield _table(words, rows, (27, 15, 58), column_heads(("route", "quotes", "made_by"), words))


def _first(report: Report, words: Words) -> Iterator[str]:
    """Yield what to look at first, a line each; that nothing presses where nothing does."""
    looks = first_looks(report)
    for look in looks:
        finding = look.said.finding
        where = words.joined((words.of(look.utterance.name), escape(look.rendition.article.outlet)), Joint.DOT)
        found = f"{_sign(finding.severity)}&nbsp; <b>{words.of(finding.message)}</b>"
        yield f"<p class=finding{words.way}>{found} <span class=small>{where}</span></p>"
    if not looks:
        yield f"<p>{words('report.nothing_first')}</p>"


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
    yield _heading(3, words.of(utterance.name))
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
    base = (f"<b>{words('report.base')}</b>",) if told.base else ()
    line = words.joined((f"<b>{escape(told.article.outlet)}</b>", *rendition_facts(told, words), *base), Joint.DOT)
    yield f"<h4>{line}</h4>"
    if told.above:
        original = in_marks(pieces_html(told.original, words), rendition.language, quoted=told.quoted)
        yield f"<h{KEPT} class=original{in_language(rendition.text, rendition.language)}>{original}</h{KEPT}>"
    body = in_marks(pieces_html(told.pieces, words), told.language, quoted=told.quoted)
    yield f"<p class=text{in_language(rendition.shown, told.language)}>{body}</p>"
    if told.why_uncompared:
        yield f"<p class=remark>{words.of(told.why_uncompared)}</p>"
    yield from (_finding(line, words) for line in tell_findings(told, words))
    yield from (_note(note, words, "note") for note in told.notes)
    if told.judged:
        yield f"<p class=verdict><b>{capital(words.of(told.judged))}</b></p>"
    yield f"<p class=source>{citation(told, words)}</p>"


def _finding(line: ToldFinding, words: Words) -> str:
    found = f"<s>{line.found}</s>" if line.gone else f"<b>{line.found}</b>"
    rest = [*line.grounds, *(f"<i>{one}</i>" for one in line.decided), f"<span class=small>{line.check}</span>"]
    return f"<p class=finding{words.way}>{_sign(line.severity)}&nbsp; {found} {' '.join(rest)}</p>"


def _note(note: Note | None, words: Words, style: str = "remark") -> str:
    if note is None:
        return ""
    who = words.joined((escape(note.stamp.who), words.fact(note.stamp.at, "day")), Joint.PART)
    return f"<p class={style}><b>{escape(capital(note.text))}</b> {who}</p>"


def _alone(utterance: ReportUtterance, words: Words) -> Iterator[str]:
    """Yield what one article alone reports: in the width of the page, since it can be long."""
    told = utterance.renditions[0]
    text, language = told.words
    said = in_marks(escape(text), language, quoted=told.quoted)
    line = words.joined((f"<b>{words.of(utterance.name)}</b>", *rendition_facts(told, words)), Joint.DOT)
    yield f"<h4>{line}</h4>"
    yield f"<p class=text{in_language(text, language)}>{said}</p>"
    if told.above:
        translation = in_marks(escape(told.rendition.shown), told.language, quoted=told.quoted)
        yield f"<p class=text{in_language(told.rendition.shown, told.language)}>{translation}</p>"
    yield from (f"<p class=note{words.way}>{line}</p>" for line in remarks_alone(utterance, words))
    yield f"<p class=source>{citation(told, words)}</p>"
