"""Capitals: which cities are named for their countries, in whatever language and case."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.capitals import is_capital_of


@pytest.mark.parametrize(
    ("language", "city", "land"),
    [
        ("en", "moscow", "russia"),
        ("en", "washington", "america"),
        ("de", "berlin", "deutschland"),
        ("fr", "pékin", "chine"),
        ("ru", "москвы", "россия"),
        ("uk", "варшавою", "польща"),
        ("ja", "東京", "日本"),
    ],
)
def test_a_capital_is_known_by_its_country(language: str, city: str, land: str) -> None:
    assert is_capital_of(city, land, language_of(language))


@pytest.mark.parametrize(
    ("language", "city", "land"),
    [("en", "moscow", "italy"), ("en", "milan", "italy"), ("en", "romania", "italy"), ("en", "moscow", "larnovia")],
)
def test_no_other_city_is_and_no_other_land(language: str, city: str, land: str) -> None:
    assert not is_capital_of(city, land, language_of(language))
