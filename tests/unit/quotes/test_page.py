"""Tests of pages: what an article is cut into, once, and what can be seen of it with some spans hidden."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection, Layout
from crossquote.model.span import Span
from crossquote.quotes.page import Page, read_page
from crossquote.quotes.scene import BLOT, hide


def _page(text: str, language: str = "en", skipped: tuple[Span, ...] = ()) -> Page:
    detection = Detection(language, 1.0, told=True)
    article = Article("a", text, title="a", outlet="a", detection=detection, layout=Layout(skipped=skipped))
    return read_page(article, language_of(language))


def test_tokens_are_words_and_marks() -> None:
    assert [token.key for token in _page("Ann Roe said: “Come, now!”").tokens] == [
        *("ann", "roe", "said", ":", "“", "come", ",", "now", "!", "”"),
    ]


def test_a_pronoun_that_hangs_on_its_verb_is_a_word_of_its_own() -> None:
    page = _page("Le bac est sûr, a-t-elle dit.", "fr")
    hanging = [token for token in page.tokens if token.clitic]
    assert [(token.key, token.span.of(page.text)) for token in hanging] == [("elle", "elle")]
    assert [cue.span.of(page.text) for cue in page.cues] == ["dit"]


def test_a_cue_of_several_words_ends_at_a_mark() -> None:
    page = _page("A guard was asking, “For what?” They kept asking for help.")
    assert [cue.span.of(page.text) for cue in page.cues] == ["asking", "asking for"]


def test_what_is_hidden_is_not_seen() -> None:
    page = _page("Ann Roe said “Tom Poe claims it”. Jo Day left.")
    scene = hide(page, [pair.outer for pair in page.marked])
    assert [cue.span.of(page.text) for cue in scene.cues] == ["said"]
    assert [name.span.of(page.text) for name in scene.names] == ["Ann Roe", "Jo Day"]
    assert [word.key for word in scene.words] == ["ann", "roe", "said", "jo", "day", "left"]


def test_paragraphs_leave_out_what_is_skipped() -> None:
    page = _page("One two.\nThree.", skipped=(Span(0, 4),))
    assert [span.of(page.text) for span in page.paragraphs] == ["two.", "Three."]


def test_what_is_skipped_may_lie_over_one_another() -> None:
    page = _page("One two three four.", skipped=(Span(0, 4), Span(2, 8), Span(4, 6), Span(14, 18)))
    assert [span.of(page.text) for span in page.paragraphs] == ["three ", "."]


@settings(max_examples=60, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(["“a b,”", " he said", ". ", "\n", "«c»", "Ann", " ", "-il", "'s", "中文", "x-y"])
    ).map("".join),
    language=st.sampled_from(["en", "fr", "de", "zh"]),
)
def test_tokens_hold_every_letter_and_hiding_agrees_with_the_masked_text(text: str, language: str) -> None:
    page = _page(text, language)
    covered = {place for token in page.tokens for place in range(token.span.start, token.span.end)}
    assert all(place in covered for place, letter in enumerate(text) if letter.isalnum())
    assert all(one.span.end <= two.span.start for one, two in zip(page.tokens, page.tokens[1:], strict=False))
    scene = hide(page, [pair.outer for pair in page.marked])
    seen = [*(x.span for x in scene.words), *(x.span for x in scene.cues), *(x.span for x in scene.names)]
    assert not any(BLOT in span.of(scene.masked) for span in seen)
