"""What a message says: plurals, lists, numbers, messages in messages, and facts that are never read as words."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.message import SILENCE, Fact, Message, message, verbatim
from crossquote.wording import tell
from crossquote.wording.kinds import KINDS, LIST_KINDS
from crossquote.wording.telling import tell_fact

ODD = ["{count}", "{}", "{0.__class__}", "%s %(x)s", "\\1 \\g<0>", "{count:percent}", "⟨no.code⟩", "a\n{b}"]
texts = st.text() | st.sampled_from(ODD)
singles: st.SearchStrategy[Fact] = st.none() | st.booleans() | st.integers() | st.floats() | texts
facts = st.recursive(
    singles | st.lists(singles, max_size=4).map(tuple),
    lambda inner: inner.map(lambda fact: message("count.articles", count=fact)),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (message("count.articles", count=0), "0 articles"),
        (message("count.articles", count=1), "1 article"),
        (message("count.articles", count=2), "2 articles"),
        (message("count.articles", count=1.0), "1 article"),
        (message("count.articles", count=1.5), "1.5 articles"),
        (message("count.articles", count=12345), "12,345 articles"),
        (message("count.articles", count=(1, 2)), "1 and 2 articles"),
        (message("count.articles", count=message("count.quotes", count=1)), "1 quote articles"),
        (message("language.name", code="uk"), "Ukrainian"),
        (message("language.name", code=("uk", "ru", "en")), "Ukrainian, Russian and English"),
        (message("fact.yes"), "yes"),
        (verbatim("as it {stands}"), "as it {stands}"),
        (SILENCE, ""),
    ],
)
def test_a_message_is_told_in_english(said: Message, told: str) -> None:
    assert tell(said) == told
    assert tell(said, "no language") == told


@pytest.mark.parametrize(
    ("fact", "kind", "told"),
    [
        (None, "", ""),
        (True, "", "yes"),
        (False, "", "no"),
        (999, "", "999"),
        (-1234.5678, "", "-1,234.568"),
        (float("inf"), "", "inf"),
        (2026, "plain", "2026"),
        (0.37, "percent", "37%"),
        (True, "percent", "yes"),
        ((0.37, 1), "percent", "37% and 100%"),
        ("much", "percent", "much"),
        ("uk", "language", "Ukrainian"),
        ((), "", ""),
        (("a",), "", "a"),
        (("a", None, SILENCE, "b"), "", "a and b"),
        (("a", "b", "{0}"), "", "a, b and {0}"),
        (("a", "b", "c"), "or", "a, b or c"),
        (("a", "b", "c"), "row", "a, b, c"),
        ("a", "no kind", "a"),
    ],
)
def test_a_fact_is_written_as_its_language_does(fact: Fact, kind: str, told: str) -> None:
    assert tell_fact(fact, "en", kind) == told


@given(texts)
def test_a_text_goes_in_as_it_stands(text: str) -> None:
    assert tell(message("count.articles", count=text)) == f"{text} articles"
    assert tell(message("count.articles", count=message("count.quotes", count=text))) == f"{text} quotes articles"
    assert tell(verbatim(text), "qps") == text


@given(facts)
def test_any_nesting_is_told_in_every_language(fact: Fact) -> None:
    for language in ("en", "qps", "xx"):
        told = tell(message("count.articles", count=fact), language)
        assert " áŕtíçlé" in told if language == "qps" else " article" in told
        assert all(isinstance(tell_fact(fact, language, kind), str) for kind in (*KINDS, *LIST_KINDS))


def test_the_pseudo_language_is_longer_marked_and_keeps_facts() -> None:
    told = tell(message("count.articles", count=message("count.quotes", count=12)), "qps")
    assert told.startswith("[[12 ")
    assert told.endswith("]")
    assert len(told) > len("12 quotes articles") * 1.3
    assert not set(told) & set("aei")


def test_what_no_catalogue_knows_is_told_honestly_and_logged(unworded: list[str]) -> None:
    assert tell(message("no.such", a="x{b}", n=3), "qps") == "⟨no.such a=x{b} n=3⟩"
    assert tell(message("count.articles")) == "{count} articles"
    assert unworded == ["no catalogue knows no.such", "count.articles has no fact count"]
    unworded.clear()


@given(st.sampled_from(["en", "qps"]), st.integers())
def test_telling_is_a_function(language: str, count: int) -> None:
    said = message("count.articles", count=count)
    assert tell(said, language) == tell(said, language)
    assert set(string.digits) & set(tell(said, language))
