"""The HTML report: one self-contained file, without scripts, that any browser shows and prints."""

from collections.abc import Iterable, Iterator
from html import escape
from string import Template

from crossquote.comparison.coverage import coverage_lines, quoted_languages
from crossquote.comparison.segments import Segment, segments
from crossquote.model.comparison import ChangeClass, Comparison, Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.resources import resource

SIGNS = {Severity.CRITICAL: "◆", Severity.MAJOR: "▲", Severity.MINOR: "△", Severity.NEUTRAL: "·"}
_KINDS = {QuoteKind.DIRECT: "direct", QuoteKind.MIXED: "quoted part", QuoteKind.INDIRECT: "reported"}
_QUIET = frozenset({ChangeClass.WORDING, ChangeClass.CASING, ChangeClass.MARKS, ChangeClass.SAME, ChangeClass.PERSON})
_LONE_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


def html_report(state: State, *, version: str, notes: Iterable[str] = ()) -> str:
    """Return the report on `state` as an HTML document; `notes` say what it lacks, besides what can't be judged."""
    told = (*notes, *coverage_lines(quoted_languages(state)))
    shared = [found for found in state.utterances.values() if len(found.renditions) > 1]
    single = [found for found in state.utterances.values() if len(found.renditions) == 1]
    page = Template(resource("report", "report.html").read_text(encoding="utf-8")).substitute(
        style=resource("report", "report.css").read_text(encoding="utf-8"),
        version=escape(version),
        articles="".join(_articles(state)),
        utterances="".join(_utterance(state, utterance) for utterance in shared),
        singles="".join(_single(state, utterance) for utterance in single),
        notes="".join(f"<p class=note>{escape(note)}</p>" for note in told),
        counts=f"{len(state.articles)} articles · {len(state.quotes)} quotes · {len(state.utterances)} utterances",
    )
    return page.translate(_LONE_SURROGATES)


def _articles(state: State) -> Iterator[str]:
    for article in state.articles.values():
        quotes = len(state.quotes_of(article.id))
        yield (
            f"<tr><td><b>{escape(article.outlet)}</b></td><td dir=auto>{escape(article.title)}</td>"
            f"<td>{escape(article.language or '?')}</td><td>{escape(article.date or '')}</td><td>{quotes}</td>"
            f"<td><code title='SHA-256 of the file'>{article.sha256[:16]}</code></td></tr>"
        )


def _utterance(state: State, utterance: Utterance) -> str:
    cards = "".join(_card(state, utterance, index) for index in range(len(utterance.renditions)))
    languages = len({rendition.language for rendition in utterance.renditions})
    counted = f"{len(utterance.renditions)} renditions in {languages} language{'s' if languages > 1 else ''}"
    who = escape(utterance.speaker or "Speaker not named")
    return f"<section><h2>{who} <small>{counted}</small></h2><div class=cards>{cards}</div></section>"


def _card(state: State, utterance: Utterance, index: int) -> str:
    rendition = utterance.renditions[index]
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    is_base = index == utterance.base
    body = _marked(comparison) if comparison else escape(rendition.shown)
    original = f"<p class=original dir=auto>{escape(rendition.text)}</p>" if rendition.translation is not None else ""
    note = "" if comparison or is_base else "<p class=note>Not compared: no translation into the reading language.</p>"
    findings = "".join(_finding(finding) for finding in comparison.findings) if comparison else ""
    return (
        f"<article class='card{' base' if is_base else ''}'>{_head(state, rendition, base=is_base)}{original}"
        f"<p class=text dir=auto>{body}</p>{note}{findings}</article>"
    )


def _head(state: State, rendition: Rendition, *, base: bool) -> str:
    article = state.articles[rendition.article]
    kind = _KINDS[state.quotes[rendition.quotes[0]].kind]
    tag = "<span class=tag>Base</span>" if base else ""
    language = escape(rendition.language or "?")
    return f"<header><b>{escape(article.outlet)}</b> <span>{language} · {kind}</span>{tag}</header>"


def _marked(comparison: Comparison) -> str:
    return "".join(_segment(segment) for segment in segments(comparison))


def _segment(segment: Segment) -> str:
    if segment.op is Op.EQUAL:
        return escape(segment.text)
    if not segment.text:
        missing = escape(segment.missing.strip(), quote=True)
        if segment.kind is ChangeClass.TRUNCATION:
            return f" <span class=cut title='Left out: {missing}'>⟨…⟩</span> "
        return f"<span class=caret title='Missing here: {missing}'>‸</span>"
    style = "quiet" if segment.kind in _QUIET else segment.op.value
    title = f" title='Base: {escape(segment.missing, quote=True)}'" if segment.missing else ""
    return f"<mark class={style}{title}>{escape(segment.text)}</mark>"


def _finding(finding: Finding) -> str:
    evidence = f"<small>{escape(finding.evidence)}</small>" if finding.evidence else ""
    return (
        f"<div class='finding {finding.severity.value}'><i>{SIGNS[finding.severity]}</i>"
        f"<div><b>{escape(finding.message)}</b>{evidence}</div></div>"
    )


def _single(state: State, utterance: Utterance) -> str:
    rendition = utterance.renditions[0]
    article = state.articles[rendition.article]
    return (
        f"<tr><td>{escape(utterance.speaker or '—')}</td><td class=text dir=auto>{escape(rendition.text)}</td>"
        f"<td>{escape(article.outlet)}</td></tr>"
    )
