"""Words of one kind, of which one is never another, whatever a thesaurus says."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.kinship import Kinship, kinship


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("ru", "понедельник", "вторник"),
        ("ru", "понедельника", "среду"),
        ("ru", "красный", "зелёной"),
        ("uk", "липень", "серпень"),
        ("de", "montag", "dienstag"),
        ("de", "rot", "grünen"),
        ("da", "januar", "marts"),
        ("pl", "lato", "zima"),
        ("fr", "rouge", "jaune"),
        ("en", "red", "green"),
        ("en", "two", "hundred"),
    ],
)
def test_one_of_a_kind_is_no_synonym_of_another(code: str, one: str, other: str) -> None:
    assert kinship(one, other, language_of(code)) is Kinship.SISTER


@pytest.mark.parametrize(("code", "one", "other"), [("ru", "красный", "алый"), ("en", "grey", "gray")])
def test_two_words_for_one_thing_are_no_sisters(code: str, one: str, other: str) -> None:
    assert kinship(one, other, language_of(code)) is not Kinship.SISTER


def test_contraries_stay_contraries() -> None:
    assert kinship("север", "юг", language_of("ru")) is Kinship.OPPOSITE
