"""Cities: which names are of one, in whatever language and case."""

import pytest

from crossquote.text.cities import city_names, is_one_city


@pytest.mark.parametrize(
    ("one", "other"),
    [("bombay", "mumbai"), ("бомбее", "мумбаи"), ("lemberg", "lviv"), ("peking", "北京"), ("den haag", "the hague")],
)
def test_a_city_is_known_by_each_of_its_names(one: str, other: str) -> None:
    assert is_one_city(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("berlin", "bern"), ("brussels", "bursa"), ("torvane", "torvane"), ("", ""), ("paris", "london")],
)
def test_no_other_city_is(one: str, other: str) -> None:
    assert not is_one_city(one, other)


def test_what_is_no_large_city_has_no_names() -> None:
    assert "мумбаи" in set(city_names("bombay"))
    assert not list(city_names("torvane"))
