"""Who sides with whom: a word that one rendition alone has weighs more; what only the base has weighs less."""

from collections.abc import Sequence

from crossquote.comparison.compare import compare
from crossquote.comparison.evidence.odd_base import odd_findings
from crossquote.comparison.evidence.siding import weigh_siding
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind

SAID = "The gralls of the harbour have been empty since the storm in May."
OTHER = "The trobs of the harbour have been empty since the storm in May."
THIRD = "The vents of the harbour have been empty since the storm in May."


def side(text: str, kind: QuoteKind = QuoteKind.DIRECT) -> Side:
    return Side(text, language_of("en"), kind=kind)


def weighed(base: Side, *others: Side) -> tuple[Comparison | None, ...]:
    told = [(one, compare(base, one)) for one in others]
    return weigh_siding(base, told, odd_findings([found for _, found in told]))


def worst(found: Sequence[Finding], check: str) -> Severity:
    return max((one.severity for one in found if one.check == check), key=lambda one: one.rank)


def wording(found: Comparison | None) -> Severity:
    assert found is not None
    return worst(found.findings, "wording")


def test_two_alone_say_nothing_of_who_is_right() -> None:
    (found,) = weighed(side(SAID), side(OTHER))
    assert wording(found) is Severity.NEUTRAL


def test_one_against_two_that_agree_stands_out() -> None:
    _, found = weighed(side(SAID), side(SAID), side(OTHER))
    assert wording(found) is Severity.MAJOR
    assert found is not None
    told = next(one for one in found.findings if one.check == "wording")
    assert told.message.code == "wording.another"
    assert "weighed.alone" in [one.code for one in told.evidence]


def test_a_base_that_stands_alone_stands_out_in_all() -> None:
    assert [wording(one) for one in weighed(side(SAID), side(OTHER), side(OTHER))] == [Severity.MAJOR] * 2


def test_where_each_says_another_thing_the_words_were_chosen_freely() -> None:
    assert [wording(one) for one in weighed(side(SAID), side(OTHER), side(THIRD))] == [Severity.NEUTRAL] * 2


def test_two_against_two_are_no_majority() -> None:
    assert wording(weighed(side(SAID), side(SAID), side(OTHER), side(OTHER))[2]) is Severity.NEUTRAL


def test_a_synonym_that_stands_alone_is_still_the_same() -> None:
    large, big = "A large crowd waited at the pier for hours.", "A big crowd waited at the pier for hours."
    _, found = weighed(side(large), side(large), side(big))
    assert found is not None
    assert all(one.severity is Severity.NEUTRAL for one in found.findings)


def test_who_only_reports_may_choose_words() -> None:
    _, found = weighed(side(SAID), side(SAID), side(OTHER, QuoteKind.INDIRECT))
    assert wording(found).rank < Severity.MAJOR.rank


def test_what_the_base_alone_has_is_no_loss_of_most() -> None:
    base = side("The council of Dunmere met for 6 hours, and the mayor spoke for an hour.")
    short = side("The council of Dunmere met, and the mayor spoke for an hour.")
    (alone,) = weighed(base, short)
    assert alone is not None
    assert worst(alone.findings, "time") is Severity.MAJOR
    for found in weighed(base, short, short):
        assert found is not None
        assert worst(found.findings, "time") is Severity.MINOR
