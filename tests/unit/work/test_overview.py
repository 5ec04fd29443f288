"""The overview counts what the reports and lists count, by a look at the same values."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.export.document import Report
from crossquote.message import message
from crossquote.model.article import Article, Detection, Source
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.review import Ruling
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import Possible, Rendition, Utterance
from crossquote.progress import finish
from crossquote.quotes.grammar import load_grammar
from crossquote.work.edits import review
from crossquote.work.overview import Overview, in_time, survey
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import list_stories


def found(*severities: Severity) -> Comparison:
    """Return a comparison with findings of some severities."""
    said = message("quantity.changed", was="5 May", now="6 May")
    listed = (Finding("date", Category.MISTRANSLATION, one, Span(0, 4), Span(0, 4), said) for one in severities)
    return Comparison("Open Monday", "Open Tuesday", (), tuple(listed))


def article(key: str, date: str | None = None, published: str | None = None) -> Article:
    return Article(key, f"Text {key}", f"Title {key}", f"Outlet {key}", date=date, source=Source(published=published))


def state_of(*utterances: Utterance, articles: tuple[Article, ...] = ()) -> State:
    known = {one.id: one for one in articles} or {key: article(key) for key in "abc"}
    return State(articles=MappingProxyType(known), utterances=MappingProxyType({one.id: one for one in utterances}))


def said(key: str, *comparisons: Comparison | None, speaker: str | None = "Ada Lindqvist") -> Utterance:
    """Return an utterance of articles a, b, c …; the first of `comparisons` is that of the base."""
    renditions = tuple(Rendition("abc"[at], (f"{key}{at}",), "en", f"{key} {at}") for at in range(len(comparisons)))
    return Utterance(key, speaker, renditions, comparisons=comparisons)


STATE = state_of(
    said("calm", None, found(), found(Severity.NEUTRAL)),
    said("grave", None, found(Severity.MINOR, Severity.CRITICAL), None, speaker="Tim Strand"),
    said("alone", None),
)


def test_nobody_is_named_by_a_pronoun() -> None:
    written = tuple(replace(article(key), detection=Detection("uk", 1.0)) for key in "abc")
    told = (
        said("one", None, speaker="Ми"),
        said("two", None, speaker="Ада Ліндквіст"),
        said("three", None, speaker="we"),
    )
    assert [one.speaker for one in survey(state_of(*told, articles=written)).quoted] == ["Ада Ліндквіст", "we"]


def test_utterances_of_several_articles_stand_there_the_severest_first() -> None:
    overview = survey(STATE)
    assert overview.utterances == ("grave", "calm")
    assert overview.told["b", "grave"].severity is Severity.CRITICAL
    assert ("a", "alone") not in overview.told
    assert overview.severities == {Severity.CRITICAL: 1, Severity.MINOR: 1, Severity.NEUTRAL: 1}


def test_who_tells_the_severest_stands_first_among_the_articles() -> None:
    calm = replace(said("calm", None, found()), renditions=tuple(Rendition(one, (), "en", one) for one in "ab"))
    grave = replace(
        said("grave", None, found(Severity.CRITICAL)), renditions=tuple(Rendition(one, (), "en", one) for one in "cb")
    )
    overview = survey(state_of(calm, grave))
    assert overview.utterances == ("grave", "calm")
    assert overview.articles == ("c", "b", "a")


def test_no_grammar_is_read_to_know_pronouns() -> None:
    load_grammar.cache_clear()
    survey(STATE)
    assert not load_grammar.cache_info().misses


def test_nearness_is_the_share_of_compared_renditions_without_a_finding_worth_a_look() -> None:
    nearest = {key: (one.kept, one.compared) for key, one in survey(STATE).nearest}
    assert nearest == {"c": (1, 1), "b": (1, 2)}
    assert [key for key, _ in survey(STATE).nearest] == ["c", "b"]


def test_what_could_not_be_compared_is_counted_and_is_no_base() -> None:
    overview = survey(STATE)
    assert overview.uncompared == 1
    assert not overview.told["c", "grave"].base
    assert overview.told["a", "grave"].base


def test_what_could_not_be_compared_is_counted_as_its_filter_does() -> None:
    waiting, told = said("waiting", None, None), replace(said("told", None), reference="Open Monday")
    assert survey(state_of(replace(waiting, comparisons=()))).uncompared == 0
    assert survey(state_of(told)).uncompared == 1


def test_speakers_are_counted_by_utterances_and_articles() -> None:
    quoted = [(one.speaker, one.utterances, one.articles) for one in survey(STATE).quoted]
    assert quoted == [("Ada Lindqvist", 2, 3), ("Tim Strand", 1, 3)]


def test_a_pair_that_is_possibly_the_same_counts_once() -> None:
    one, other = said("one", None, found()), said("other", None, found())
    pair = (replace(one, possibly=(Possible("other", 0.4),)), replace(other, possibly=(Possible("one", 0.4),)))
    assert survey(state_of(*pair)).possible == 1


def test_it_begins_with_the_severest_finding_that_stands() -> None:
    session = Session(STATE)
    worst = survey(session.state).worst
    assert worst is not None
    assert (worst.utterance, worst.article) == ("grave", "b")
    for reviewed in list(review.findings(session.state, session.state.utterances["grave"], 1)):
        review.rule_on(session, reviewed.key, Ruling.DISMISSED)
    overview = survey(session.state)
    assert overview.worst is None
    assert overview.told["b", "grave"].keeps


def test_nothing_open_gives_an_empty_overview() -> None:
    overview = survey(State())
    assert (overview.utterances, overview.nearest, overview.worst, overview.quotes) == ((), (), None, 0)


@pytest.mark.parametrize(
    ("times", "wanted"),
    [
        (("2025-03-15", "2025-03-14", None), (1, 0, 2)),
        ((None, None, "2025-03-14"), (2, 0, 1)),
        (("2025-03-14T10:00:00+02:00", "2025-03-14T09:00:00+00:00", "2025-03-14"), (2, 0, 1)),
        (("2025-03-14T01:00:00+03:00", "2025-03-13T23:00:00+00:00", "2025-03-13"), (2, 0, 1)),
    ],
)
def test_renditions_stand_in_the_order_of_time_whatever_its_zone(times: tuple[str | None, ...], wanted: object) -> None:
    articles = tuple(
        article(key, (when or "")[:10] or None, when if when and "T" in when else None)
        for key, when in zip("abc", times, strict=True)
    )
    assert in_time(state_of(said("calm", None, found(), found()), articles=articles), "calm") == wanted


@pytest.fixture(scope="module")
def story() -> tuple[Overview, Report]:
    """Return the overview of a sample story, and the report on it."""
    session = Session()
    finish(add_files(session, next(one for one in list_stories() if one.id == "ceasefire-call").files))
    return survey(session.state), gather_report(session.state)


def test_it_says_what_the_report_says(story: tuple[Overview, Report]) -> None:
    overview, report = story
    assert set(overview.utterances) == {one.id for one in report.shared}
    assert overview.quotes == report.quotes
    told = [one for utterance in report.shared for one in utterance.renditions]
    assert len(overview.told) == len(told)
    worst = {
        (one.article.id, utterance.id): max((said.finding.severity.rank for said in one.findings), default=-1)
        for utterance in report.shared
        for one in utterance.renditions
    }
    assert worst == {key: -1 if one.severity is None else one.severity.rank for key, one in overview.told.items()}
    assert overview.uncompared == sum(one.uncompared for one in told)
