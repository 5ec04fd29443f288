"""Tests of institutions: the form of the dictionary."""

import pytest

from crossquote.language.language import language_of
from crossquote.quotes.speakers.institutions import load_institutions


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("uk", "Білому домі", "Білий дім"),
        ("uk", "Генеральному штабі", "Генеральний штаб"),
        ("uk", "Білий дім", None),
        ("uk", "поліції", "поліція"),
        ("uk", "Білий день", None),
        ("ru", "Пентагоне", "Пентагон"),
        ("ru", "Белого дома", "Белый дом"),
        ("de", "Weiße Haus", "Weißes Haus"),
        ("en", "White House", None),
    ],
)
def test_gives_the_form_of_the_dictionary(language: str, text: str, form: str | None) -> None:
    assert load_institutions(language_of(language)).dictionary_form(text) == form
