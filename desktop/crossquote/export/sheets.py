"""Sheets: a report as tables, a row a thing; ids join what stands in different ones."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from crossquote.export.citing import file_name
from crossquote.export.document import Report, ReportFinding, ReportRendition, ReportUtterance, note_line
from crossquote.export.findings import tell_finding
from crossquote.export.summary import RULE_COLUMNS, language_told, made_by, route_told, rule_cells, step_told, summary
from crossquote.export.telling import Teller
from crossquote.model.review import Note, Stamp
from crossquote.model.signs import kind_name, verdict_name
from crossquote.model.span import Span
from crossquote.wording.joining import Joint

RowCells = tuple[str | int, ...]


class ReportSheet(Struct, frozen=True):
    """A table by the last part of the codes of its name and of its `columns`.

    The first cell of a row is its id, by which other sheets name it.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[RowCells, ...]


def report_sheets(report: Report) -> tuple[ReportSheet, ...]:
    """Return the sheets of a report: what it is about, what was found in which articles, and how that came about."""
    words = Teller(report.language)
    return tuple(ReportSheet(name, columns, tuple(_ROWS[name](report, words))) for name, columns in _COLUMNS.items())


_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "about": ("number", "term", "what"),
        "articles": (
            "article",
            "outlet",
            "title",
            "date",
            "language",
            "quotes",
            "address",
            "published",
            "read_at",
            "file",
            "sha256",
            "note",
        ),
        "utterances": ("utterance", "speaker", "renditions", "languages", "base", "really_said", "note"),
        "renditions": (
            *("rendition", "utterance", "article", "speaker", "outlet", "language", "kind"),
            *("quote", "translation", "compared", "verdict", "note"),
        ),
        "findings": (
            *("finding", "rendition", "utterance", "outlet", "severity", "check", "category"),
            *("message", "evidence", "seen", "in_base", "in_rendition", "ruling", "note"),
        ),
        "decisions": ("about", "what", "who", "when", "reason"),
        "rules": ("rule", *RULE_COLUMNS),
        "translations": ("translation_route", "route", "quotes", "made_by"),
        "log": ("step", "when", "who", "what"),
    }
)


def _about(report: Report, words: Teller) -> Iterator[RowCells]:
    told = (*summary(report, words), *(("", words.of(note)) for note in report.remarks))
    return ((number, *line) for number, line in enumerate(told, start=1))


def _articles(report: Report, words: Teller) -> Iterator[RowCells]:
    for told in report.articles:
        one = told.article
        language = language_told(one.language, words)
        moments = (words.fact(at, "moment") if at else "" for at in (one.source.published, one.source.read_at))
        yield (
            *(one.id, one.outlet, one.title, one.date or "", language, told.quotes),
            *(one.source.address or "", *moments, file_name(told.article), one.sha256),
            _noted_by(told.note, words),
        )


def _utterances(report: Report, words: Teller) -> Iterator[RowCells]:
    for one in report.utterances:
        base = words("report.really_said") if one.reference else one.renditions[one.base].article.outlet
        note = _noted_by(one.note, words)
        yield one.id, one.speaker or "", len(one.renditions), one.languages, base, one.reference, note


def numbered_renditions(report: Report) -> Iterator[tuple[str, ReportUtterance, ReportRendition]]:
    """Yield the renditions with an id of their own, in the order in which a report shows them."""
    for utterance in (*report.shared, *report.alone):
        for number, told in utterance.base_first:
            yield f"{utterance.id}:{number}", utterance, told


def _renditions(report: Report, words: Teller) -> Iterator[RowCells]:
    for name, utterance, told in numbered_renditions(report):
        rendition = told.rendition
        yield (
            *(name, utterance.id, told.article.id, told.speaker or "", told.article.outlet),
            *(rendition.language or "", words.of(kind_name(told.kind)) if told.kind else ""),
            *(rendition.text, rendition.translation or "", compared_told(told, words)),
            *(words.of(verdict_name(told.verdict.verdict)) if told.verdict else "", _joined(told, words)),
        )


def compared_told(told: ReportRendition, words: Teller) -> str:
    """Return whether a rendition is the base, was compared with it, or could not be."""
    if told.base:
        return words("report.base")
    return words.of(told.why_uncompared) if told.why_uncompared else words("report.compared")


def _joined(told: ReportRendition, words: Teller) -> str:
    return words.joined((_noted_by(note, words) for note in told.notes), Joint.NEXT)


def _noted_by(note: Note | None, words: Teller) -> str:
    """Return a note with who wrote it when; nothing where there is none."""
    return words.of(note_line(note)) if note is not None else ""


def numbered_findings(report: Report) -> Iterator[tuple[str, str, ReportUtterance, ReportRendition, ReportFinding]]:
    """Yield the findings with an id of their own and that of their rendition."""
    for name, utterance, told in numbered_renditions(report):
        for number, said in enumerate(told.findings):
            yield f"{name}:{number}", name, utterance, told, said


def finding_cells(told: ReportRendition, said: ReportFinding, words: Teller) -> RowCells:
    """Return what is told of a finding, from its severity to what was made of it, with the words on both sides."""
    line, finding, comparison = tell_finding(said, words), said.finding, told.comparison
    return (
        *(line.severity_name, line.check, line.category, line.found, line.proof, line.doubt),
        _piece(comparison.base if comparison else "", finding.base),
        _piece(comparison.text if comparison else "", finding.text),
        *(line.ruling, _noted_by(said.note, words)),
    )


def _piece(text: str, place: Span | None) -> str:
    return place.of(text) if place is not None else ""


def _findings(report: Report, words: Teller) -> Iterator[RowCells]:
    for name, rendition, utterance, told, said in numbered_findings(report):
        yield name, rendition, utterance.id, told.article.outlet, *finding_cells(told, said, words)


def _decisions(report: Report, words: Teller) -> Iterator[RowCells]:
    yield from _judged(report, words)
    for name, _, _, _, said in numbered_findings(report):
        if said.ruled is not None:
            what, stamp, reason = said.ruled
            yield _decision(name, words.of(what), stamp, words, reason)
        if said.note is not None:
            yield _decision(name, said.note.text, said.note.stamp, words)
    yield from _noted(report, words)


def _judged(report: Report, words: Teller) -> Iterator[RowCells]:
    """Yield the verdicts on renditions, and the notes on them."""
    for name, _, told in numbered_renditions(report):
        if told.verdict is not None:
            yield _decision(name, words.of(verdict_name(told.verdict.verdict)), told.verdict.stamp, words)
        for note in told.notes:
            yield _decision(name, note.text, note.stamp, words)


def _noted(report: Report, words: Teller) -> Iterator[RowCells]:
    """Yield the notes on utterances, on articles, and on what is not there any more."""
    for utterance in report.utterances:
        if utterance.note is not None:
            yield _decision(utterance.id, utterance.note.text, utterance.note.stamp, words)
    for article in report.articles:
        if article.note is not None:
            yield _decision(article.article.id, article.note.text, article.note.stamp, words)
    for note in report.other_notes:
        yield _decision("", note.text, note.stamp, words)


def _decision(about: str, what: str, stamp: Stamp, words: Teller, reason: str = "") -> RowCells:
    return about, what, stamp.who, words.fact(stamp.at, "moment"), reason


def _rules(report: Report, words: Teller) -> Iterator[RowCells]:
    return ((rule.id, *cells) for rule, cells in zip(report.rules, rule_cells(report, words), strict=True))


def _translations(report: Report, words: Teller) -> Iterator[RowCells]:
    for number, made in enumerate(report.packages, start=1):
        yield number, route_told(made, words), made.count, "\n".join(made_by(made, words))


def _log(report: Report, words: Teller) -> Iterator[RowCells]:
    for told in report.log:
        yield told.number, words.fact(told.at, "moment"), told.who, step_told(told, words)


_ROWS: Mapping[str, Callable[[Report, Teller], Iterator[RowCells]]] = MappingProxyType(
    {
        "about": _about,
        "articles": _articles,
        "utterances": _utterances,
        "renditions": _renditions,
        "findings": _findings,
        "decisions": _decisions,
        "rules": _rules,
        "translations": _translations,
        "log": _log,
    }
)
