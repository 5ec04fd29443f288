"""Sizes and sorting as settings keep them: found again, and nothing else believed."""

import pytest

from crossquote.work.window_layout import read_sizes, read_sorting, tell_sizes, tell_sorting


def test_sizes_are_found_again() -> None:
    assert read_sizes(tell_sizes((250, 910, 280)), 3) == (250, 910, 280)


@pytest.mark.parametrize(
    "kept", ["", "1 2", "1 2 3 4", "-1 2 3", "1 x 3", "1 2 99999", "1 2 9999999999", "0 0 0", "1.5 2 3", "\u0661 2 3"]
)
def test_what_is_no_sizes_is_none(kept: str) -> None:
    assert read_sizes(kept, 3) == ()


def test_sorting_is_found_again() -> None:
    assert read_sorting(tell_sorting("speaker", downwards=True), ("severity", "speaker")) == (1, True)


@pytest.mark.parametrize("kept", ["", "speaker", "speaker sideways", "weather up", "up speaker"])
def test_what_is_no_sorting_is_none(kept: str) -> None:
    assert read_sorting(kept, ("severity", "speaker")) is None
