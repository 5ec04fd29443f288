"""Times, titles and languages that a stranger wrote into a project or a report: none of them is more than a word."""

import os

import pytest
from msgspec.structs import replace

from attacks import harmless, project_of
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.origin import find_origin, origin_line
from crossquote.model.review import Note, Stamp
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.text.instants import instant_of
from crossquote.work.overview import in_time
from crossquote.work.projects import close, new_untitled, recoverable
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

TIMES = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00", "no time", "\0", "")
pytestmark = pytest.mark.usefixtures("drawn_here")


@pytest.fixture(scope="module")
def state() -> State:
    session = Session()
    for word in ("never", "soon"):
        finish(add_text(session, f'One\n\n"We will {word} open the bridge," Mayor Ada Lindqvist said.\n', word))
    return session.state


def marked(state: State, at: str) -> State:
    """Return a state of which every note was written, and every article came out, at a time."""
    about = [f"utterance:{one}" for one in state.utterances] + [f"quote:{one}" for one in state.quotes]
    articles = {
        key: replace(one, source=replace(one.source, published=at), date="") for key, one in state.articles.items()
    }
    return replace(state, articles=articles, notes={one: Note(one, "Ask.", Stamp("Ada", at)) for one in about})


@pytest.mark.parametrize("at", TIMES)
def test_a_time_that_is_none_breaks_no_report_and_no_overview(state: State, at: str) -> None:
    strange = marked(state, at)
    assert all(sorted(in_time(strange, one)) == [0, 1] for one in strange.utterances)
    for chosen in known_formats().values():
        assert chosen.render(gather_report(strange))


def test_an_instant_is_told_in_utc_or_not_at_all() -> None:
    known = instant_of("2025-03-14T12:00:00+02:00")
    assert known is not None
    assert known.isoformat() == "2025-03-14T10:00:00+00:00"
    assert [instant_of(at) for at in TIMES if at != "0001-01-01T00:00:00"] == [None] * 5


@pytest.mark.parametrize("at", TIMES)
def test_a_report_is_made_again_whenever_it_says_that_it_was_made(at: str) -> None:
    report = replace(project_of(harmless(1)), at=at, title="t" * 300)
    for chosen in known_formats().values():
        assert chosen.render(report)


@pytest.mark.parametrize("language", ["\0", "../../x", "a" * 5000, ""])
def test_a_report_in_no_language_that_is_told_here_is_as_good_as_english(language: str) -> None:
    report: Report = replace(project_of(harmless(1)), language=language)
    origin = find_origin(origin_line(report).encode())
    assert origin is not None
    assert origin.language == "en"


def test_work_that_was_changed_in_a_year_that_no_calendar_has_is_offered() -> None:
    session = new_untitled()
    finish(add_text(session, 'One\n\n"We will open the bridge," Mayor Ada Lindqvist said.\n', "one"))
    assert session.project is not None
    path = session.project.path
    close(session)
    os.utime(path, (5 * 10**11, 5 * 10**11))  # what NTFS can say
    (left,) = recoverable()
    assert 0 < left.at < 4 * 10**10
