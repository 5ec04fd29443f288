"""The head of the HTML report: what was compared, with what, how much was found, and how far it is reviewed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import PurePath

from crossquote.comparison.coverage import off_lines
from crossquote.comparison.table import known_checks
from crossquote.export.decisions import Decided, Decisions
from crossquote.export.html_text import in_language
from crossquote.language.names import english_name
from crossquote.model.article import Article
from crossquote.model.finding import Severity
from crossquote.model.signs import SIGNS
from crossquote.model.state import State
from crossquote.model.translation import EngineStamp, Flag, Translation
from crossquote.model.utterance import Utterance


@dataclass(frozen=True, slots=True)
class _Made:
    """How translations were made: from which language into which, by which packages."""

    route: str
    stamps: tuple[EngineStamp, ...]
    sample: bool


def counted(count: int, thing: str) -> str:
    """Return a number with its noun: "1 article", "7 articles"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def sign(severity: Severity) -> str:
    """Return the sign of a severity, spoken as its name."""
    return f"<i class=sign role=img aria-label='{severity.value}'>{SIGNS[severity]}</i>"


def facts(state: State, decisions: Decisions, *, version: str, at: str) -> str:
    """Return what the report is about, line by line, as a list of terms."""
    told = (
        ("Made", f"{_time(at)}with Crossquote {escape(version)}"),
        ("Reviewed by", _reviewers(decisions)),
        ("Reviewed", _reviewed(state, decisions)),
        ("Compared in", _language(state.reading_language)),
        ("What", _amounts(state)),
        (
            "Checks",
            escape(" ".join(off_lines(state.checks_off.split()))) or f"All {len(known_checks())} checks were on.",
        ),
    )
    return f"<dl class=facts>{''.join(f'<div><dt>{term}</dt><dd>{words}</dd></div>' for term, words in told)}</dl>"


def severities(state: State, decisions: Decisions) -> str:
    """Return how many findings there are of each severity, and what was made of them, as a table."""
    found: Counter[Severity] = Counter()
    accepted: Counter[Severity] = Counter()
    gone: Counter[Severity] = Counter()
    for utterance in shared(state):
        for index, comparison in enumerate(utterance.comparisons):
            for number, finding in enumerate(comparison.findings if comparison else ()):
                ruling = decisions.rulings.get((utterance.id, index, number))
                found[finding.severity] += 1
                if ruling is not None:
                    (gone if ruling.gone else accepted)[finding.severity] += 1
    rows = "".join(
        f"<tr class={one.value}><th scope=row>{sign(one)} {one.value.capitalize()}</th><td>{found[one]}</td>"
        f"<td>{found[one] - accepted[one] - gone[one]}</td><td>{accepted[one]}</td><td>{gone[one]}</td></tr>"
        for one in Severity
    )
    heads = "".join(f"<th scope=col>{name}</th>" for name in ("Severity", "Findings", "Open", "Accepted", "Set aside"))
    caption = "<caption>Findings by severity</caption>"
    return f"<table class=severities>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def articles(state: State) -> str:
    """Return the articles as a table, each with its file and the whole SHA-256 of that."""
    heads = "".join(f"<th scope=col>{name}</th>" for name in ("Outlet", "Title", "Date", "Language", "Quotes"))
    rows = "".join(_article(article, len(state.quotes_of(article.id))) for article in state.articles.values())
    return f"<table class=articles><thead><tr>{heads}</tr></thead>{rows}</table>"


def translations(state: State) -> str:
    """Return by which packages quotes were translated, as a table; nothing where none was."""
    made: Counter[_Made] = Counter()
    for one in state.evidence.values():
        made[_Made(_route(one), () if one.own else one.stamps, sample=Flag.SAMPLE in one.flags)] += 1
    if not made:
        return "<p>Nothing was translated.</p>"
    rows = "".join(_translated(how, count) for how, count in sorted(made.items(), key=lambda entry: entry[0].route))
    heads = "".join(f"<th scope=col>{name}</th>" for name in ("From, into", "Quotes", "Made by"))
    return f"<table class=packages><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def shared(state: State) -> tuple[Utterance, ...]:
    """Return the utterances that have something to be compared with: a second rendition, or what was really said."""
    return tuple(found for found in state.utterances.values() if is_shared(found))


def is_shared(utterance: Utterance) -> bool:
    """Tell whether there is anything to compare the renditions of `utterance` with."""
    return len(utterance.renditions) > 1 or bool(utterance.reference)


def legend() -> Iterator[str]:
    """Yield how to read the cards: the signs of severity, and the lines under words."""
    yield " ".join(f"<span class={one.value}>{sign(one)} {one.value}</span>" for one in Severity)
    yield "<mark class=changed>changed</mark> <mark class=added>only here</mark> <mark class=moved>moved</mark>"
    yield "<mark class=wording>other words, same sense</mark>"
    yield "<span class=missing>‸</span> something of the base is missing here"
    yield "<span class=outside>⟨…⟩</span> not quoted here"


def _time(at: str) -> str:
    shown = f"{at[:10]} {at[11:16]} UTC" if len(at) > 10 else at
    return f"<time datetime='{escape(at, quote=True)}'>{escape(shown)}</time> " if at else ""


def _reviewers(decisions: Decisions) -> str:
    by = (decisions.verdicts, decisions.rulings, decisions.notes)
    names: Iterable[Decided] = (decided for kind in by for decided in kind.values())
    counts = Counter(decided.who for decided in names)
    told = (f"<bdi>{escape(who)}</bdi> ({counted(count, 'decision')})" for who, count in counts.most_common())
    return ", ".join(told) or "Nobody yet"


def _reviewed(state: State, decisions: Decisions) -> str:
    places = [(utterance.id, index) for utterance in state.utterances.values() for index in utterance.measured]
    verdicts = Counter(decisions.verdicts[place].what for place in places if place in decisions.verdicts)
    named = ", ".join(f"{count} {escape(verdict)}" for verdict, count in verdicts.most_common())
    told = f"{sum(verdicts.values())} of {counted(len(places), 'rendition')} reviewed"
    return f"{told}: {named}" if named else told


def _amounts(state: State) -> str:
    several = shared(state)
    parts = (
        counted(len(state.articles), "article"),
        counted(len(state.quotes), "quote"),
        counted(len(state.utterances), "utterance"),
        f"{len(several)} to compare, in {counted(sum(len(one.renditions) for one in several), 'rendition')}",
    )
    return " · ".join(parts)


def _article(article: Article, quotes: int) -> str:
    name = PurePath(article.path.replace("\\", "/")).name or "pasted text"
    return (
        f"<tbody><tr><th scope=rowgroup dir=auto>{escape(article.outlet)}</th>"
        f"<td{in_language(article.title, article.language)}>{escape(article.title)}</td>"
        f"<td class=date>{escape(article.date or '—')}</td><td>{_language(article.language)}</td><td>{quotes}</td></tr>"
        f"<tr class=file><td colspan=5><span dir=auto>{escape(name)}</span> · SHA-256 "
        f"<code>{escape(article.sha256) or '—'}</code></td></tr></tbody>"
    )


def _translated(made: _Made, count: int) -> str:
    lines = "".join(f"<div>{_stamp(stamp)}</div>" for stamp in made.stamps) or "<div>The user</div>"
    note = "<div class=note>A sample package, made for the sample stories.</div>" if made.sample else ""
    return f"<tr><th scope=row>{escape(made.route)}</th><td>{count}</td><td>{lines}{note}</td></tr>"


def _stamp(stamp: EngineStamp) -> str:
    return f"{escape(stamp.package)} {escape(stamp.version)} · model SHA-256 <code>{escape(stamp.sha256)}</code>"


def _route(made: Translation) -> str:
    languages = (made.route[0][0], *(target for _, target in made.route)) if made.route else ()
    return " → ".join(english_name(language) for language in languages) or "Your own"


def _language(code: str | None) -> str:
    if code is None:
        return "unknown"
    name = english_name(code)
    return f"{escape(name)} ({escape(code)})" if name != code else escape(code)
