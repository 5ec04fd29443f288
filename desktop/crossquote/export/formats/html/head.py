"""The head of the HTML report: what was compared, with what, how much was found, and how far it is reviewed."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePath

from crossquote.export.document import Report, ReportArticle, ReportPackages, Tally
from crossquote.export.formats.html.text import Words, capital, in_language
from crossquote.language.names import english_name
from crossquote.message import message
from crossquote.model.finding import Severity
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.signs import SIGNS, language_name, severity_name, verdict_name
from crossquote.model.translation import EngineStamp
from crossquote.wording.joining import Joint


def sign(severity: Severity, words: Words) -> str:
    """Return the sign of a severity, spoken as its name."""
    return f"<i class=sign role=img aria-label='{words.of(severity_name(severity))}'>{SIGNS[severity]}</i>"


def facts(report: Report, words: Words) -> str:
    """Return what the report is about, line by line, as a list of terms."""
    told = (
        ("made", _made(report, words)),
        ("reviewers", _reviewers(report, words)),
        ("reviewed", _reviewed(report, words)),
        ("compared_in", _language(report.reading_language, words)),
        ("what", _amounts(report, words)),
        ("checks", _checks(report, words)),
    )
    rows = (f"<div><dt>{words(f'report.term.{term}')}</dt><dd>{said}</dd></div>" for term, said in told)
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
    told = sorted(((_route(one, words), one) for one in report.packages), key=lambda entry: entry[0])
    rows = "".join(_translated(route, one, words) for route, one in told)
    heads = _heads(("route", "quotes", "made_by"), words)
    return f"<table class=packages><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


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
    return "".join(f"<th scope=col>{words(f'report.column.{name}')}</th>" for name in columns)


def _tally(told: Tally, words: Words) -> str:
    name = capital(words.of(severity_name(told.severity)))
    return (
        f"<tr class={told.severity.value}><th scope=row>{sign(told.severity, words)} {name}</th>"
        f"<td>{told.found}</td><td>{told.open}</td><td>{told.accepted}</td><td>{told.gone}</td></tr>"
    )


def _made(report: Report, words: Words) -> str:
    at, version = report.at, escape(report.version)
    if not at:
        return words.around("report.made", version=version)
    shown = words.fact(at, "moment" if len(at) > len("2026-11-26") else "day")
    time = f"<time datetime='{escape(at)}'>{shown}</time>"
    return words.around("report.made_at", time=time, version=version)


def _reviewers(report: Report, words: Words) -> str:
    people = ((f"<bdi>{escape(who)}</bdi>", words("count.decisions", count=n)) for who, n in report.review.people)
    told = (words.around("report.reviewer", who=who, decisions=decisions) for who, decisions in people)
    return words.joined(told, Joint.PART) or words("report.nobody")


def _reviewed(report: Report, words: Words) -> str:
    review = report.review
    told = words("report.progress", reviewed=review.reviewed, count=review.renditions)
    verdicts = (words("report.verdicts", number=count, verdict=verdict_name(of)) for of, count in review.verdicts)
    return words.joined((told, words.joined(verdicts, Joint.PART)), Joint.ABOUT)


def _amounts(report: Report, words: Words) -> str:
    shared = report.shared
    renditions = sum(len(one.renditions) for one in shared)
    parts = (
        words("count.articles", count=len(report.articles)),
        words("count.quotes", count=report.quotes),
        words("count.utterances", count=len(report.utterances)),
        words("report.to_compare", utterances=len(shared), renditions=message("count.renditions", count=renditions)),
    )
    return words.joined(parts, Joint.DOT)


def _checks(report: Report, words: Words) -> str:
    return (
        words("report.checks_off", checks=report.off) if report.off else words("report.all_checks", count=report.checks)
    )


def _article(told: ReportArticle, words: Words) -> str:
    article = told.article
    name = PurePath(article.path.replace("\\", "/")).name
    return (
        f"<tbody><tr><th scope=rowgroup dir=auto>{escape(article.outlet)}</th>"
        f"<td{in_language(article.title, article.language)}>{escape(article.title)}</td>"
        f"<td class=date>{escape(article.date or '—')}</td><td>{_language(article.language, words)}</td>"
        f"<td>{told.quotes}</td></tr>"
        f"<tr class=file><td colspan=5><span dir=auto>{escape(name) or words('report.pasted')}</span> · SHA-256 "
        f"<code>{escape(article.sha256) or '—'}</code></td></tr></tbody>"
    )


def _translated(route: str, made: ReportPackages, words: Words) -> str:
    lines = "".join(f"<div>{_stamp(stamp, words)}</div>" for stamp in made.stamps)
    lines = lines or f"<div>{words('report.the_user')}</div>"
    note = f"<div class=note>{words('report.sample_package')}</div>" if made.sample else ""
    return f"<tr><th scope=row>{route}</th><td>{made.count}</td><td>{lines}{note}</td></tr>"


def _stamp(stamp: EngineStamp, words: Words) -> str:
    digest = words.around("report.model", digest=f"<code>{escape(stamp.sha256)}</code>")
    return words.joined((f"{escape(stamp.package)} {escape(stamp.version)}", digest), Joint.DOT)


def _route(made: ReportPackages, words: Words) -> str:
    return " → ".join(words("language.name", code=code) for code in made.route) or words("report.your_own")


def _language(code: str | None, words: Words) -> str:
    if code is None:
        return words.of(language_name(code))
    return words("report.language", code=code) if english_name(code) != code else escape(code)
