"""The head of a report, line by line: when it was made, who reviewed it, how far, and how much there is to compare."""

from collections.abc import Iterator

from crossquote.export.document import Report, ReportArticle, ReportPackages, ReportUtterance, note_line
from crossquote.export.findings import tell_findings
from crossquote.export.telling import Teller, Telling, in_marks
from crossquote.language.names import english_name
from crossquote.message import message
from crossquote.model.signs import language_name, verdict_name
from crossquote.model.step import StepName
from crossquote.model.translation import EngineStamp
from crossquote.version import this_version
from crossquote.wording.joining import Joint


def summary(report: Report, words: Teller) -> Iterator[tuple[str, str]]:
    """Yield what the report is about: a term, and what is told of it."""
    told = (
        ("made", _made(report, words)),
        ("reviewers", _reviewers(report, words)),
        ("reviewed", _reviewed(report, words)),
        ("compared_in", language_told(report.reading_language, words)),
        ("what", _amounts(report, words)),
        ("checks", _checks(report, words)),
    )
    return ((words(f"report.term.{term}"), said) for term, said in told)


def language_told(code: str | None, words: Teller) -> str:
    """Return a language by its name with its code; the code alone where it has no name."""
    if code is None:
        return words.of(language_name(code))
    return words("report.language", code=code) if english_name(code) != code else words.plain(code)


def route_told(made: ReportPackages, words: Teller) -> str:
    """Return the languages by way of which something was translated."""
    names = (words("language.name", code=code) for code in made.route)
    return words.joined(names, Joint.ROUTE) or words("report.your_own")


def step_told(step: StepName, words: Teller) -> str:
    """Return what a step did, or that it was taken back."""
    return words("report.taken_back", step=step.name) if step.undone else words.of(step.name)


def stamp_told(stamp: EngineStamp, words: Telling) -> str:
    """Return which package translated, with the SHA-256 of its model."""
    package = words.plain(f"{stamp.package} {stamp.version}")
    return words.joined((package, words("report.model", digest=stamp.sha256)), Joint.DOT)


def made_by(made: ReportPackages, words: Telling) -> tuple[str, ...]:
    """Return who translated, a line each: packages, or the user."""
    stamps = tuple(stamp_told(stamp, words) for stamp in made.stamps) or (words("report.the_user"),)
    return (*stamps, *([words("report.sample_package")] if made.sample else []))


RULE_COLUMNS = ("check", "in_base", "in_rendition", "reason", "who", "when")


def rule_cells(report: Report, words: Telling) -> Iterator[tuple[str, ...]]:
    """Yield the rules by which findings are not raised, each with its reason, who made it, and when."""
    for rule in report.rules:
        yield (
            *(words.fact(rule.check, "check"), words.plain(rule.base) or "—", words.plain(rule.text) or "—"),
            *(words.plain(rule.reason), words.plain(rule.stamp.who), words.fact(rule.stamp.at, "day")),
        )


def _made(report: Report, words: Teller) -> str:
    version = words.plain(this_version())
    if not report.at:
        made = words.around("report.made", version=version)
    else:
        made = words.around("report.made_at", time=words.time(report.at), version=version)
    who = report.choice.reviewer
    by = words.around("report.made_for", who=words.name(who)) if who else ""
    return words.joined((made, by), Joint.PART)


def _reviewers(report: Report, words: Teller) -> str:
    named = ((words.name(who) if who else words("report.unnamed"), count) for who, count in report.review.people)
    people = ((who, words("count.decisions", count=count)) for who, count in named)
    told = (words.around("report.reviewer", who=who, decisions=decisions) for who, decisions in people)
    return words.joined(told, Joint.PART) or words("report.nobody")


def _reviewed(report: Report, words: Teller) -> str:
    review = report.review
    told = words("report.progress", reviewed=review.reviewed, count=review.renditions)
    verdicts = (words("report.verdicts", number=count, verdict=verdict_name(of)) for of, count in review.verdicts)
    return words.joined((told, words.joined(verdicts, Joint.PART)), Joint.ABOUT)


def _amounts(report: Report, words: Teller) -> str:
    shared = report.shared
    renditions = sum(len(one.renditions) for one in shared)
    parts = (
        words("count.articles", count=len(report.articles)),
        words("count.quotes", count=report.quotes),
        words("count.utterances", count=len(report.utterances)),
        words("report.to_compare", utterances=len(shared), renditions=message("count.renditions", count=renditions)),
    )
    return words.joined(parts, Joint.DOT)


def _checks(report: Report, words: Teller) -> str:
    return (
        words("report.checks_off", checks=report.off) if report.off else words("report.all_checks", count=report.checks)
    )


def said_alone(utterance: ReportUtterance, words: Teller) -> tuple[str, ...]:
    """Return an utterance that one article alone reports, as a row's cells.

    A translation has a line of its own, and so has each remark.
    """
    told = utterance.renditions[0]
    said = [told.words, *([(told.rendition.shown, told.language)] if told.above else [])]
    lines = (in_marks(text, language, quoted=told.quoted) for text, language in said)
    return utterance.speaker or "—", "\n".join((*lines, *remarks_alone(utterance, words))), told.article.outlet


def remarks_alone(utterance: ReportUtterance, words: Telling) -> Iterator[str]:
    """Yield what was made of an utterance that one article alone reports, a line each; most have nothing."""
    told = utterance.renditions[0]
    for line in tell_findings(told, words):
        yield " ".join((line.sign, line.found, *line.grounds, *line.decided))
    notes = (*([utterance.note] if utterance.note is not None else []), *told.notes)
    yield from (words.of(note_line(note)) for note in notes)
    yield from [words.of(told.judged)] if told.judged else []
    yield from (words.of(other.line) for other in utterance.possibly)


def article_note(told: ReportArticle, words: Telling) -> str:
    """Return the note on an article as a line that says so; nothing where there is none."""
    return words("decision.note", note=note_line(told.note)) if told.note is not None else ""
