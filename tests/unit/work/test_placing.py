"""Placing: a quote that the user moves, takes out or marks comes to stand, and stays, where the user says."""

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.progress import finish
from crossquote.wording.telling import tell
from crossquote.work.edits import quotes
from crossquote.work.edits.partners import place_new
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh
from unit.work.test_review import SECOND, two_articles, utterances_of

FRAGMENTS = (
    'Three\n\nMayor Ada Lindqvist said the town will "open the new harbour bridge" and that this happens '
    '"on Monday," before "the ministry sends the ferries".\n'
)


def three_fragments() -> tuple[Session, tuple[str, ...]]:
    session = two_articles()
    finish(add_text(session, FRAGMENTS, "third"))
    article = list(session.state.articles)[-1]
    return session, tuple(quote.id for quote in session.state.quotes_of(article))


def home_of(session: Session, quote_id: str) -> frozenset[str]:
    return next(group for group in utterances_of(session) if quote_id in group)


def test_one_quote_of_several_is_moved_and_taken_out_and_stays_there() -> None:
    session, parts = three_fragments()
    verbatim = [part for part in parts if "harbour bridge" in session.state.quotes[part].text(FRAGMENTS)]
    bridge, rained = (list(session.state.quotes)[number] for number in (0, 1))
    part = verbatim[-1]
    mate = next(one for one in parts if one != part and session.state.quotes[one].kind is not QuoteKind.INDIRECT)
    finish(quotes.join_quotes(session, part, bridge))
    finish(quotes.join_quotes(session, mate, bridge))
    assert {part, mate, bridge} <= home_of(session, bridge)
    finish(quotes.move_quote(session, part, rained))
    finish(refresh(session))
    assert {part, rained} <= home_of(session, part)
    assert mate in home_of(session, bridge)
    assert part not in home_of(session, bridge)
    finish(quotes.part_quote(session, part))
    finish(refresh(session))
    assert home_of(session, part) == {part}
    assert mate in home_of(session, bridge)


def test_a_report_that_stands_behind_words_in_marks_is_taken_out_too() -> None:
    session = two_articles()
    first = next(iter(session.state.quotes))
    text = (
        "Six\n\nMayor Ada Lindqvist said that the new harbour bridge would open on Monday. "
        '"We will open the new harbour bridge on Monday," she said.\n'
    )
    finish(add_text(session, text, "sixth"))
    article = list(session.state.articles)[-1]
    report = next(one.id for one in session.state.quotes_of(article) if one.kind is QuoteKind.INDIRECT)
    finish(quotes.join_quotes(session, report, first))
    assert any(report in rendition.reports for one in session.state.utterances.values() for rendition in one.renditions)
    finish(quotes.part_quote(session, report))
    finish(refresh(session))
    assert home_of(session, report) == {report}


def test_a_quote_that_is_parted_joins_no_other_utterance_instead() -> None:
    session = two_articles()
    first, _, second = session.state.quotes
    finish(add_text(session, SECOND.replace("Two", "Three"), "third"))
    third = list(session.state.quotes)[-1]
    finish(quotes.part_quote(session, third))
    finish(quotes.part_quote(session, second))
    finish(refresh(session))
    assert [home_of(session, one) for one in (first, second, third)] == [{first}, {second}, {third}]


def test_a_marked_quote_is_placed_where_the_user_says() -> None:
    session = two_articles()
    article = list(session.state.articles)[-1]
    _, rained, second = session.state.quotes
    span = Span(SECOND.index("Mayor"), SECOND.index(" said"))
    finish(quotes.mark_quote(session, article, span, beside=rained))
    marked = f"{article}:{span.start}-{span.end}"
    finish(refresh(session))
    assert home_of(session, marked) == {marked, rained}
    inner = Span(SECOND.index("We will"), SECOND.index(" on Tuesday"))
    finish(quotes.unmark_quotes(session, [second]))
    finish(quotes.mark_quote(session, article, inner, "Ada Lindqvist", beside=""))
    own = f"{article}:{inner.start}-{inner.end}"
    finish(refresh(session))
    assert home_of(session, own) == {own}


def test_a_quote_put_elsewhere_draws_no_likeness_after_it() -> None:
    session = two_articles()
    bridge, rained, second = session.state.quotes
    finish(add_text(session, "Four\n\nWe will open the new harbour bridge on Monday, they said.\n", "fourth"))
    article = list(session.state.articles)[-1]
    text = session.state.articles[article].text
    span = Span(text.index("We will"), text.index(", they"))
    for quote in session.state.quotes_of(article):
        finish(quotes.unmark_quotes(session, [quote.id]))
    finish(quotes.mark_quote(session, article, span, beside=rained))
    marked = f"{article}:{span.start}-{span.end}"
    assert {marked, rained} <= home_of(session, marked)
    assert not {bridge, second} & home_of(session, marked)
    finish(quotes.move_quote(session, marked, second))
    assert {marked, second, bridge} <= home_of(session, marked)
    finish(quotes.move_quote(session, marked, rained))
    finish(refresh(session))
    assert home_of(session, marked) == {marked, rained}


def test_where_a_new_quote_would_come_to_stand_is_known_beforehand() -> None:
    session = two_articles()
    article = list(session.state.articles)[-1]
    bridge, _, second = session.state.quotes
    finish(quotes.unmark_quotes(session, [second]))
    inner = Span(SECOND.index("We will"), SECOND.index(" on Tuesday"))
    placement = finish(place_new(session, quotes.marked(session.state, article, inner, "Ada Lindqvist")))
    assert placement.chosen == placement.partners[0].quote == bridge
    assert "bridge" in tell(placement.partners[0].reason)
    title = Span(0, 3)
    assert finish(place_new(session, quotes.marked(session.state, article, title))).chosen == ""
