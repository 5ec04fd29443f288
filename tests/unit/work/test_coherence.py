"""Between two steps, and after a stop, everything that is shown leads somewhere."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.export.exporter import export_report, known_formats
from crossquote.export.format import ReportPart
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.json import reviewed_row
from crossquote.model.coherence import coherent
from crossquote.model.quote import Speaker
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import Possible
from crossquote.model.utterances import quotes_of
from crossquote.progress import Work, finish
from crossquote.project.store import Project
from crossquote.work.edits.articles import remove_articles
from crossquote.work.edits.quotes import unmark_quotes
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

SAID = '{0}\n\n"We will open the new harbour bridge on {0}," Mayor Ada Lindqvist said.\n'


def opened(project: Project | None = None) -> Session:
    session = Session(project=project)
    for day in ("Monday", "Tuesday", "Friday"):
        finish(add_text(session, SAID.format(day), f"{day} news"))
    return session


def remove_first(session: Session) -> Work[object]:
    return remove_articles(session, list(session.state.articles)[:1])


def unmark_first(session: Session) -> Work[object]:
    return unmark_quotes(session, [next(iter(session.state.quotes))])


@pytest.mark.parametrize("begin", [remove_first, unmark_first])
def test_every_step_of_an_edit_can_be_shown_and_kept(begin: Callable[[Session], Work[object]], tmp_path: Path) -> None:
    project = Project(tmp_path / "bridge.crossquote", new=True)
    session = opened(project)
    work, seen = begin(session), 0
    for _ in work:
        assert coherent(session.state) is session.state
        assert report_html(gather_report(session.state))
        assert reviewed_row(gather_report(session.state))
        seen += len(session.state.quotes) == 2
    assert seen
    project.close()


def test_an_utterance_loses_a_quote_that_leads_nowhere_though_it_says_the_same() -> None:
    known = opened().state
    id_, quote = next(iter(known.quotes.items()))
    strayed = replace(quote, speaker=Speaker(Span(10_000, 10_003), "Ada Lindqvist"))
    made = coherent(replace(known, quotes=MappingProxyType({**known.quotes, id_: strayed})), known)
    assert id_ not in made.quotes
    assert all(id_ not in quotes_of(one) for one in made.utterances.values())


def test_who_says_a_quote_leaves_its_utterance_as_it_is() -> None:
    known = opened().state
    id_, quote = next(iter(known.quotes.items()))
    told = replace(known, quotes=MappingProxyType({**known.quotes, id_: replace(quote, speaker=Speaker(None, "Per"))}))
    assert coherent(told, known) is told


def test_work_that_was_stopped_can_be_opened_again(tmp_path: Path) -> None:
    project = Project(tmp_path / "bridge.crossquote", new=True)
    session = opened(project)
    work = remove_first(session)
    while len(session.state.articles) == 3:
        next(work)
    work.close()
    project.close()
    project = Project(tmp_path / "bridge.crossquote")
    again = Session(project=project)
    assert again.state == session.state
    assert report_html(gather_report(again.state))
    (utterance,) = again.state.utterances.values()
    assert len(utterance.renditions) == 2
    session.state = State()
    again.undo()
    assert len(again.state.articles) == 3
    assert coherent(again.state) is again.state
    project.close()


@pytest.mark.parametrize("chance", [float("nan"), float("inf"), 1e300, -1.0])
def test_a_chance_that_is_none_is_left_out_and_nothing_else(chance: float) -> None:
    state = opened().state
    key, utterance = next(iter(state.utterances.items()))
    spoilt = replace(utterance, possibly=(Possible(key, chance),))
    kept = coherent(replace(state, utterances=MappingProxyType({**state.utterances, key: spoilt})))
    assert kept.utterances[key] == replace(utterance, possibly=())
    assert report_html(gather_report(kept))


@pytest.mark.parametrize("known", [True, False])
def test_an_utterance_that_says_other_than_its_quotes_is_given_their_words(tmp_path: Path, *, known: bool) -> None:
    state = opened().state
    key, quote = next(iter(state.quotes.items()))
    whole = replace(quote, spans=(Span(0, quote.hull.end),))
    spoilt = replace(state, quotes=MappingProxyType({**state.quotes, key: whole}))
    healed = coherent(spoilt, state if known else None)
    (utterance,) = healed.utterances.values()
    told = next(index for index, one in enumerate(utterance.renditions) if key in one.quotes)
    assert utterance.renditions[told].text == whole.text(state.articles[whole.article].text)
    assert utterance.comparisons == (None,) * 3
    assert coherent(healed) is healed
    for ending, chosen in known_formats().items():
        if ReportPart.RENDITIONS in chosen.holds and ending != ".pdf":
            export_report(gather_report(healed), tmp_path / f"report{ending}", chosen)
