"""The HTML report: one self-contained file, without scripts, that any browser shows and prints."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from string import Template

from crossquote.comparison.coverage import coverage_lines, off_lines, quoted_languages
from crossquote.comparison.instruments import read_instruments
from crossquote.comparison.projection import differing_original, rendition_links
from crossquote.comparison.segments import Segment, segments
from crossquote.export.decisions import Decided, Decisions, LogLine
from crossquote.export.html_instruments import instruments_html
from crossquote.model.comparison import ChangeClass, Comparison, Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.signs import KINDS, QUIET, SEEN, SIGNS
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.resources import resource

_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "�")
"""Controls and lone surrogates: no HTML file may hold them."""


_UNDECIDED = Decisions()


def html_report(state: State, *, version: str, notes: Iterable[str] = (), decisions: Decisions = _UNDECIDED) -> str:
    """Return the report on `state` as an HTML document.

    `notes` say what it lacks, besides what can't be judged; `decisions` what the user made of what was found.
    """
    told = (
        *notes,
        *off_lines(state.checks_off.split()),
        *coverage_lines(quoted_languages(state), frozenset(state.checks_off.split())),
    )
    shared = [found for found in state.utterances.values() if len(found.renditions) > 1 or found.reference]
    single = [found for found in state.utterances.values() if len(found.renditions) == 1 and not found.reference]
    page = Template(resource("report", "report.html").read_text(encoding="utf-8")).substitute(
        style=resource("report", "report.css").read_text(encoding="utf-8"),
        version=escape(version),
        articles="".join(_articles(state)),
        utterances="".join(_utterance(state, utterance, decisions) for utterance in shared),
        singles="".join(_single(state, utterance) for utterance in single),
        notes="".join(f"<p class=note>{escape(note)}</p>" for note in told),
        counts=_counts(state, decisions),
        log=_log(decisions.log),
    )
    return page.translate(_UNPRINTABLE)


def _counts(state: State, decisions: Decisions) -> str:
    counted = f"{len(state.articles)} articles · {len(state.quotes)} quotes · {len(state.utterances)} utterances"
    return f"{counted} · {escape(decisions.progress)}" if decisions.progress else counted


def _log(lines: Sequence[LogLine]) -> str:
    if not lines:
        return ""
    rows = "".join(
        f"<tr{' class=undone' if line.undone else ''}><td><time>{escape(line.at)}</time></td>"
        f"<td>{escape(line.who)}</td><td>{escape(line.what)}{' (taken back)' if line.undone else ''}</td></tr>"
        for line in lines
    )
    head = "<thead><tr><th>When</th><th>Who</th><th>What</th></tr></thead>"
    return f"<section><h2>Who did what when</h2><table class=log>{head}<tbody>{rows}</tbody></table></section>"


def _articles(state: State) -> Iterator[str]:
    for article in state.articles.values():
        quotes = len(state.quotes_of(article.id))
        yield (
            f"<tr><td dir=auto><b>{escape(article.outlet)}</b></td><td dir=auto>{escape(article.title)}</td>"
            f"<td>{escape(article.language or '?')}</td><td>{escape(article.date or '')}</td><td>{quotes}</td>"
            f"<td><code title='SHA-256 of the file'>{escape(article.sha256[:16])}</code></td></tr>"
        )


def _utterance(state: State, utterance: Utterance, decisions: Decisions) -> str:
    order = sorted(range(len(utterance.renditions)), key=lambda index: index != utterance.base)
    cards = "".join(_card(state, utterance, index, decisions) for index in order)
    if utterance.reference:
        cards = _reference(utterance.reference) + cards
    languages = len({rendition.language for rendition in utterance.renditions})
    counted = f"{len(utterance.renditions)} renditions in {languages} language{'s' if languages > 1 else ''}"
    who = escape(utterance.speaker or "Speaker not named")
    note = _decided(decisions.notes.get(f"utterance:{utterance.id}"), "note")
    read = instruments_html(
        read_instruments(utterance, state.reading_language),
        lambda index: state.articles[utterance.renditions[index].article].outlet,
    )
    head = f"<h2><bdi>{who}</bdi> <small>{counted}</small></h2>"
    return f"<section>{head}{note}<div class=cards>{cards}</div>{read}</section>"


def _card(state: State, utterance: Utterance, index: int, decisions: Decisions) -> str:
    rendition = utterance.renditions[index]
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    is_base = index == utterance.base and not utterance.reference
    body = _marked(comparison) if comparison else escape(rendition.shown)
    original = _original(state, rendition, comparison) if rendition.translation is not None else ""
    note = "" if comparison or is_base else "<p class=note>Not compared: no translation into the reading language.</p>"
    verdict = _decided(decisions.verdicts.get((utterance.id, index)), "verdict")
    found = enumerate(comparison.findings) if comparison else ()
    findings = "".join(
        _finding(
            finding,
            decisions.rulings.get((utterance.id, index, number)),
            decisions.remarks.get((utterance.id, index, number)),
        )
        for number, finding in found
    )
    notes = "".join(_decided(decisions.notes.get(f"quote:{quote}"), "note") for quote in rendition.quotes)
    return (
        f"<article class='card{' base' if is_base else ''}'>{_head(state, rendition, base=is_base)}{original}"
        f"<p class=text dir=auto>{body}</p>{note}{findings}{notes}{verdict}</article>"
    )


def _reference(text: str) -> str:
    """Return the card of what the user says was really said."""
    head = "<header><b>What was really said</b><span class=tag>Base</span></header>"
    return f"<article class='card base'>{head}<p class=text dir=auto>{escape(text)}</p></article>"


def _original(state: State, rendition: Rendition, comparison: Comparison | None) -> str:
    """Return the original, with what became words that differ underlined."""
    spans = differing_original(comparison, rendition_links(rendition, state.evidence)) if comparison else ()
    parts, at = [], 0
    for span in spans:
        parts += [escape(rendition.text[at : span.start]), f"<u>{escape(span.of(rendition.text))}</u>"]
        at = span.end
    return f"<p class=original dir=auto>{''.join(parts)}{escape(rendition.text[at:])}</p>"


def _decided(decided: Decided | None, style: str) -> str:
    if decided is None:
        return ""
    reason = f" {escape(decided.reason)}" if decided.reason else ""
    stamp = f"{escape(decided.who)}, {escape(decided.at[:10])}"
    what = escape(decided.what[:1].upper() + decided.what[1:])
    return f"<p class={style}><b>{what}</b>{reason} <small>{stamp}</small></p>"


def _head(state: State, rendition: Rendition, *, base: bool) -> str:
    article = state.articles[rendition.article]
    kind = KINDS[state.quotes[rendition.quotes[0]].kind]
    tag = "<span class=tag>Base</span>" if base else ""
    language = escape(rendition.language or "?")
    return f"<header><bdi><b>{escape(article.outlet)}</b></bdi> <span>{language} · {kind}</span>{tag}</header>"


def _marked(comparison: Comparison) -> str:
    return "".join(_segment(segment) for segment in segments(comparison))


def _segment(segment: Segment) -> str:
    if segment.op is Op.EQUAL or (segment.text and segment.kind is ChangeClass.TRUNCATION):
        return escape(segment.text)
    if not segment.text:
        missing = escape(segment.missing.strip(), quote=True)
        if segment.kind is ChangeClass.TRUNCATION:
            return f" <span class=cut title='Left out: {missing}'>⟨…⟩</span> "
        return f"<span class=caret title='Missing here: {missing}'>‸</span>"
    style = "quiet" if segment.kind in QUIET else segment.op.value
    title = f" title='Base: {escape(segment.missing, quote=True)}'" if segment.missing else ""
    return f"<mark class={style}{title}>{escape(segment.text)}</mark>"


def _finding(finding: Finding, ruling: Decided | None, remark: Decided | None) -> str:
    evidence = f"<small>{escape(finding.evidence)}</small>" if finding.evidence else ""
    neutral = finding.severity is Severity.NEUTRAL
    seen = f"<small>{SEEN[finding.seen]}</small>" if SEEN[finding.seen] and not neutral else ""
    ruled = f"<small class=ruling>{escape(str(ruling))}</small>" if ruling else ""
    noted = f"<small class=remark>Note: {escape(str(remark))}</small>" if remark else ""
    message = f"<s>{escape(finding.message)}</s>" if ruling and ruling.gone else f"<b>{escape(finding.message)}</b>"
    return (
        f"<div class='finding {finding.severity.value}{' gone' if ruling and ruling.gone else ''}'"
        f" title='{escape(finding.check, quote=True)} · {escape(finding.category, quote=True)}'>"
        f"<i>{SIGNS[finding.severity]}</i><div>{message}{evidence}{seen}{ruled}{noted}</div></div>"
    )


def _single(state: State, utterance: Utterance) -> str:
    rendition = utterance.renditions[0]
    article = state.articles[rendition.article]
    return (
        f"<tr><td dir=auto>{escape(utterance.speaker or '—')}</td><td class=text dir=auto>{escape(rendition.text)}</td>"
        f"<td dir=auto>{escape(article.outlet)}</td></tr>"
    )
