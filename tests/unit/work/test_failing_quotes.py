"""Quotes that can't be found for a fault of the program's: the article says so, and no other loses its own."""

from pathlib import Path

import pytest

from crossquote.language.language import Language
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.progress import Step, Work, finish
from crossquote.quotes.find import look_for_quotes
from crossquote.work.edits.descriptions import Description, describe_articles
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import left_out
from crossquote.work.stages.pipeline import add_text

SAID = '"We will open the bridge on Monday," said Ada Lindqvist.\n\n'


def look_but_fail(article: Article, language: Language, step: Step) -> Work[tuple[Quote, ...]]:
    if "Karim" in article.text:
        raise IndexError("list index out of range")
    return look_for_quotes(article, language, step)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("crossquote.work.stages.find_quotes.look_for_quotes", look_but_fail)
    session = Session(State())
    finish(add_text(session, SAID, "The Tide"))
    finish(add_text(session, SAID.replace("Ada", "Karim"), "The Ebb"))
    return session


def test_the_article_says_so_and_keeps_its_text(session: Session) -> None:
    whole, failed = session.state.articles.values()
    assert (left_out(whole), failed.text.split()[-1]) == ((), "Lindqvist.")
    (told,) = left_out(failed)
    assert told.code == "warning.no-quotes-read"
    assert str(told.fact("error")).startswith(f"IndexError, {Path(__file__).name}:")


def test_the_others_have_their_quotes(session: Session) -> None:
    whole, _ = session.state.articles
    assert [quote.article for quote in session.state.quotes.values()] == [whole]


def test_once_they_are_found_nothing_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossquote.work.stages.find_quotes.look_for_quotes", look_for_quotes)
    finish(describe_articles(session, list(session.state.articles), Description(language="en")))
    assert [left_out(article) for article in session.state.articles.values()] == [(), ()]
    assert len(session.state.quotes) == 2
