"""Flags: loops, residue, copies, absurd lengths; and what only looks like them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.model.translation import Flag
from crossquote.translation.flags import find_flags

WRONG = [
    ("Ми просили миру.", "We asked for peace for peace for peace for peace.", Flag.REPETITION),
    ("Так.", "Yes yes yes yes.", Flag.REPETITION),
    ("Він пішов.", "He went wentwentwentwentwentwentwentwentwent.", Flag.REPETITION),
    ("Ми просили миру вчора ввечері.", "We asked for миру last night.", Flag.UNTRANSLATED),
    ("Wir haben um Frieden gebeten.", "Wir haben um Frieden gebeten.", Flag.UNTRANSLATED),
    ("Der Rat hat gestern das Abkommen verworfen", "The Rat hat gestern das Abkommen verworfen", Flag.UNTRANSLATED),
    ("Ми дуже просили, щоб їх усіх негайно помилували.", "We.", Flag.LENGTH),
    ("Так, ми згодні.", "Yes, " + "we agree that it is good and right and so on " * 3, Flag.LENGTH),
    ("Ми просили миру.", "", Flag.LENGTH),
    ("", "We agree that it is good and right", Flag.LENGTH),
]
RIGHT = [
    ("Ми дуже просили президента Путіна.", "We asked President Putin very much."),
    ("Ніколи, ніколи, ніколи, ніколи!", "Never, never, never, never!"),
    ("Angela Merkel, Emmanuel Macron", "Angela Merkel and Emmanuel Macron"),
    ("我们强烈要求总统饶恕他们的生命。", "We have strongly asked the president to spare their lives."),
    ("BBC", "BBC"),
    ("Так", "Yes"),
    ("Компанія Google представила Android.", "Google presented Android."),
    ("1, 1, 1, 2", "1, 1, 1, 2"),
]


@pytest.mark.parametrize(("source", "text", "flag"), WRONG)
def test_what_is_wrong_is_marked(source: str, text: str, flag: Flag) -> None:
    assert flag in find_flags(source, text)


@pytest.mark.parametrize(("source", "text"), RIGHT)
def test_what_is_right_is_not_marked(source: str, text: str) -> None:
    assert find_flags(source, text) == ()


def test_a_sample_package_is_marked() -> None:
    assert find_flags("Так", "Yes", sample=True) == (Flag.SAMPLE,)


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_any_texts_can_be_looked_at(source: str, text: str) -> None:
    assert len(set(find_flags(source, text))) <= 3


def test_long_texts_take_no_longer_than_their_length() -> None:
    find_flags("а б " * 20_000, "x y " * 20_000)
