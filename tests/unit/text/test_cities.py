"""Cities: which names are of one, in whatever language and case."""

import pytest

from crossquote.text.cities import city_names, is_one_city


@pytest.mark.parametrize(
    ("one", "other"),
    [("bombay", "mumbai"), ("бомбее", "мумбаи"), ("lemberg", "lviv"), ("peking", "北京"), ("den haag", "the hague")],
)
def test_a_city_is_known_by_each_of_its_names(one: str, other: str) -> None:
    assert is_one_city(one, other, cases=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("berlin", "bern"),
        ("brussels", "bursa"),
        ("torvane", "torvane"),
        ("", ""),
        ("paris", "london"),
        ("perm", "peru"),
        ("salem", "jerusalem"),
        ("portland", "bridgetown"),
        ("lemberg", "leipzig"),
        ("київ", "харків"),
    ],
)
def test_no_other_city_is(one: str, other: str) -> None:
    assert not is_one_city(one, other, cases=True)


def test_a_name_in_another_case_is_told_where_names_have_cases() -> None:
    assert is_one_city("лондона", "london", cases=True)
    assert not is_one_city("romano", "rome", cases=False)


def test_what_is_no_large_city_has_no_names() -> None:
    assert "мумбаи" in set(city_names("bombay"))
    assert not list(city_names("torvane"))
