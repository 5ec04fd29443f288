"""Alternatives: the n-best list of a quote, on demand."""

from types import MappingProxyType

from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.work.evidence.alternatives import find_alternatives

TEXT = "Ми просимо миру. Так."


def state(language: str) -> State:
    article = Article("a", TEXT, "t", "o", detection=Detection(language, 1.0))
    quote = Quote("q", "a", (Span(0, len(TEXT)),), QuoteKind.DIRECT)
    return State(articles=MappingProxyType({"a": article}), quotes=MappingProxyType({"q": quote}))


def test_each_sentence_has_its_alternatives() -> None:
    first, second = finish(find_alternatives(state("uk"), "q", FakeTranslator([("uk", "en")]), 3))
    assert first.sentence == "Ми просимо миру."
    assert [one.text for one in first.hypotheses] == ["иМ омисорп урим.", "ИМ омисорп урим.", "ИМ ОМИСОРП урим."]
    assert len(second.hypotheses) == 2


def test_what_needs_none_or_has_no_way_has_none() -> None:
    assert finish(find_alternatives(state("en"), "q", FakeTranslator([("uk", "en")]))) == ()
    assert finish(find_alternatives(state("uk"), "q", FakeTranslator([]))) == ()
