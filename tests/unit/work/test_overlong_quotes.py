"""What is too long for a quote is left out, and its article says so."""

import pytest

from crossquote.model.article import Source
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.edits.descriptions import Description, describe_articles
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import left_out
from crossquote.work.stages.pipeline import add_text

LONGEST = 3_000
"""So long a quote may be here: what is longer by far takes its time to read."""
SAID = '"We will open the bridge on Monday," said Ada Lindqvist.\n\n'
ENDLESS = f'"{"We saw it all. " * (LONGEST // 14)}," said Ada Lindqvist.\n\n'


@pytest.fixture(autouse=True)
def longest(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("quotes.find", "work.stages.find_quotes"):
        monkeypatch.setattr(f"crossquote.{module}.LONGEST", LONGEST)


def read(text: str) -> State:
    session = Session(State())
    finish(add_text(session, text, "The Tide"))
    return session.state


def test_an_article_says_that_a_quote_too_long_for_one_was_left_out() -> None:
    state = read(SAID + ENDLESS)
    (article,) = state.articles.values()
    assert [quote.hull.of(article.text)[:12] for quote in state.quotes.values()] == ["We will open"]
    (told,) = left_out(article)
    assert (told.fact("count"), told.fact("most")) == (1, LONGEST)
    assert str(told.fact("words")).startswith("We saw it all.")


def test_an_article_of_quotes_that_are_some_says_nothing() -> None:
    (article,) = read(SAID).articles.values()
    assert article.source.warnings == ()


def test_what_was_left_out_is_told_once_however_often_quotes_are_looked_for() -> None:
    session = Session(State())
    finish(add_text(session, SAID + ENDLESS, "The Tide"))
    (key,) = session.state.articles
    finish(describe_articles(session, [key], Description(language="de")))
    finish(describe_articles(session, [key], Description(language="en")))
    (article,) = session.state.articles.values()
    assert [warning.code for warning in article.source.warnings] == ["warning.overlong"]
    assert article.source == Source(read_at=article.source.read_at, warnings=left_out(article))
