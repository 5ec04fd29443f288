"""The HTML report: one self-contained file, without scripts, that any browser shows and prints."""

from collections.abc import Iterable, Sequence
from html import escape
from string import Template

from crossquote.comparison.coverage import coverage_lines, quoted_languages
from crossquote.export import html_head
from crossquote.export.decisions import Decisions, LogLine
from crossquote.export.html_cards import single_html, utterance_html
from crossquote.export.html_style import report_style
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.resources import resource

_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "�")
"""Controls and lone surrogates: no HTML file may hold them."""


_UNDECIDED = Decisions()


def html_report(
    state: State,
    *,
    version: str,
    notes: Iterable[str] = (),
    decisions: Decisions = _UNDECIDED,
    title: str = "",
    at: str = "",
) -> str:
    """Return the report on `state` as an HTML document.

    `notes` say what it lacks, besides what can't be judged; `decisions` what the user made of what was found;
    `title` is the name of what is open, `at` when the report is made (ISO 8601, UTC).
    """
    told = (*notes, *coverage_lines(quoted_languages(state), frozenset(state.checks_off.split())))
    shared = html_head.shared(state)
    single = [found for found in state.utterances.values() if not html_head.is_shared(found)]
    page = Template(resource("report", "report.html").read_text(encoding="utf-8")).substitute(
        style=report_style(),
        title=escape(title or "Quotations compared"),
        facts=html_head.facts(state, decisions, version=version, at=at),
        severities=html_head.severities(state, decisions),
        articles=html_head.articles(state),
        translations=html_head.translations(state),
        legend="".join(f"<li>{line}</li>" for line in html_head.legend()),
        utterances="".join(utterance_html(state, utterance, decisions) for utterance in shared),
        singles=_singles(state, single),
        notes="".join(f"<p class=note>{escape(note)}</p>" for note in told),
        log=_log(decisions.log),
    )
    return page.translate(_UNPRINTABLE)


def _singles(state: State, single: Sequence[Utterance]) -> str:
    """Return the table of what one article alone reports; nothing where there is nothing."""
    if not single:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Speaker", "Quote", "Outlet"))
    rows = "".join(single_html(state, utterance) for utterance in single)
    table = f'<table class="singles"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f"<section><h2>In one article only</h2>{table}</section>"


def _log(lines: Sequence[LogLine]) -> str:
    if not lines:
        return ""
    rows = "".join(
        f"<tr{' class=undone' if line.undone else ''}><td><time>{escape(line.at)}</time></td>"
        f"<td>{escape(line.who)}</td><td>{escape(line.what)}{' (taken back)' if line.undone else ''}</td></tr>"
        for line in lines
    )
    head = "".join(f"<th scope=col>{name}</th>" for name in ("When", "Who", "What"))
    table = f"<table class=log><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<section><h2>Who did what when</h2>{table}</section>"
