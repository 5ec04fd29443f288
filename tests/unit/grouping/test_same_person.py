"""Speakers: when two names stand for one person."""

import pytest

from crossquote.grouping.same_person import Same, same_person
from crossquote.language.language import language_of

EN = language_of("en")


@pytest.mark.parametrize(
    ("first", "second", "language", "expected"),
    [
        ("Lund", "Ada Lund", "en", Same.YES),
        ("Minister Ada Lund", "Lund", "en", Same.YES),
        ("Володимир Зеленський", "Volodymyr Zelensky", "uk", Same.YES),
        ("Selenskyj", "Зеленский", "de", Same.YES),
        ("Poutine", "Vladimir Putin", "fr", Same.YES),
        ("Путін", "Joe Biden", "uk", Same.NO),
        ("Ada Lund", "Ida Lund", "en", Same.NO),
        ("K. Lund", "Kaja Lund", "en", Same.UNSURE),
        ("Ada Lund", "Per Holm", "en", Same.NO),
        ("he", "Per Holm", "en", Same.UNSURE),
        ("the minister", "Per Holm", "en", Same.UNSURE),
        ("Delmark officials", "Delmark Water Board", "en", Same.UNSURE),
        ("Delmark officials", "Per Holm", "en", Same.UNLIKELY),
        ("特朗普", "Donald Trump", "zh", Same.UNSURE),
        ("Casa Blanca", "White House", "es", Same.YES),
        ("Maison-Blanche", "White House", "fr", Same.YES),
        ("Білий дім", "White House", "uk", Same.YES),
        ("Кремль", "White House", "ru", Same.NO),
        ("Кремль", "Dmitry Peskov", "ru", Same.UNSURE),
        ("Liz Holm", "Elizabeth Holm", "en", Same.YES),
        ("Liz", "Elizabeth Holm", "en", Same.UNSURE),
        ("Саша Крылова", "Alexandra Krylova", "ru", Same.YES),
        ("Bill Holm", "Robert Holm", "en", Same.NO),
        ("Pepe Salas", "José Salas", "es", Same.YES),
        ("Ann Lund", "Anne Lund", "en", Same.YES),
        ("Lao Tzu", "Laozi", "en", Same.YES),
        ("Lao Wen", "Laozi", "en", Same.NO),
        ("Ada Lund-Holm", "Ada Lund", "en", Same.YES),
        ("Ada Lund-Holm", "Tor Holm", "en", Same.NO),
        ("Jurijus Petrovas", "Юрий Петров", "lt", Same.YES),
        ("North Atlantic Treaty Organisation", "NATO", "en", Same.YES),
        (None, "Per Holm", "en", Same.UNSURE),
        ("", "", "en", Same.UNSURE),
    ],
)
def test_same_person(first: str | None, second: str | None, language: str, expected: Same) -> None:
    assert same_person(first, second, (language_of(language), EN)) is expected
    assert same_person(second, first, (EN, language_of(language))) is expected
