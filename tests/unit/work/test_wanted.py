"""A wish about what other work took away meanwhile is refused in words, never a bug."""

from collections.abc import Callable

import pytest

from crossquote.errors import UserError
from crossquote.model.span import Span
from crossquote.progress import Work, finish
from crossquote.work.edits import articles as edit
from crossquote.work.edits import quotes, review
from crossquote.work.edits.descriptions import Description, describe_articles
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from saying import says

TEXT = 'One\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n'


@pytest.mark.parametrize(
    "begin",
    [
        lambda session: describe_articles(session, ["gone"], Description(language="uk")),
        lambda session: edit.pin_base(session, "gone", "gone"),
        lambda session: edit.pin_base(session, next(iter(session.state.utterances)), "gone"),
        lambda session: quotes.mark_quote(session, "gone", Span(0, 1)),
        lambda session: quotes.unmark_quotes(session, ["gone:0-1"]),
        lambda session: quotes.correct_quote(session, "gone:0-1", speaker="Ann"),
        lambda session: quotes.give_reference(session, "gone", "Yes."),
        lambda session: quotes.part_rendition(session, "gone", "gone"),
        lambda session: quotes.part_rendition(session, next(iter(session.state.utterances)), "gone"),
        lambda session: quotes.merge_utterances(session, "gone", "gone"),
    ],
)
def test_what_is_gone_is_said(begin: Callable[[Session], Work[object]]) -> None:
    session = Session()
    finish(add_text(session, TEXT, "first"))
    before = session.state
    with pytest.raises(UserError, check=says("not there any more")):
        finish(begin(session))
    assert session.state is before


def test_dismissing_on_what_is_gone_is_refused_too() -> None:
    with pytest.raises(UserError, check=says("not there any more")):
        review.dismiss_alike(Session(), "gone", "date")
