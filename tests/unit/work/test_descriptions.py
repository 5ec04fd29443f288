"""What the user says of an article holds, is a step, and can be taken back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits.descriptions import Description, describe_article, description_of, is_sound, take_back
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files, add_text
from web_pages import page

pytestmark = pytest.mark.usefixtures("kept_processes")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "post.html"
    path.write_text(page(), encoding="utf-8")
    with closing(Project(tmp_path / "one.crossquote", new=True)) as project:
        session = Session(project=project)
        assert finish(add_files(session, [path])).problems == ()
        yield session


def only(session: Session) -> str:
    (article,) = session.state.articles
    return article


def test_an_article_is_described_as_the_user_says_and_undo_takes_that_back(session: Session) -> None:
    key = only(session)
    before = session.state.articles[key]
    told = Description("A title", "An outlet", "Eva Ek", "2025-03-15", "https://other.example/1")
    changes = finish(describe_article(session, key, told))
    assert description_of(session.state.articles[key]) == told
    assert key in changes.articles
    assert session.state.articles[key].source.published is None
    assert session.state.articles[key].text == before.text
    session.undo()
    assert session.state.articles[key] == before


def test_the_moment_is_kept_as_long_as_the_day_is(session: Session) -> None:
    key = only(session)
    known = session.state.articles[key]
    finish(describe_article(session, key, Description("A title", "An outlet", date=known.date or "")))
    assert session.state.articles[key].source.published == known.source.published is not None


def test_another_day_makes_another_day_of_a_weekday() -> None:
    session = Session()
    for number, day in enumerate(("on Monday", "on 6 June")):
        text = f"Ferries {number}\n\n“The bridge will be closed {day} for the whole day,” Ada Lindqvist said."
        finish(add_text(session, text, f"Outlet {number}"))
    assert "date" not in found_by(session)
    for article in session.state.articles.values():
        finish(describe_article(session, article.id, replace(description_of(article), date="2031-06-04")))
    assert "date" in found_by(session)


def found_by(session: Session) -> set[str]:
    comparisons = (one for utterance in session.state.utterances.values() for one in utterance.comparisons if one)
    return {finding.check for one in comparisons for finding in one.findings}


@pytest.mark.parametrize(
    ("date", "address", "sound"),
    [
        ("", "", True),
        ("2025-03-14", "https://a.example/b", True),
        ("", f"https://a.example/{'b' * 2000}", False),
        ("14 March", "", False),
        ("2025-02-30", "", False),
        ("", "a.example", False),
        ("", "javascript:alert(1)", False),
        ("", "http://[", False),
    ],
)
def test_a_day_is_one_and_an_address_is_one(date: str, address: str, *, sound: bool) -> None:
    assert is_sound(Description("Title", "Outlet", "", date, address)) is sound
    assert not is_sound(Description(" ", "Outlet"))


def test_a_part_that_was_set_aside_is_read_once_it_is_taken_back(session: Session) -> None:
    key = only(session)
    article = session.state.articles[key]
    part = next(span for span in article.layout.skipped if "They will close it" in span.of(article.text))
    before = len(session.state.quotes)
    finish(take_back(session, key, [part]))
    assert part not in session.state.articles[key].layout.skipped
    assert len(session.state.quotes) == before + 1
    session.undo()
    assert session.state.articles[key] == article
    assert len(session.state.quotes) == before
