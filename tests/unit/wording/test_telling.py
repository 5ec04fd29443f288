"""What a message says: plurals, lists, numbers, messages in messages, and facts that are never read as words."""

import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.comparison.table import known_checks
from crossquote.message import SILENCE, Fact, Message, message, verbatim
from crossquote.wording import tell
from crossquote.wording.kinds import KINDS, LIST_KINDS
from crossquote.wording.locales import name_language, write_bytes, write_list, write_number, write_percent
from crossquote.wording.moments import write_day, write_moment
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
        (message("did.read-in", language="uk"), "Read in Ukrainian"),
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
        (0, "bytes", "0 bytes"),
        (1, "bytes", "1 byte"),
        (999, "bytes", "999 bytes"),
        (1000, "bytes", "1 kB"),
        (999_949, "bytes", "999.9 kB"),
        (999_951, "bytes", "1 MB"),
        (1_234_567, "bytes", "1.2 MB"),
        (2_500_000_000_000, "bytes", "2,500 GB"),
        (-1, "bytes", "-1"),
        (0.4, "seconds", "0 secs"),
        (89, "seconds", "89 secs"),
        (90, "seconds", "2 mins"),
        (5399, "seconds", "90 mins"),
        (7200, "seconds", "2 hrs"),
        ("2026-11-26", "day", "26 Nov 2026"),
        ("2026-11-26T14:05:59+00:00", "day", "26 Nov 2026"),
        ("2026-11-26T14:05:59+00:00", "moment", "26 Nov 2026, 14:05 UTC"),
        ("2026-11-26T14:05:59+05:30", "moment", "26 Nov 2026, 14:05 UTC+05:30"),
        ("2026-11-26T14:05:59", "moment", "26 Nov 2026, 14:05"),
        ("2026-11-26 and more", "day", "2026-11-26 and more"),
        ("9999-99-99", "moment", "9999-99-99"),
        ("0001-01-01T00:00:00+14:00", "here", "0001-01-01T00:00:00+14:00"),
        (20261126, "day", "20,261,126"),
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


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")
def test_a_moment_is_told_by_the_clock_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Kyiv")
    time.tzset()
    assert tell_fact("2026-11-26T23:05:00+00:00", "en", "here") == "27 Nov 2026, 01:05"
    monkeypatch.undo()
    time.tzset()


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
    assert unworded == ["no catalogue knows 'no.such'", "'count.articles' has no fact 'count'"]
    unworded.clear()


@given(st.sampled_from(["en", "qps"]), st.integers())
def test_telling_is_a_function(language: str, count: int) -> None:
    said = message("count.articles", count=count)
    assert tell(said, language) == tell(said, language)
    assert set(string.digits) & set(tell(said, language))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (name_language("uk", "de"), "Ukrainisch"),
        (name_language("xx", "de"), None),
        (name_language("xx-BR", "de"), None),
        (name_language("pt-BR", "de"), "Portugiesisch (Brasilien)"),
        (tell(message("language.name", code="zt"), "pl"), "chiński tradycyjny"),
        (tell(message("language.name", code="pb"), "pl"), "brazylijski portugalski"),
        (write_number(12345.6, "de"), "12.345,6"),
        (write_percent(0.37, "de"), "37\N{NO-BREAK SPACE}%"),
        (write_bytes(1_200_000, "uk"), "1,2 МБ"),
        (write_day("2026-11-26", "de"), "26.11.2026"),
        (write_moment("2026-11-26T14:05:00+00:00", "fr"), "26 nov. 2026, 14:05 UTC"),
        (write_list(("a", "b", "c"), "pl"), "a, b i c"),
    ],
)
def test_each_locale_writes_in_its_own_way(written: str | None, told: str | None) -> None:
    assert written == told


def test_every_check_has_a_name_and_one_that_nobody_knows_is_its_own() -> None:
    for check in known_checks():
        assert tell_fact(check, "en", "check") == check
        assert tell_fact(check, "qps", "check").startswith("[")
    assert tell_fact("courtesy", "qps", "check") == "courtesy"
    assert tell_fact(("date", "money"), "en", "checks") == "date, money"
    assert tell_fact(("date", "money"), "en", "check") == "date and money"


def test_a_measure_has_two_places() -> None:
    assert [tell_fact(one, "en", "score") for one in (0.5, 1, -0.125, 2.0)] == ["0.50", "1.00", "-0.12", "2.00"]


def test_messages_stand_in_one_another_only_so_deep() -> None:
    told = message("error.place", reason="x")
    for _ in range(19):
        told = message("error.place", reason=(told,))
    assert tell(told)
    with pytest.raises(ValueError, match="too deep"):
        message("error.place", reason=told)


def test_a_code_that_is_a_strangers_reaches_no_terminal_as_it_is(unworded: list[str]) -> None:
    told = tell(Message("\x1b]0;pwn\x07\x1b[31m\nsecond line {text}"))
    assert told == "⟨]0;pwn[31msecond line text⟩"
    assert len(tell(Message("x" * 100_000))) < 100
    assert [len(line) < 120 and line.isprintable() for line in unworded] == [True, True]
    unworded.clear()
