"""The utterances of the HTML report: a card a rendition, with what differs and what was found, as in the window."""

from collections import Counter
from collections.abc import Iterable
from html import escape

from crossquote.export.citing import citation, page_address, rendition_facts
from crossquote.export.document import ReportRendition, ReportUtterance
from crossquote.export.findings import ToldFinding, tell_findings
from crossquote.export.formats.html.head import sign
from crossquote.export.formats.html.instruments import instruments_html
from crossquote.export.formats.html.text import Words, anchor, in_language, link_html, pieces_html
from crossquote.export.summary import remarks_alone
from crossquote.export.telling import capital, in_marks
from crossquote.model.finding import Severity
from crossquote.model.review import Note, Stamp
from crossquote.model.signs import verdict_name
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
    begin = f"<section class=utterance id='{anchor(utterance.id)}'>"
    return f"{begin}{head}<div class=cards>{cards}</div>{read}{possibly}</section>"


def single_html(utterance: ReportUtterance, words: Words) -> str:
    """Return an utterance that one article alone reports, as a row; a translation and remarks are below it."""
    told = utterance.renditions[0]
    text, language = told.words
    said, way = in_marks(escape(text), language, quoted=told.quoted), in_language(text, language)
    remarks = "".join(f"<p class=note{words.way}>{line}</p>" for line in remarks_alone(utterance, words))
    if told.above:
        shown = told.rendition.shown
        translation = in_marks(escape(shown), told.language, quoted=told.quoted)
        said = f"<div class=original{way}>{said}</div><div{in_language(shown, told.language)}>{translation}</div>"
    elif remarks:
        said = f"<div{way}>{said}</div>"
    way = "" if told.above or remarks else way
    return (
        f"<tr><td dir=auto>{escape(utterance.speaker or '—')}</td>"
        f"<td class=text{way}>{said}{remarks}</td><td dir=auto>{escape(told.article.outlet)}</td></tr>"
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
    return f"<h3><bdi>{words.of(utterance.name)}</bdi> <small>{reach} <span class=found>{signs}</span></small></h3>"


def _card(told: ReportRendition, words: Words) -> str:
    lacking = f"<p class=note>{words.of(told.why_uncompared)}</p>" if told.why_uncompared else ""
    judged = told.verdict
    verdict = (
        _decided(capital(words.of(verdict_name(judged.verdict))), judged.stamp, "verdict", words) if judged else ""
    )
    notes = "".join(_note(note, words) for note in told.notes)
    return (
        f"<article class='card{' base' if told.base else ''}'>{_head(told, words)}"
        f"{_said(told, words)}{lacking}{_findings(told, words)}{notes}{verdict}{_source(told, words)}</article>"
    )


def _reference(text: str, language: str, words: Words) -> str:
    """Return the card of what the user says was really said."""
    head = f"<header><h4>{words('report.really_said')}</h4><span class=tag>{words('report.base')}</span></header>"
    said = in_marks(escape(text), language, quoted=True)
    return f"<article class='card base'>{head}<p class=text{in_language(text, language)}>{said}</p></article>"


def _head(told: ReportRendition, words: Words) -> str:
    line = words.joined(rendition_facts(told, words), Joint.DOT)
    tag = f"<span class=tag>{words('report.base')}</span>" if told.base else ""
    return f"<header><h4><bdi><b>{escape(told.article.outlet)}</b></bdi></h4> <span>{line}</span>{tag}</header>"


def _said(told: ReportRendition, words: Words) -> str:
    """Return the words that were compared; above a translation, the original with what became words that differ."""
    rendition = told.rendition
    body = in_marks(pieces_html(told.pieces, words), told.language, quoted=told.quoted)
    shown = f"<p class=text{in_language(rendition.shown, told.language)}>{body}</p>"
    if not told.above:
        return shown
    original = in_marks(pieces_html(told.original, words), rendition.language, quoted=told.quoted)
    return f"<p class=original{in_language(rendition.text, rendition.language)}>{original}</p>{shown}"


def _source(told: ReportRendition, words: Words) -> str:
    """Return where the words stand, as one cites it, chosen whole by one click; with a link where it has an address."""
    link = link_html(page_address(told.article), words("report.open_article"))
    return f"<footer class=source><cite dir=auto>{citation(told, words)}</cite>{link}</footer>"


def _findings(told: ReportRendition, words: Words) -> str:
    """Return the findings on a rendition, the worst first; those that matter little are shown when asked for."""
    lines = list(tell_findings(told, words))
    loud = _list((line for line in lines if not line.severity.quiet or line.gone), words)
    quiet = [line for line in lines if line.severity.quiet and not line.gone]
    if not quiet:
        return loud
    summary = words("report.quiet", count=len(quiet))
    return f"{loud}<details class=quiet><summary>{summary}</summary>{_list(quiet, words)}</details>"


def _list(lines: Iterable[ToldFinding], words: Words) -> str:
    items = "".join(_finding(line, words) for line in lines)
    return f"<ul class=findings>{items}</ul>" if items else ""


def _finding(line: ToldFinding, words: Words) -> str:
    about = words.joined((line.check, line.category), Joint.DOT)
    small = "".join(f"<small>{ground}</small>" for ground in line.grounds)
    ruled = f"<small class=ruling>{line.ruling}</small>" if line.ruling else ""
    noted = f"<small class=remark>{line.remark}</small>" if line.remark else ""
    found = f"<s>{line.found}</s>" if line.gone else f"<b>{line.found}</b>"
    return (
        f"<li class='finding {line.severity.value}{' gone' if line.gone else ''}' title='{about}'>"
        f"<i class=sign role=img aria-label='{line.severity_name}'>{line.sign}</i>"
        f"<div>{found}{small}{ruled}{noted}</div></li>"
    )
