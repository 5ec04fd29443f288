"""The utterances of the HTML report: a card a rendition, with what differs and what was found, as in the window."""

from collections import Counter
from html import escape

from crossquote.comparison.align.projection import rendition_links
from crossquote.comparison.instruments.original_pieces import original_pieces
from crossquote.comparison.instruments.side_by_side import read_instruments
from crossquote.export.decisions import Decided, Decisions
from crossquote.export.html_head import counted, sign
from crossquote.export.html_instruments import instruments_html
from crossquote.export.html_text import in_language, pieces_html, quoted_html
from crossquote.language.language import language_of
from crossquote.model.finding import Finding, Severity
from crossquote.model.markup import Piece, plain_pieces, rendition_pieces
from crossquote.model.quote import QuoteKind
from crossquote.model.signs import KINDS, SEEN
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance


def utterance_html(state: State, utterance: Utterance, decisions: Decisions) -> str:
    """Return an utterance with the cards of its renditions, the base first, and what they show side by side."""
    order = sorted(range(len(utterance.renditions)), key=lambda index: index != utterance.base)
    cards = "".join(_card(state, utterance, index, decisions) for index in order)
    if utterance.reference:
        cards = _reference(state, utterance.reference) + cards
    note = decided_html(decisions.notes.get(f"utterance:{utterance.id}"), "note")
    read = instruments_html(
        read_instruments(utterance, language_of(state.reading_language)),
        lambda index: state.articles[utterance.renditions[index].article].outlet,
    )
    return f"<section class=utterance>{_heading(utterance)}{note}<div class=cards>{cards}</div>{read}</section>"


def single_html(state: State, utterance: Utterance) -> str:
    """Return an utterance that one article alone reports, as the row of a table."""
    rendition = utterance.renditions[0]
    outlet = escape(state.articles[rendition.article].outlet)
    words = quoted_html(escape(rendition.text), rendition.language, quoted=_is_quoted(state, rendition))
    return (
        f"<tr><td dir=auto>{escape(utterance.speaker or '—')}</td>"
        f"<td class=text{in_language(rendition.text, rendition.language)}>{words}</td><td dir=auto>{outlet}</td></tr>"
    )


def decided_html(decided: Decided | None, style: str) -> str:
    """Return a decision of the user with who made it when; nothing where there is none."""
    if decided is None:
        return ""
    reason = f" {escape(decided.reason)}" if decided.reason else ""
    stamp = f"{escape(decided.who)}, {escape(decided.at[:10])}"
    what = escape(decided.what[:1].upper() + decided.what[1:])
    return f"<p class={style}><b>{what}</b>{reason} <small>{stamp}</small></p>"


def _heading(utterance: Utterance) -> str:
    languages = len({rendition.language for rendition in utterance.renditions})
    found = Counter(finding.severity for told in utterance.comparisons if told for finding in told.findings)
    signs = " ".join(f"<span class={one.value}>{sign(one)} {found[one]}</span>" for one in Severity if found[one])
    told = f"{counted(len(utterance.renditions), 'rendition')} in {counted(languages, 'language')}"
    who = f"<bdi>{escape(utterance.speaker or 'Speaker not named')}</bdi>"
    return f"<h3>{who} <small>{told} <span class=found>{signs}</span></small></h3>"


def _card(state: State, utterance: Utterance, index: int, decisions: Decisions) -> str:
    rendition = utterance.renditions[index]
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    is_base = index == utterance.base and not utterance.reference
    pieces = rendition_pieces(comparison) if comparison else plain_pieces(rendition.shown)
    note = "" if comparison or is_base else "<p class=note>Not compared: no translation into the reading language.</p>"
    verdict = decided_html(decisions.verdicts.get((utterance.id, index)), "verdict")
    notes = "".join(decided_html(decisions.notes.get(f"quote:{quote}"), "note") for quote in rendition.quotes)
    return (
        f"<article class='card{' base' if is_base else ''}'>{_head(state, rendition, base=is_base)}"
        f"{_words(state, rendition, pieces)}{note}{_findings(utterance, index, decisions)}{notes}{verdict}</article>"
    )


def _reference(state: State, text: str) -> str:
    """Return the card of what the user says was really said."""
    head = "<header><h4>What was really said</h4><span class=tag>Base</span></header>"
    words = quoted_html(escape(text), state.reading_language, quoted=True)
    attributes = in_language(text, state.reading_language)
    return f"<article class='card base'>{head}<p class=text{attributes}>{words}</p></article>"


def _head(state: State, rendition: Rendition, *, base: bool) -> str:
    outlet = escape(state.articles[rendition.article].outlet)
    kind = state.kind_of(rendition)
    told = " · ".join((escape(rendition.language or "?"), *((KINDS[kind],) if kind else ())))
    tag = "<span class=tag>Base</span>" if base else ""
    return f"<header><h4><bdi><b>{outlet}</b></bdi></h4> <span>{told}</span>{tag}</header>"


def _words(state: State, rendition: Rendition, pieces: tuple[Piece, ...]) -> str:
    """Return the words that were compared; above a translation, the original with what became words that differ."""
    quoted = _is_quoted(state, rendition)
    shown = rendition.language if rendition.translation is None else state.reading_language
    body = quoted_html(pieces_html(pieces), shown, quoted=quoted)
    words = f"<p class=text{in_language(rendition.shown, shown)}>{body}</p>"
    if rendition.translation is None:
        return words
    inner = pieces_html(original_pieces(rendition.text, pieces, rendition_links(rendition, state.evidence)))
    original = quoted_html(inner, rendition.language, quoted=quoted)
    return f"<p class=original{in_language(rendition.text, rendition.language)}>{original}</p>{words}"


def _is_quoted(state: State, rendition: Rendition) -> bool:
    return state.kind_of(rendition) is not QuoteKind.INDIRECT


def _findings(utterance: Utterance, index: int, decisions: Decisions) -> str:
    """Return the findings on a rendition, the worst first; what no longer counts stands last."""
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    told = []
    for number, finding in enumerate(comparison.findings if comparison else ()):
        place = (utterance.id, index, number)
        ruling = decisions.rulings.get(place)
        order = (ruling is not None and ruling.gone, -finding.severity.rank)
        told.append((order, _finding(finding, ruling, decisions.remarks.get(place))))
    if not told:
        return ""
    return f"<ul class=findings>{''.join(html for _, html in sorted(told, key=lambda entry: entry[0]))}</ul>"


def _finding(finding: Finding, ruling: Decided | None, remark: Decided | None) -> str:
    gone = ruling is not None and ruling.gone
    evidence = f"<small>{escape(finding.evidence)}</small>" if finding.evidence else ""
    doubted = SEEN[finding.seen] if finding.severity is not Severity.NEUTRAL else ""
    seen = f"<small>{doubted}</small>" if doubted else ""
    ruled = f"<small class=ruling>{escape(str(ruling))}</small>" if ruling else ""
    noted = f"<small class=remark>Note: {escape(str(remark))}</small>" if remark else ""
    message = f"<s>{escape(finding.message)}</s>" if gone else f"<b>{escape(finding.message)}</b>"
    return (
        f"<li class='finding {finding.severity.value}{' gone' if gone else ''}'"
        f" title='{escape(finding.check, quote=True)} · {escape(finding.category, quote=True)}'>"
        f"{sign(finding.severity)}<div>{message}{evidence}{seen}{ruled}{noted}</div></li>"
    )
