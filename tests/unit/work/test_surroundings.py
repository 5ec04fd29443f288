"""What stands around quotes: the sentences that hold them, one more where a quote is a whole sentence."""

from types import MappingProxyType

from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.work.surroundings import surroundings_of

TEXT = (
    "A heading\n\nThe mayor came late. “We open on Monday,” she said, “if it is dry.” Rain is likely. Nobody asked.\n\n"
    "“It is late. We go home.”\n\nAn end."
)


def shown(*quoted: str) -> list[str]:
    article = Article("a", TEXT, "title", "outlet", detection=Detection("en", 1.0))
    quotes = {}
    for words in quoted:
        at = TEXT.index(words)
        quotes[words] = Quote(words, "a", (Span(at, at + len(words)),), QuoteKind.DIRECT)
    state = State(articles=MappingProxyType({"a": article}), quotes=MappingProxyType(quotes))
    return [one.part.of(TEXT) for one in surroundings_of(state, (*quotes, "gone"))]


def test_the_sentence_of_a_quote() -> None:
    sentence = "“We open on Monday,” she said, “if it is dry.”"
    assert shown("Rain is") == [f"{sentence} Rain is likely."]
    assert shown("open on Monday") == [sentence]


def test_where_a_quote_begins_or_ends_with_its_sentence_one_more_is_shown() -> None:
    assert shown("Rain is likely") == ["“We open on Monday,” she said, “if it is dry.” Rain is likely. Nobody asked."]
    assert shown("We open on Monday") == ["The mayor came late. “We open on Monday,” she said, “if it is dry.”"]


def test_no_other_paragraph_is_shown() -> None:
    assert shown("It is late. We go home.") == ["“It is late. We go home.”"]


def test_quotes_of_the_same_sentences_stand_together() -> None:
    assert len(shown("We open on Monday", "if it is dry")) == 1
    assert len(shown("We open on Monday", "It is late")) == 2
    assert shown() == []
