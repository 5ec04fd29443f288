"""Gathering a report: what is open, what was found in it, and what the user made of that, as one document."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType

from crossquote.comparison.align.projection import rendition_links
from crossquote.comparison.coverage import coverage, quoted_languages
from crossquote.comparison.instruments.original_pieces import original_pieces
from crossquote.comparison.table import cannot_judge, known_checks
from crossquote.errors import UserError
from crossquote.export.document import (
    Report,
    ReportArticle,
    ReportFinding,
    ReportPackages,
    ReportPossible,
    ReportRendition,
    ReportReview,
    ReportUtterance,
    tally,
)
from crossquote.language.language import language_of
from crossquote.message import Message, message
from crossquote.model.article import body_paragraphs
from crossquote.model.markup import plain_pieces, rendition_pieces
from crossquote.model.quote import Quote, Speaker
from crossquote.model.review import Stamp
from crossquote.model.signs import possible_line
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.step import StepName
from crossquote.model.translation import EngineStamp, Flag, Translation
from crossquote.model.utterance import Utterance
from crossquote.work.copies import copies_among, one_witness, sources_among
from crossquote.work.credits import credit
from crossquote.work.edits.review import Reviewed, findings, progress
from crossquote.work.moment import this_moment
from crossquote.work.stages.who_speaks import speaker_of, told_by_others


def gather_report(
    state: State,
    log: Iterable[StepName] = (),
    *,
    title: str = "",
    lacking: Iterable[Message] = (),
    unread: Iterable[UserError] = (),
    language: str = "en",
) -> Report:
    """Return the report on `state`, to be told in `language`, as of now.

    `log` are the steps of its project; `lacking` says which language packages would help; `title` names what is open.
    `unread` are the files that could not be read.
    """
    log = tuple(log)
    places = {key: body_paragraphs(one.text, one.layout) for key, one in state.articles.items()}
    utterances = tuple(_utterance(state, utterance, places) for utterance in state.utterances.values())
    copies = copies_among(state.articles)
    off = tuple(state.checks_off.split())
    return Report(
        title=title,
        at=this_moment(),
        language=language,
        reading_language=state.reading_language,
        articles=tuple(_articles(state, copies)),
        quotes=len(state.quotes),
        utterances=utterances,
        tallies=tally(utterances),
        review=_review(state, utterances),
        packages=_packages(state.evidence.values()),
        checks=len(known_checks()),
        off=off,
        left_out=tuple(_unread(problem) for problem in unread),
        witnesses=tuple(one_witness([state.articles[key].outlet for key in keys]) for keys in sources_among(copies)),
        lacking=tuple(lacking),
        coverage=coverage(quoted_languages(state), frozenset(off)),
        rules=tuple(state.rules.values()),
        notes=tuple(state.notes.values()),
        log=log,
        steps=len(log),
        memory=MappingProxyType(dict(state.sentences)),
    )


def _articles(state: State, copies: Mapping[str, tuple[str, ...]]) -> Iterator[ReportArticle]:
    counts = Counter(quote.article for quote in state.quotes.values())
    for key, article in state.articles.items():
        silent = cannot_judge(language_of(article.language))
        yield ReportArticle(article, counts[key], silent, copies.get(key, ()), state.notes.get(f"article:{key}"))


def _unread(problem: UserError) -> Message:
    return message("report.unread", file=PurePath(problem.path or "").name, reason=problem.message)


def gather_utterance(state: State, utterance: str) -> ReportUtterance | None:
    """Return one utterance as a report has it; None where it is gone."""
    found = state.utterances.get(utterance)
    if found is None:
        return None
    told = (state.articles[one.article] for one in found.renditions)
    return _utterance(state, found, {one.id: body_paragraphs(one.text, one.layout) for one in told})


_Paragraphs = Mapping[str, Sequence[Span]]
"""The paragraphs of each article's body, by its id."""


def _utterance(state: State, utterance: Utterance, places: _Paragraphs) -> ReportUtterance:
    others = told_by_others(state, utterance)
    renditions = range(len(utterance.renditions))
    return ReportUtterance(
        id=utterance.id,
        speaker=utterance.speaker,
        base=utterance.base,
        reference=utterance.reference,
        renditions=tuple(_rendition(state, utterance, index, places, others) for index in renditions),
        compared=utterance,
        reading_language=state.reading_language,
        note=state.notes.get(f"utterance:{utterance.id}"),
        possibly=tuple(_possible(state, utterance)),
    )


def _possible(state: State, utterance: Utterance) -> Iterator[ReportPossible]:
    for possible in state.possible_of(utterance):
        other = state.utterances[possible.utterance]
        outlet = state.articles[other.renditions[other.base].article].outlet
        yield ReportPossible(possible, possible_line(possible, other, outlet))


def _rendition(
    state: State, utterance: Utterance, index: int, places: _Paragraphs, others: Mapping[str, Speaker]
) -> ReportRendition:
    rendition = utterance.renditions[index]
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    pieces = rendition_pieces(comparison) if comparison else plain_pieces(rendition.shown)
    quotes = tuple(state.quotes[quote] for quote in rendition.quotes if quote in state.quotes)
    speaker = speaker_of(state, rendition, others)
    named = others.get(rendition.article)
    translated = rendition.translation is not None
    links = rendition_links(rendition, state.evidence) if translated else ()
    return ReportRendition(
        rendition=rendition,
        article=state.articles[rendition.article],
        quotes=quotes,
        speaker=speaker,
        named=named,
        credit=credit(utterance, named, speaker),
        paragraphs=_paragraphs(places[rendition.article], quotes),
        repeated=tuple(state.quotes[quote] for quote in rendition.reports if quote in state.quotes),
        kind=state.kind_of(rendition),
        base=index == utterance.base and not utterance.reference,
        read=translated or rendition.language == state.reading_language,
        language=state.reading_language if translated else rendition.language,
        comparison=comparison,
        pieces=pieces,
        original=original_pieces(rendition.text, pieces, links) if translated else (),
        findings=tuple(_finding(reviewed) for reviewed in findings(state, utterance, index)),
        verdict=state.verdicts.get(rendition.quotes[0]) if rendition.quotes else None,
        notes=tuple(
            note
            for quote in (*rendition.quotes, *rendition.reports)
            if (note := state.notes.get(f"quote:{quote}")) is not None
        ),
    )


def _paragraphs(places: Sequence[Span], quotes: Iterable[Quote]) -> tuple[int, ...]:
    """Return in which of an article's paragraphs quotes begin, counted from 1; none where it is in its title."""
    found: set[int] = set()
    for begin in (quote.spans[0].start for quote in quotes if quote.spans):
        number = bisect_right(places, begin, key=lambda place: place.start)
        if number and begin <= places[number - 1].end:
            found.add(number)
    return tuple(sorted(found))


def _finding(reviewed: Reviewed) -> ReportFinding:
    return ReportFinding(
        finding=reviewed.finding,
        decision=reviewed.decision,
        rule=reviewed.rule,
        note=reviewed.note,
    )


def _review(state: State, utterances: tuple[ReportUtterance, ...]) -> ReportReview:
    now = progress(state)
    judged = Counter(
        one.verdict.verdict
        for utterance in utterances
        for one in utterance.renditions
        if utterance.shared and not one.base and one.verdict is not None
    )
    return ReportReview(
        begun=bool(state.verdicts or state.rulings),
        reviewed=now.reviewed,
        renditions=now.renditions,
        open_findings=now.open_findings,
        verdicts=tuple(judged.most_common()),
        people=tuple(Counter(stamp.who for stamp in _stamps(state, utterances)).most_common()),
    )


def _stamps(state: State, utterances: Iterable[ReportUtterance]) -> Iterator[Stamp]:
    """Yield who decided what, a stamp a decision: verdicts, rulings (a rule's wherever it silences), and notes."""
    renditions = [one for utterance in utterances for one in utterance.renditions]
    yield from (one.verdict.stamp for one in renditions if one.verdict is not None)
    yield from (said.ruled[1] for one in renditions for said in one.findings if said.ruled is not None)
    yield from (note.stamp for note in state.notes.values())


def _packages(made: Iterable[Translation]) -> tuple[ReportPackages, ...]:
    counts: Counter[tuple[tuple[str, ...], tuple[EngineStamp, ...], bool]] = Counter()
    for one in made:
        counts[one.languages, () if one.own else one.stamps, Flag.SAMPLE in one.flags] += 1
    return tuple(ReportPackages(*how, count) for how, count in counts.items())
