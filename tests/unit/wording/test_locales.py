"""How a locale writes numbers and lists: English is written at once, and as Babel would write it."""

from typing import get_args

import pytest
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from crossquote.wording.locales import ListStyle, write_list, write_number


@given(number=st.integers(-(10**14), 10**14))
def test_whole_numbers_are_written_as_babel_writes_them(number: int) -> None:
    assert write_number(number, "en_GB") == format_decimal(number, locale="en_GB")


@pytest.mark.parametrize("style", get_args(ListStyle))
@pytest.mark.parametrize("items", [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]])
def test_lists_are_written_as_babel_writes_them(style: ListStyle, items: list[str]) -> None:
    assert write_list(items, "en_GB", style) == format_list(items, style=style, locale="en_GB")


@pytest.mark.parametrize(
    ("locale", "told"),
    [("de", "a, b, c"), ("es", "a, b, c"), ("ja", "a、b、c"), ("pt_BR", "a, b, c"), ("uk", "a, b, c")],
)
def test_a_row_is_a_list_with_commas_in_any_language(locale: str, told: str) -> None:
    assert write_list(("a", "b", "c"), locale, "unit") == told
