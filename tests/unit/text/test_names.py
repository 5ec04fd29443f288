"""Names: found by capitals, titles and particles, without a list of names."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.names import find_names


def _found(text: str, language: str) -> list[tuple[str, str | None]]:
    return [
        (name.span.of(text), name.title.of(text) if name.title else None)
        for name in find_names(text, language_of(language))
        if name.sure
    ]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Yesterday Anna Berg met Tomas Hale.", "en", [("Anna Berg", None), ("Tomas Hale", None)]),
        ("The spokesman Tomas Hale left.", "en", [("Tomas Hale", "spokesman")]),
        ("Northern President Tomas Hale left.", "en", [("Tomas Hale", "Northern President")]),
        ("Then Ludwig van der Berg left.", "en", [("Ludwig van der Berg", None)]),
        ("Anna Berg’s boat sank.", "en", [("Anna Berg", None)]),
        (
            "Gestern traf Anna Berg den Außenminister Tomas Hale.",
            "de",
            [("Anna Berg", None), ("Tomas Hale", "Außenminister")],
        ),
        ("Учора міністерка Ганна Берг приїхала.", "uk", [("Ганна Берг", "міністерка")]),
        ("Пресс-секретарь порта Иван Бондарев ушёл.", "ru", [("Иван Бондарев", None)]),
        ("Then Secretary of State Will Berg said so.", "en", [("Will Berg", "Secretary of State")]),
        ("It was over, said Will Berg.", "en", [("Will Berg", None)]),
        ("Then Mayor Will Berg, who is ill, left.", "en", [("Will Berg", "Mayor")]),
        ("Tomas Hale Will Resign", "en", [("Tomas Hale", None), ("Resign", None)]),
        ("Det sagde Hans Berg.", "da", [("Hans Berg", None)]),
        ("Then Prime Minister of Norland Peter Berg left.", "en", [("Peter Berg", "Prime Minister of Norland")]),
        ("Then the University of Norland Peter Berg left.", "en", [("University", None), ("Norland Peter Berg", None)]),
        ("she said so.", "en", []),
    ],
)
def test_finds_names_with_their_titles(text: str, language: str, names: list[tuple[str, str | None]]) -> None:
    assert _found(text, language) == names


def test_the_first_word_of_a_sentence_is_unsure() -> None:
    (name,) = find_names("Fishing is hard.", language_of("en"))
    assert not name.sure


def test_a_lone_noun_is_unsure_where_nouns_have_capitals() -> None:
    assert not any(name.sure for name in find_names("Gestern war der Hafen zu.", language_of("de")))
