"""What holds for the quotes of any text: spans slice, are ordered, lie apart and outside what is skipped."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection, Layout
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.quotes.find import find_quotes
from crossquote.text.pairing import find_marked, paragraphs

_PIECES = [
    *"“”„«»‹›\"'‘’「」『』《》—–-:;,.!?…()>\n\n  \u00a0",
    "``", "''", " said ", " sagte ", " сказав ", "Anna Berg", "the president", "she", "Q: ", "ANNA: ", "yes", "Nein",
    "ні", "30", "\u200f", "\u200d", "é", "e\u0301", "🙂", "@anna", "x.com", "of", "that",
]  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
_LANGUAGES = st.sampled_from(["en", "de", "uk", "es", "fr", "zh", "ar", "tr", "xx", None])


def _article(text: str, language: str | None, skipped: tuple[Span, ...] = ()) -> Article:
    detection = Detection(language, 1.0, told=True)
    return Article("a", text, title="a", outlet="a", detection=detection, layout=Layout(skipped=skipped))


@settings(max_examples=80, deadline=None)
@given(text=_TEXTS, language=_LANGUAGES)
@example(text="press“h\n„\"'", language="en")
@example(text="> \n> yes\n>\n", language="en")
def test_spans_are_ordered_and_lie_in_the_text(text: str, language: str | None) -> None:
    for quote in find_quotes(_article(text, language), language_of(language)):
        assert quote.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert all(one.end <= two.start for one, two in pairwise(quote.spans))
        if quote.speaker is not None and quote.speaker.mention is not None:
            assert quote.speaker.mention.of(text).strip()
            assert quote.speaker.name


@settings(max_examples=80, deadline=None)
@given(text=_TEXTS, language=_LANGUAGES)
def test_direct_quotes_lie_apart_and_have_ids_of_their_own(text: str, language: str | None) -> None:
    direct = [
        quote
        for quote in find_quotes(_article(text, language), language_of(language))
        if quote.kind is not QuoteKind.INDIRECT
    ]
    spans = sorted(span for quote in direct for span in quote.spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert len({quote.id for quote in direct}) == len(direct)


@settings(max_examples=60, deadline=None)
@given(text=_TEXTS, start=st.integers(0, 40), length=st.integers(0, 40))
def test_what_is_skipped_is_not_searched(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    skipped = Span(start, min(len(text), start + length))
    direct = [
        q for q in find_quotes(_article(text, "en", (skipped,)), language_of("en")) if q.kind is not QuoteKind.INDIRECT
    ]
    assert not any(span.overlaps(skipped) for quote in direct for span in quote.spans if len(span))


@settings(max_examples=80, deadline=None)
@given(text=_TEXTS, language=_LANGUAGES)
def test_marks_pair_from_left_to_right_without_crossing(text: str, language: str | None) -> None:
    pairs = find_marked(text, paragraphs(text), language_of(language))
    assert all(pair.outer.contains(pair.content) for pair in pairs)
    assert all(one.outer.end <= two.outer.start for one, two in pairwise(pairs))
