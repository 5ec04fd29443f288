"""The HTML report: one self-contained file, without scripts, that any browser shows and prints."""

from collections.abc import Sequence
from html import escape
from string import Template

from crossquote.export.document import Report, ReportUtterance, note_line
from crossquote.export.formats.html import head
from crossquote.export.formats.html.cards import single_html, utterance_html
from crossquote.export.formats.html.style import report_style
from crossquote.export.formats.html.text import Words
from crossquote.export.letters import printable
from crossquote.export.origin import origin_line
from crossquote.export.summary import step_told
from crossquote.model.step import StepName
from crossquote.resources import resource


def report_html(report: Report) -> str:
    """Return the report as an HTML document."""
    words = Words(report.language)
    page = Template(resource("report", "report.html").read_text(encoding="utf-8")).substitute(
        language=escape(report.language),
        direction="rtl" if words.leftward else "ltr",
        style=report_style(),
        origin=origin_line(report),
        title=escape(report.title) or words("report.untitled"),
        facts=head.facts(report, words),
        severities=head.severities(report, words),
        first=head.first(report, words),
        articles=head.articles(report, words),
        translations=head.translations(report, words),
        legend="".join(f"<li>{line}</li>" for line in head.legend(words)),
        utterances="".join(utterance_html(utterance, report.reading_language, words) for utterance in report.shared),
        singles=_singles(report.alone, words),
        notes="".join(f"<p class=note>{words.of(note)}</p>" for note in report.remarks),
        rules=f"{_other_notes(report, words)}{head.rules(report, words)}",
        log=_log(report.log, words),
        **{f"{name}_words": words(f"report.page.{name}") for name in _HEADINGS},
    )
    return printable(page)


_HEADINGS = ("kind", "summary", "first", "articles", "translations", "utterances", "legend")
"""What the template's own headings say; there they are called "kind_words" and so on."""


def _singles(utterances: Sequence[ReportUtterance], words: Words) -> str:
    """Return the table of what one article alone reports; nothing where there is nothing."""
    if not utterances:
        return ""
    names = ("speaker", "quote", "outlet")
    cells = "".join(f'<th scope="col">{words(f"report.column.{name}")}</th>' for name in names)
    rows = "".join(single_html(utterance, words) for utterance in utterances)
    table = f'<table class="singles"><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>'
    return f"<section><h2>{words('report.alone')}</h2>{table}</section>"


def _other_notes(report: Report, words: Words) -> str:
    """Return the notes that stand beside nothing on the page; nothing where there are none."""
    if not report.other_notes:
        return ""
    lines = "".join(f"<li dir=auto>{words.of(note_line(note))}</li>" for note in report.other_notes)
    return f"<section><h2>{words('report.other_notes')}</h2><ul>{lines}</ul></section>"


def _log(lines: Sequence[StepName], words: Words) -> str:
    if not lines:
        return ""
    rows = "".join(_log_row(line, words) for line in lines)
    cells = "".join(f"<th scope=col>{words(f'report.column.{name}')}</th>" for name in ("when", "who", "what"))
    table = f"<table class=log><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<section><h2>{words('report.log')}</h2>{table}</section>"


def _log_row(line: StepName, words: Words) -> str:
    when = f"<time datetime='{escape(line.at)}'>{words.fact(line.at, 'moment')}</time>"
    what = step_told(line, words)
    return f"<tr{' class=undone' if line.undone else ''}><td>{when}</td><td>{escape(line.who)}</td><td>{what}</td></tr>"
