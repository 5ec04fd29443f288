"""Filters: those of a facet widen, several narrow; what each offers is what it shows."""

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crossquote.model.review import Decision, FindingKey, Judgement, Ruling, Stamp, Verdict
from crossquote.model.state import State
from crossquote.work.edits.review import findings
from crossquote.work.filters import (
    OUTCOMES,
    SAME,
    SHARED,
    UNCOMPARED,
    UNREVIEWED,
    VERDICTS,
    Facet,
    Filter,
    FilterLine,
    FilterOffers,
    Filters,
    Sieve,
    is_same,
    line_of,
    lines_of,
    standing_in,
    uncompared,
)
from gui.hand_made import sample_state

STAMP = Stamp("Ada", "2025-03-14T10:00:00+00:00")
VALUES = {facet: (*(f"{facet}{number}" for number in range(2)), "") for facet in Facet}
LINES = st.lists(st.tuples(*(st.sampled_from(VALUES[facet]) for facet in Facet)), min_size=1, max_size=4)
FILTERS = st.lists(
    st.sampled_from([Filter(facet, value) for facet in Facet for value in VALUES[facet]]), max_size=6, unique=True
).map(lambda chosen: Filters(tuple(chosen)))


def offered(lines: list[FilterLine], facets: Iterable[Facet], filters: Filters) -> set[Filter]:
    return {Filter(facet, value) for facet, value in FilterOffers.of(filters, facets).on(lines)}


def shown(state: State, *chosen: Filter) -> list[str]:
    sieve = Sieve.of(Filters(chosen))
    return [key for key, one in state.utterances.items() if sieve.shows(lines_of(one, state))]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((), ["u1", "u2", "u3"]),
        ((Filter(Facet.REACH, SHARED),), ["u1", "u2"]),
        ((Filter(Facet.OUTCOME, "critical"),), ["u1", "u2"]),
        ((Filter(Facet.OUTCOME, "major"),), ["u1"]),
        ((Filter(Facet.OUTCOME, UNCOMPARED),), ["u1"]),
        ((Filter(Facet.OUTCOME, SAME),), []),
        ((Filter(Facet.CHECK, "negation"), Filter(Facet.CHECK, "number")), ["u1", "u2"]),
        ((Filter(Facet.OUTCOME, "major"), Filter(Facet.CHECK, "number")), []),
        ((Filter(Facet.OUTLET, "Küstenblatt"), Filter(Facet.OUTCOME, "major")), []),
        ((Filter(Facet.OUTLET, "Прибережна"), Filter(Facet.OUTCOME, "major")), ["u1"]),
        ((Filter(Facet.OUTLET, "Küstenblatt"), Filter(Facet.OUTCOME, UNCOMPARED)), ["u1"]),
        ((Filter(Facet.SPEAKER, ""),), ["u3"]),
        ((Filter(Facet.LANGUAGE, "uk"), Filter(Facet.KIND, "direct")), ["u1"]),
        ((Filter(Facet.LANGUAGE, "de"), Filter(Facet.KIND, "direct")), []),
        ((Filter(Facet.VERDICT, UNREVIEWED),), ["u1", "u2"]),
    ],
)
def test_filters_narrow_together(chosen: tuple[Filter, ...], expected: list[str]) -> None:
    assert shown(sample_state(), *chosen) == expected


def test_what_could_not_be_compared_is_never_the_same() -> None:
    state = sample_state()
    first = state.utterances["u1"]
    bare = replace(
        first, comparisons=(None, *(replace(one, findings=()) if one else None for one in first.comparisons[1:]))
    )
    assert uncompared(bare) == 1
    assert not is_same(bare, state)
    whole = replace(bare, renditions=bare.renditions[:3], comparisons=bare.comparisons[:3])
    assert is_same(whole, state)
    assert {line[1] for line in lines_of(whole, state)} == {SAME}
    waiting = replace(bare, comparisons=())
    assert not uncompared(waiting)
    assert not is_same(waiting, state)
    assert {line[1] for line in lines_of(waiting, state)} == {""}


def test_what_was_dismissed_no_longer_counts() -> None:
    state = sample_state()
    key = next(findings(state, state.utterances["u2"], 1)).key
    assert isinstance(key, FindingKey)
    ruled = replace(state, rulings=MappingProxyType({key: Decision(Ruling.DISMISSED, "", STAMP)}))
    assert shown(ruled, Filter(Facet.CHECK, "negation")) == []
    assert shown(ruled, Filter(Facet.OUTCOME, SAME)) == ["u2"]


def test_verdicts_are_looked_for_one_by_one() -> None:
    state = sample_state()
    quote = state.utterances["u2"].renditions[1].quotes[0]
    judged = replace(state, verdicts=MappingProxyType({quote: Judgement(Verdict.DISTORTED, STAMP)}))
    assert shown(judged, Filter(Facet.VERDICT, Verdict.DISTORTED.value)) == ["u2"]
    assert shown(judged, Filter(Facet.VERDICT, UNREVIEWED)) == ["u1"]
    assert set(VERDICTS) >= {UNREVIEWED, Verdict.DISTORTED.value}


def test_the_line_of_a_finding_is_among_those_of_its_utterance() -> None:
    state = sample_state()
    for utterance in state.utterances.values():
        lines = lines_of(utterance, state)
        for index in range(len(utterance.renditions)):
            for _, finding in standing_in(state, utterance, index):
                assert line_of(finding, utterance, index, state) in lines
        assert {line[1] for line in lines} <= {*OUTCOMES, ""}


def test_a_filter_is_taken_away_as_it_was_chosen() -> None:
    one, other = Filter(Facet.CHECK, "number"), Filter(Facet.SPEAKER, "Ada")
    chosen = Filters().toggled(one).toggled(other)
    assert chosen.chosen == (one, other)
    assert chosen.toggled(one) == Filters((other,))
    assert not Filters()
    assert one in chosen


@given(LINES, FILTERS)
def test_what_is_offered_shows_and_all_else_hides(lines: list[FilterLine], filters: Filters) -> None:
    for facet in Facet:
        found = offered(lines, (facet,), filters)
        for value in VALUES[facet]:
            one = Filter(facet, value)
            others = tuple(known for known in filters.chosen if known.facet is not facet)
            if value:
                assert (one in found) == Sieve.of(Filters((*others, one))).shows(lines)


@given(LINES, FILTERS)
def test_more_of_a_facet_shows_more_and_another_facet_less(lines: list[FilterLine], filters: Filters) -> None:
    shows = Sieve.of(filters).shows(lines)
    for facet in Facet:
        more = Sieve.of(Filters((*filters.chosen, Filter(facet, VALUES[facet][0])))).shows(lines)
        if facet in filters.values():
            assert more >= shows
        else:
            assert more <= shows


@given(st.lists(LINES, max_size=6), FILTERS)
def test_counts_agree_with_what_is_shown(utterances: list[list[FilterLine]], filters: Filters) -> None:
    counts = Counter(one for lines in utterances for one in offered(lines, Facet, filters))
    for facet, values in filters.values().items():
        if len(values) == 1 and "" not in values:
            (value,) = values
            assert counts[Filter(facet, value)] == sum(map(Sieve.of(filters).shows, utterances))
