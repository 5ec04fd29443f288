"""What the user says of an article holds, is a step, and can be taken back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits.articles import pin_base, remove_articles, unpin_base
from crossquote.work.edits.descriptions import Description, describe_articles, description_of, is_sound, take_back
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
    told = Description("A title", "An outlet", "Eva Ek", "2025-03-15", "https://other.example/1", "uk", original=True)
    changes = finish(describe_articles(session, [key], told))
    assert description_of([session.state.articles[key]], session.state.pins) == told
    assert key in changes.articles
    assert session.state.articles[key].source.published is None
    assert session.state.articles[key].text == before.text
    session.undo()
    assert session.state.articles[key] == before


def test_the_moment_is_kept_as_long_as_the_day_is(session: Session) -> None:
    key = only(session)
    known = session.state.articles[key]
    finish(describe_articles(session, [key], Description("A title", "An outlet", date=known.date or "")))
    assert session.state.articles[key].source.published == known.source.published is not None


def test_another_day_makes_another_day_of_a_weekday() -> None:
    session = Session()
    for number, day in enumerate(("on Monday", "on 6 June")):
        text = f"Ferries {number}\n\n“The bridge will be closed {day} for the whole day,” Ada Lindqvist said."
        finish(add_text(session, text, f"Outlet {number}"))
    assert "date" not in found_by(session)
    for article in session.state.articles.values():
        finish(describe_articles(session, [article.id], Description(date="2031-06-04")))
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
        ("0001-01-01", "", False),
        ("9999-12-31", "", False),
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


def test_several_articles_are_described_in_one_step(session: Session) -> None:
    finish(remove_articles(session, session.state.articles))
    add_three(session)
    before = session.state
    first, second, third = before.articles
    told = Description(outlet="The Agency", date="2025-03-15")
    changes = finish(describe_articles(session, (first, third), told))
    named = [(one.outlet, one.date) for one in session.state.articles.values()]
    assert named == [("The Agency", "2025-03-15"), ("Outlet 1", None), ("The Agency", "2025-03-15")]
    assert changes.articles >= {first, third}
    assert second not in changes.articles
    titles = [one.title for one in session.state.articles.values()]
    assert titles == [one.title for one in before.articles.values()]
    session.undo()
    assert session.state.articles == before.articles


def test_of_several_articles_it_is_known_what_they_have_in_common() -> None:
    state = three_articles().state
    known = description_of([*state.articles.values()][:2], state.pins)
    assert known == Description(None, None, "", "", "", "en", original=False)


def test_an_original_is_the_base_of_what_it_renders_until_that_is_taken_back() -> None:
    session = three_articles()
    bases = {base_outlet(session)}
    for number, key in enumerate(session.state.articles):
        before = session.state
        finish(describe_articles(session, [key], Description(original=True)))
        assert base_outlet(session) == f"Outlet {number}"
        finish(describe_articles(session, [key], Description(original=False)))
        assert session.state.utterances == before.utterances
        bases.add(f"Outlet {number}")
    assert len(bases) == 3


def test_a_rendition_that_was_chosen_goes_before_the_original() -> None:
    session = three_articles()
    first, _, third = session.state.articles
    (utterance,) = session.state.utterances
    finish(pin_base(session, utterance, third))
    finish(describe_articles(session, [first], Description(original=True)))
    assert base_outlet(session) == "Outlet 2"
    finish(unpin_base(session, utterance))
    assert base_outlet(session) == "Outlet 0"


def test_an_original_is_the_base_of_what_comes_later() -> None:
    session = three_articles()
    key = next(iter(session.state.articles))
    finish(describe_articles(session, [key], Description(original=True)))
    finish(add_text(session, f"Four\n\n“{SAID.format('tonight')} It will not open,” Ada Lindqvist said.", "Outlet 3"))
    assert len(session.state.utterances) == 1
    assert base_outlet(session) == "Outlet 0"


SAID = "The old bridge over the harbour will stay closed {} for all who drive."


def three_articles() -> Session:
    """Return work with one utterance that three articles report."""
    session = Session()
    add_three(session)
    return session


def add_three(session: Session) -> None:
    """Add three articles that report one utterance."""
    for number, when in enumerate(("today", "tonight", "this evening")):
        text = f"Title {number}\n\n“{SAID.format(when)}” Ada Lindqvist said on the quay of the town."
        finish(add_text(session, text, f"Outlet {number}"))


def base_outlet(session: Session) -> str:
    """Return whose rendition is the base of the one utterance."""
    (utterance,) = session.state.utterances.values()
    return session.state.articles[utterance.renditions[utterance.base].article].outlet
