"""Tests of agreement: words in marks and the report around them have one speaker."""

import pytest

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.quotes.find import find_quotes


def _quotes(language: str, text: str) -> tuple[Quote, ...]:
    article = Article("a", text, title="a", outlet="a", detection=Detection(language, 1.0, told=True))
    return find_quotes(article, language_of(language))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "«Todo irá bien», dijo Juan Olmo. Las partes, dijo, «quizás se vean mañana».", "Juan Olmo"),
        ("de", "Der Generalstab widersprach. Es gebe „keine Gefahr“ einer Flut im Tal, hieß es.", "Der Generalstab"),
        ("fr", "Paul Lenoir est venu. Des gens seraient, selon lui, « dans une mauvaise passe ».", "Paul Lenoir"),
        ("uk", "Посол Іван Гай приїхав. Тисячі людей, стверджує він, чекають «у дуже поганому місці».", "Іван Гай"),
    ],
)
def test_a_report_and_the_words_in_marks_within_it_have_one_speaker(language: str, text: str, name: str) -> None:
    last = [quote for quote in _quotes(language, text) if quote.kind is not QuoteKind.DIRECT]
    assert {quote.speaker.name for quote in last if quote.speaker} == {name}
    assert {quote.kind for quote in last} == {QuoteKind.MIXED, QuoteKind.INDIRECT}


def test_a_report_that_its_cue_cuts_is_one_quote_of_two_spans() -> None:
    (quote,) = _quotes("en", "Ann Roe came. Thousands of people, she claimed, were waiting in the rain.")
    assert len(quote.spans) == 2
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Roe"


def test_marks_without_a_word_between_them_are_no_quote() -> None:
    assert _quotes("uk", "Прийшла директорка «—» порту.") == ()
