"""The bounds of a quote: an end goes to a word's edge, the other stays, and nothing of another quote is taken."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.progress import finish
from crossquote.text.words import split_words
from crossquote.work.edits.bounds import End, one_word_on, room_of, with_end, without_blanks, words_near
from crossquote.work.edits.quotes import move_bounds
from crossquote.work.session import Session
from gui.hand_made import sample_state

TEXT = "She said: “We will open the bridge,” and then, after a pause, “on Monday, we hope.” Nobody asked why."
ARTICLE = Article("a", TEXT, "title", "outlet", detection=Detection("en", 1.0))
WORDS = words_near(ARTICLE, 0)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quote_of(*words: str) -> Quote:
    return Quote("q", "a", tuple(map(at, words)), QuoteKind.DIRECT, language="en")


WHOLE = Span(0, len(TEXT))
QUOTE = quote_of("We will open the bridge")


def told(spans: tuple[Span, ...]) -> list[str]:
    return [span.of(TEXT) for span in spans]


def test_an_end_goes_to_the_nearer_edge_of_a_word() -> None:
    middle = TEXT.index("bridge") + 2
    assert told(with_end(QUOTE, End.END, middle, WORDS, WHOLE)) == ["We will open the "]
    assert told(with_end(QUOTE, End.END, middle + 2, WORDS, WHOLE)) == ["We will open the bridge"]
    assert told(with_end(QUOTE, End.START, TEXT.index("will") + 1, WORDS, WHOLE)) == ["will open the bridge"]
    assert told(with_end(QUOTE, End.END, TEXT.index("hope.") + 5, WORDS, WHOLE)) == [
        "We will open the bridge,” and then, after a pause, “on Monday, we hope."
    ]


def test_blanks_are_no_part_of_a_quote_at_its_ends() -> None:
    """One whose end was drawn to a line's had the blank there, and the handle stood at the next line's beginning."""
    middle = TEXT.index("bridge") + 2
    assert told(without_blanks(with_end(QUOTE, End.END, middle, WORDS, WHOLE), TEXT)) == ["We will open the"]
    assert told(without_blanks((at(" open the "),), TEXT)) == ["open the"]
    assert told(without_blanks((at(" will"), at("open "), at("the bridge")), TEXT)) == ["will", "open ", "the bridge"]
    assert told(without_blanks((at(" "),), TEXT)) == [" "]


def test_a_word_stays() -> None:
    assert told(with_end(QUOTE, End.END, 0, WORDS, WHOLE)) == ["We"]
    assert told(with_end(QUOTE, End.START, len(TEXT), WORDS, WHOLE)) == ["bridge"]


def test_parts_that_lie_beyond_an_end_go() -> None:
    quote = quote_of("We will open the bridge", "on Monday, we hope")
    assert told(with_end(quote, End.END, at("bridge").end, WORDS, WHOLE)) == ["We will open the bridge"]
    assert told(with_end(quote, End.START, at("Monday").start, WORDS, WHOLE)) == ["Monday, we hope"]


def test_no_other_quote_is_reached_into() -> None:
    other = Quote("o", "a", (at("on Monday, we hope"),), QuoteKind.DIRECT)
    room = room_of(QUOTE, (QUOTE, other), ARTICLE)
    assert room == Span(0, at("on Monday").start)
    assert with_end(QUOTE, End.END, len(TEXT), WORDS, room)[-1].end == at("on Monday").start


def test_a_word_on_and_back_is_where_it_was() -> None:
    further = one_word_on(QUOTE, End.END, 1, WORDS)
    assert TEXT[:further].endswith("and")
    assert one_word_on(QUOTE, End.END, -1, WORDS) == at("the").end
    longer = Quote("q", "a", with_end(QUOTE, End.END, further, WORDS, WHOLE), QuoteKind.DIRECT)
    assert one_word_on(longer, End.END, -1, WORDS) == QUOTE.hull.end


LONG = "The bridge was well-known; its ends were assess-\nments of time, 1,000 of them.\n\n"


@pytest.mark.parametrize(("text", "code"), [(LONG * 200, "en"), ("橋を開くと市長は述べた。\n" * 2000, "ja")])
def test_words_near_a_place_are_those_of_the_article(text: str, code: str) -> None:
    article = Article("a", text, "title", "outlet", detection=Detection(code, 1.0))
    words = [word.span for word in split_words(text, language_of(code))]
    for place in (0, 777, len(text) // 2, len(text) - 1, len(text)):
        near = words_near(article, place)
        assert set(near) <= set(words)
        assert list(near) == [one for one in words if near[0].start <= one.start <= near[-1].start]
        assert near[0].start < max(place - 900, 1)
        assert near[-1].end > min(place + 900, len(text) - 9)


@pytest.mark.parametrize("piece", ["橋を開くと市長は述べた。", "橋", "a", "—"])
def test_of_a_long_article_only_what_is_near_is_cut_into_words(piece: str) -> None:
    article = Article("a", piece * 20_000, "title", "outlet", detection=Detection("ja", 1.0))
    near = words_near(article, 10_000)
    assert sum(map(len, near)) <= 4000
    assert all(6_000 < one.start <= one.end < 14_000 for one in near)


PLACES = st.integers(-5, len(TEXT) + 5)
QUOTES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(
    lambda words: Quote("q", "a", tuple(sorted(words)), QuoteKind.DIRECT)
)


@given(QUOTES, st.sampled_from(End), PLACES)
def test_spans_stay_spans_with_a_word_and_the_other_end(quote: Quote, end: End, place: int) -> None:
    spans = with_end(quote, end, place, WORDS, WHOLE)
    assert all(0 <= one.start < one.end <= len(TEXT) for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert any(word.start >= spans[0].start and word.end <= spans[-1].end for word in WORDS)
    if end is End.START:
        assert spans[-1].end == quote.hull.end
    else:
        assert spans[0].start == quote.hull.start
    edges = {edge for word in WORDS for edge in range(word.start + 1, word.end)}
    moved = spans[0].start if end is End.START else spans[-1].end
    assert moved not in edges


def test_it_is_one_step_and_none_where_nothing_moved() -> None:
    session = Session(sample_state())
    quote = session.state.quotes["u2-coast"]
    assert not finish(move_bounds(session, quote.id, quote.spans))
    shorter = (Span(quote.spans[0].start, quote.spans[0].end - 1),)
    finish(move_bounds(session, quote.id, shorter))
    assert session.state.quotes[quote.id].spans == shorter
