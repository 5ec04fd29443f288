"""The head of the HTML report: what was compared, with what, how much was found, and how far it is reviewed."""

from collections.abc import Iterable, Iterator
from html import escape

from crossquote.export.citing import file_name, page_address
from crossquote.export.document import Report, ReportArticle, ReportPackages, Tally
from crossquote.export.first_looks import FirstLook, first_looks
from crossquote.export.formats.html.text import Words, anchor, in_language, link_html
from crossquote.export.summary import RULE_COLUMNS, article_note, language_told, route_told, rule_cells, summary
from crossquote.export.telling import capital, column_heads
from crossquote.model.finding import Severity
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.signs import SIGNS, severity_name
from crossquote.model.translation import EngineStamp
from crossquote.wording.joining import Joint


def sign(severity: Severity, words: Words) -> str:
    """Return the sign of a severity, spoken as its name."""
    return f"<i class=sign role=img aria-label='{words.of(severity_name(severity))}'>{SIGNS[severity]}</i>"


def facts(report: Report, words: Words) -> str:
    """Return what the report is about, line by line, as a list of terms."""
    rows = (f"<div><dt>{term}</dt><dd>{said}</dd></div>" for term, said in summary(report, words))
    return f"<dl class=facts>{''.join(rows)}</dl>"


def severities(report: Report, words: Words) -> str:
    """Return how many findings there are of each severity, and what was made of them, as a table."""
    rows = "".join(_tally(one, words) for one in report.tallies)
    caption = f"<caption>{words('report.tallies')}</caption>"
    heads = _heads(("severity", "findings", "open", "accepted", "set_aside"), words)
    return f"<table class=severities>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def articles(report: Report, words: Words) -> str:
    """Return the articles as a table, each with its file and the whole SHA-256 of that."""
    rows = "".join(_article(one, words) for one in report.articles)
    heads = _heads(("outlet", "title", "date", "language", "quotes"), words)
    return f"<table class=articles><thead><tr>{heads}</tr></thead>{rows}</table>"


def translations(report: Report, words: Words) -> str:
    """Return by which packages quotes were translated, as a table; a line that says so where none was."""
    if not report.packages:
        return f"<p>{words('report.no_translations')}</p>"
    told = sorted(((route_told(one, words), one) for one in report.packages), key=lambda entry: entry[0])
    rows = "".join(_translated(route, one, words) for route, one in told)
    heads = _heads(("route", "quotes", "made_by"), words)
    return f"<table class=packages><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def first(report: Report, words: Words) -> str:
    """Return what to look at first, each with a link to its utterance; that nothing presses where nothing does."""
    looks = first_looks(report)
    if not looks:
        return f"<p>{words('report.nothing_first')}</p>"
    return f"<ol class=first>{''.join(_first(look, words) for look in looks)}</ol>"


def _first(look: FirstLook, words: Words) -> str:
    finding = look.said.finding
    where = words.joined((words.of(look.utterance.name), escape(look.rendition.article.outlet)), Joint.DOT)
    return (
        f"<li class={finding.severity.value}>{sign(finding.severity, words)} "
        f"<a href='#{anchor(look.utterance.id)}'>{words.of(finding.message)}</a> <small dir=auto>{where}</small></li>"
    )


def rules(report: Report, words: Words) -> str:
    """Return the rules by which findings are not raised, as a table; nothing where there are none."""
    if not report.rules:
        return ""
    rows = "".join(
        f"<tr>{''.join(f'<td dir=auto>{cell}</td>' for cell in row)}</tr>" for row in rule_cells(report, words)
    )
    table = f"<table class=rules><thead><tr>{_heads(RULE_COLUMNS, words)}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<section><h2>{words('report.rules')}</h2>{table}</section>"


def legend(words: Words) -> Iterator[str]:
    """Yield how to read the cards: the signs of severity, and the lines under words."""
    signs = (f"<span class={one.value}>{sign(one, words)} {words.of(severity_name(one))}</span>" for one in Severity)
    yield " ".join(signs)
    yield " ".join(f"<mark class={look}>{words(f'report.legend.{look}')}</mark>" for look in _LEGEND)
    yield f"<mark class=wording>{words('report.legend.wording')}</mark>"
    yield f"<span class=missing>{MISSING_SIGN}</span> {words('report.legend.missing')}"
    yield f"<span class=outside>{OUTSIDE_SIGN}</span> {words('report.legend.outside')}"


_LEGEND = ("changed", "added", "moved")


def _heads(columns: Iterable[str], words: Words) -> str:
    return "".join(f"<th scope=col>{head}</th>" for head in column_heads(columns, words))


def _tally(told: Tally, words: Words) -> str:
    name = capital(words.of(severity_name(told.severity)))
    return (
        f"<tr class={told.severity.value}><th scope=row>{sign(told.severity, words)} {name}</th>"
        f"<td>{told.found}</td><td>{told.open}</td><td>{told.accepted}</td><td>{told.gone}</td></tr>"
    )


def _article(told: ReportArticle, words: Words) -> str:
    article = told.article
    published = words.time(article.source.published) if article.source.published else ""
    link = link_html(page_address(article), escape(page_address(article)))
    read = words("report.read_at", at=article.source.read_at) if article.source.read_at else ""
    name = f"<span dir=auto>{escape(file_name(told.article)) or words('report.pasted')}</span>"
    source = (name, link.strip(), published, read)
    noted = article_note(told, words)
    note = f"<tr class=note><td colspan=5{words.way}>{noted}</td></tr>" if noted else ""
    return (
        f"<tbody><tr><th scope=rowgroup dir=auto>{escape(article.outlet)}</th>"
        f"<td{in_language(article.title, article.language)}>{escape(article.title)}</td>"
        f"<td class=date>{escape(article.date or '—')}</td><td>{language_told(article.language, words)}</td>"
        f"<td>{told.quotes}</td></tr>"
        f"<tr class=file><td colspan=5>{words.joined(source, Joint.DOT)} · SHA-256 "
        f"<code>{escape(article.sha256) or '—'}</code></td></tr>{note}</tbody>"
    )


def _translated(route: str, made: ReportPackages, words: Words) -> str:
    lines = "".join(f"<div>{_stamp(stamp, words)}</div>" for stamp in made.stamps)
    lines = lines or f"<div>{words('report.the_user')}</div>"
    note = f"<div class=note>{words('report.sample_package')}</div>" if made.sample else ""
    return f"<tr><th scope=row>{route}</th><td>{made.count}</td><td>{lines}{note}</td></tr>"


def _stamp(stamp: EngineStamp, words: Words) -> str:
    digest = words.around("report.model", digest=f"<code>{escape(stamp.sha256)}</code>")
    return words.joined((f"{escape(stamp.package)} {escape(stamp.version)}", digest), Joint.DOT)
