"""The utterances of the HTML report: a card a rendition, with what differs and what was found, as in the window."""

from collections import Counter
from html import escape

from crossquote.export.document import ReportFinding, ReportRendition, ReportUtterance
from crossquote.export.formats.html.head import sign
from crossquote.export.formats.html.instruments import instruments_html
from crossquote.export.formats.html.text import Words, in_language, pieces_html
from crossquote.export.telling import capital, in_marks
from crossquote.model.finding import Severity
from crossquote.model.review import Note, Stamp, order_of_telling
from crossquote.model.signs import kind_name, seen_line, verdict_name
from crossquote.wording.joining import Joint


def utterance_html(utterance: ReportUtterance, reading_language: str, words: Words) -> str:
    """Return an utterance with the cards of its renditions, the base first, and what they show side by side."""
    cards = "".join(_card(told, words) for _, told in utterance.base_first)
    if utterance.reference:
        cards = _reference(utterance.reference, reading_language, words) + cards
    read = instruments_html(utterance.read, lambda index: utterance.renditions[index].article.outlet, words)
    note = _note(utterance.note, words)
    possibly = "".join(f"<p class=note>{words.of(other.line)}</p>" for other in utterance.possibly)
    head = f"{_heading(utterance, words)}{note}"
    return f"<section class=utterance>{head}<div class=cards>{cards}</div>{read}{possibly}</section>"


def single_html(utterance: ReportUtterance) -> str:
    """Return an utterance that one article alone reports, as the row of a table."""
    told = utterance.renditions[0]
    text, language = told.rendition.text, told.rendition.language
    said = in_marks(escape(text), language, quoted=told.quoted)
    return (
        f"<tr><td dir=auto>{escape(utterance.speaker or '—')}</td>"
        f"<td class=text{in_language(text, language)}>{said}</td><td dir=auto>{escape(told.article.outlet)}</td></tr>"
    )


def _decided(what: str, stamp: Stamp, style: str, words: Words) -> str:
    """Return a decision of the user with who made it when."""
    who = words.joined((escape(stamp.who), words.fact(stamp.at, "day")), Joint.PART)
    return f"<p class={style}><b>{what}</b> <small>{who}</small></p>"


def _note(note: Note | None, words: Words) -> str:
    return _decided(escape(capital(note.text)), note.stamp, "note", words) if note else ""


def _heading(utterance: ReportUtterance, words: Words) -> str:
    renditions = utterance.renditions
    found = Counter(said.finding.severity for one in renditions for said in one.findings)
    signs = " ".join(
        f"<span class={one.value}>{sign(one, words)} {found[one]}</span>" for one in Severity if found[one]
    )
    reach = words.of(utterance.reach)
    who = escape(utterance.speaker) if utterance.speaker else words("report.no_speaker")
    return f"<h3><bdi>{who}</bdi> <small>{reach} <span class=found>{signs}</span></small></h3>"


def _card(told: ReportRendition, words: Words) -> str:
    compared = told.comparison is not None or told.base
    lacking = "" if compared else f"<p class=note>{words('report.not_compared')}</p>"
    judged = told.verdict
    verdict = (
        _decided(capital(words.of(verdict_name(judged.verdict))), judged.stamp, "verdict", words) if judged else ""
    )
    notes = "".join(_note(note, words) for note in told.notes)
    return (
        f"<article class='card{' base' if told.base else ''}'>{_head(told, words)}"
        f"{_said(told, words)}{lacking}{_findings(told, words)}{notes}{verdict}</article>"
    )


def _reference(text: str, language: str, words: Words) -> str:
    """Return the card of what the user says was really said."""
    head = f"<header><h4>{words('report.really_said')}</h4><span class=tag>{words('report.base')}</span></header>"
    said = in_marks(escape(text), language, quoted=True)
    return f"<article class='card base'>{head}<p class=text{in_language(text, language)}>{said}</p></article>"


def _head(told: ReportRendition, words: Words) -> str:
    kind = (words.of(kind_name(told.kind)),) if told.kind else ()
    line = words.joined((escape(told.rendition.language or "?"), *kind), Joint.DOT)
    tag = f"<span class=tag>{words('report.base')}</span>" if told.base else ""
    return f"<header><h4><bdi><b>{escape(told.article.outlet)}</b></bdi></h4> <span>{line}</span>{tag}</header>"


def _said(told: ReportRendition, words: Words) -> str:
    """Return the words that were compared; above a translation, the original with what became words that differ."""
    rendition = told.rendition
    body = in_marks(pieces_html(told.pieces, words), told.language, quoted=told.quoted)
    shown = f"<p class=text{in_language(rendition.shown, told.language)}>{body}</p>"
    if rendition.translation is None:
        return shown
    original = in_marks(pieces_html(told.original, words), rendition.language, quoted=told.quoted)
    return f"<p class=original{in_language(rendition.text, rendition.language)}>{original}</p>{shown}"


def _findings(told: ReportRendition, words: Words) -> str:
    """Return the findings on a rendition, the worst first; what no longer counts stands last."""
    ordered = sorted(told.findings, key=lambda said: order_of_telling(said.finding, gone=said.gone))
    return f"<ul class=findings>{''.join(_finding(said, words) for said in ordered)}</ul>" if ordered else ""


def _finding(said: ReportFinding, words: Words) -> str:
    finding = said.finding
    told = words.of(finding.message)
    lines = (words.joined(map(words.of, finding.evidence), Joint.NEXT), words.of(seen_line(finding)))
    small = "".join(f"<small>{line}</small>" for line in lines if line)
    ruled = f"<small class=ruling>{words.of(said.ruling)}</small>" if said.ruling else ""
    noted = f"<small class=remark>{words.of(said.remark)}</small>" if said.remark else ""
    line = f"<s>{told}</s>" if said.gone else f"<b>{told}</b>"
    about = words.joined((words.fact(finding.check, "check"), escape(finding.category)), Joint.DOT)
    return (
        f"<li class='finding {finding.severity.value}{' gone' if said.gone else ''}' title='{about}'>"
        f"{sign(finding.severity, words)}<div>{line}{small}{ruled}{noted}</div></li>"
    )
