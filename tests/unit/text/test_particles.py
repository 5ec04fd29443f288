"""Last names with a particle: known where they open a sentence, by what the text calls somebody inside another."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.names import find_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karel van Dalen komt. Van Dalen zwijgt.", ["Karel van Dalen", "Van Dalen"]),
        ("Dat zei Van der Dalen. Van der Dalen zwijgt.", ["Van der Dalen", "Van der Dalen"]),
        ("Hij gaat weg. Van Urk gaat hij naar Lelystad.", ["Urk", "Lelystad"]),
    ],
)
def test_a_particle_opens_a_last_name_that_the_text_has(text: str, found: list[str]) -> None:
    assert [name.span.of(text) for name in find_names(text, language_of("nl"))] == found
