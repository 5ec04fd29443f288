"""Saved views: found again as they were named; a broken file costs them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.work.filters import Facet, Filter, Filters
from crossquote.work.saved_views import (
    LONGEST_NAME,
    MOST_VIEWS,
    SavedView,
    clean_view_name,
    read_views,
    tell_views,
    with_view,
    without_view,
)

WORST = SavedView("Worst first", Filters((Filter(Facet.OUTCOME, "critical"), Filter(Facet.SPEAKER, "Ада"))), "ferries")
NAMED = (Facet.SPEAKER, Facet.OUTLET, Facet.LANGUAGE)
CHOSEN = st.lists(st.builds(Filter, st.sampled_from(NAMED), st.text(max_size=9)), max_size=4)
VIEWS = st.lists(st.builds(SavedView, st.text(max_size=9), CHOSEN.map(lambda one: Filters(tuple(one))), st.text()))


@given(VIEWS)
def test_views_are_found_again(views: list[SavedView]) -> None:
    assert read_views(tell_views(views)) == tuple(views[-MOST_VIEWS:])


@pytest.mark.parametrize(
    "kept", ["", "[", "{}", '[{"name": 3}]', '[{"name":"a","filters":{"chosen":[["x","y"]]}}]', "[" * 9000]
)
def test_what_is_no_views_is_none(kept: str) -> None:
    assert read_views(kept) == ()


def test_a_view_takes_the_place_of_that_of_its_name() -> None:
    other = SavedView("Mine", Filters())
    again = SavedView("Worst first", Filters())
    assert with_view(with_view((), WORST), other) == (WORST, other)
    assert with_view((WORST, other), again) == (again, other)
    assert without_view((WORST, other), "Mine") == (WORST,)


def test_what_is_too_long_to_be_read_is_not_written() -> None:
    long = [SavedView(f"{number}", Filters(), "x" * 20_000) for number in range(5)]
    assert read_views(tell_views(long)) == tuple(long[-3:])


def test_what_a_newer_version_filters_by_is_left_out() -> None:
    ours = Filter(Facet.CHECK, "number")
    kept = tell_views([SavedView("a", Filters((ours, Filter(Facet.CHECK, "rhyme"), Filter(Facet.KIND, "sung"))))])
    assert read_views(kept) == (SavedView("a", Filters((ours,))),)


def test_a_name_is_one_line() -> None:
    assert clean_view_name("  Worst\n first\u202e ") == "Worst first"
    assert len(clean_view_name("x" * 400)) == LONGEST_NAME
