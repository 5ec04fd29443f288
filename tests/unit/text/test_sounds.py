"""How names sound: one name in two scripts is near, two names are far."""

from itertools import pairwise

import pytest

from crossquote.text.sounds import distance, distance_in, phones

NEAR = 0.34
SAME = (
    ("Torvanek", "Торванек"),
    ("Johnson", "Џонсон"),
    ("Theresa", "תרזה"),
    ("George", "ג׳ורג׳"),
    ("Bradley", "Μπράντλεϊ"),
    ("Harvard", "ハーバード"),
    ("Kavanaugh", "캐버노"),
    ("Jackson", "جاكسون"),
    ("Wilson", "विल्सन"),
    ("Dlamini", "დლამინი"),
    ("Thomas", "โทมัส"),
)


@pytest.mark.parametrize(("latin", "other"), SAME)
def test_one_name_in_two_scripts_is_near(latin: str, other: str) -> None:
    assert distance(phones(latin), phones(other)) <= NEAR


@pytest.mark.parametrize(("latin", "other"), [(one[0], two[1]) for one, two in pairwise(SAME)])
def test_two_names_are_far(latin: str, other: str) -> None:
    assert distance(phones(latin), phones(other)) > NEAR


def test_what_stands_before_and_behind_a_name_costs_little() -> None:
    name = phones("Torvanek")
    assert distance(name, phones("ولتورفانيك"), hung=3) <= NEAR < distance(name, phones("ولتورفانيك"))
    assert distance(name, phones("Torvanekistaan")) <= NEAR


def test_a_name_is_looked_for_anywhere_in_a_run() -> None:
    assert distance_in(phones("Torvanek"), phones("市长感谢了托尔瓦内克")) <= NEAR
    assert distance_in(phones("Torvanek"), phones("市长感谢了凯斯林")) > NEAR


def test_letters_of_two_sounds_make_no_third() -> None:
    assert "S" not in phones("סהר")
    assert phones("") == phones("123") == ""
